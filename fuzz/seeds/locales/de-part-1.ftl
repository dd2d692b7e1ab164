# Teil I: Strichcodes, vom Raten bis zur Schwelle, die lernt.

count-of-bars =
    { $bars ->
        [one] { $bars } Strich
       *[other] { $bars } Striche
    }
note-hidden = Klasse noch verdeckt
note-truth = die Wahrheit: <truth>{ $truth }</truth>
note-barcode-number = Strichcode { $number }
note-counting = wird gezählt …
note-counted = gezählt

chapter-guess-barcode = Errate den Strichcode
guess-ask = Zu welcher Klasse gehört dieser Strichcode: <false>{ $false }</false> oder <true>{ $true }</true>?
guess-answered = Hier hast du schon geantwortet. Sieh nach, was es ist.
guess-right = Es ist <truth>{ $truth }</truth>. <b>Richtig!</b>
guess-wrong = Du hast <answer>{ $answer }</answer> gesagt, aber es ist <truth>{ $truth }</truth>.
guess-not-answered = Hier war es <truth>{ $truth }</truth>. Was tippst du beim nächsten Mal?
guess-you = Du
guess-machine = Die Maschine
guess-right-count = richtig
guess-wrong-count = falsch
guess-streak = in Folge
guess-next = Weiter
guess-reveal = Aufdecken
guess-undo = Zurücknehmen
guess-again = Von vorn
guess-machine-note = Sie hat dieselben Beispiele gesehen und aus jedem gelernt.

chapter-histogram = Wie lernen Maschinen zu klassifizieren?
histogram-look = Eine Maschine braucht eine Zahl. Lass sie die Striche zählen.
histogram-counting = Sie zählt: bisher <b>{ $bars }</b>.
histogram-count =
    { $bars ->
        [one] <b>1 Strich.</b> Mehr wird die Maschine von diesem Strichcode nie wissen.
       *[other] <b>{ $bars } Striche.</b> Mehr wird die Maschine von diesem Strichcode nie wissen.
    }
histogram-drop =
    { $seen ->
        [one] Einer mehr bei <b>{ $bars }</b>. 1 Strichcode ist gezählt.
       *[other] Einer mehr bei <b>{ $bars }</b>. { $seen } Strichcodes sind gezählt.
    }
histogram-done = Alle <b>{ $seen }</b> Strichcodes sind gezählt. Siehst du zwei Hügel?

chapter-categories = Klassen und die Entscheidungsgrenze
categories-look =
    { $bars ->
        [one] <b>{ $bars } Strich.</b> Auf welcher Seite von <boundary>{ $boundary }</boundary> liegt das?
       *[other] <b>{ $bars } Striche.</b> Auf welcher Seite von <boundary>{ $boundary }</boundary> liegt das?
    }
categories-reveal = Dieser Strichcode gehört zur Klasse <truth>{ $truth }</truth>.
categories-reveal-odd = Dieser Strichcode gehört zur Klasse <truth>{ $truth }</truth>, anders als die Grenze sagt.
categories-drop-right = <b>{ $bars }</b> ist mehr als <boundary>{ $boundary }</boundary>: rechts von der Entscheidungsgrenze.
categories-drop-left = <b>{ $bars }</b> ist nicht mehr als <boundary>{ $boundary }</boundary>: links von der Entscheidungsgrenze.
categories-done = Eine einzige Zahl, die <boundary>Entscheidungsgrenze</boundary>, trennt <false>{ $false }</false> von <true>{ $true }</true>. Könnte eine Maschine sie finden?

chapter-threshold-learns = Die Schwelle lernt
threshold-look =
    { $bars ->
        [one] <b>{ $bars } Strich.</b> Die Entscheidungsgrenze steht bei <boundary>{ $before }</boundary>.
       *[other] <b>{ $bars } Striche.</b> Die Entscheidungsgrenze steht bei <boundary>{ $before }</boundary>.
    }
threshold-predict-more =
    { $bars ->
        [one] <b>{ $bars } Strich</b> ist mehr als <boundary>{ $before }</boundary>, also sagt die Maschine <prediction>{ $prediction }</prediction>.
       *[other] <b>{ $bars } Striche</b> sind mehr als <boundary>{ $before }</boundary>, also sagt die Maschine <prediction>{ $prediction }</prediction>.
    }
threshold-predict-not-more =
    { $bars ->
        [one] <b>{ $bars } Strich</b> ist nicht mehr als <boundary>{ $before }</boundary>, also sagt die Maschine <prediction>{ $prediction }</prediction>.
       *[other] <b>{ $bars } Striche</b> sind nicht mehr als <boundary>{ $before }</boundary>, also sagt die Maschine <prediction>{ $prediction }</prediction>.
    }
threshold-reveal-right = Die Wahrheit: <truth>{ $truth }</truth>. Die Maschine lag <b>richtig</b>: Fehler = { $prediction-number } − { $truth-number } = 0.
threshold-reveal-wrong = Die Wahrheit: <truth>{ $truth }</truth>. Die Maschine lag <error>falsch</error>: Fehler = { $prediction-number } − { $truth-number } = <error>{ $error }</error>.
threshold-update-right = Richtig, also ändert sich nichts: Die Grenze bleibt bei <boundary>{ $before }</boundary>.
threshold-update-up =
    { $bars ->
        [one] { $bars } Strich ist zu wenig für <prediction>{ $prediction }</prediction>: Die Grenze steigt um { $rate } × 1 × { $bars } = <error>{ $move }</error>, auf <boundary>{ $after }</boundary>.
       *[other] { $bars } Striche sind zu wenig für <prediction>{ $prediction }</prediction>: Die Grenze steigt um { $rate } × 1 × { $bars } = <error>{ $move }</error>, auf <boundary>{ $after }</boundary>.
    }
threshold-update-down =
    { $bars ->
        [one] { $bars } Strich ist zu viel für <prediction>{ $prediction }</prediction>: Die Grenze sinkt um { $rate } × 1 × { $bars } = <error>{ $move }</error>, auf <boundary>{ $after }</boundary>.
       *[other] { $bars } Striche sind zu viel für <prediction>{ $prediction }</prediction>: Die Grenze sinkt um { $rate } × 1 × { $bars } = <error>{ $move }</error>, auf <boundary>{ $after }</boundary>.
    }
