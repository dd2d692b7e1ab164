# El proyector: lo que ve una clase, lo que dice la ventana de quien presenta, y las teclas.

lesson-stop = { $stop } / { $stops }
predict-first-ask = ¿Qué predices tú?

notes-window = Notas para quien presenta
notes-stop = Parada { $stop } de { $stops }
notes-next = Después
notes-no-next = Esta es la última parada.
notes-no-lesson = No hay ninguna lección abierta. El mando va de fase en fase.
notes-elapsed = transcurrido
notes-left = restante
notes-over = de más
notes-now = ahora
notes-frozen = La imagen está congelada
notes-black = La imagen está en negro
notes-white = La imagen está en blanco
notes-waits = La clase predice: sigue con Siguiente
notes-plays = En marcha
notes-spotlight = Foco
notes-sample = ejemplo { $sample }

help-stop = Parada siguiente, anterior
help-stop-keys = Av Pág  Re Pág
help-step = Fase adelante, atrás
help-step-keys = →  ←
help-black = Imagen en negro
help-black-keys = B  o  .
help-white = Imagen en blanco
help-white-keys = ,
help-freeze = Congelar la imagen
help-freeze-keys = Z
help-spotlight = Foco
help-spotlight-keys = S
help-predict = Esperar antes de revelar
help-predict-keys = Q
help-notes = Ventana de notas
help-notes-keys = W
help-time = Poner el tiempo en marcha
help-time-keys = T
help-full = Pantalla completa
help-full-keys = F5  F11

appearance-distance = Última fila, en alturas de imagen
appearance-nearer = más cerca
appearance-farther = más lejos
appearance-distance-value = { $distance }
