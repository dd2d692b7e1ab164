# For those who hear the exhibit, or use it without hands: descriptions, names, switches.
# No marks here: all of this may be read out.

# The moment in words.
description-chapter = Chapter { $number } of { $chapters }: { $title }
description-position = This is { $position }.
description-place = { $sample }, phase { $phase }
description-page = The page { $page } is open.
description-playing = Playing. The pause button stops it.
description-next-explanation = Close the explanation with Escape.
description-next-guess = You can choose { $false } or { $true }.
description-next-turn = The line can be turned with the arrow keys.
description-next-move = The line can be turned and moved with the arrow keys.
description-next-why = You can ask why the line moved.
description-next-toggle = You can switch each input on and off.
description-next-phase = Forward leads to the phase { $phase }.
description-next-sample = Forward leads to the next sample, phase { $phase }.
description-next-chapter = The chapter ends here. Forward leads to the next: { $title }
description-end = The exhibit ends here.

# What is drawn.
picture-barcode = A barcode: { $caption }.
picture-example = An example of { $class }: { $caption }.
picture-stripes = The widths of its black bars, from left to right: { $widths }.
picture-rectangles =
    { $rectangles ->
        [one] One rectangle.
       *[other] { $rectangles } rectangles.
    }
picture-sides = One with { $first } { $width }, { $second } { $height }.
picture-coloured = The colour is that of the class { $class }.
picture-tally =
    { $streak ->
        [0] { $who }: { $right } right, { $wrong } wrong.
        [one] { $who }: { $right } right, { $wrong } wrong, the last one right.
       *[other] { $who }: { $right } right, { $wrong } wrong, the last { $streak } right.
    }
picture-histogram =
    { $samples ->
        [0] An empty histogram. Axis: { $axis }.
        [one] A histogram of one value. Axis: { $axis }.
       *[other] A histogram of { $samples } values. Axis: { $axis }.
    }
picture-highest = Its highest bin is at { $value }, with a count of { $samples }.
picture-of-class = { $class }: { $samples }.
picture-boundary = The decision boundary is at { $value }: beyond it the machine says { $true }, otherwise { $false }.
picture-cell = This sample falls in bin { $value }.
picture-says = There it is drawn as { $class }.
picture-plane =
    { $points ->
        [0] A plane of { $first } and { $second }, with no earlier points.
        [one] A plane of { $first } and { $second }, with one earlier point.
       *[other] A plane of { $first } and { $second }, with { $points } earlier points.
    }
picture-current =
    { $points ->
        [one] One point of this sample is drawn as { $class }.
       *[other] { $points } points of this sample are drawn as { $class }.
    }
picture-line = The line is where { $w1 } times { $first }, plus { $w2 } times { $second }, plus { $bias }, is 0; above 0 the class is { $true }.
picture-ghost = Before, the line was where { $w1 } times { $first }, plus { $w2 } times { $second }, plus { $bias }, is 0.
picture-named-line = A line called { $name }.
picture-region = { $percent } percent of the plane is { $true }.
picture-trail = Point { $name } is at { $width }, { $height }.
picture-fact = { $name }: { $value }.
picture-curve = { $name } went from { $first } to { $last }.
picture-network = A network of { $neurons } circles and { $edges } connections.
picture-weight = On a connection: { $weight }.
picture-weight-changed = On a connection: { $before } became { $now }.

# Signs as they are read out.
spoken-minus = minus
spoken-times = times
spoken-divided-by = divided by
spoken-plus = plus
spoken-equals = equals
spoken-greater = greater than
spoken-and-so-on = and so on
spoken-prediction = y tilde
spoken-sigma = sigma
spoken-change = delta
spoken-prime = prime
spoken-half = one half
spoken-0 = 0
spoken-1 = 1
spoken-2 = 2
spoken-3 = 3
spoken-4 = 4

# Names of controls.
name-page-close = close { $page }
name-explanation-close = close the explanation
name-rule = Learn by the rule { $rule }
name-line-turn = turn the decision boundary
name-line-move = turn and move the decision boundary
value-line = weights: { $first } { $w1 }, { $second } { $w2 }

# Switches.
appearance-switches = Switches
switches-off = None
switches-two = Two switches
switches-one = One switch
help-switches = With two switches: next control, use it
help-switches-keys = Space  Enter
stepping-more = more
stepping-less = less
stepping-turn-left = turn left
stepping-turn-right = turn right
stepping-up = up
stepping-down = down
stepping-done = done

# The whole of a name from the data that the screen shows shortened; Tab reaches it.
name-whole = whole name: { $name }
# Read out between 10 and its exponent.
spoken-to-the-power = to the power of
