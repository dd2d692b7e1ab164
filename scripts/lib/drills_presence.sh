# shellcheck shell=bash
# Drills about visibility and presence: windows, time, and the file of visits.
# Sourced by scripts/drills, which defines the helpers.
# shellcheck disable=SC2034,SC2154 # Its variables are those of scripts/drills.

# Starts a window manager on the screen. Windows get their places from it.
open_manager() {
    if ! command -v openbox >/dev/null; then
        echo "    openbox is not installed"
        return 1
    fi
    DISPLAY=:$screen openbox >>"$folder/screen" 2>&1 &
    manager=$!
    sleep 1
}

# Prints the id of the exhibit's window on the X server.
own_window() {
    DISPLAY=:$screen xdotool search --class learning-machine | tail -n 1
}

# Whether the screen shows more than one colour.
shows_something() {
    local colours
    colours=$(DISPLAY=:$screen import -window root -format '%k' info:)
    echo "    colours on the screen: $colours"
    [ "$colours" -gt 1 ]
}

# Whether the exhibit is still process $1, without a restart.
is_still() {
    is_running && [ "$(exhibit)" = "$1" ]
}

# Prints the visits in the file, line by line.
tell_visits() {
    sed 's/^/    written: /' "$1"
}

# shown_again COMMAND...: runs xdotool with COMMAND, then expects attract mode within 5 s, in the same
# process. "WINDOW" stands for the exhibit's window.
shown_again() {
    local first
    open_exhibit || return 1
    first=$(exhibit)
    look_from_here
    DISPLAY=:$screen xdotool "${@//WINDOW/$(own_window)}"
    await "$hidden" 3 && await "$attract" 5 && shows_something && is_still "$first"
}

drill_unmapped() {
    echo "The window is taken off the screen: it is shown again within 5 s, by the same process."
    shown_again windowunmap WINDOW
}

drill_minimised() {
    echo "A window manager minimises the window: it is shown again within 5 s, by the same process."
    open_screen
    open_manager || return 3
    shown_again windowminimize WINDOW
}

drill_desktop() {
    echo "A window manager goes to another desktop: the window is shown there within 5 s, by the same process."
    open_screen
    open_manager || return 3
    shown_again set_desktop 1
}

drill_covered() {
    echo "Another window comes over it: it is in front again within 5 s. Where a window manager does not" \
        "allow that, the watchdog ends the program, and it is back $back s after the other window is gone."
    local first cover
    open_exhibit || return 1
    first=$(exhibit)
    look_from_here
    DISPLAY=:$screen python3 "$here/lib/cover.py" 30 &
    cover=$!
    local code=0
    { await "$hidden" 5 && await "$attract" 5 && shows_something && is_still "$first"; } || code=1
    kill "$cover"
    [ "$code" = 0 ] || return 1
    wait "$cover" 2>/dev/null || true
    close_exhibit
    if ! open_manager; then
        echo "    the second part is left out"
        return 0
    fi
    open_exhibit || return 1
    look_from_here
    DISPLAY=:$screen python3 "$here/lib/cover.py" 60 &
    cover=$!
    if await "$hidden" 5 && await 'TIMEOUT no sign of life' $((watchdog + 3)); then
        # A process that is started under the cover never counts as ready.
        sleep 5
        look_from_here
        kill "$cover"
        wait "$cover" 2>/dev/null || true
        await "$attract" "$back" && shows_something
    else
        kill "$cover"
        return 1
    fi
}

drill_suspended() {
    echo "The program sleeps for 20 s while a visitor is there, who would have been missed after 10 s: when it" \
        "wakes up, the visit is over at once, and no longer than it was."
    local watchdog=60 first
    settings "[kiosk]
idle-seconds = 10
countdown-seconds = 5
[use-counts]
enabled = true
file = \"$folder/suspended.jsonl\""
    rm -f "$folder/suspended.jsonl"
    open_exhibit || return 1
    first=$(exhibit)
    look_from_here
    touch_the_screen
    await "$visitor" 5 || return 1
    sleep 1
    kill -STOP "$first"
    sleep 20
    look_from_here
    kill -CONT "$first"
    await "$attract" 1.5 && is_still "$first" || return 1
    sleep 1
    tell_visits "$folder/suspended.jsonl"
    grep -q '"seconds":[0-2],' "$folder/suspended.jsonl"
}

drill_clock() {
    echo "The clock is set ten days ahead, and then a year back, while a visitor is there: the visit is neither" \
        "ended nor made longer, and no visit that was written is lost."
    local library first file=$folder/clock.jsonl offset=$folder/clock.offset launcher
    library=$(find /usr/lib -name libfaketimeMT.so.1 2>/dev/null | head -n 1)
    if [ -z "$library" ]; then
        echo "    libfaketime is not installed"
        return 3
    fi
    settings "[kiosk]
idle-seconds = 10
countdown-seconds = 5
[use-counts]
enabled = true
file = \"$file\""
    rm -f "$folder"/clock*.jsonl
    echo '+0d' >"$offset"
    # Only the time of day changes: the monotonic time goes on as before, as when somebody sets a clock.
    launcher=(env "LD_PRELOAD=$library" "FAKETIME_TIMESTAMP_FILE=$offset" FAKETIME_NO_CACHE=1
        FAKETIME_DONT_FAKE_MONOTONIC=1 DONT_FAKE_MONOTONIC=1)
    open_exhibit || return 1
    first=$(exhibit)
    local shift
    for shift in +10d -365d; do
        look_from_here
        touch_the_screen
        await "$visitor" 5 || return 1
        look_from_here
        echo "$shift" >"$offset"
        # It ends after nobody has been there for ten seconds, no sooner and not much later.
        sleep 7
        if tail -n "+$mark" "$events" | grep -q -e "$attract"; then
            echo "    the visit has ended too soon"
            return 1
        fi
        await "$attract" 6 || return 1
    done
    sleep 1
    tell_visits <(cat "$folder"/clock*.jsonl)
    is_still "$first" && [ "$(cat "$folder"/clock*.jsonl | wc -l)" = 2 ] &&
        [ "$(cat "$folder"/clock*.jsonl | grep -c '"seconds":[0-2],')" = 2 ] &&
        grep -q "\"$(date -d '10 days' +%Y-%m)" "$folder"/clock*.jsonl &&
        grep -q "\"$(date -d '365 days ago' +%Y-%m)" "$folder"/clock*.jsonl
}

drill_visits() {
    echo "The folder of visits cannot be written to, then it can, then it is full: the exhibit goes on, says" \
        "so once each time, and has written every visit when it ends."
    local first place=$folder/place mounted=no
    rm -rf "$place"
    # Not even root can write below a file.
    : >"$place"
    settings "[kiosk]
idle-seconds = 10
countdown-seconds = 5
[use-counts]
enabled = true
file = \"$place/visits.jsonl\""
    open_exhibit || return 1
    first=$(exhibit)
    visit || return 1
    said 'visits cannot be written down' 1 || return 1
    rm "$place"
    mkdir "$place"
    if mount -t tmpfs -o size=16k drill "$place" 2>/dev/null; then
        mounted=yes
    else
        echo "    no small disk can be made here: it is not filled"
    fi
    local code=0
    fill_the_place || code=$?
    [ $mounted = no ] || umount "$place"
    return "$code"
}

# A finished visit, and its record in the file.
visit() {
    look_from_here
    touch_the_screen
    await "$visitor" 5 && await "$attract" 15 && sleep 1
}

fill_the_place() {
    local expected=2
    visit || return 1
    said 'visits are written down again' 1 || return 1
    if [ "$mounted" = yes ]; then
        dd if=/dev/zero of="$place/filler" bs=1k count=64 2>/dev/null || true
        # Uses up the rest of the last block as well.
        yes full | head -c 4096 >>"$place/visits.jsonl.filler" 2>/dev/null || true
        head -c 4096 /dev/zero | tr '\0' '\n' >>"$place/visits.jsonl" 2>/dev/null || true
        visit || return 1
        said 'visits cannot be written down' 2 || return 1
        rm "$place"/*filler
        expected=3
    fi
    is_still "$first" || return 1
    look_from_here
    kill -TERM "$supervisor"
    await 'ENDED code 0' 5 || return 1
    grep began "$place/visits.jsonl" | sed 's/^/    written: /'
    [ "$(grep -c began "$place/visits.jsonl")" = "$expected" ]
}
