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
guess-right = <truth>{ $truth }</truth> it is. <b>Right!</b>
guess-wrong = You said <answer>{ $answer }</answer>, but it is <truth>{ $truth }</truth>.
guess-not-answered = This one is <truth>{ $truth }</truth>. What do you say to the next?
guess-you = You
guess-machine = The machine
guess-right-count = right
guess-wrong-count = wrong
guess-streak = in a row
guess-next = Next
guess-reveal = Reveal
guess-undo = Take back
guess-again = Start over
guess-machine-note = It saw the same barcodes, and learned from each.

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
        [one] One more with <b>{ $bars }</b> bars. 1 barcode counted.
       *[other] One more with <b>{ $bars }</b> bars. { $seen } barcodes counted.
    }
histogram-done = All <b>{ $seen }</b> barcodes are counted. Do you see two heaps?

chapter-categories = Categories and the decision boundary
categories-look = <b>{ $bars } bars.</b> On which side of <boundary>{ $boundary }</boundary> is that?
categories-reveal = This barcode belongs to the class <truth>{ $truth }</truth>.
categories-reveal-odd = This barcode belongs to the class <truth>{ $truth }</truth>, against the boundary.
categories-drop-right = <b>{ $bars }</b> is more than <boundary>{ $boundary }</boundary>: right of the decision boundary.
categories-drop-left = <b>{ $bars }</b> is not more than <boundary>{ $boundary }</boundary>: left of the decision boundary.
categories-done = One number, the <boundary>decision boundary</boundary>, tells <false>{ $false }</false> from <true>{ $true }</true>. Could a machine find it?

chapter-threshold-learns = The threshold learns
threshold-look = <b>{ $bars } bars.</b> The decision boundary stands at <boundary>{ $before }</boundary>.
threshold-predict-more = <b>{ $bars } bars</b> is more than <boundary>{ $before }</boundary>, so the machine says <prediction>{ $prediction }</prediction>.
threshold-predict-not-more = <b>{ $bars } bars</b> is not more than <boundary>{ $before }</boundary>, so the machine says <prediction>{ $prediction }</prediction>.
threshold-reveal-right = The truth: <truth>{ $truth }</truth>. The machine was <b>right</b>: error = { $prediction-number } − { $truth-number } = 0.
threshold-reveal-wrong = The truth: <truth>{ $truth }</truth>. The machine was <error>wrong</error>: error = { $prediction-number } − { $truth-number } = <error>{ $error }</error>.
threshold-update-right = Right, so nothing changes: the boundary stays at <boundary>{ $before }</boundary>.
threshold-update-up = Too many bars said <prediction>{ $prediction }</prediction>: the boundary moves up by { $rate } × 1 × { $bars } = <error>{ $move }</error>, to <boundary>{ $after }</boundary>.
threshold-update-down = Too few bars said <prediction>{ $prediction }</prediction>: the boundary moves down by { $rate } × 1 × { $bars } = <error>{ $move }</error>, to <boundary>{ $after }</boundary>.
