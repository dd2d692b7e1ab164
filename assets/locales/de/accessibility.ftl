# Für alle, die das Exponat hören oder ohne Hände bedienen: Beschreibungen, Namen, Schalter.
# Keine Marken hier: All das kann vorgelesen werden.

# Der Augenblick in Worten.
description-chapter = Kapitel { $number } von { $chapters }: { $title }
description-position = Dies ist { $position }.
description-place = { $sample }, Phase { $phase }
description-page = Offene Seite: { $page }.
description-playing = Es läuft. Der Knopf „anhalten“ hält es an.
description-next-explanation = Mit Escape schließt du die Erklärung.
description-next-guess = Du kannst { $false } oder { $true } wählen.
description-next-turn = Die Linie lässt sich mit den Pfeiltasten drehen.
description-next-move = Die Linie lässt sich mit den Pfeiltasten drehen und verschieben.
description-next-why = Du kannst fragen, warum sich die Linie bewegt hat.
description-next-toggle = Jede Eingabe lässt sich umschalten.
description-next-phase = Weiter führt zur Phase { $phase }.
description-next-sample = Weiter führt zum nächsten Beispiel, Phase { $phase }.
description-next-chapter = Hier endet das Kapitel. Weiter führt zum nächsten: { $title }
description-end = Hier endet das Exponat.

# Was gezeichnet ist.
picture-barcode = Ein Strichcode: { $caption }.
picture-example = Ein Beispiel der Klasse { $class }: { $caption }.
picture-stripes = Von links sind seine schwarzen Striche so breit: { $widths }.
picture-rectangles =
    { $rectangles ->
        [one] Ein Rechteck.
       *[other] { $rectangles } Rechtecke.
    }
picture-sides = Eines mit { $first } { $width }, { $second } { $height }.
picture-coloured = Die Farbe ist die der Klasse { $class }.
picture-tally =
    { $streak ->
        [0] { $who }: { $right } richtig, { $wrong } falsch.
        [one] { $who }: { $right } richtig, { $wrong } falsch, zuletzt richtig.
       *[other] { $who }: { $right } richtig, { $wrong } falsch, { $streak } richtig in Folge.
    }
picture-histogram =
    { $samples ->
        [0] Ein leeres Histogramm. Achse: { $axis }.
        [one] Ein Histogramm mit einem Wert. Achse: { $axis }.
       *[other] Ein Histogramm mit { $samples } Werten. Achse: { $axis }.
    }
picture-highest = Seine höchste Säule steht bei { $value }, mit { $samples }.
picture-of-class = { $class }: { $samples }.
picture-boundary = Die Entscheidungsgrenze liegt bei { $value }: Darüber sagt die Maschine { $true }, sonst { $false }.
picture-cell = Das Beispiel gehört in die Säule { $value }.
picture-says = Dort ist es als { $class } gezeichnet.
picture-plane =
    { $points ->
        [0] Eine Ebene aus { $first } und { $second }, ohne frühere Punkte.
        [one] Eine Ebene aus { $first } und { $second }, mit einem früheren Punkt.
       *[other] Eine Ebene aus { $first } und { $second }, mit { $points } früheren Punkten.
    }
picture-current =
    { $points ->
        [one] Ein Punkt dieses Beispiels ist als { $class } gezeichnet.
       *[other] { $points } Punkte dieses Beispiels sind als { $class } gezeichnet.
    }
picture-line = Die Linie liegt dort, wo { $w1 } mal { $first }, plus { $w2 } mal { $second }, plus { $bias }, gleich 0 ist; über 0 ist { $true }.
picture-ghost = Vorher lag die Linie dort, wo { $w1 } mal { $first }, plus { $w2 } mal { $second }, plus { $bias }, gleich 0 ist.
picture-named-line = Eine Linie namens { $name }.
picture-region =
    { $percent ->
        [one] { $percent } Prozent der Ebene ist { $true }.
       *[other] { $percent } Prozent der Ebene sind { $true }.
    }
picture-trail = Punkt { $name } liegt bei { $width } und { $height }.
picture-fact = { $name }: { $value }.
picture-curve = { $name }: von { $first } auf { $last }.
picture-network = Ein Netz aus { $neurons } Kreisen und { $edges } Verbindungen.
picture-weight = An einer Verbindung: { $weight }.
picture-weight-changed = An einer Verbindung: Aus { $before } wurde { $now }.

# Zeichen, wie sie vorgelesen werden.
spoken-minus = minus
spoken-times = mal
spoken-divided-by = geteilt durch
spoken-plus = plus
spoken-equals = gleich
spoken-greater = größer als
spoken-and-so-on = und so weiter
spoken-prediction = y Tilde
spoken-sigma = Sigma
spoken-change = Delta
spoken-prime = Strich
spoken-half = ein halb
spoken-0 = 0
spoken-1 = 1
spoken-2 = 2
spoken-3 = 3
spoken-4 = 4

# Namen von Knöpfen und Reglern.
name-page-close = { $page } schließen
name-explanation-close = Erklärung schließen
name-rule = Nach der Regel { $rule } lernen
name-line-turn = Entscheidungsgrenze, zum Drehen
name-line-move = Entscheidungsgrenze, zum Drehen und Verschieben
value-line = Gewichte: { $first } { $w1 }; { $second } { $w2 }

# Schalter.
appearance-switches = Schalter
switches-off = Keine
switches-two = Zwei Schalter
switches-one = Ein Schalter
help-switches = Zwei Schalter: nächster Knopf, drücken
help-switches-keys = Leertaste  Eingabe
stepping-more = mehr
stepping-less = weniger
stepping-turn-left = linksherum
stepping-turn-right = rechtsherum
stepping-up = hoch
stepping-down = runter
stepping-done = fertig

# The whole of a name from the data that the screen shows shortened; Tab reaches it.
name-whole = ganzer Name: { $name }
# Read out between 10 and its exponent.
spoken-to-the-power = hoch
