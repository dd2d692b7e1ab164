# Was nur ein Kiosk zeigt.

control-start-over = von vorn

kiosk-touch = Zum Starten berühren
kiosk-subtitle = Sieh zu, wie eine Maschine Fehler macht und aus jedem lernt.
kiosk-still-there = Bist du noch da?
kiosk-countdown = { $seconds ->
    [one] In einer Sekunde beginnt alles von vorn.
   *[other] In { $seconds } Sekunden beginnt alles von vorn.
}
kiosk-go-on = Berühre den Bildschirm, um weiterzumachen

operator-title = Für das Personal
operator-pin = PIN
operator-checking = Einen Moment …
operator-wrong = Das ist nicht die PIN.
operator-wait = { $seconds ->
    [one] Das ist nicht die PIN. Neuer Versuch in einer Sekunde.
   *[other] Das ist nicht die PIN. Neuer Versuch in { $seconds } Sekunden.
}
operator-erase = löschen
operator-enter = Eingeben
operator-back = Zurück
operator-reload = Einstellungen neu lesen
operator-restart = Exponat neu starten
operator-quit = Exponat beenden
operator-ask-restart = Exponat neu starten?
operator-ask-quit = Exponat beenden?
operator-stays-closed = Es startet nicht von selbst wieder.
operator-yes-restart = Ja, neu starten
operator-yes-quit = Ja, beenden
operator-in-force = Die Einstellungen gelten.
operator-waiting = Die Einstellungen gelten. Auf den nächsten Start warten:
operator-no-file = Das Exponat wurde ohne Einstellungsdatei gestartet.
operator-refused = Die bisherigen Einstellungen bleiben. An den neuen stimmt nicht:
