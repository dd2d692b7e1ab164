# Lo que solo muestra un quiosco.

control-start-over = empezar de nuevo

kiosk-touch = Toca para empezar
kiosk-subtitle = Mira cómo una máquina se equivoca y aprende de cada error.
kiosk-still-there = ¿Sigues ahí?
kiosk-countdown = { $seconds ->
    [one] En un segundo todo empieza de nuevo.
   *[other] En { $seconds } segundos todo empieza de nuevo.
}
kiosk-go-on = Toca la pantalla para continuar

operator-title = Para el personal
operator-pin = PIN
operator-checking = Un momento…
operator-wrong = Ese no es el PIN.
operator-wait = { $seconds ->
    [one] Ese no es el PIN. Vuelve a probar en un segundo.
   *[other] Ese no es el PIN. Vuelve a probar en { $seconds } segundos.
}
operator-erase = borrar
operator-enter = Entrar
operator-back = Volver
operator-reload = Leer de nuevo los ajustes
operator-restart = Reiniciar la instalación
operator-quit = Cerrar la instalación
operator-ask-restart = ¿Reiniciar la instalación?
operator-ask-quit = ¿Cerrar la instalación?
operator-stays-closed = No vuelve a iniciarse por sí sola.
operator-yes-restart = Sí, reiniciar
operator-yes-quit = Sí, cerrar
operator-in-force = Los ajustes están en vigor.
operator-waiting = Los ajustes están en vigor. Estos esperan al próximo inicio:
operator-no-file = La instalación se inició sin archivo de ajustes.
operator-refused = Siguen los ajustes anteriores. En los nuevos falla esto:
