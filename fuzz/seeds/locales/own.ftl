language-name = Nederlands
decimal-separator = ,
-brand = Machine { $x }
    .gender = male
control-play = afspelen { -brand } { control-pause } { "\u00e9" } { NUMBER($n, minimumFractionDigits: 2) }
histogram-counting = <b>{ $bars }</b> { $bars ->
    [one] streep
   *[other] { $bars } <error>strepen</error>
}
    .note = { histogram-counting.note }
