# Partie II : des rectangles, le perceptron, et la rétropropagation à la main.

count-of-rectangles =
    { $rectangles ->
        [one] { $rectangles } rectangle
       *[other] { $rectangles } rectangles
    }

chapter-guess-rectangles = Devinez les rectangles
guess-ask-rectangles = Tous les rectangles d’un groupe sont de la même classe. Ce groupe est-il <false>{ $false }</false> ou <true>{ $true }</true> ?

chapter-distribution = Chaque rectangle est un point
distribution-look =
    { $rectangles ->
        [one] Un rectangle. Voici ce qui se mesure : <b>{ $first }</b> et <b>{ $second }</b>.
       *[other] { $rectangles } rectangles. Voici ce qui se mesure sur chacun : <b>{ $first }</b> et <b>{ $second }</b>.
    }
distribution-reveal = Classe <truth>{ $truth }</truth>. Chaque rectangle vole vers son point : <b>{ $first }</b> vers la droite, <b>{ $second }</b> vers le haut.
distribution-fly =
    { $points ->
        [one] <b>{ $points }</b> point jusqu’ici. Sur la ligne pointillée, { $second } = { $first }.
       *[other] <b>{ $points }</b> points jusqu’ici. Sur la ligne pointillée, { $second } = { $first }.
    }
distribution-done = Les <b>{ $points }</b> rectangles sont tous là : <false>{ $false }</false> et <true>{ $true }</true> se chevauchent. Aucune droite ne les classera tous bien.
fact-sets = groupes vus
fact-points = points
fact-above-the-diagonal = pointillés : { $second } = { $first }
fact-count = <b>{ $count }</b>
fact-number = <b>{ $number }</b>
fact-none = {""}

chapter-perceptron-learns = Le perceptron apprend
perceptron-look =
    { $rectangles ->
        [one] Un rectangle vole vers son point. De quel côté de la <boundary>droite</boundary> sera-t-il ?
       *[other] { $rectangles } rectangles volent vers leurs points. De quel côté de la <boundary>droite</boundary> seront-ils ?
    }
perceptron-predict = Là où w₁ · { $first } + w₂ · { $second } dépasse 0, la machine dit <true>{ $true }</true> : ici <true>{ $of-true }</true> fois, et <false>{ $of-false } fois { $false }</false>.
perceptron-reveal-right =
    { $rectangles ->
        [one] En réalité : <truth>{ $truth }</truth>. La machine avait <b>raison</b> : erreur = 0.
        [2] En réalité : <truth>{ $truth }</truth>. Les deux étaient <b>justes</b> : erreur = 0.
       *[other] En réalité : <truth>{ $truth }</truth>. Les { $rectangles } étaient <b>justes</b> : erreur = 0.
    }
perceptron-reveal-wrong = En réalité : <truth>{ $truth }</truth>. <error>{ $wrong } sur { $rectangles } faux</error> : erreur = { $wrong } × { $sign } ÷ { $rectangles } = <error>{ $error }</error>.
perceptron-update-right = Rien n’était faux, donc rien ne change : la <boundary>droite</boundary> reste en place.
perceptron-update = Les poids changent de −taux × côté moyen × erreur : w₁ de −{ $rate } × { $mean1 } × { $error-term } = <error>{ $move1 }</error>, w₂ de −{ $rate } × { $mean2 } × { $error-term } = <error>{ $move2 }</error>.
perceptron-update-by-error = Les deux poids changent de −taux × erreur = −{ $rate } × { $error-term } = <error>{ $move1 }</error>, et la <boundary>droite</boundary> avec eux.
weight-name =
    { $weight ->
        [one] <b>w₁</b>, pour { $feature }
       *[other] <b>w₂</b>, pour { $feature }
    }
fact-wrong = faux dans ce groupe
fact-wrong-of = <b>{ $wrong }</b> sur { $rectangles }
fact-error = erreur
use-datapoints = Ajuster avec les données
use-datapoints-brief = Avec les données

explain-line = Pourquoi la <boundary>droite</boundary> a-t-elle bougé ?
explain-weight =
    { $weight ->
        [one] Pourquoi <b>w₁</b> a-t-il changé ?
       *[other] Pourquoi <b>w₂</b> a-t-il changé ?
    }
explain-error = erreur = moyenne de prédiction − réalité = ({ $errors }) ÷ { $rectangles } = <error>{ $error }</error>
explain-mean = moyenne de { $feature } = ({ $sides }) ÷ { $rectangles } = <b>{ $mean }</b>
explain-change =
    { $weight ->
        [one] changement de w₁ = −taux × moyenne de { $feature } × erreur = −{ $rate } × { $mean } × { $error } = <error>{ $change }</error>
       *[other] changement de w₂ = −taux × moyenne de { $feature } × erreur = −{ $rate } × { $mean } × { $error } = <error>{ $change }</error>
    }
explain-change-by-error =
    { $weight ->
        [one] changement de w₁ = −taux × erreur = −{ $rate } × { $error } = <error>{ $change }</error>
       *[other] changement de w₂ = −taux × erreur = −{ $rate } × { $error } = <error>{ $change }</error>
    }
explain-sum =
    { $weight ->
        [one] w₁ = { $before } + { $change-term } = <b>{ $after }</b>
       *[other] w₂ = { $before } + { $change-term } = <b>{ $after }</b>
    }

readout-features = { $first } <b>{ $width }</b> · { $second } <b>{ $height }</b>
readout-score = somme <b>{ $score }</b>, donc : <prediction>{ $prediction }</prediction>
readout-truth = en réalité : <truth>{ $truth }</truth>

chapter-linear-combination = La frontière est une combinaison linéaire
the-weights = Les poids
combination-formula = <b>{ $w1 }</b> · { $first } + <b>{ $w2 }</b> · { $second } = 0
weight-of =
    { $weight ->
        [one] w₁, pour { $feature } : <b>{ $value }</b>
       *[other] w₂, pour { $feature } : <b>{ $value }</b>
    }
combination-wrong =
    { $wrong ->
        [one] <error>{ $wrong }</error> point sur { $points } du mauvais côté
       *[other] <error>{ $wrong }</error> points sur { $points } du mauvais côté
    }
combination-machine = La droite de la machine
combination-learned =
    { $samples ->
        [one] Après { $samples } exemple, la <boundary>droite</boundary> de la machine se trompe { $wrong } fois sur { $points }. Tournez-la du doigt, ou déplacez les poids !
       *[other] Après { $samples } exemples, la <boundary>droite</boundary> de la machine se trompe { $wrong } fois sur { $points }. Tournez-la du doigt, ou déplacez les poids !
    }
combination-own = Votre <boundary>droite</boundary> se trompe <b>{ $wrong }</b> fois sur { $points } ; celle de la machine, en tirets, <b>{ $learned-wrong }</b> fois.
phase-line = Droite

chapter-perceptron-network = Dessiné comme un réseau
the-mind-as-a-network = L’esprit, dessiné comme un réseau
the-formulas = La même chose en formules
what-it-believes = Ce qu’elle croit
phase-inputs = Entrées
phase-weights = Poids
phase-sum = Somme
phase-decide = Décider
phase-empty = Vide
phase-error = Erreur
phase-fly = Voler
network-inputs = Deux entrées : <b>{ $first }</b> x₁ et <b>{ $second }</b> x₂ d’un rectangle.
network-weights = Chaque entrée suit une arête, et se trouve multipliée par le <b>poids</b> de cette arête.
network-sum = La fonction <b>f</b> additionne ce qui arrive par ses arêtes.
network-decide = La somme dépasse-t-elle 0 ? Alors la prédiction ỹ est 1, c’est-à-dire <true>{ $true }</true> ; sinon 0, <false>{ $false }</false>.
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
caption-prediction = prédiction ỹ
formula-inputs = X = (x₁, x₂)
formula-f = f(X) = σ(w₁x₁ + w₂x₂)
formula-sigma = σ(z) =
formula-case-true = 1   si z > 0
formula-case-false = 0   sinon

chapter-back-propagation = La rétropropagation, à la main
walkthrough-empty = Le réseau attend un point. Sa <boundary>droite</boundary> est là où { $w1-first } · { $first } + { $w2 } · { $second } = 0.
walkthrough-inputs = Les entrées arrivent : { $first } x₁ = <b>{ $x1 }</b>, { $second } x₂ = <b>{ $x2 }</b>.
walkthrough-sum = La somme pondérée : { $x1 } · { $w1 } + { $x2 } · { $w2 } = <b>{ $score }</b>.
walkthrough-predict-true = <b>{ $score } > 0</b> ? Oui, donc la prédiction est <b>1</b> : <prediction>{ $prediction }</prediction>.
walkthrough-predict-false = <b>{ $score } > 0</b> ? Non, donc la prédiction est <b>0</b> : <prediction>{ $prediction }</prediction>.
walkthrough-error = La vraie valeur est { $truth-number }, <truth>{ $truth }</truth> : erreur = { $prediction-number } − { $truth-number } = <error>{ $error }</error>.
walkthrough-error-none = La vraie valeur est { $truth-number }, <truth>{ $truth }</truth> : erreur = { $prediction-number } − { $truth-number } = 0. Juste !
walkthrough-update = L’erreur repart en arrière : ajustement = <error>erreur · entrée</error>. Tous les poids changent de −{ $rate } × leur ajustement, et la <boundary>droite</boundary> avec eux.
walkthrough-update-none = Pas d’erreur, pas d’ajustement : tout reste tel quel.
signal-product-1 = { $x1 } · { $w1 }
signal-product-2 = { $x2 } · { $w2 }
signal-score = <b>{ $score }</b>
signal-error = <error>{ $error }</error>
note-sum = { $x1 } · { $w1 } + { $x2 } · { $w2 } = <b>{ $score }</b>
note-decide-yes = { $score } > 0 ? <b>oui</b>
note-decide-no = { $score } > 0 ? <b>non</b>
note-error = erreur = { $prediction-number } − { $truth-number } = { $error }
note-update = ajustement = { $error } · { $input } = { $update }
explain-one-error = erreur = prédiction − réalité = { $prediction-number } − { $truth-number } = <error>{ $error }</error>
explain-one-update =
    { $weight ->
        [one] ajustement = erreur · x₁ = { $error } · { $input } = <error>{ $update }</error>
       *[other] ajustement = erreur · x₂ = { $error } · { $input } = <error>{ $update }</error>
    }
explain-one-weight =
    { $weight ->
        [one] w₁ = w₁ − taux · ajustement = { $before } − { $rate } · { $update-term } = <b>{ $after }</b>
       *[other] w₂ = w₂ − taux · ajustement = { $before } − { $rate } · { $update-term } = <b>{ $after }</b>
    }
