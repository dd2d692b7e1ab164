# Der Projektor: was eine Schulklasse sieht, was das Fenster für den Vortrag sagt, und die Tasten.

lesson-stop = { $stop } / { $stops }
predict-first-ask = Was vermutet ihr?

notes-window = Notizen für den Vortrag
notes-stop = Station { $stop } von { $stops }
notes-next = Danach
notes-no-next = Das ist die letzte Station.
notes-no-lesson = Es ist keine Unterrichtseinheit geöffnet. Die Fernbedienung geht von Phase zu Phase.
notes-elapsed = vergangen
notes-left = übrig
notes-over = überzogen
notes-now = jetzt
notes-frozen = Das Bild ist eingefroren
notes-black = Das Bild ist schwarz
notes-white = Das Bild ist weiß
notes-waits = Die Klasse rät: mit „Weiter“ auflösen
notes-plays = Läuft
notes-spotlight = Lichtkegel
notes-sample = Beispiel { $sample }

help-stop = Nächste, vorige Station
help-stop-keys = Bild ab  Bild auf
help-step = Phase weiter, zurück
help-step-keys = →  ←
help-black = Schwarzes Bild
help-black-keys = B  oder  .
help-white = Weißes Bild
help-white-keys = ,
help-freeze = Bild einfrieren
help-freeze-keys = Z
help-spotlight = Lichtkegel
help-spotlight-keys = S
help-predict = Vor jedem Aufdecken warten
help-predict-keys = Q
help-notes = Notizfenster
help-notes-keys = W
help-time = Die Zeit starten
help-time-keys = T
help-full = Vollbild
help-full-keys = F5  F11

appearance-distance = Letzte Reihe, in Bildhöhen
appearance-nearer = näher
appearance-farther = weiter weg
appearance-distance-value = { $distance }
