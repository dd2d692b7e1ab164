control-play = afspelen
control-pause = pauze
