# Words that several chapters share.
#
# Marks: <b>strong</b>, <boundary>about the decision boundary</boundary>, <error>about an error</error>,
# and the name of a value that is a class, as in <truth>{ $truth }</truth>.

language-name = English
decimal-separator = .
exhibit-title = What is it like to be a learning machine?

part-1 = Part I · What is learning like?
part-2 = Part II · Two dimensions, with noise
part-3 = Part III · XOR
part-4 = Part IV · A glimpse further

colour-orange = orange
colour-blue = blue
colour-red = red
colour-green = green
colour-yellow = yellow

the-world = The world
the-mind = The mind
your-guess = Your guess

phase-look = Look
phase-predict = Predict
phase-reveal = Reveal
phase-update = Update
phase-count = Count
phase-drop = Drop
phase-hidden = Hidden
phase-revealed = Revealed

axis-count-of-bars = Count of bars in the barcode
axis-count-of-barcodes = Count of barcodes

feature-width = width
feature-height = height
