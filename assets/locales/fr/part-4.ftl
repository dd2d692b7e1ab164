# Partie IV : un autoencodeur.

chapter-autoencoder = Comprimé et reconstruit : un autoencodeur
phase-epoch = Époque
symbol-x3 = <b>x₃</b>
symbol-x4 = <b>x₄</b>
symbol-z1 = <b>z₁</b>
symbol-z2 = <b>z₂</b>
symbol-x1-again = <b>x′₁</b>
symbol-x2-again = <b>x′₂</b>
symbol-x3-again = <b>x′₃</b>
symbol-x4-again = <b>x′₄</b>
pattern-1 = 1000
pattern-2 = 0100
pattern-3 = 0010
pattern-4 = 0001
fact-epoch = époques jusqu’ici
fact-loss = perte
fact-greatest-error = plus grande erreur
loss-cross-entropy = entropie croisée moyenne
seed-value = graine { $seed }
seed-less = graine précédente
seed-more = graine suivante
autoencoder-start = Quatre nombres entrent, doivent passer par deux seulement, et ressortir. Rien n’est encore appris. Touchez les entrées pour les changer !
autoencoder-learning = Ce motif est comprimé en ({ $z1 } ; { $z2 }) ; ce qui sort n’est pas encore ce qui est entré. Perte : <error>{ $loss }</error>.
autoencoder-rebuilt = Comprimé en <b>({ $z1 } ; { $z2 })</b>, et reconstruit : ce qui sort est à 0,1 près ce qui est entré.
autoencoder-unknown = La machine n’a jamais vu ce motif : elle le comprime en ({ $z1 } ; { $z2 }) et reconstruit ce qu’elle peut.
