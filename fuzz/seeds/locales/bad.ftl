a = { b }
b = { a }
c = { $x
d = }
= e
f = { "\u3ɒ" }
