# Teil III: XOR, zwei Versuche, die scheitern, und das Netz, das es lernt.

axis-aspect-ratio = Breite geteilt durch Höhe
axis-count-of-rectangles = Anzahl der Rechtecke
phase-set = Gruppe
phase-points = Punkte
phase-first = Erste
phase-second = Zweite
phase-output = Ausgabe
the-points = Die Punkte
the-criteria = Die Kriterien

chapter-guess-xor = Errate die Rechtecke, noch einmal

chapter-single-line = Eine Linie allein trennt sie nicht!
fact-right-now = richtig mit dieser Linie
fact-best-so-far = bisher am besten
fact-best-of-all = mit der besten Linie
fact-share = <b>{ $count }</b> ({ $percent } %)
single-line-try = Versuch, die Klassen zu trennen: Fass die <boundary>Linie</boundary> an einem Ende, um sie zu drehen, in der Mitte, um sie zu verschieben.
single-line-own = Deine <boundary>Linie</boundary> hat <b>{ $right }</b> von { $points } richtig.
single-line-best = Besser kann keine <boundary>Linie</boundary> sein: { $most } von { $points }. Eine einzige Linie reicht nicht.

chapter-aspect-ratio = Hilft das Seitenverhältnis?
aspect-look =
    { $rectangles ->
        [one] Für dieses Rechteck: { $first } geteilt durch { $second }. Ist das die Zahl, auf die es ankommt?
       *[other] Für jedes dieser { $rectangles } Rechtecke: { $first } geteilt durch { $second }. Ist das die Zahl, auf die es ankommt?
    }
aspect-drop =
    { $points ->
        [one] <b>{ $points }</b> Rechteck einsortiert: { $first } geteilt durch { $second }.
       *[other] <b>{ $points }</b> Rechtecke einsortiert: { $first } geteilt durch { $second }.
    }
aspect-done = <true>{ $true }</true> liegt links und rechts, <false>{ $false }</false> in der Mitte: Auch hier trennt sie keine einzelne <boundary>Grenze</boundary>.

chapter-two-steps = Zwei Schritte
line-first = 1
line-second = 2
criterion-first = <b>1</b>: { $first } + { $second } > { $low }
criterion-second = <b>2</b>: { $first } + { $second } > { $high }
criterion-both = <true>{ $true }</true>: 1, aber nicht 2
steps-points = Vier Haufen: <false>{ $false }</false>, wo beide Seiten kurz oder beide lang sind, <true>{ $true }</true>, wo nur eine lang ist.
steps-first = Teilweise getrennt durch ein Kriterium: Unter der ersten <boundary>Linie</boundary> ist alles <false>{ $false }</false>.
steps-second = Ganz getrennt durch ein zweites: Über der zweiten <boundary>Linie</boundary> ist wieder alles <false>{ $false }</false>, und zwischen beiden <true>{ $true }</true>.

chapter-xor-network = Zwei Schritte, als Netz gezeichnet
symbol-n11 = <b>n₁₁</b>
symbol-n12 = <b>n₁₂</b>
symbol-n21 = <b>n₂₁</b>
symbol-w0-11 = w⁰₁₁
symbol-w0-12 = w⁰₁₂
symbol-w0-21 = w⁰₂₁
symbol-w0-22 = w⁰₂₂
symbol-w1-11 = w¹₁₁
symbol-w1-21 = w¹₂₁
xor-network-inputs = Die Eingaben sind wieder { $first } x₁ und { $second } x₂. Jetzt sehen zwei Neuronen sie an.
xor-network-first = Das verborgene Neuron <b>n₁₁</b> zieht eine erste <boundary>Linie</boundary>: Im schattierten Teil der Ebene ist es aktiv.
xor-network-second = Das verborgene Neuron <b>n₁₂</b> zieht eine zweite <boundary>Linie</boundary>.
xor-network-output = <b>n₂₁</b> addiert ihre Ausgaben, mit einem Gewicht über und einem unter 0: <true>{ $true }</true>, wo das erste aktiv ist, aber nicht das zweite.

chapter-network-learns = Das Netz lernt
network-look =
    { $rectangles ->
        [one] Ein Rechteck fliegt zu seinem Punkt, und seine Seiten gehen in das Netz.
       *[other] { $rectangles } Rechtecke fliegen zu ihren Punkten, und ihre Seiten gehen in das Netz.
    }
network-predict = Wo die Ausgabe über 0,5 liegt, sagt die Maschine <true>{ $true }</true>: hier <true>{ $of-true }</true> Mal und <false>{ $of-false } Mal { $false }</false>.
network-reveal-right =
    { $rectangles ->
        [one] Die Wahrheit: <truth>{ $truth }</truth>. Die Maschine lag <b>richtig</b>, mit einem Verlust von { $loss }.
        [2] Die Wahrheit: <truth>{ $truth }</truth>. Beide waren <b>richtig</b>, mit einem mittleren Verlust von { $loss }.
       *[other] Die Wahrheit: <truth>{ $truth }</truth>. Alle { $rectangles } waren <b>richtig</b>, mit einem mittleren Verlust von { $loss }.
    }
network-reveal-wrong = Die Wahrheit: <truth>{ $truth }</truth>. <error>{ $wrong } von { $rectangles } falsch</error>, mit einem mittleren Verlust von <error>{ $loss }</error>.
network-update = Die Fehler laufen zurück; bei Rate { $rate } ändern sich alle Gewichte ein wenig, und mit ihnen das <boundary>Gebiet</boundary>.
network-lost = Bei Rate { $rate } waren die Schritte zu groß: Ein Gebiet der Klasse <true>{ $true }</true> gibt es nicht mehr. Die Maschine hat es wieder verlernt.
weight-moved = <error>{ $number }</error>
loss = mittlerer Verlust
rule-note-notebook = Regel des Notizbuchs: Der ganze Fehler läuft zurück.
rule-note-gradient = Exakter Gradient: Der Fehler läuft zurück, multipliziert mit der Steigung von σ.
rule-notebook = Notizbuch
rule-gradient = Gradient
confidence = Sicherheit zeigen
