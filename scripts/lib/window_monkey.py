#!/usr/bin/env python3
"""A monkey at a kiosk in its own window, on a virtual screen with a window manager.

    window_monkey.py --program PROGRAM --seconds N [--seed N] [--report SECONDS]

It types on several layouts, clicks, drags and turns the wheel; it minimises, unmaps, moves and covers the
window, changes the desktop, and stops the program for a while, like a computer that sleeps. After each visit
nobody is there, and attract mode must return. The script prints the resources that the program uses. The exit
code is 1 if the program ends, panics, logs an error, does not return to attract mode, or uses more and more
resources.
"""

import argparse
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
WIDTH, HEIGHT = 1024, 640
IDLE, COUNTDOWN = 10, 5
# The watchdog timeout in seconds, longer than the longest stop.
WATCHDOG = 60
LONGEST_STOP = 25
# The limit in seconds for the return to attract mode after a visit, on a busy computer.
BACK = IDLE + 20
# The part of the run that is the warm-up. After it, the resources in use must not grow any more.
WARM_UP = 0.3
# The allowed growth of memory: the atlas of letters may double once more, to 16 MiB, and has four copies.
MORE_MIB = 64
# The allowed growth of descriptors: a file may be open during the count, such as the settings file.
MORE_DESCRIPTORS = 2

CONFIG = f"""
[kiosk]
enabled = true
idle-seconds = {IDLE}
countdown-seconds = {COUNTDOWN}
"""
# Has no menus, because a menu could end the window manager.
MANAGER = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <keyboard>
    <keybind key="A-F4"><action name="Close"/></keybind>
    <keybind key="A-Tab"><action name="NextWindow"/></keybind>
    <keybind key="A-Escape"><action name="Lower"/></keybind>
    <keybind key="C-A-Right"><action name="GoToDesktop"><to>right</to></action></keybind>
    <keybind key="C-A-Left"><action name="GoToDesktop"><to>left</to></action></keybind>
  </keyboard>
</openbox_config>
"""
LAYOUTS = ["us", "fr", "de", "ru", "gr", "es", "tr", "us -variant dvorak"]
KEYS = (
    list("abcdefghijklmnopqrstuvwxyz0123456789")
    + ["space", "Return", "Escape", "Tab", "BackSpace", "Delete", "Left", "Right", "Up", "Down"]
    + ["Prior", "Next", "Home", "End", "F1", "F5", "F11", "plus", "minus", "question", "period", "comma"]
    + ["eacute", "Cyrillic_te", "Greek_nu", "dead_circumflex", "Multi_key", "Menu", "Print", "Pause"]
    + ["ctrl+plus", "ctrl+minus", "ctrl+0", "ctrl+c", "ctrl+v", "ctrl+x", "ctrl+q", "ctrl+w", "ctrl+space"]
    + ["alt+F4", "alt+Tab", "alt+Escape", "super", "shift+Tab", "shift+question", "ISO_Level3_Shift+e"]
    + ["ctrl+alt+Right", "ctrl+alt+Left"]
)
MODIFIERS = ["ctrl", "alt", "shift", "super", "ISO_Level3_Shift"]


class Failure(Exception):
    """A violation of the rules above."""


class Kiosk:
    """The program on its own screen, under the supervisor of the drills."""

    def __init__(self, program, folder):
        self.folder = folder
        self.children = []
        self.display = self.open_screen()
        self.environment = dict(os.environ, DISPLAY=self.display, NO_COLOR="1", XDG_RUNTIME_DIR=str(folder))
        for name in ("WAYLAND_DISPLAY", "LEARNING_MACHINE_CONFIG"):
            self.environment.pop(name, None)
        (folder / "exhibit.toml").write_text(CONFIG)
        (folder / "manager.xml").write_text(MANAGER)
        self.events = folder / "events"
        self.journal = folder / "journal"
        self.start(["openbox", "--config-file", folder / "manager.xml"], "manager")
        supervisor = [sys.executable, HERE / "supervisor.py", "--watchdog", str(WATCHDOG), "--"]
        command = [program, "run", "--kiosk", "--config", folder / "exhibit.toml"]
        with self.events.open("w") as events, self.journal.open("w") as journal:
            self.supervisor = subprocess.Popen(
                [*supervisor, *command], env=self.environment, stdout=events, stderr=journal
            )
        self.await_status("attract mode", 120)
        self.process = int(re.search(r" STARTED (\d+)", self.events.read_text()).group(1))

    def open_screen(self):
        for number in range(70, 90):
            if os.path.exists(f"/tmp/.X{number}-lock") or os.path.exists(f"/tmp/.X11-unix/X{number}"):
                continue
            screen = ["Xvfb", f":{number}", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
            self.environment = dict(os.environ)
            self.start(screen, "screen")
            for _ in range(100):
                if os.path.exists(f"/tmp/.X11-unix/X{number}"):
                    return f":{number}"
                time.sleep(0.1)
        raise Failure("no virtual screen opens")

    def start(self, command, log):
        with (self.folder / log).open("a") as out:
            child = subprocess.Popen(command, env=self.environment, stdout=out, stderr=out)
        self.children.append(child)
        return child

    def status(self):
        """Returns the last status that the program reported."""
        found = re.findall(r"NOTIFIED STATUS=(.*)", self.events.read_text())
        return found[-1] if found else ""

    def await_status(self, expected, seconds):
        end = time.monotonic() + seconds
        while not self.status().startswith(expected):
            if time.monotonic() > end:
                raise Failure(f"not {expected!r} within {seconds} s, but {self.status()!r}")
            time.sleep(0.2)

    def check(self):
        """Checks that the program still runs, without a panic or an error in the log."""
        for event in ("ENDED", "TIMEOUT", "KILLED"):
            if f" {event}" in self.events.read_text():
                raise Failure("the program has ended")
        wrong = re.search(r".*(panicked|\bERROR\b).*", self.journal.read_text())
        if wrong:
            raise Failure(f"in the log: {wrong.group(0)}")

    def do(self, *actions):
        """Runs actions of xdotool one after another. Ignores actions that fail."""
        words = [str(word) for action in actions for word in action]
        command = ["xdotool", *words]
        subprocess.run(command, env=self.environment, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, timeout=60, check=False)

    def window(self):
        """Returns the id of the window. Repeats the search, which fails if another window closes meanwhile."""
        search = ["xdotool", "search", "--class", "learning-machine"]
        for _ in range(20):
            found = subprocess.run(search, env=self.environment, capture_output=True, text=True, check=False)
            if found.stdout.split():
                return found.stdout.split()[-1]
            time.sleep(0.25)
        return None

    def use(self):
        """Returns the MiB of memory, the descriptors and the threads in use."""
        status = pathlib.Path(f"/proc/{self.process}/status").read_text()
        resident = int(re.search(r"VmRSS:\s*(\d+)", status).group(1)) / 1024
        count = lambda what: len(os.listdir(f"/proc/{self.process}/{what}"))  # noqa: E731
        return resident, count("fd"), count("task")

    def end(self):
        """Asks the program to end, and checks its exit code."""
        self.supervisor.terminate()
        self.supervisor.wait(30)
        if " ENDED code 0" not in self.events.read_text():
            raise Failure("asked to end, it did not do so with exit code 0")

    def close(self):
        for child in [self.supervisor, *reversed(self.children)]:
            if child.poll() is None:
                child.terminate()
                try:
                    child.wait(15)
                except subprocess.TimeoutExpired:
                    child.kill()
                    child.wait()


class Monkey:
    def __init__(self, kiosk, seed):
        self.kiosk = kiosk
        self.random = random.Random(seed)
        self.events = 0
        self.kinds = dict.fromkeys(["minimised", "unmapped", "covered", "moved", "layout", "stopped"], 0)

    def place(self):
        return self.random.randrange(WIDTH), self.random.randrange(HEIGHT)

    def small_action(self):
        pick = self.random.random()
        if pick < 0.45:
            return [("key", self.random.choice(KEYS))]
        if pick < 0.5:
            down = self.random.random() < 0.5
            return [("keydown" if down else "keyup", self.random.choice(MODIFIERS))]
        here = ("mousemove", *self.place())
        if pick < 0.8:
            return [here, ("click", self.random.choice([1, 1, 1, 1, 2, 3]))]
        if pick < 0.9:
            way = [("mousemove", *self.place()) for _ in range(4)]
            # The button sometimes stays down until a later release.
            release = [("mouseup", 1)] if self.random.random() < 0.9 else []
            return [here, ("mousedown", 1), *way, *release]
        return [here, ("click", "--repeat", self.random.randrange(1, 6), self.random.choice([4, 5]))]

    def burst(self):
        actions = [step for _ in range(self.random.randrange(1, 13)) for step in self.small_action()]
        self.events += len(actions)
        self.kiosk.do(*actions)
        time.sleep(self.random.choice([0.02, 0.1, 0.5]))

    def large_action(self):
        kind = self.random.choice(list(self.kinds))
        window = self.kiosk.window()
        if window is None:
            raise Failure("there is no window")
        if kind == "minimised":
            self.kiosk.do(("windowminimize", window))
        elif kind == "unmapped":
            self.kiosk.do(("windowunmap", window))
        elif kind == "moved":
            self.kiosk.do(("windowmove", window, *self.place()), ("windowsize", window, *self.place()))
        elif kind == "covered":
            self.kiosk.start([sys.executable, HERE / "cover.py", str(self.random.randrange(1, 7))], "cover")
        elif kind == "layout":
            layout = ["setxkbmap", *self.random.choice(LAYOUTS).split()]
            subprocess.run(layout, env=self.kiosk.environment, check=False, capture_output=True)
        else:
            os.kill(self.kiosk.process, signal.SIGSTOP)
            try:
                # The program gets the events of this time all at once afterwards.
                if self.random.random() < 0.5:
                    self.burst()
                time.sleep(self.random.choice([0.5, 3, IDLE + 2, LONGEST_STOP - 3]))
            finally:
                os.kill(self.kiosk.process, signal.SIGCONT)
        self.kinds[kind] += 1
        self.events += 1
        time.sleep(self.random.choice([0.1, 1, 3]))

    def visit(self, until):
        end = min(time.monotonic() + self.random.uniform(20, 60), until)
        while time.monotonic() < end:
            if self.random.random() < 0.06:
                self.large_action()
            else:
                self.burst()
            self.kiosk.check()
        # Release all keys and buttons.
        self.kiosk.do(*[("keyup", key) for key in MODIFIERS], ("mouseup", 1))
        self.kiosk.await_status("attract mode", BACK)
        self.kiosk.check()


def play(kiosk, arguments):
    monkey = Monkey(kiosk, arguments.seed)
    began = time.monotonic()
    until = began + arguments.seconds
    next_report = began
    warm = None
    visits = 0
    while time.monotonic() < until:
        monkey.visit(until)
        visits += 1
        now = time.monotonic()
        used = kiosk.use()
        if now - began < WARM_UP * arguments.seconds or warm is None:
            warm = tuple(map(max, used, warm or used))
        else:
            allowed = (warm[0] + MORE_MIB, warm[1] + MORE_DESCRIPTORS, warm[2])
            for what, have, most in zip(("MiB resident", "descriptors", "threads"), used, allowed):
                if have > most:
                    raise Failure(f"{have:.0f} {what}; {most:.0f} would do")
        if now >= next_report or now >= until:
            next_report = now + arguments.report
            kinds = ", ".join(f"{count} {kind}" for kind, count in monkey.kinds.items())
            print(f"{now - began:.0f} s: {visits} visits, {monkey.events} events ({kinds}), "
                  f"{used[0]:.0f} MiB resident, {used[1]} descriptors, {used[2]} threads", flush=True)
    kiosk.end()
    print(f"in the warm-up at most: {warm[0]:.0f} MiB resident, {warm[1]} descriptors, {warm[2]} threads")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--report", type=float, default=300)
    arguments = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="window-monkey."))
    kiosk = None
    try:
        kiosk = Kiosk(arguments.program, folder)
        play(kiosk, arguments)
    except Failure as failure:
        print(f"FAILED (seed {arguments.seed}): {failure}; what was logged: {folder}")
        journal = folder / "journal"
        if journal.exists():
            print(*("    " + line for line in journal.read_text().splitlines()[-15:]), sep="\n")
        return 1
    finally:
        if kiosk is not None:
            kiosk.close()
    print("nothing failed")
    subprocess.run(["rm", "-rf", folder], check=False)
    return 0


sys.exit(main())
