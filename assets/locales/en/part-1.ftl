# Part I: barcodes, from guessing to a threshold that learns.

count-of-bars =
    { $bars ->
        [one] { $bars } bar
       *[other] { $bars } bars
    }
note-hidden = class not revealed yet
note-truth = the truth: <truth>{ $truth }</truth>
note-barcode-number = Barcode { $number }
note-counting = counting …
note-counted = counted

chapter-guess-barcode = Guess the barcode
guess-ask = Which class is this barcode: <false>{ $false }</false> or <true>{ $true }</true>?
guess-answered = You have answered this one. See what it is.
guess-right = It is <truth>{ $truth }</truth>. <b>Right!</b>
guess-wrong = You said <answer>{ $answer }</answer>, but it is <truth>{ $truth }</truth>.
guess-not-answered = This one is <truth>{ $truth }</truth>. What about the next one?
guess-you = You
guess-machine = The machine
guess-right-count = right
guess-wrong-count = wrong
guess-streak = in a row
guess-next = Next
guess-reveal = Reveal
guess-undo = Take back
guess-again = Start over
guess-machine-note = It saw the same samples, and learned from each.

chapter-histogram = How do machines learn to classify?
histogram-look = A machine needs a number. Let it count the bars.
histogram-counting = Counting: <b>{ $bars }</b> so far.
histogram-count =
    { $bars ->
        [one] <b>1 bar.</b> That is all the machine will know of this barcode.
       *[other] <b>{ $bars } bars.</b> That is all the machine will know of this barcode.
    }
histogram-drop =
    { $seen ->
        [one] One more with <b>{ $bars }</b> { $bars ->
            [one] bar
           *[other] bars
        }. 1 barcode counted.
       *[other] One more with <b>{ $bars }</b> { $bars ->
            [one] bar
           *[other] bars
        }. { $seen } barcodes counted.
    }
histogram-done = All <b>{ $seen }</b> barcodes are counted. Do you see two heaps?

chapter-categories = Categories and the decision boundary
categories-look =
    { $bars ->
        [one] <b>{ $bars } bar.</b> On which side of <boundary>{ $boundary }</boundary> is that?
       *[other] <b>{ $bars } bars.</b> On which side of <boundary>{ $boundary }</boundary> is that?
    }
categories-reveal = This barcode belongs to the class <truth>{ $truth }</truth>.
categories-reveal-odd = This barcode belongs to the class <truth>{ $truth }</truth>: the boundary gets it wrong.
categories-drop-right = <b>{ $bars }</b> is more than <boundary>{ $boundary }</boundary>: right of the decision boundary.
categories-drop-left = <b>{ $bars }</b> is not more than <boundary>{ $boundary }</boundary>: left of the decision boundary.
categories-done = One number, the <boundary>decision boundary</boundary>, separates <false>{ $false }</false> from <true>{ $true }</true>. Could a machine find it?

chapter-threshold-learns = The threshold learns
threshold-look =
    { $bars ->
        [one] <b>{ $bars } bar.</b> The decision boundary is at <boundary>{ $before }</boundary>.
       *[other] <b>{ $bars } bars.</b> The decision boundary is at <boundary>{ $before }</boundary>.
    }
threshold-predict-more =
    { $bars ->
        [one] <b>{ $bars } bar</b> is more than <boundary>{ $before }</boundary>, so the machine says <prediction>{ $prediction }</prediction>.
       *[other] <b>{ $bars } bars</b> are more than <boundary>{ $before }</boundary>, so the machine says <prediction>{ $prediction }</prediction>.
    }
threshold-predict-not-more =
    { $bars ->
        [one] <b>{ $bars } bar</b> is not more than <boundary>{ $before }</boundary>, so the machine says <prediction>{ $prediction }</prediction>.
       *[other] <b>{ $bars } bars</b> are not more than <boundary>{ $before }</boundary>, so the machine says <prediction>{ $prediction }</prediction>.
    }
threshold-reveal-right = The truth: <truth>{ $truth }</truth>. The machine was <b>right</b>: error = { $prediction-number } − { $truth-number } = 0.
threshold-reveal-wrong = The truth: <truth>{ $truth }</truth>. The machine was <error>wrong</error>: error = { $prediction-number } − { $truth-number } = <error>{ $error }</error>.
threshold-update-right = Right, so nothing changes: the boundary stays at <boundary>{ $before }</boundary>.
threshold-update-up =
    { $bars ->
        [one] { $bars } bar is too few for <prediction>{ $prediction }</prediction>: the boundary moves up by { $rate } × 1 × { $bars } = <error>{ $move }</error>, to <boundary>{ $after }</boundary>.
       *[other] { $bars } bars are too few for <prediction>{ $prediction }</prediction>: the boundary moves up by { $rate } × 1 × { $bars } = <error>{ $move }</error>, to <boundary>{ $after }</boundary>.
    }
threshold-update-down =
    { $bars ->
        [one] { $bars } bar is too many for <prediction>{ $prediction }</prediction>: the boundary moves down by { $rate } × 1 × { $bars } = <error>{ $move }</error>, to <boundary>{ $after }</boundary>.
       *[other] { $bars } bars are too many for <prediction>{ $prediction }</prediction>: the boundary moves down by { $rate } × 1 × { $bars } = <error>{ $move }</error>, to <boundary>{ $after }</boundary>.
    }
