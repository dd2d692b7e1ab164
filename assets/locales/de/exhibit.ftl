# Worte, die zu keinem Kapitel allein gehören.
#
# Marken: <b>stark</b>, <boundary>über die Entscheidungsgrenze</boundary>, <error>über einen Fehler</error>,
# und der Name eines Werts, der eine Klasse ist, wie in <truth>{ $truth }</truth>.
#
# Besucherinnen und Besucher werden geduzt.

language-name = Deutsch
decimal-separator = ,
exhibit-title = Wie ist es, eine lernende Maschine zu sein?

part-1 = Teil I · Wie ist es, zu lernen?
part-2 = Teil II · Zwei Dimensionen, mit Rauschen
part-3 = Teil III · XOR
part-4 = Teil IV · Ein Blick darüber hinaus

colour-orange = orange
colour-blue = blau
colour-red = rot
colour-green = grün
colour-yellow = gelb

the-world = Die Welt
the-mind = Das Denken
your-guess = Dein Tipp

phase-look = Ansehen
phase-predict = Vorhersagen
phase-reveal = Aufdecken
phase-update = Anpassen
phase-count = Zählen
phase-drop = Einordnen
phase-hidden = Verdeckt
phase-revealed = Aufgedeckt

axis-count-of-bars = Anzahl der Striche im Strichcode
axis-count-of-barcodes = Anzahl der Strichcodes

feature-width = Breite
feature-height = Höhe
