# Part III: XOR, two attempts that fail, and the network that learns it.

axis-aspect-ratio = Width divided by height
axis-count-of-rectangles = Count of rectangles
phase-set = Set
phase-points = Points
phase-first = First
phase-second = Second
phase-output = Output
the-points = The points
the-criteria = The criteria

chapter-guess-xor = Guess the rectangles, once more

chapter-single-line = Not separable by a single line!
fact-right-now = right with this line
fact-best-so-far = best so far
fact-best-of-all = best of all lines
fact-share = <b>{ $count }</b> ({ $percent } %)
single-line-try = Try to separate the classes: drag an end of the <boundary>line</boundary> to turn it, its middle to move it.
single-line-own = Your <boundary>line</boundary> gets <b>{ $right }</b> of { $points } right.
single-line-best = No <boundary>line</boundary> can do better: { $most } of { $points } right. A single line is not enough.

chapter-aspect-ratio = Does the aspect ratio work?
aspect-look =
    { $rectangles ->
        [one] For this rectangle: { $first } divided by { $second }. Does that number tell the classes apart?
       *[other] For these { $rectangles } rectangles: { $first } divided by { $second }. Does that number tell the classes apart?
    }
aspect-drop =
    { $points ->
        [one] <b>{ $points }</b> rectangle sorted: { $first } divided by { $second }.
       *[other] <b>{ $points }</b> rectangles sorted: { $first } divided by { $second }.
    }
aspect-done = <true>{ $true }</true> lies left and right, <false>{ $false }</false> in the middle: no single <boundary>boundary</boundary> separates them either.

chapter-two-steps = Two steps
line-first = 1
line-second = 2
criterion-first = <b>1</b>: { $first } + { $second } > { $low }
criterion-second = <b>2</b>: { $first } + { $second } > { $high }
criterion-both = <true>{ $true }</true>: 1, but not 2
steps-points = Four groups: <false>{ $false }</false> where both sides are short or both long, <true>{ $true }</true> where only one is long.
steps-first = One criterion separates some of them: below the first <boundary>line</boundary> everything is <false>{ $false }</false>.
steps-second = A second one separates the rest: above the second <boundary>line</boundary> everything is <false>{ $false }</false> again, between the two <true>{ $true }</true>.

chapter-xor-network = Two steps, drawn as a network
symbol-n11 = <b>n₁₁</b>
symbol-n12 = <b>n₁₂</b>
symbol-n21 = <b>n₂₁</b>
symbol-w0-11 = w⁰₁₁
symbol-w0-12 = w⁰₁₂
symbol-w0-21 = w⁰₂₁
symbol-w0-22 = w⁰₂₂
symbol-w1-11 = w¹₁₁
symbol-w1-21 = w¹₂₁
xor-network-inputs = Again the inputs are { $first } x₁ and { $second } x₂. Now two neurons look at them.
xor-network-first = The hidden neuron <b>n₁₁</b> draws a first <boundary>line</boundary>: it is active in the shaded part of the plane.
xor-network-second = The hidden neuron <b>n₁₂</b> draws a second <boundary>line</boundary>.
xor-network-output = <b>n₂₁</b> adds up their outputs, with one weight above and one below 0: <true>{ $true }</true> where the first is active, but not the second.

chapter-network-learns = The network learns
network-look =
    { $rectangles ->
        [one] One rectangle flies to its point; its sides go into the network.
       *[other] { $rectangles } rectangles fly to their points; their sides go into the network.
    }
network-predict = Where the output is above 0.5, the machine says <true>{ $true }</true>: here <true>{ $of-true } { $true }</true>, <false>{ $of-false } { $false }</false>.
network-reveal-right =
    { $rectangles ->
        [one] The truth: <truth>{ $truth }</truth>. The machine was <b>right</b>, with a loss of { $loss }.
        [2] The truth: <truth>{ $truth }</truth>. Both were <b>right</b>, with a mean loss of { $loss }.
       *[other] The truth: <truth>{ $truth }</truth>. All { $rectangles } were <b>right</b>, with a mean loss of { $loss }.
    }
network-reveal-wrong = The truth: <truth>{ $truth }</truth>. <error>{ $wrong } of { $rectangles } wrong</error>, with a mean loss of <error>{ $loss }</error>.
network-update = The errors travel back; at rate { $rate } all weights move a little, and the <boundary>region</boundary> with them.
network-lost = At rate { $rate } the steps were too large: no <true>{ $true }</true> region is left. The machine has forgotten what it had learned.
weight-moved = <error>{ $number }</error>
loss = mean loss
rule-note-notebook = Rule of the notebook: the whole error goes back.
rule-note-gradient = Exact gradient: the error times the slope of σ goes back.
rule-notebook = Notebook
rule-gradient = Gradient
confidence = Shade by confidence
