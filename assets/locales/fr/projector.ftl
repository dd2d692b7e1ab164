# Le projecteur : ce que voit une classe, ce que dit la fenêtre de présentation, et les touches.

lesson-stop = { $stop } / { $stops }
predict-first-ask = Que prédisez-vous ?

notes-window = Notes de présentation
notes-stop = Halte { $stop } sur { $stops }
notes-next = Ensuite
notes-no-next = C’est la dernière halte.
notes-no-lesson = Aucune leçon n’est ouverte. La télécommande va de phase en phase.
notes-elapsed = écoulé
notes-left = restant
notes-over = dépassement
notes-now = maintenant
notes-frozen = L’image est figée
notes-black = L’image est noire
notes-white = L’image est blanche
notes-waits = La classe prédit : Suivant pour continuer
notes-plays = Lecture
notes-spotlight = Spot
notes-sample = exemple { $sample }

help-stop = Halte suivante, précédente
help-stop-keys = Pg suiv  Pg préc
help-step = Phase en avant, en arrière
help-step-keys = →  ←
help-black = Image noire
help-black-keys = B  ou  .
help-white = Image blanche
help-white-keys = ,
help-freeze = Figer l’image
help-freeze-keys = Z
help-spotlight = Spot
help-spotlight-keys = S
help-predict = Attendre avant de révéler
help-predict-keys = Q
help-notes = Fenêtre de notes
help-notes-keys = W
help-time = Démarrer le chrono
help-time-keys = T
help-full = Plein écran
help-full-keys = F5  F11

appearance-distance = Dernier rang, en hauteurs d’écran
appearance-nearer = plus près
appearance-farther = plus loin
appearance-distance-value = { $distance }
