#!/usr/bin/env python3
"""A service manager for the drills, which does only what systemd does for packaging/learning-machine.service.

    supervisor.py --watchdog SECONDS -- COMMAND...

Type=notify, NotifyAccess=main, WatchdogSec, Restart=always, RestartSec=1, StartLimitIntervalSec=0,
RestartPreventExitStatus=10. Each event is one line on standard output: seconds since the epoch, the name of
the event, and its details. SIGTERM stops the service as `systemctl stop` does, SIGHUP reloads it.
"""

import argparse
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time

RESTART_SEC = 1.0
CLOSED_BY_OPERATOR = 10
# The time that a process has to end after a request, in seconds.
TIMEOUT_STOP_SEC = 10.0
# The credentials that the kernel adds to a message: process, user, group.
CREDENTIALS = struct.Struct("3i")


def say(event, about=""):
    print(f"{time.time():.3f} {event} {about}".rstrip(), flush=True)


class Supervisor:
    def __init__(self, command, watchdog, start_timeout):
        self.command = command
        self.watchdog = watchdog
        self.start_timeout = start_timeout
        self.folder = tempfile.TemporaryDirectory(prefix="supervisor.")
        self.path = os.path.join(self.folder.name, "notify")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(self.path)
        # Makes the kernel add the sender's credentials to each message.
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self.socket.setblocking(False)
        self.stopping = False
        self.child = None
        self.is_ready = False
        self.deadline = None
        self.killed_at = None

    def run(self):
        signal.signal(signal.SIGTERM, lambda *_: self.stop())
        signal.signal(signal.SIGINT, lambda *_: self.stop())
        signal.signal(signal.SIGHUP, lambda *_: self.reload())
        while True:
            self.start()
            code = self.attend()
            if self.stopping:
                say("STOPPED")
                return 0
            if code == CLOSED_BY_OPERATOR:
                say("CLOSED", "by the operator, and not started again")
                return 0
            end = time.monotonic() + RESTART_SEC
            while not self.stopping and time.monotonic() < end:
                time.sleep(0.05)
            if self.stopping:
                say("STOPPED")
                return 0

    def start(self):
        environment = dict(os.environ, NOTIFY_SOCKET=self.path)
        if self.watchdog:
            environment["WATCHDOG_USEC"] = str(int(self.watchdog * 1e6))
        self.is_ready = False
        self.killed_at = None
        self.deadline = time.monotonic() + self.start_timeout
        # The shell sets WATCHDOG_PID, because the process id is known only after the start.
        shell = ["/bin/sh", "-c", 'WATCHDOG_PID=$$ exec "$@"', "sh", *self.command]
        self.child = subprocess.Popen(shell, env=environment, stdin=subprocess.DEVNULL)
        say("STARTED", self.child.pid)

    def attend(self):
        """Listens to the process until it ends. Returns its exit code, or its signal as a negative number."""
        while True:
            code = self.child.poll()
            self.listen(0.0 if code is not None else 0.05)
            if code is not None:
                say("ENDED", f"signal {-code}" if code < 0 else f"code {code}")
                return code
            self.look_at_the_clock()

    def listen(self, seconds):
        select.select([self.socket], [], [], seconds)
        while True:
            try:
                data, control, _, _ = self.socket.recvmsg(4096, socket.CMSG_SPACE(CREDENTIALS.size))
            except BlockingIOError:
                return
            sender = [
                CREDENTIALS.unpack(content)[0]
                for level, kind, content in control
                if level == socket.SOL_SOCKET and kind == socket.SCM_CREDENTIALS
            ]
            # NotifyAccess=main: accept only messages of the main process.
            if sender != [self.child.pid]:
                say("IGNORED", f"a message of process {sender}")
                continue
            for line in data.decode(errors="replace").splitlines():
                self.hear(line)

    def hear(self, line):
        say("NOTIFIED", line)
        if line == "READY=1":
            self.is_ready = True
            self.feed()
        elif line == "WATCHDOG=1" and self.is_ready:
            self.feed()
        elif line == "STOPPING=1":
            # The process has the usual time to end from here on.
            self.deadline = time.monotonic() + TIMEOUT_STOP_SEC

    def feed(self):
        self.deadline = time.monotonic() + self.watchdog if self.watchdog else None

    def look_at_the_clock(self):
        now = time.monotonic()
        if self.killed_at is not None:
            if now - self.killed_at > TIMEOUT_STOP_SEC / 2:
                say("KILLED", "SIGKILL, for it does not end")
                self.child.kill()
                self.killed_at = now
        elif self.deadline is not None and now > self.deadline:
            if self.stopping:
                why, how = "it does not stop", signal.SIGKILL
            elif self.is_ready:
                why, how = "no sign of life", signal.SIGABRT
            else:
                why, how = "it does not get ready", signal.SIGTERM
            say("TIMEOUT", f"{why}: {how.name}")
            self.child.send_signal(how)
            # A stopped process must continue in order to end. systemd does the same.
            self.child.send_signal(signal.SIGCONT)
            self.killed_at = now

    def stop(self):
        self.stopping = True
        if self.child and self.child.poll() is None:
            say("STOPPING", "SIGTERM")
            self.child.send_signal(signal.SIGTERM)
            self.deadline = time.monotonic() + TIMEOUT_STOP_SEC

    def reload(self):
        if self.child and self.child.poll() is None:
            say("RELOADING", "SIGHUP")
            self.child.send_signal(signal.SIGHUP)


def main():
    parser = argparse.ArgumentParser(description="A service manager for the drills.")
    parser.add_argument("--watchdog", type=float, default=30.0, help="WatchdogSec, 0 for none")
    parser.add_argument("--start-timeout", type=float, default=90.0, help="TimeoutStartSec")
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args()
    return Supervisor(arguments.command, arguments.watchdog, arguments.start_timeout).run()


if __name__ == "__main__":
    sys.exit(main())
