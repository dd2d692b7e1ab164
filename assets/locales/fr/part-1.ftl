# Partie I : des codes-barres, de la devinette au seuil qui apprend.

count-of-bars =
    { $bars ->
        [one] { $bars } barre
       *[other] { $bars } barres
    }
note-hidden = classe encore cachée
note-truth = en réalité : <truth>{ $truth }</truth>
note-barcode-number = Code-barres { $number }
note-counting = on compte…
note-counted = compté

chapter-guess-barcode = Devinez le code-barres
guess-ask = De quelle classe est ce code-barres : <false>{ $false }</false> ou <true>{ $true }</true> ?
guess-answered = Vous avez déjà répondu ici. Regardez ce que c’est.
guess-right = C’est <truth>{ $truth }</truth>. <b>Bravo !</b>
guess-wrong = Vous avez dit <answer>{ $answer }</answer>, mais c’est <truth>{ $truth }</truth>.
guess-not-answered = Celui-ci était <truth>{ $truth }</truth>. Et le suivant ?
guess-you = Vous
guess-machine = La machine
guess-right-count = juste
guess-wrong-count = faux
guess-streak = d’affilée
guess-next = Suivant
guess-reveal = Révéler
guess-undo = Annuler
guess-again = Recommencer
guess-machine-note = Elle a vu les mêmes exemples, et appris de chacun.

chapter-histogram = Comment une machine apprend à classer
histogram-look = Une machine a besoin d’un nombre. Laissez-la compter les barres.
histogram-counting = Elle compte : <b>{ $bars }</b> jusqu’ici.
histogram-count =
    { $bars ->
        [one] <b>{ $bars } barre.</b> C’est tout ce que la machine saura de ce code-barres.
       *[other] <b>{ $bars } barres.</b> C’est tout ce que la machine saura de ce code-barres.
    }
histogram-drop =
    { $seen ->
        [one] Un de plus à <b>{ $bars }</b>. { $seen } code-barres compté.
       *[other] Un de plus à <b>{ $bars }</b>. { $seen } codes-barres comptés.
    }
histogram-done = Les <b>{ $seen }</b> codes-barres sont tous comptés. Voyez-vous deux bosses ?

chapter-categories = Les classes et la frontière de décision
categories-look =
    { $bars ->
        [one] <b>{ $bars } barre.</b> De quel côté de <boundary>{ $boundary }</boundary> est-ce ?
       *[other] <b>{ $bars } barres.</b> De quel côté de <boundary>{ $boundary }</boundary> est-ce ?
    }
categories-reveal = Ce code-barres est de la classe <truth>{ $truth }</truth>.
categories-reveal-odd = Ce code-barres est de la classe <truth>{ $truth }</truth>, à l’inverse de ce que dit la frontière.
categories-drop-right = <b>{ $bars }</b>, c’est plus que <boundary>{ $boundary }</boundary> : à droite de la frontière de décision.
categories-drop-left = <b>{ $bars }</b>, ce n’est pas plus que <boundary>{ $boundary }</boundary> : à gauche de la frontière de décision.
categories-done = Un seul nombre, la <boundary>frontière de décision</boundary>, sépare <false>{ $false }</false> de <true>{ $true }</true>. Une machine pourrait-elle le trouver ?

chapter-threshold-learns = Le seuil apprend
threshold-look =
    { $bars ->
        [one] <b>{ $bars } barre.</b> La frontière de décision se trouve à <boundary>{ $before }</boundary>.
       *[other] <b>{ $bars } barres.</b> La frontière de décision se trouve à <boundary>{ $before }</boundary>.
    }
threshold-predict-more =
    { $bars ->
        [one] <b>{ $bars } barre</b>, c’est plus que <boundary>{ $before }</boundary> ; la machine dit donc <prediction>{ $prediction }</prediction>.
       *[other] <b>{ $bars } barres</b>, c’est plus que <boundary>{ $before }</boundary> ; la machine dit donc <prediction>{ $prediction }</prediction>.
    }
threshold-predict-not-more =
    { $bars ->
        [one] <b>{ $bars } barre</b>, ce n’est pas plus que <boundary>{ $before }</boundary> ; la machine dit donc <prediction>{ $prediction }</prediction>.
       *[other] <b>{ $bars } barres</b>, ce n’est pas plus que <boundary>{ $before }</boundary> ; la machine dit donc <prediction>{ $prediction }</prediction>.
    }
threshold-reveal-right = En réalité : <truth>{ $truth }</truth>. La machine avait <b>raison</b> : erreur = { $prediction-number } − { $truth-number } = 0.
threshold-reveal-wrong = En réalité : <truth>{ $truth }</truth>. La machine avait <error>tort</error> : erreur = { $prediction-number } − { $truth-number } = <error>{ $error }</error>.
threshold-update-right = Elle avait raison, donc rien ne change : la frontière reste à <boundary>{ $before }</boundary>.
threshold-update-up =
    { $bars ->
        [one] { $bars } barre, c’est trop peu pour <prediction>{ $prediction }</prediction> : la frontière monte de { $rate } × 1 × { $bars } = <error>{ $move }</error>, jusqu’à <boundary>{ $after }</boundary>.
       *[other] { $bars } barres, c’est trop peu pour <prediction>{ $prediction }</prediction> : la frontière monte de { $rate } × 1 × { $bars } = <error>{ $move }</error>, jusqu’à <boundary>{ $after }</boundary>.
    }
threshold-update-down =
    { $bars ->
        [one] { $bars } barre, c’est trop pour <prediction>{ $prediction }</prediction> : la frontière descend de { $rate } × 1 × { $bars } = <error>{ $move }</error>, jusqu’à <boundary>{ $after }</boundary>.
       *[other] { $bars } barres, c’est trop pour <prediction>{ $prediction }</prediction> : la frontière descend de { $rate } × 1 × { $bars } = <error>{ $move }</error>, jusqu’à <boundary>{ $after }</boundary>.
    }
