# Ce que seule une borne affiche.

control-start-over = recommencer

kiosk-touch = Touchez pour commencer
kiosk-subtitle = Regardez une machine se tromper et apprendre de chaque erreur.
kiosk-still-there = Êtes-vous toujours là ?
kiosk-countdown = { $seconds ->
    [one] Dans { $seconds } seconde, tout recommence.
   *[other] Dans { $seconds } secondes, tout recommence.
}
kiosk-go-on = Touchez l’écran pour continuer

operator-title = Pour le personnel
operator-pin = Code PIN
operator-checking = Un instant…
operator-wrong = Ce n’est pas le code PIN.
operator-wait = { $seconds ->
    [one] Ce n’est pas le code PIN. Nouvel essai dans { $seconds } seconde.
   *[other] Ce n’est pas le code PIN. Nouvel essai dans { $seconds } secondes.
}
operator-erase = effacer
operator-enter = Valider
operator-back = Retour
operator-reload = Relire les réglages
operator-restart = Redémarrer l’installation
operator-quit = Fermer l’installation
operator-ask-restart = Redémarrer l’installation ?
operator-ask-quit = Fermer l’installation ?
operator-stays-closed = Elle ne redémarre pas d’elle-même.
operator-yes-restart = Oui, redémarrer
operator-yes-quit = Oui, fermer
operator-in-force = Les réglages sont en vigueur.
operator-waiting = Les réglages sont en vigueur. Ceux-ci attendent le prochain démarrage :
operator-no-file = L’installation a été lancée sans fichier de réglages.
operator-refused = Les réglages précédents restent. Voici ce qui ne va pas dans les nouveaux :

operator-name = Nom
operator-no-name = non défini
operator-version = Version
operator-address = Adresse réseau
operator-no-network = pas de réseau
operator-uptime = Installation en marche depuis
operator-computer-uptime = Ordinateur allumé depuis
operator-days = { $days ->
    [one] { $days } jour { $hours } h
   *[other] { $days } jours { $hours } h
}
operator-hours = { $hours } h { $minutes } min
operator-minutes = { $minutes } min
operator-disk = Espace disque
operator-disk-free = { $free } libres sur { $total }
operator-disk-low = { $free } libres sur { $total } : presque plein
operator-visits = Visites aujourd’hui
operator-visits-waiting = { $waiting ->
    [one] { $visits }, et { $waiting } pas encore écrite
   *[other] { $visits }, et { $waiting } pas encore écrites
}
operator-visits-off = non comptées
operator-error = Dernière erreur
operator-warning = Dernier avertissement
operator-none = rien depuis le démarrage
operator-unreadable = illisible

size-bytes = { $size } o
size-kilobytes = { $size } ko
size-megabytes = { $size } Mo
size-gigabytes = { $size } Go
size-terabytes = { $size } To
