# Parte IV: un autocodificador.

chapter-autoencoder = Comprimido y reconstruido: un autocodificador
phase-epoch = Época
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
fact-epoch = épocas hasta ahora
fact-loss = pérdida
fact-greatest-error = error máximo
loss-cross-entropy = entropía cruzada media
seed-value = semilla { $seed }
seed-less = semilla anterior
seed-more = semilla siguiente
autoencoder-start = Entran cuatro números, tienen que pasar por solo dos, y deben volver a salir. Todavía no ha aprendido nada. ¡Toca las entradas para cambiarlas!
autoencoder-learning = Este patrón se comprime en ({ $z1 }; { $z2 }); lo que sale aún no es lo que entró. Pérdida: <error>{ $loss }</error>.
autoencoder-rebuilt = Comprimido en <b>({ $z1 }; { $z2 })</b>, y reconstruido: lo que sale difiere como mucho en 0,1 de lo que entró.
autoencoder-unknown = La máquina nunca vio este patrón: lo comprime en ({ $z1 }; { $z2 }) y reconstruye lo que puede.
