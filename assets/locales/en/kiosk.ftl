# What only a kiosk shows.

control-start-over = start over

kiosk-touch = Touch to start
kiosk-subtitle = Watch a machine make mistakes, and learn from every one of them.
kiosk-still-there = Are you still there?
kiosk-countdown = { $seconds ->
    [one] In one second everything starts over.
   *[other] In { $seconds } seconds everything starts over.
}
kiosk-go-on = Touch anywhere to go on

operator-title = For the operator
operator-pin = PIN
operator-checking = One moment …
operator-wrong = That is not the PIN.
operator-wait = { $seconds ->
    [one] That is not the PIN. Try again in one second.
   *[other] That is not the PIN. Try again in { $seconds } seconds.
}
operator-erase = erase
operator-enter = Enter
operator-back = Back
operator-reload = Read the settings again
operator-restart = Restart the exhibit
operator-quit = Close the exhibit
operator-ask-restart = Restart the exhibit?
operator-ask-quit = Close the exhibit?
operator-stays-closed = It does not start again by itself.
operator-yes-restart = Yes, restart
operator-yes-quit = Yes, close
operator-in-force = The settings are in force.
operator-waiting = The settings are in force. These wait for the next start:
operator-no-file = The exhibit was started without a file of settings.
operator-refused = The settings in force stay. This is wrong with the new ones:
