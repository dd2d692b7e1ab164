# Palabras que no son de un solo capítulo.
#
# Marcas: <b>fuerte</b>, <boundary>sobre la frontera de decisión</boundary>, <error>sobre un error</error>,
# y el nombre de un valor que es una clase, como en <truth>{ $truth }</truth>.
#
# A quien visita se le trata de tú.

language-name = Español
decimal-separator = ,
exhibit-title = ¿Qué se siente al ser una máquina que aprende?

part-1 = Parte I · ¿Cómo es aprender?
part-2 = Parte II · Dos dimensiones, con ruido
part-3 = Parte III · XOR
part-4 = Parte IV · Una mirada más allá

colour-orange = naranja
colour-blue = azul
colour-red = rojo
colour-green = verde
colour-yellow = amarillo

the-world = El mundo
the-mind = La mente
your-guess = Tu apuesta

phase-look = Mirar
phase-predict = Predecir
phase-reveal = Revelar
phase-update = Ajustar
phase-count = Contar
phase-drop = Colocar
phase-hidden = Oculto
phase-revealed = Revelado

axis-count-of-bars = Número de barras en el código
axis-count-of-barcodes = Número de códigos

feature-width = anchura
feature-height = altura
