# Teil II: Rechtecke, das Perzeptron, und Backpropagation von Hand.

count-of-rectangles =
    { $rectangles ->
        [one] 1 Rechteck
       *[other] { $rectangles } Rechtecke
    }

chapter-guess-rectangles = Errate die Rechtecke
guess-ask-rectangles = Alle Rechtecke einer Gruppe gehören zur selben Klasse. Ist diese Gruppe <false>{ $false }</false> oder <true>{ $true }</true>?

chapter-distribution = Jedes Rechteck ist ein Punkt
distribution-look =
    { $rectangles ->
        [one] Ein Rechteck. Messen lassen sich: <b>{ $first }</b> und <b>{ $second }</b>.
       *[other] { $rectangles } Rechtecke. Von jedem lassen sich messen: <b>{ $first }</b> und <b>{ $second }</b>.
    }
distribution-reveal = Klasse <truth>{ $truth }</truth>. Jedes Rechteck fliegt zu seinem Punkt: <b>{ $first }</b> nach rechts, <b>{ $second }</b> nach oben.
distribution-fly =
    { $points ->
        [one] Bisher <b>{ $points }</b> Punkt. Auf der gepunkteten Linie ist { $second } = { $first }.
       *[other] Bisher <b>{ $points }</b> Punkte. Auf der gepunkteten Linie ist { $second } = { $first }.
    }
distribution-done = Alle <b>{ $points }</b> Rechtecke: <false>{ $false }</false> und <true>{ $true }</true> überschneiden sich. Keine Linie wird jedes richtig einordnen.
fact-sets = Gruppen gesehen
fact-points = Punkte
fact-above-the-diagonal = gepunktet: { $second } = { $first }
fact-count = <b>{ $count }</b>
fact-number = <b>{ $number }</b>
fact-none = {""}

chapter-perceptron-learns = Das Perzeptron lernt
perceptron-look =
    { $rectangles ->
        [one] Ein Rechteck fliegt zu seinem Punkt. Auf welcher Seite der <boundary>Linie</boundary> wird er liegen?
       *[other] { $rectangles } Rechtecke fliegen zu ihren Punkten. Auf welcher Seite der <boundary>Linie</boundary> werden sie liegen?
    }
perceptron-predict = Wo w₁ · { $first } + w₂ · { $second } über 0 liegt, sagt die Maschine <true>{ $true }</true>: hier <true>{ $of-true }</true> Mal und <false>{ $of-false } Mal { $false }</false>.
perceptron-reveal-right =
    { $rectangles ->
        [one] Die Wahrheit: <truth>{ $truth }</truth>. Die Maschine lag <b>richtig</b>: Fehler = 0.
        [2] Die Wahrheit: <truth>{ $truth }</truth>. Beide waren <b>richtig</b>: Fehler = 0.
       *[other] Die Wahrheit: <truth>{ $truth }</truth>. Alle { $rectangles } waren <b>richtig</b>: Fehler = 0.
    }
perceptron-reveal-wrong = Die Wahrheit: <truth>{ $truth }</truth>. <error>{ $wrong } von { $rectangles } falsch</error>: Fehler = { $wrong } × { $sign } ÷ { $rectangles } = <error>{ $error }</error>.
perceptron-update-right = Nichts war falsch, also ändert sich nichts: Die <boundary>Linie</boundary> bleibt.
perceptron-update = Gewichte ändern sich um −Rate × mittlere Seite × Fehler: w₁ um −{ $rate } × { $mean1 } × { $error-term } = <error>{ $move1 }</error>, w₂ um −{ $rate } × { $mean2 } × { $error-term } = <error>{ $move2 }</error>.
perceptron-update-by-error = Beide Gewichte ändern sich um −Rate × Fehler = −{ $rate } × { $error-term } = <error>{ $move1 }</error>, und mit ihnen die <boundary>Linie</boundary>.
weight-name =
    { $weight ->
        [one] <b>w₁</b>, für { $feature }
       *[other] <b>w₂</b>, für { $feature }
    }
fact-wrong = falsch in dieser Gruppe
fact-wrong-of = <b>{ $wrong }</b> von { $rectangles }
fact-error = Fehler
use-datapoints = Mit Datenpunkten anpassen
use-datapoints-brief = Datenpunkte

explain-line = Warum hat sich die <boundary>Linie</boundary> bewegt?
explain-weight =
    { $weight ->
        [one] Warum hat sich <b>w₁</b> geändert?
       *[other] Warum hat sich <b>w₂</b> geändert?
    }
explain-error = Fehler = Mittel von Vorhersage − Wahrheit = ({ $errors }) ÷ { $rectangles } = <error>{ $error }</error>
explain-mean = Mittel von { $feature } = ({ $sides }) ÷ { $rectangles } = <b>{ $mean }</b>
explain-change =
    { $weight ->
        [one] Änderung von w₁ = −Rate × Mittel von { $feature } × Fehler = −{ $rate } × { $mean } × { $error } = <error>{ $change }</error>
       *[other] Änderung von w₂ = −Rate × Mittel von { $feature } × Fehler = −{ $rate } × { $mean } × { $error } = <error>{ $change }</error>
    }
explain-change-by-error =
    { $weight ->
        [one] Änderung von w₁ = −Rate × Fehler = −{ $rate } × { $error } = <error>{ $change }</error>
       *[other] Änderung von w₂ = −Rate × Fehler = −{ $rate } × { $error } = <error>{ $change }</error>
    }
explain-sum =
    { $weight ->
        [one] w₁ = { $before } + { $change-term } = <b>{ $after }</b>
       *[other] w₂ = { $before } + { $change-term } = <b>{ $after }</b>
    }

readout-features = { $first } <b>{ $width }</b> · { $second } <b>{ $height }</b>
readout-score = Summe <b>{ $score }</b>, also: <prediction>{ $prediction }</prediction>
readout-truth = Wahrheit: <truth>{ $truth }</truth>

chapter-linear-combination = Die Grenze ist eine Linearkombination
the-weights = Die Gewichte
combination-formula = <b>{ $w1 }</b> · { $first } + <b>{ $w2 }</b> · { $second } = 0
weight-of =
    { $weight ->
        [one] w₁, für { $feature }: <b>{ $value }</b>
       *[other] w₂, für { $feature }: <b>{ $value }</b>
    }
combination-wrong = <error>{ $wrong }</error> von { $points } Punkten auf der falschen Seite
combination-machine = Die Linie der Maschine
combination-learned =
    { $samples ->
        [one] Nach { $samples } Beispiel liegt die <boundary>Linie</boundary> der Maschine bei { $wrong } von { $points } falsch. Dreh sie mit dem Finger, oder verschiebe die Gewichte!
       *[other] Nach { $samples } Beispielen liegt die <boundary>Linie</boundary> der Maschine bei { $wrong } von { $points } falsch. Dreh sie mit dem Finger, oder verschiebe die Gewichte!
    }
combination-own = Deine <boundary>Linie</boundary> liegt bei <b>{ $wrong }</b> von { $points } falsch, die der Maschine, gestrichelt, bei <b>{ $learned-wrong }</b>.
phase-line = Linie

chapter-perceptron-network = Als Netz gezeichnet
the-mind-as-a-network = Das Denken, als Netz gezeichnet
the-formulas = Dasselbe als Formeln
what-it-believes = Was sie glaubt
phase-inputs = Eingaben
phase-weights = Gewichte
phase-sum = Summe
phase-decide = Entscheiden
phase-empty = Leer
phase-error = Fehler
phase-fly = Fliegen
network-inputs = Zwei Eingaben: <b>{ $first }</b> x₁ und <b>{ $second }</b> x₂ eines Rechtecks.
network-weights = Jede Eingabe läuft eine Kante entlang und wird mit dem <b>Gewicht</b> der Kante multipliziert.
network-sum = Die Funktion <b>f</b> addiert, was über ihre Kanten ankommt.
network-decide = Ist die Summe größer als 0? Dann ist die Vorhersage ỹ gleich 1, also <true>{ $true }</true>; sonst 0, also <false>{ $false }</false>.
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
caption-prediction = Vorhersage ỹ
formula-inputs = X = (x₁, x₂)
formula-f = f(X) = σ(w₁x₁ + w₂x₂)
formula-sigma = σ(z) =
formula-case-true = 1   falls z > 0
formula-case-false = 0   sonst

chapter-back-propagation = Backpropagation, von Hand
walkthrough-empty = Das Netz wartet auf einen Punkt. Seine <boundary>Linie</boundary> liegt dort, wo { $w1-first } · { $first } + { $w2 } · { $second } = 0 ist.
walkthrough-inputs = Die Eingaben kommen herein: { $first } x₁ = <b>{ $x1 }</b>, { $second } x₂ = <b>{ $x2 }</b>.
walkthrough-sum = Die gewichtete Summe: { $x1 } · { $w1 } + { $x2 } · { $w2 } = <b>{ $score }</b>.
walkthrough-predict-true = <b>{ $score } > 0</b>? Ja, also ist die Vorhersage <b>1</b>: <prediction>{ $prediction }</prediction>.
walkthrough-predict-false = <b>{ $score } > 0</b>? Nein, also ist die Vorhersage <b>0</b>: <prediction>{ $prediction }</prediction>.
walkthrough-error = Die Wahrheit ist { $truth-number }, <truth>{ $truth }</truth>: Fehler = { $prediction-number } − { $truth-number } = <error>{ $error }</error>.
walkthrough-error-none = Die Wahrheit ist { $truth-number }, <truth>{ $truth }</truth>: Fehler = { $prediction-number } − { $truth-number } = 0. Richtig!
walkthrough-update = Der Fehler läuft zurück: Anpassung = <error>Fehler · Eingabe</error>. Alle Gewichte ändern sich um −{ $rate } × ihre Anpassung, und mit ihnen die <boundary>Linie</boundary>.
walkthrough-update-none = Kein Fehler, keine Anpassung: Alles bleibt, wie es ist.
signal-product-1 = { $x1 } · { $w1 }
signal-product-2 = { $x2 } · { $w2 }
signal-score = <b>{ $score }</b>
signal-error = <error>{ $error }</error>
note-sum = { $x1 } · { $w1 } + { $x2 } · { $w2 } = <b>{ $score }</b>
note-decide-yes = { $score } > 0? <b>ja</b>
note-decide-no = { $score } > 0? <b>nein</b>
note-error = Fehler = { $prediction-number } − { $truth-number } = { $error }
note-update = Anpassung = { $error } · { $input } = { $update }
explain-one-error = Fehler = Vorhersage − Wahrheit = { $prediction-number } − { $truth-number } = <error>{ $error }</error>
explain-one-update =
    { $weight ->
        [one] Anpassung = Fehler · x₁ = { $error } · { $input } = <error>{ $update }</error>
       *[other] Anpassung = Fehler · x₂ = { $error } · { $input } = <error>{ $update }</error>
    }
explain-one-weight =
    { $weight ->
        [one] w₁ = w₁ − Rate · Anpassung = { $before } − { $rate } · { $update-term } = <b>{ $after }</b>
       *[other] w₂ = w₂ − Rate · Anpassung = { $before } − { $rate } · { $update-term } = <b>{ $after }</b>
    }
