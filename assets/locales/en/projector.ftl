# Projector mode: what a class sees, what the speaker's window says, and the keys.

lesson-stop = { $stop } / { $stops }
predict-first-ask = What do you predict?

notes-window = Notes for the speaker
notes-stop = Stop { $stop } of { $stops }
notes-next = Next
notes-no-next = This is the last stop.
notes-no-lesson = No lesson is open. The remote goes from phase to phase.
notes-elapsed = passed
notes-left = left
notes-over = over time
notes-now = now
notes-frozen = The picture is frozen
notes-black = The picture is black
notes-white = The picture is white
notes-waits = The class predicts: next goes on
notes-plays = Playing
notes-spotlight = Spotlight
notes-at-stop = chapter { $chapter } · sample { $sample } · { $phase }

help-projector = In front of a class
help-stop = Next, previous stop of the lesson
help-stop-keys = Page Down  Page Up
help-black = Black picture, white picture; any key ends it
help-black-keys = B  or  .    ,
help-freeze = Freeze the picture; without notes, pause
help-freeze-keys = Z
help-spotlight = Spotlight; the wheel makes it larger, smaller
help-spotlight-keys = S
help-predict = Wait before each reveal
help-predict-keys = Q
help-notes = Window with notes for the speaker
help-notes-keys = W
help-time = Let the lesson’s time begin now
help-time-keys = T
