# Parte I: códigos de barras, desde adivinar hasta un umbral que aprende.

count-of-bars =
    { $bars ->
        [one] { $bars } barra
       *[other] { $bars } barras
    }
note-hidden = clase aún oculta
note-truth = en realidad: <truth>{ $truth }</truth>
note-barcode-number = Código { $number }
note-counting = contando…
note-counted = contado

chapter-guess-barcode = Adivina el código de barras
guess-ask = ¿De qué clase es este código de barras: <false>{ $false }</false> o <true>{ $true }</true>?
guess-answered = Este ya lo has respondido. Mira qué es.
guess-right = Es <truth>{ $truth }</truth>. <b>¡Correcto!</b>
guess-wrong = Has dicho <answer>{ $answer }</answer>, pero es <truth>{ $truth }</truth>.
guess-not-answered = Este era <truth>{ $truth }</truth>. ¿Y el siguiente?
guess-you = Tú
guess-machine = La máquina
guess-right-count = aciertos
guess-wrong-count = fallos
guess-streak = seguidos
guess-next = Siguiente
guess-reveal = Revelar
guess-undo = Deshacer
guess-again = Empezar de nuevo
guess-machine-note = Vio los mismos ejemplos, y aprendió de cada uno.

chapter-histogram = ¿Cómo aprende una máquina a clasificar?
histogram-look = Una máquina necesita un número. Deja que cuente las barras.
histogram-counting = Contando: <b>{ $bars }</b> hasta ahora.
histogram-count =
    { $bars ->
        [one] <b>1 barra.</b> Es todo lo que la máquina sabrá de este código.
       *[other] <b>{ $bars } barras.</b> Es todo lo que la máquina sabrá de este código.
    }
histogram-drop =
    { $seen ->
        [one] Uno más en <b>{ $bars }</b>. Ya se ha contado 1 código.
       *[other] Uno más en <b>{ $bars }</b>. Ya se han contado { $seen } códigos.
    }
histogram-done = Ya están contados los <b>{ $seen }</b> códigos. ¿Ves dos montones?

chapter-categories = Las clases y la frontera de decisión
categories-look =
    { $bars ->
        [one] <b>{ $bars } barra.</b> ¿A qué lado de <boundary>{ $boundary }</boundary> queda?
       *[other] <b>{ $bars } barras.</b> ¿A qué lado de <boundary>{ $boundary }</boundary> queda?
    }
categories-reveal = Este código es de la clase <truth>{ $truth }</truth>.
categories-reveal-odd = Este código es de la clase <truth>{ $truth }</truth>, al revés de lo que dice la frontera.
categories-drop-right = <b>{ $bars }</b> es mayor que <boundary>{ $boundary }</boundary>: a la derecha de la frontera de decisión.
categories-drop-left = <b>{ $bars }</b> no es mayor que <boundary>{ $boundary }</boundary>: a la izquierda de la frontera de decisión.
categories-done = Un solo número, la <boundary>frontera de decisión</boundary>, separa <false>{ $false }</false> de <true>{ $true }</true>. ¿Podría encontrarlo una máquina?

chapter-threshold-learns = El umbral aprende
threshold-look =
    { $bars ->
        [one] <b>{ $bars } barra.</b> La frontera de decisión está en <boundary>{ $before }</boundary>.
       *[other] <b>{ $bars } barras.</b> La frontera de decisión está en <boundary>{ $before }</boundary>.
    }
threshold-predict-more =
    { $bars ->
        [one] <b>{ $bars } barra</b> es más que <boundary>{ $before }</boundary>, así que la máquina dice <prediction>{ $prediction }</prediction>.
       *[other] <b>{ $bars } barras</b> son más que <boundary>{ $before }</boundary>, así que la máquina dice <prediction>{ $prediction }</prediction>.
    }
threshold-predict-not-more =
    { $bars ->
        [one] <b>{ $bars } barra</b> no es más que <boundary>{ $before }</boundary>, así que la máquina dice <prediction>{ $prediction }</prediction>.
       *[other] <b>{ $bars } barras</b> no son más que <boundary>{ $before }</boundary>, así que la máquina dice <prediction>{ $prediction }</prediction>.
    }
threshold-reveal-right = En realidad: <truth>{ $truth }</truth>. La máquina ha <b>acertado</b>: error = { $prediction-number } − { $truth-number } = 0.
threshold-reveal-wrong = En realidad: <truth>{ $truth }</truth>. La máquina ha <error>fallado</error>: error = { $prediction-number } − { $truth-number } = <error>{ $error }</error>.
threshold-update-right = Ha acertado, así que nada cambia: la frontera sigue en <boundary>{ $before }</boundary>.
threshold-update-up =
    { $bars ->
        [one] { $bars } barra es muy poco para <prediction>{ $prediction }</prediction>: la frontera sube { $rate } × 1 × { $bars } = <error>{ $move }</error>, hasta <boundary>{ $after }</boundary>.
       *[other] { $bars } barras son muy pocas para <prediction>{ $prediction }</prediction>: la frontera sube { $rate } × 1 × { $bars } = <error>{ $move }</error>, hasta <boundary>{ $after }</boundary>.
    }
threshold-update-down =
    { $bars ->
        [one] { $bars } barra es demasiado para <prediction>{ $prediction }</prediction>: la frontera baja { $rate } × 1 × { $bars } = <error>{ $move }</error>, hasta <boundary>{ $after }</boundary>.
       *[other] { $bars } barras son demasiadas para <prediction>{ $prediction }</prediction>: la frontera baja { $rate } × 1 × { $bars } = <error>{ $move }</error>, hasta <boundary>{ $after }</boundary>.
    }
