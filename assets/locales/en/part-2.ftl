# Part II: rectangles, the perceptron, and back-propagation by hand.

count-of-rectangles =
    { $rectangles ->
        [one] 1 rectangle
       *[other] { $rectangles } rectangles
    }

chapter-guess-rectangles = Guess the rectangles
guess-ask-rectangles = All rectangles in a set are of the same class. Is this set <false>{ $false }</false> or <true>{ $true }</true>?

chapter-distribution = Every rectangle is a point
distribution-look =
    { $rectangles ->
        [one] One rectangle. We can measure its <b>{ $first }</b> and its <b>{ $second }</b>.
       *[other] { $rectangles } rectangles. We can measure the <b>{ $first }</b> and the <b>{ $second }</b> of each.
    }
distribution-reveal = Class <truth>{ $truth }</truth>. Each rectangle flies to its point: <b>{ $first }</b> across, <b>{ $second }</b> up.
distribution-fly =
    { $points ->
        [one] <b>{ $points }</b> point so far. On the dotted line { $second } = { $first }.
       *[other] <b>{ $points }</b> points so far. On the dotted line { $second } = { $first }.
    }
distribution-done = All <b>{ $points }</b> rectangles: <false>{ $false }</false> and <true>{ $true }</true> overlap. No line will get them all right.
fact-sets = sets seen
fact-points = points
fact-above-the-diagonal = dotted: { $second } = { $first }
fact-count = <b>{ $count }</b>
fact-number = <b>{ $number }</b>
fact-none = {""}

chapter-perceptron-learns = The perceptron learns
perceptron-look =
    { $rectangles ->
        [one] One rectangle flies to its point. On which side of the <boundary>line</boundary> will it be?
       *[other] { $rectangles } rectangles fly to their points. On which side of the <boundary>line</boundary> will they be?
    }
perceptron-predict = Where w₁ · { $first } + w₂ · { $second } is above 0, the machine says <true>{ $true }</true>: here <true>{ $of-true } { $true }</true>, <false>{ $of-false } { $false }</false>.
perceptron-reveal-right =
    { $rectangles ->
        [one] The truth: <truth>{ $truth }</truth>. The machine was <b>right</b>: error = 0.
        [2] The truth: <truth>{ $truth }</truth>. Both were <b>right</b>: error = 0.
       *[other] The truth: <truth>{ $truth }</truth>. All { $rectangles } were <b>right</b>: error = 0.
    }
perceptron-reveal-wrong = The truth: <truth>{ $truth }</truth>. <error>{ $wrong } of { $rectangles } wrong</error>: error = { $wrong } × { $sign } ÷ { $rectangles } = <error>{ $error }</error>.
perceptron-update-right = Nothing was wrong, so nothing changes: the <boundary>line</boundary> stays.
perceptron-update = Weights move by −rate × mean side × error: w₁ by −{ $rate } × { $mean1 } × { $error-term } = <error>{ $move1 }</error>, w₂ by −{ $rate } × { $mean2 } × { $error-term } = <error>{ $move2 }</error>.
perceptron-update-by-error = Both weights move by −rate × error = −{ $rate } × { $error-term } = <error>{ $move1 }</error>, and the <boundary>line</boundary> with them.
weight-name =
    { $weight ->
        [one] <b>w₁</b>, for { $feature }
       *[other] <b>w₂</b>, for { $feature }
    }
fact-wrong = wrong in this set
fact-wrong-of = <b>{ $wrong }</b> of { $rectangles }
fact-error = error
use-datapoints = Use datapoints for updates
use-datapoints-brief = Use datapoints

explain-line = Why did the <boundary>line</boundary> move?
explain-weight =
    { $weight ->
        [one] Why did <b>w₁</b> change?
       *[other] Why did <b>w₂</b> change?
    }
explain-error = error = mean of prediction − truth = ({ $errors }) ÷ { $rectangles } = <error>{ $error }</error>
explain-mean = mean { $feature } = ({ $sides }) ÷ { $rectangles } = <b>{ $mean }</b>
explain-change =
    { $weight ->
        [one] change of w₁ = −rate × mean { $feature } × error = −{ $rate } × { $mean } × { $error } = <error>{ $change }</error>
       *[other] change of w₂ = −rate × mean { $feature } × error = −{ $rate } × { $mean } × { $error } = <error>{ $change }</error>
    }
explain-change-by-error =
    { $weight ->
        [one] change of w₁ = −rate × error = −{ $rate } × { $error } = <error>{ $change }</error>
       *[other] change of w₂ = −rate × error = −{ $rate } × { $error } = <error>{ $change }</error>
    }
explain-sum =
    { $weight ->
        [one] w₁ = { $before } + { $change-term } = <b>{ $after }</b>
       *[other] w₂ = { $before } + { $change-term } = <b>{ $after }</b>
    }

readout-features = { $first } <b>{ $width }</b> · { $second } <b>{ $height }</b>
readout-score = score <b>{ $score }</b>, so: <prediction>{ $prediction }</prediction>
readout-truth = truth: <truth>{ $truth }</truth>

chapter-linear-combination = The boundary is a linear combination
the-weights = The weights
combination-formula = <b>{ $w1 }</b> · { $first } + <b>{ $w2 }</b> · { $second } = 0
weight-of =
    { $weight ->
        [one] w₁, for { $feature }: <b>{ $value }</b>
       *[other] w₂, for { $feature }: <b>{ $value }</b>
    }
combination-wrong = <error>{ $wrong }</error> of { $points } points on the wrong side
combination-machine = The machine’s line
combination-learned =
    { $samples ->
        [one] After { $samples } sample the machine’s <boundary>line</boundary> gets { $wrong } of { $points } wrong. Drag it to turn it, or move the weights!
       *[other] After { $samples } samples the machine’s <boundary>line</boundary> gets { $wrong } of { $points } wrong. Drag it to turn it, or move the weights!
    }
combination-own = Your <boundary>line</boundary> gets <b>{ $wrong }</b> of { $points } wrong; the machine’s, dashed, gets <b>{ $learned-wrong }</b>.
phase-line = Line

chapter-perceptron-network = Drawn as a network
the-mind-as-a-network = The mind, drawn as a network
the-formulas = The same, as formulas
what-it-believes = What it believes
phase-inputs = Inputs
phase-weights = Weights
phase-sum = Sum
phase-decide = Decide
phase-empty = Empty
phase-error = Error
phase-fly = Fly
network-inputs = Two inputs: the <b>{ $first }</b> x₁ and the <b>{ $second }</b> x₂ of a rectangle.
network-weights = Each input goes along an edge, and is multiplied by the edge’s <b>weight</b>.
network-sum = The function <b>f</b> adds up what comes along its edges.
network-decide = Is the sum above 0? Then the prediction ỹ is 1, which is <true>{ $true }</true>; otherwise 0, <false>{ $false }</false>.
symbol-x1 = <b>x₁</b>
symbol-x2 = <b>x₂</b>
symbol-w1 = <b>w₁</b>
symbol-w2 = <b>w₂</b>
symbol-w1x1 = w₁ · x₁
symbol-w2x2 = w₂ · x₂
symbol-f = <b>f</b>
symbol-f-of-x = f(X)
symbol-prediction = <b>ỹ</b>
caption-input =
    { $input ->
        [one] { $feature } x₁
       *[other] { $feature } x₂
    }
caption-function = f(X)
caption-prediction = prediction ỹ
formula-inputs = X = (x₁, x₂)
formula-f = f(X) = σ(w₁x₁ + w₂x₂)
formula-sigma = σ(z) =
formula-case-true = 1   if z > 0
formula-case-false = 0   otherwise

chapter-back-propagation = Back-propagation, by hand
walkthrough-empty = The network waits for a point. Its <boundary>line</boundary> is where { $w1-first } · { $first } + { $w2 } · { $second } = 0.
walkthrough-inputs = The inputs enter: { $first } x₁ = <b>{ $x1 }</b>, { $second } x₂ = <b>{ $x2 }</b>.
walkthrough-sum = The weighted sum: { $x1 } · { $w1 } + { $x2 } · { $w2 } = <b>{ $score }</b>.
walkthrough-predict-true = <b>{ $score } > 0</b>? Yes, so the prediction is <b>1</b>: <prediction>{ $prediction }</prediction>.
walkthrough-predict-false = <b>{ $score } > 0</b>? No, so the prediction is <b>0</b>: <prediction>{ $prediction }</prediction>.
walkthrough-error = The truth is { $truth-number }, <truth>{ $truth }</truth>: error = { $prediction-number } − { $truth-number } = <error>{ $error }</error>.
walkthrough-error-none = The truth is { $truth-number }, <truth>{ $truth }</truth>: error = { $prediction-number } − { $truth-number } = 0. Right!
walkthrough-update = The error goes back: update = <error>error · input</error>. All weights move by −{ $rate } × their updates, and the <boundary>line</boundary> with them.
walkthrough-update-none = No error, no update: nothing changes.
signal-product-1 = { $x1 } · { $w1 }
signal-product-2 = { $x2 } · { $w2 }
signal-score = <b>{ $score }</b>
signal-error = <error>{ $error }</error>
note-sum = { $x1 } · { $w1 } + { $x2 } · { $w2 } = <b>{ $score }</b>
note-decide-yes = { $score } > 0? <b>yes</b>
note-decide-no = { $score } > 0? <b>no</b>
note-error = error = { $prediction-number } − { $truth-number } = { $error }
note-update = update = { $error } · { $input } = { $update }
explain-one-error = error = prediction − truth = { $prediction-number } − { $truth-number } = <error>{ $error }</error>
explain-one-update =
    { $weight ->
        [one] update = error · x₁ = { $error } · { $input } = <error>{ $update }</error>
       *[other] update = error · x₂ = { $error } · { $input } = <error>{ $update }</error>
    }
explain-one-weight =
    { $weight ->
        [one] w₁ = w₁ − rate · update = { $before } − { $rate } · { $update-term } = <b>{ $after }</b>
       *[other] w₂ = w₂ − rate · update = { $before } − { $rate } · { $update-term } = <b>{ $after }</b>
    }
