# Pour qui entend l’installation, ou s’en sert sans les mains : descriptions, noms, contacteurs.
# Pas de marques ici : tout cela peut être lu à voix haute.

# Le moment en mots.
description-chapter = Chapitre { $number } sur { $chapters } : { $title }
description-position = Ici : { $position }.
description-place = { $sample }, phase { $phase }
description-page = Page ouverte : { $page }.
description-playing = Lecture en cours. Le bouton « pause » l’arrête.
description-next-explanation = Échap ferme l’explication.
description-next-guess = Vous pouvez choisir { $false } ou { $true }.
description-next-turn = La droite se tourne avec les flèches.
description-next-move = La droite se tourne et se déplace avec les flèches.
description-next-why = Vous pouvez demander pourquoi la droite a bougé.
description-next-toggle = Chaque entrée peut être changée.
description-next-phase = Avancer mène à la phase { $phase }.
description-next-sample = Avancer mène à l’exemple suivant, phase { $phase }.
description-next-chapter = Le chapitre finit ici. Avancer mène au suivant : { $title }
description-end = L’installation finit ici.

# Ce qui est dessiné.
picture-barcode = Un code-barres : { $caption }.
picture-example = Un exemple de la classe { $class } : { $caption }.
picture-stripes = Depuis la gauche, ses barres noires ont ces largeurs : { $widths }.
picture-rectangles =
    { $rectangles ->
        [one] { $rectangles } rectangle.
       *[other] { $rectangles } rectangles.
    }
picture-sides = Un avec { $first } { $width }, { $second } { $height }.
picture-coloured = La couleur est celle de la classe { $class }.
picture-tally =
    { $streak ->
        [0] { $who }. Justes : { $right }, faux : { $wrong }.
       *[other] { $who }. Justes : { $right }, faux : { $wrong }, justes d’affilée : { $streak }.
    }
picture-histogram =
    { $samples ->
        [0] Un histogramme vide. Axe : { $axis }.
        [one] Un histogramme de { $samples } valeur. Axe : { $axis }.
       *[other] Un histogramme de { $samples } valeurs. Axe : { $axis }.
    }
picture-highest = Sa colonne la plus haute est à { $value }, avec { $samples }.
picture-of-class = { $class } : { $samples }.
picture-boundary = La frontière de décision se trouve à { $value } : au-delà, la machine dit { $true }, sinon { $false }.
picture-cell = L’exemple tombe dans la colonne { $value }.
picture-says = Il y est dessiné comme { $class }.
picture-plane =
    { $points ->
        [0] Un plan : { $first } et { $second }, sans point antérieur.
        [one] Un plan : { $first } et { $second }, avec { $points } point antérieur.
       *[other] Un plan : { $first } et { $second }, avec { $points } points antérieurs.
    }
picture-current =
    { $points ->
        [one] { $points } point de cet exemple est dessiné comme { $class }.
       *[other] { $points } points de cet exemple sont dessinés comme { $class }.
    }
picture-line = La droite est là où { $w1 } fois { $first }, plus { $w2 } fois { $second }, plus { $bias }, vaut 0 ; au-dessus de 0, c’est { $true }.
picture-ghost = Avant, la droite était là où { $w1 } fois { $first }, plus { $w2 } fois { $second }, plus { $bias }, vaut 0.
picture-named-line = Une droite appelée { $name }.
picture-region = Classe { $true } : { $percent } pour cent du plan.
picture-trail = Le point { $name } est à { $width } et { $height }.
picture-fact = { $name } : { $value }.
picture-curve = { $name } : de { $first } à { $last }.
picture-network = Un réseau de { $neurons } cercles et { $edges } connexions.
picture-weight = Sur une connexion : { $weight }.
picture-weight-changed = Sur une connexion : { $before } est devenu { $now }.

# Les signes, tels qu’ils sont lus.
spoken-minus = moins
spoken-times = fois
spoken-divided-by = divisé par
spoken-plus = plus
spoken-equals = égale
spoken-greater = supérieur à
spoken-and-so-on = et ainsi de suite
spoken-prediction = y tilde
spoken-sigma = sigma
spoken-change = delta
spoken-prime = prime
spoken-half = un demi
spoken-0 = 0
spoken-1 = 1
spoken-2 = 2
spoken-3 = 3
spoken-4 = 4

# Noms des boutons et des réglages.
name-page-close = fermer { $page }
name-explanation-close = fermer l’explication
name-rule = Apprendre selon la règle { $rule }
name-line-turn = frontière de décision, à tourner
name-line-move = frontière de décision, à tourner et à déplacer
value-line = poids : { $first } { $w1 } ; { $second } { $w2 }

# Contacteurs.
appearance-switches = Contacteurs
switches-off = Aucun
switches-two = 2 contacteurs
switches-one = 1 contacteur
help-switches = Deux contacteurs : bouton suivant, appuyer
help-switches-keys = Espace  Entrée
stepping-more = plus
stepping-less = moins
stepping-turn-left = antihoraire
stepping-turn-right = horaire
stepping-up = monter
stepping-down = baisser
stepping-done = fini

# The whole of a name from the data that the screen shows shortened; Tab reaches it.
name-whole = nom complet : { $name }
# Read out between 10 and its exponent.
spoken-to-the-power = puissance
