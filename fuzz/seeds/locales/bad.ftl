a = { b }
b = { a }
c = { $x
d = }
= e
