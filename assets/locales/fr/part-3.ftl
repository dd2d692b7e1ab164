# Partie III : XOR, deux essais qui échouent, et le réseau qui l’apprend.

axis-aspect-ratio = Largeur divisée par hauteur
axis-count-of-rectangles = Nombre de rectangles
phase-set = Groupe
phase-points = Points
phase-first = Première
phase-second = Seconde
phase-output = Sortie
the-points = Les points
the-criteria = Les critères

chapter-guess-xor = Devinez les rectangles, encore une fois

chapter-single-line = Une seule droite ne les sépare pas !
fact-right-now = justes avec cette droite
fact-best-so-far = le mieux jusqu’ici
fact-best-of-all = avec la meilleure droite
fact-share = <b>{ $count }</b> ({ $percent } %)
single-line-try = Essayez de séparer les classes : prenez la <boundary>droite</boundary> par un bout pour la tourner, par le milieu pour la déplacer.
single-line-own = Votre <boundary>droite</boundary> en classe bien <b>{ $right }</b> sur { $points }.
single-line-best = Aucune <boundary>droite</boundary> ne fait mieux : { $most } sur { $points }. Une seule droite ne suffit pas.

chapter-aspect-ratio = Le rapport des côtés suffit-il ?
aspect-look =
    { $rectangles ->
        [one] Pour ce rectangle : { $first } divisée par { $second }. Est-ce le nombre qui compte ?
       *[other] Pour chacun de ces { $rectangles } rectangles : { $first } divisée par { $second }. Est-ce le nombre qui compte ?
    }
aspect-drop =
    { $points ->
        [one] <b>{ $points }</b> rectangle rangé : { $first } divisée par { $second }.
       *[other] <b>{ $points }</b> rectangles rangés : { $first } divisée par { $second }.
    }
aspect-done = <true>{ $true }</true> est à gauche et à droite, <false>{ $false }</false> au milieu : là non plus, une seule <boundary>frontière</boundary> ne les sépare pas.

chapter-two-steps = Deux étapes
line-first = 1
line-second = 2
criterion-first = <b>1</b> : { $first } + { $second } > { $low }
criterion-second = <b>2</b> : { $first } + { $second } > { $high }
criterion-both = <true>{ $true }</true> : 1, mais pas 2
steps-points = Quatre tas : <false>{ $false }</false> là où les deux côtés sont courts ou tous deux longs, <true>{ $true }</true> là où un seul est long.
steps-first = Une séparation partielle par un critère : sous la première <boundary>droite</boundary>, tout est <false>{ $false }</false>.
steps-second = La séparation complète par un autre : au-dessus de la seconde <boundary>droite</boundary>, tout est de nouveau <false>{ $false }</false>, et entre les deux <true>{ $true }</true>.

chapter-xor-network = Deux étapes, dessinées comme un réseau
symbol-n11 = <b>n₁₁</b>
symbol-n12 = <b>n₁₂</b>
symbol-n21 = <b>n₂₁</b>
symbol-w0-11 = w⁰₁₁
symbol-w0-12 = w⁰₁₂
symbol-w0-21 = w⁰₂₁
symbol-w0-22 = w⁰₂₂
symbol-w1-11 = w¹₁₁
symbol-w1-21 = w¹₂₁
xor-network-inputs = Les entrées sont encore { $first } x₁ et { $second } x₂. Maintenant, deux neurones les regardent.
xor-network-first = Le neurone caché <b>n₁₁</b> trace une première <boundary>droite</boundary> : il est actif dans la partie ombrée du plan.
xor-network-second = Le neurone caché <b>n₁₂</b> trace une seconde <boundary>droite</boundary>.
xor-network-output = <b>n₂₁</b> additionne leurs sorties, avec un poids positif et un négatif : <true>{ $true }</true> là où le premier est actif, mais pas le second.

chapter-network-learns = Le réseau apprend
network-look =
    { $rectangles ->
        [one] Un rectangle vole vers son point ; ses côtés entrent dans le réseau.
       *[other] { $rectangles } rectangles volent vers leurs points ; leurs côtés entrent dans le réseau.
    }
network-predict = Là où la sortie dépasse 0,5, la machine dit <true>{ $true }</true> : ici <true>{ $of-true }</true> fois, et <false>{ $of-false } fois { $false }</false>.
network-reveal-right =
    { $rectangles ->
        [one] En réalité : <truth>{ $truth }</truth>. La machine avait <b>raison</b>, avec une perte de { $loss }.
        [2] En réalité : <truth>{ $truth }</truth>. Les deux étaient <b>justes</b>, avec une perte moyenne de { $loss }.
       *[other] En réalité : <truth>{ $truth }</truth>. Les { $rectangles } étaient <b>justes</b>, avec une perte moyenne de { $loss }.
    }
network-reveal-wrong = En réalité : <truth>{ $truth }</truth>. <error>{ $wrong } sur { $rectangles } faux</error>, avec une perte moyenne de <error>{ $loss }</error>.
network-update = Les erreurs repartent en arrière ; au taux { $rate }, tous les poids changent un peu, et la <boundary>région</boundary> avec eux.
network-lost = Au taux { $rate }, les pas étaient trop grands : il ne reste plus de région de la classe <true>{ $true }</true>. La machine a désappris.
weight-moved = <error>{ $number }</error>
loss = perte moyenne
rule-note-notebook = Règle du carnet : toute l’erreur repart en arrière.
rule-note-gradient = Gradient exact : l’erreur repart, multipliée par la pente de σ.
rule-notebook = Carnet
rule-gradient = Gradient
confidence = Montrer la certitude
