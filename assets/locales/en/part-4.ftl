# Part IV: an autoencoder.

chapter-autoencoder = Squeezed and rebuilt: an autoencoder
phase-epoch = Epoch
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
fact-epoch = epochs so far
fact-loss = loss
fact-greatest-error = greatest error
loss-cross-entropy = mean cross-entropy
seed-value = seed { $seed }
seed-less = previous seed
seed-more = next seed
autoencoder-start = Four numbers go in, must pass through only two, and should come out again. The network has learned nothing yet. Touch the inputs to change them!
autoencoder-learning = This pattern is squeezed to ({ $z1 }, { $z2 }); what comes out is not yet what went in. Loss: <error>{ $loss }</error>.
autoencoder-rebuilt = Squeezed to <b>({ $z1 }, { $z2 })</b>, and rebuilt: what comes out is within 0.1 of what went in.
autoencoder-unknown = The machine never saw this pattern: it squeezes it to ({ $z1 }, { $z2 }), and rebuilds what it can.
