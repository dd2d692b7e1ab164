language-name = עברית
control-play = נ
