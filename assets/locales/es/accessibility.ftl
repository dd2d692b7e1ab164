# Para quienes oyen la instalación o la usan sin manos: descripciones, nombres, pulsadores.
# Aquí no hay marcas: todo esto puede leerse en voz alta.

# El momento en palabras.
description-chapter = Capítulo { $number } de { $chapters }: { $title }
description-position = Aquí: { $position }.
description-place = { $sample }, fase { $phase }
description-page = Página abierta: { $page }.
description-playing = En marcha. El botón «pausa» lo detiene.
description-next-explanation = Con Escape cierras la explicación.
description-next-guess = Puedes elegir { $false } o { $true }.
description-next-turn = La línea se puede girar con las flechas.
description-next-move = La línea se puede girar y mover con las flechas.
description-next-why = Puedes preguntar por qué se ha movido la línea.
description-next-toggle = Cada entrada se puede cambiar.
description-next-phase = Adelante lleva a la fase { $phase }.
description-next-sample = Adelante lleva al ejemplo siguiente, fase { $phase }.
description-next-chapter = Aquí termina el capítulo. Adelante lleva al siguiente: { $title }
description-end = Aquí termina la instalación.

# Lo que está dibujado.
picture-barcode = Un código de barras: { $caption }.
picture-example = Un ejemplo de la clase { $class }: { $caption }.
picture-stripes = Desde la izquierda, sus barras negras tienen este ancho: { $widths }.
picture-rectangles =
    { $rectangles ->
        [one] Un rectángulo.
       *[other] { $rectangles } rectángulos.
    }
picture-sides = Uno con { $first } { $width }, { $second } { $height }.
picture-coloured = El color es el de la clase { $class }.
picture-tally =
    { $streak ->
        [0] { $who }. Aciertos: { $right }, fallos: { $wrong }.
       *[other] { $who }. Aciertos: { $right }, fallos: { $wrong }, aciertos seguidos: { $streak }.
    }
picture-histogram =
    { $samples ->
        [0] Un histograma vacío. Eje: { $axis }.
        [one] Un histograma de un valor. Eje: { $axis }.
       *[other] Un histograma de { $samples } valores. Eje: { $axis }.
    }
picture-highest = Su columna más alta está en { $value }, con { $samples }.
picture-of-class = { $class }: { $samples }.
picture-boundary = La frontera de decisión está en { $value }: por encima la máquina dice { $true }; si no, { $false }.
picture-cell = El ejemplo cae en la columna { $value }.
picture-says = Allí está dibujado como { $class }.
picture-plane =
    { $points ->
        [0] Un plano de { $first } y { $second }, sin puntos anteriores.
        [one] Un plano de { $first } y { $second }, con un punto anterior.
       *[other] Un plano de { $first } y { $second }, con { $points } puntos anteriores.
    }
picture-current =
    { $points ->
        [one] Un punto de este ejemplo está dibujado como { $class }.
       *[other] { $points } puntos de este ejemplo están dibujados como { $class }.
    }
picture-line = La línea está donde { $w1 } por { $first }, más { $w2 } por { $second }, más { $bias }, es 0; por encima de 0 es { $true }.
picture-ghost = Antes la línea estaba donde { $w1 } por { $first }, más { $w2 } por { $second }, más { $bias }, es 0.
picture-named-line = Una línea llamada { $name }.
picture-region = El { $percent } por ciento del plano es { $true }.
picture-trail = El punto { $name } está en { $width } y { $height }.
picture-fact = { $name }: { $value }.
picture-curve = { $name }: de { $first } a { $last }.
picture-network = Una red de { $neurons } círculos y { $edges } conexiones.
picture-weight = En una conexión: { $weight }.
picture-weight-changed = En una conexión: { $before } pasó a { $now }.

# Los signos, tal como se leen en voz alta.
spoken-minus = menos
spoken-times = por
spoken-divided-by = dividido entre
spoken-plus = más
spoken-equals = igual a
spoken-greater = mayor que
spoken-and-so-on = etcétera
spoken-prediction = y con virgulilla
spoken-sigma = sigma
spoken-change = delta
spoken-prime = prima
spoken-half = un medio
spoken-0 = 0
spoken-1 = 1
spoken-2 = 2
spoken-3 = 3
spoken-4 = 4

# Nombres de los controles.
name-page-close = cerrar { $page }
name-explanation-close = cerrar la explicación
name-rule = Aprender con la regla { $rule }
name-line-turn = frontera de decisión, para girar
name-line-move = frontera de decisión, para girar y mover
value-line = pesos: { $first } { $w1 }; { $second } { $w2 }

# Pulsadores.
appearance-switches = Pulsadores
switches-off = Ninguno
switches-two = Dos pulsadores
switches-one = Un pulsador
help-switches = Dos pulsadores: botón siguiente, pulsar
help-switches-keys = Espacio  Intro
stepping-more = más
stepping-less = menos
stepping-turn-left = a izquierdas
stepping-turn-right = a derechas
stepping-up = subir
stepping-down = bajar
stepping-done = listo

# The whole of a name from the data that the screen shows shortened; Tab reaches it.
name-whole = nombre completo: { $name }
# Read out between 10 and its exponent.
spoken-to-the-power = elevado a
