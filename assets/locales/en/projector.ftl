# Projector mode: what a class sees, what the speaker's window says, and the keys.

lesson-stop = { $stop } / { $stops }
predict-first-ask = What do you predict?

notes-window = Notes for the speaker
notes-stop = Stop { $stop } of { $stops }
notes-next = Next
notes-no-next = This is the last stop.
notes-no-lesson = No lesson is open. The remote goes from phase to phase.
notes-elapsed = elapsed
notes-left = left
notes-over = over time
notes-now = now
notes-frozen = The picture is frozen
notes-black = The picture is black
notes-white = The picture is white
notes-waits = The class predicts: press next
notes-plays = Playing
notes-spotlight = Spotlight
notes-sample = sample { $sample }

help-stop = Next, previous stop
help-stop-keys = Page Down  Page Up
help-step = One phase forward, back
help-step-keys = →  ←
help-black = Black picture
help-black-keys = B  or  .
help-white = White picture
help-white-keys = ,
help-freeze = Freeze the picture
help-freeze-keys = Z
help-spotlight = Spotlight
help-spotlight-keys = S
help-predict = Wait before each reveal
help-predict-keys = Q
help-notes = Speaker’s window
help-notes-keys = W
help-time = Start the timer now
help-time-keys = T
help-full = Full screen
help-full-keys = F5  F11

appearance-distance = Last row, in screen heights
appearance-nearer = nearer
appearance-farther = farther
appearance-distance-value = { $distance }
