# Teil IV: ein Autoencoder.

chapter-autoencoder = Verdichtet und wieder aufgebaut: ein Autoencoder
phase-epoch = Epoche
symbol-x3 = <b>x₃</b>
symbol-x4 = <b>x₄</b>
symbol-z1 = <b>z₁</b>
symbol-z2 = <b>z₂</b>
symbol-x1-again = <b>x′₁</b>
symbol-x2-again = <b>x′₂</b>
symbol-x3-again = <b>x′₃</b>
symbol-x4-again = <b>x′₄</b>
pattern-1 = 1000
pattern-2 = 0100
pattern-3 = 0010
pattern-4 = 0001
fact-epoch = Epochen bisher
fact-loss = Verlust
fact-greatest-error = größter Fehler
loss-cross-entropy = mittlere Kreuzentropie
seed-value = Startwert { $seed }
seed-less = Startwert kleiner
seed-more = Startwert größer
autoencoder-start = Vier Zahlen gehen hinein, müssen durch nur zwei hindurch und sollen wieder herauskommen. Gelernt ist noch nichts. Berühr die Eingaben, um sie zu ändern!
autoencoder-learning = Dieses Muster wird zu ({ $z1 }; { $z2 }) verdichtet; was herauskommt, ist noch nicht, was hineinging. Verlust: <error>{ $loss }</error>.
autoencoder-rebuilt = Zu <b>({ $z1 }; { $z2 })</b> verdichtet und wieder aufgebaut: Was herauskommt, weicht höchstens 0,1 von dem ab, was hineinging.
autoencoder-unknown = Dieses Muster hat die Maschine nie gesehen: Sie verdichtet es zu ({ $z1 }; { $z2 }) und baut davon auf, was sie kann.
