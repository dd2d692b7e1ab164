# Parte II: rectángulos, el perceptrón, y la retropropagación a mano.

count-of-rectangles =
    { $rectangles ->
        [one] 1 rectángulo
       *[other] { $rectangles } rectángulos
    }

chapter-guess-rectangles = Adivina los rectángulos
guess-ask-rectangles = Todos los rectángulos de un grupo son de la misma clase. ¿Este grupo es <false>{ $false }</false> o <true>{ $true }</true>?

chapter-distribution = Cada rectángulo es un punto
distribution-look =
    { $rectangles ->
        [one] Un rectángulo. Se pueden medir: <b>{ $first }</b> y <b>{ $second }</b>.
       *[other] { $rectangles } rectángulos. De cada uno se pueden medir: <b>{ $first }</b> y <b>{ $second }</b>.
    }
distribution-reveal = Clase <truth>{ $truth }</truth>. Cada rectángulo vuela a su punto: <b>{ $first }</b> hacia la derecha, <b>{ $second }</b> hacia arriba.
distribution-fly =
    { $points ->
        [one] <b>{ $points }</b> punto hasta ahora. En la línea de puntos, { $second } = { $first }.
       *[other] <b>{ $points }</b> puntos hasta ahora. En la línea de puntos, { $second } = { $first }.
    }
distribution-done = Todos los rectángulos, <b>{ $points }</b>: <false>{ $false }</false> y <true>{ $true }</true> se solapan. Ninguna línea acertará con todos.
fact-sets = grupos vistos
fact-points = puntos
fact-above-the-diagonal = línea de puntos: { $second } = { $first }
fact-count = <b>{ $count }</b>
fact-number = <b>{ $number }</b>
fact-none = {""}

chapter-perceptron-learns = El perceptrón aprende
perceptron-look =
    { $rectangles ->
        [one] Un rectángulo vuela a su punto. ¿A qué lado de la <boundary>línea</boundary> quedará?
       *[other] { $rectangles } rectángulos vuelan a sus puntos. ¿A qué lado de la <boundary>línea</boundary> quedarán?
    }
perceptron-predict = Donde w₁ · { $first } + w₂ · { $second } es mayor que 0, la máquina dice <true>{ $true }</true>: aquí, <true>{ $true } { $of-true }</true> { $of-true ->
        [one] vez
       *[other] veces
    } y <false>{ $false } { $of-false }</false> { $of-false ->
        [one] vez
       *[other] veces
    }.
perceptron-reveal-right =
    { $rectangles ->
        [one] En realidad: <truth>{ $truth }</truth>. La máquina ha <b>acertado</b>: error = 0.
        [2] En realidad: <truth>{ $truth }</truth>. Ha <b>acertado</b> los dos: error = 0.
       *[other] En realidad: <truth>{ $truth }</truth>. Ha <b>acertado</b> los { $rectangles }: error = 0.
    }
perceptron-reveal-wrong = En realidad: <truth>{ $truth }</truth>. <error>{ $wrong } de { $rectangles } mal</error>: error = { $wrong } × { $sign } ÷ { $rectangles } = <error>{ $error }</error>.
perceptron-update-right = No ha fallado ninguno, así que nada cambia: la <boundary>línea</boundary> se queda donde está.
perceptron-update = Los pesos cambian en −tasa × lado medio × error: w₁ en −{ $rate } × { $mean1 } × { $error-term } = <error>{ $move1 }</error>, w₂ en −{ $rate } × { $mean2 } × { $error-term } = <error>{ $move2 }</error>.
perceptron-update-by-error = Los dos pesos cambian en −tasa × error = −{ $rate } × { $error-term } = <error>{ $move1 }</error>, y la <boundary>línea</boundary> con ellos.
weight-name =
    { $weight ->
        [one] <b>w₁</b>, para { $feature }
       *[other] <b>w₂</b>, para { $feature }
    }
fact-wrong = fallos en este grupo
fact-wrong-of = <b>{ $wrong }</b> de { $rectangles }
fact-error = error
use-datapoints = Usar los datos al ajustar
use-datapoints-brief = Usar los datos

explain-line = ¿Por qué se ha movido la <boundary>línea</boundary>?
explain-weight =
    { $weight ->
        [one] ¿Por qué ha cambiado <b>w₁</b>?
       *[other] ¿Por qué ha cambiado <b>w₂</b>?
    }
explain-error = error = media de predicción − realidad = ({ $errors }) ÷ { $rectangles } = <error>{ $error }</error>
explain-mean = media de { $feature } = ({ $sides }) ÷ { $rectangles } = <b>{ $mean }</b>
explain-change =
    { $weight ->
        [one] cambio de w₁ = −tasa × media de { $feature } × error = −{ $rate } × { $mean } × { $error } = <error>{ $change }</error>
       *[other] cambio de w₂ = −tasa × media de { $feature } × error = −{ $rate } × { $mean } × { $error } = <error>{ $change }</error>
    }
explain-change-by-error =
    { $weight ->
        [one] cambio de w₁ = −tasa × error = −{ $rate } × { $error } = <error>{ $change }</error>
       *[other] cambio de w₂ = −tasa × error = −{ $rate } × { $error } = <error>{ $change }</error>
    }
explain-sum =
    { $weight ->
        [one] w₁ = { $before } + { $change-term } = <b>{ $after }</b>
       *[other] w₂ = { $before } + { $change-term } = <b>{ $after }</b>
    }

readout-features = { $first } <b>{ $width }</b> · { $second } <b>{ $height }</b>
readout-score = suma <b>{ $score }</b>, por tanto: <prediction>{ $prediction }</prediction>
readout-truth = en realidad: <truth>{ $truth }</truth>

chapter-linear-combination = La frontera es una combinación lineal
the-weights = Los pesos
combination-formula = <b>{ $w1 }</b> · { $first } + <b>{ $w2 }</b> · { $second } = 0
weight-of =
    { $weight ->
        [one] w₁, para { $feature }: <b>{ $value }</b>
       *[other] w₂, para { $feature }: <b>{ $value }</b>
    }
combination-wrong = <error>{ $wrong }</error> de { $points } puntos en el lado equivocado
combination-machine = La línea de la máquina
combination-learned =
    { $samples ->
        [one] Tras { $samples } ejemplo, la <boundary>línea</boundary> de la máquina falla en { $wrong } de { $points }. ¡Gírala con el dedo, o mueve los pesos!
       *[other] Tras { $samples } ejemplos, la <boundary>línea</boundary> de la máquina falla en { $wrong } de { $points }. ¡Gírala con el dedo, o mueve los pesos!
    }
combination-own = Tu <boundary>línea</boundary> falla en <b>{ $wrong }</b> de { $points }; la de la máquina, a trazos, en <b>{ $learned-wrong }</b>.
phase-line = Línea

chapter-perceptron-network = Dibujado como una red
the-mind-as-a-network = La mente, dibujada como una red
the-formulas = Lo mismo, en fórmulas
what-it-believes = Lo que cree
phase-inputs = Entradas
phase-weights = Pesos
phase-sum = Suma
phase-decide = Decidir
phase-empty = Vacía
phase-error = Error
phase-fly = Volar
network-inputs = Dos entradas: <b>{ $first }</b> x₁ y <b>{ $second }</b> x₂ de un rectángulo.
network-weights = Cada entrada recorre una arista y se multiplica por el <b>peso</b> de la arista.
network-sum = La función <b>f</b> suma lo que llega por sus aristas.
network-decide = ¿La suma es mayor que 0? Entonces la predicción ỹ es 1, es decir, <true>{ $true }</true>; si no, 0, <false>{ $false }</false>.
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
caption-prediction = predicción ỹ
formula-inputs = X = (x₁, x₂)
formula-f = f(X) = σ(w₁x₁ + w₂x₂)
formula-sigma = σ(z) =
formula-case-true = 1   si z > 0
formula-case-false = 0   si no

chapter-back-propagation = Retropropagación, a mano
walkthrough-empty = La red espera un punto. Su <boundary>línea</boundary> está donde { $w1-first } · { $first } + { $w2 } · { $second } = 0.
walkthrough-inputs = Entran los datos: { $first } x₁ = <b>{ $x1 }</b>, { $second } x₂ = <b>{ $x2 }</b>.
walkthrough-sum = La suma ponderada: { $x1 } · { $w1 } + { $x2 } · { $w2 } = <b>{ $score }</b>.
walkthrough-predict-true = ¿<b>{ $score } > 0</b>? Sí, así que la predicción es <b>1</b>: <prediction>{ $prediction }</prediction>.
walkthrough-predict-false = ¿<b>{ $score } > 0</b>? No, así que la predicción es <b>0</b>: <prediction>{ $prediction }</prediction>.
walkthrough-error = El valor real es { $truth-number }, <truth>{ $truth }</truth>: error = { $prediction-number } − { $truth-number } = <error>{ $error }</error>.
walkthrough-error-none = El valor real es { $truth-number }, <truth>{ $truth }</truth>: error = { $prediction-number } − { $truth-number } = 0. ¡Correcto!
walkthrough-update = El error vuelve atrás: ajuste = <error>error · entrada</error>. Todos los pesos cambian en −{ $rate } × su ajuste, y con ellos la <boundary>línea</boundary>.
walkthrough-update-none = Sin error no hay ajuste: todo se queda como está.
signal-product-1 = { $x1 } · { $w1 }
signal-product-2 = { $x2 } · { $w2 }
signal-score = <b>{ $score }</b>
signal-error = <error>{ $error }</error>
note-sum = { $x1 } · { $w1 } + { $x2 } · { $w2 } = <b>{ $score }</b>
note-decide-yes = ¿{ $score } > 0? <b>sí</b>
note-decide-no = ¿{ $score } > 0? <b>no</b>
note-error = error = { $prediction-number } − { $truth-number } = { $error }
note-update = ajuste = { $error } · { $input } = { $update }
explain-one-error = error = predicción − realidad = { $prediction-number } − { $truth-number } = <error>{ $error }</error>
explain-one-update =
    { $weight ->
        [one] ajuste = error · x₁ = { $error } · { $input } = <error>{ $update }</error>
       *[other] ajuste = error · x₂ = { $error } · { $input } = <error>{ $update }</error>
    }
explain-one-weight =
    { $weight ->
        [one] w₁ = w₁ − tasa · ajuste = { $before } − { $rate } · { $update-term } = <b>{ $after }</b>
       *[other] w₂ = w₂ − tasa · ajuste = { $before } − { $rate } · { $update-term } = <b>{ $after }</b>
    }
