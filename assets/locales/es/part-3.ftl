# Parte III: XOR, dos intentos que fracasan, y la red que lo aprende.

axis-aspect-ratio = Anchura dividida entre altura
axis-count-of-rectangles = Número de rectángulos
phase-set = Grupo
phase-points = Puntos
phase-first = Primera
phase-second = Segunda
phase-output = Salida
the-points = Los puntos
the-criteria = Los criterios

chapter-guess-xor = Adivina los rectángulos, otra vez

chapter-single-line = ¡Una sola línea no los separa!
fact-right-now = aciertos de esta línea
fact-best-so-far = la mejor hasta ahora
fact-best-of-all = la mejor de todas
fact-share = <b>{ $count }</b> ({ $percent } %)
single-line-try = Intenta separar las clases: toma la <boundary>línea</boundary> por un extremo para girarla, por el centro para moverla.
single-line-own = Tu <boundary>línea</boundary> acierta en <b>{ $right }</b> de { $points }.
single-line-best = Ninguna <boundary>línea</boundary> puede hacerlo mejor: { $most } de { $points }. Una sola línea no basta.

chapter-aspect-ratio = ¿Sirve la proporción de los lados?
aspect-look =
    { $rectangles ->
        [one] Para este rectángulo: { $first } entre { $second }. ¿Es ese el número que decide?
       *[other] Para cada uno de estos { $rectangles } rectángulos: { $first } entre { $second }. ¿Es ese el número que decide?
    }
aspect-drop =
    { $points ->
        [one] <b>{ $points }</b> rectángulo colocado: { $first } entre { $second }.
       *[other] <b>{ $points }</b> rectángulos colocados: { $first } entre { $second }.
    }
aspect-done = <true>{ $true }</true> queda a izquierda y derecha, <false>{ $false }</false> en el centro: tampoco aquí los separa una sola <boundary>frontera</boundary>.

chapter-two-steps = Dos pasos
line-first = 1
line-second = 2
criterion-first = <b>1</b>: { $first } + { $second } > { $low }
criterion-second = <b>2</b>: { $first } + { $second } > { $high }
criterion-both = <true>{ $true }</true>: 1, pero no 2
steps-points = Cuatro montones: <false>{ $false }</false> donde los dos lados son cortos o los dos largos, <true>{ $true }</true> donde solo uno es largo.
steps-first = Separación parcial con un criterio: por debajo de la primera <boundary>línea</boundary> todo es <false>{ $false }</false>.
steps-second = Separación final con otro: por encima de la segunda <boundary>línea</boundary> todo vuelve a ser <false>{ $false }</false>, y entre las dos, <true>{ $true }</true>.

chapter-xor-network = Dos pasos, dibujados como una red
symbol-n11 = <b>n₁₁</b>
symbol-n12 = <b>n₁₂</b>
symbol-n21 = <b>n₂₁</b>
symbol-w0-11 = w⁰₁₁
symbol-w0-12 = w⁰₁₂
symbol-w0-21 = w⁰₂₁
symbol-w0-22 = w⁰₂₂
symbol-w1-11 = w¹₁₁
symbol-w1-21 = w¹₂₁
xor-network-inputs = Las entradas son otra vez { $first } x₁ y { $second } x₂. Ahora las miran dos neuronas.
xor-network-first = La neurona oculta <b>n₁₁</b> traza una primera <boundary>línea</boundary>: está activa en la parte sombreada del plano.
xor-network-second = La neurona oculta <b>n₁₂</b> traza una segunda <boundary>línea</boundary>.
xor-network-output = <b>n₂₁</b> suma sus salidas, con un peso mayor y otro menor que 0: <true>{ $true }</true> donde está activa la primera, pero no la segunda.

chapter-network-learns = La red aprende
network-look =
    { $rectangles ->
        [one] Un rectángulo vuela a su punto; sus lados entran en la red.
       *[other] { $rectangles } rectángulos vuelan a sus puntos; sus lados entran en la red.
    }
network-predict = Donde la salida es mayor que 0,5, la máquina dice <true>{ $true }</true>: aquí, <true>{ $true } { $of-true }</true> { $of-true ->
        [one] vez
       *[other] veces
    } y <false>{ $false } { $of-false }</false> { $of-false ->
        [one] vez
       *[other] veces
    }.
network-reveal-right =
    { $rectangles ->
        [one] En realidad: <truth>{ $truth }</truth>. La máquina ha <b>acertado</b>, con una pérdida de { $loss }.
        [2] En realidad: <truth>{ $truth }</truth>. Ha <b>acertado</b> los dos, con una pérdida media de { $loss }.
       *[other] En realidad: <truth>{ $truth }</truth>. Ha <b>acertado</b> los { $rectangles }, con una pérdida media de { $loss }.
    }
network-reveal-wrong = En realidad: <truth>{ $truth }</truth>. <error>{ $wrong } de { $rectangles } mal</error>, con una pérdida media de <error>{ $loss }</error>.
network-update = Los errores vuelven atrás; con tasa { $rate }, todos los pesos cambian un poco, y con ellos la <boundary>región</boundary>.
network-lost = Con tasa { $rate } los pasos eran demasiado grandes: ya no hay región de la clase <true>{ $true }</true>. La máquina ha olvidado lo aprendido.
weight-moved = <error>{ $number }</error>
loss = pérdida media
rule-note-notebook = Regla del cuaderno: vuelve atrás todo el error.
rule-note-gradient = Gradiente exacto: vuelve el error multiplicado por la pendiente de σ.
rule-notebook = Cuaderno
rule-gradient = Gradiente
confidence = Mostrar la certeza
