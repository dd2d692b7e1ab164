# Les mots qui ne sont pas d’un seul chapitre.
#
# Marques : <b>fort</b>, <boundary>sur la frontière de décision</boundary>, <error>sur une erreur</error>,
# et le nom d’une valeur qui est une classe, comme dans <truth>{ $truth }</truth>.
#
# On vouvoie le public. Devant : ; ! ? et % se trouve une espace insécable (U+00A0).

language-name = Français
decimal-separator = ,
exhibit-title = Quel effet cela fait-il d’être une machine qui apprend ?

part-1 = Partie I · Apprendre, quel effet cela fait-il ?
part-2 = Partie II · Deux dimensions, avec du bruit
part-3 = Partie III · XOR
part-4 = Partie IV · Un regard plus loin

colour-orange = orange
colour-blue = bleu
colour-red = rouge
colour-green = vert
colour-yellow = jaune

the-world = Le monde
the-mind = L’esprit
your-guess = À vous de deviner

phase-look = Regarder
phase-predict = Prédire
phase-reveal = Révéler
phase-update = Ajuster
phase-count = Compter
phase-drop = Ranger
phase-hidden = Caché
phase-revealed = Révélé

axis-count-of-bars = Nombre de barres du code
axis-count-of-barcodes = Nombre de codes-barres

feature-width = largeur
feature-height = hauteur
