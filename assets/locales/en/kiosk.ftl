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
operator-in-force = The settings are in use.
operator-waiting = The settings are in use, but these only after the next start:
operator-no-file = The exhibit was started without a settings file.
operator-refused = The old settings stay in use. The new ones have errors:

operator-name = Name
operator-no-name = not set
operator-version = Version
operator-address = Network address
operator-no-network = no network
operator-uptime = Exhibit running for
operator-computer-uptime = Computer on for
operator-days = { $days ->
    [one] 1 day { $hours } h
   *[other] { $days } days { $hours } h
}
operator-hours = { $hours } h { $minutes } min
operator-minutes = { $minutes } min
operator-disk = Disk space
operator-disk-free = { $free } of { $total } free
operator-disk-low = { $free } of { $total } free: almost full
operator-visits = Visits today
operator-visits-waiting = { $visits }, and { $waiting } not written yet
operator-visits-off = not counted
operator-error = Last error
operator-warning = Last warning
operator-none = none since the start
operator-unreadable = cannot be read

size-bytes = { $size } B
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
size-gigabytes = { $size } GB
size-terabytes = { $size } TB
