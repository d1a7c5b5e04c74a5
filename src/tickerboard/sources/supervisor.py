"""Runs one command and ends all that it started, also what left its session or its parent.

It is run as a program of its own, isolated and without `site`, by `children`. Its first argument is the number of an
open descriptor that becomes the command's standard input; the others are the command, a program and its arguments.
It ends when the command has ended and its standard input is closed, or on SIGTERM. Where the system lets a process
adopt its orphaned descendants (Linux: PR_SET_CHILD_SUBREAPER, prctl(2)), nothing of the command outlives it. Its status
is that of the command; 128 and the number of the signal where one ended that.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

SET_PARENT_DEATH_SIGNAL, SET_CHILD_SUBREAPER = 1, 36


def main(given: int, command: list[str]) -> int:
    """Run a command; end all of its descendants when it has ended, and return its status."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _adopt_orphans()
    child = os.fork()
    if child == 0:
        _become(given, command)
    os.close(given)
    os.close(1)  # so that the pipe ends when the command and its children have ended
    os.close(2)
    try:
        status = _status_of(child)
        while os.read(0, 1):  # a child may still print: whoever reads that says when it is enough
            pass
        return status
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        _end(child)


def _become(given: int, command: list[str]) -> NoReturn:
    """Run the command in place of this process; where that fails, say why and end as the shell would."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.setsid()
    os.dup2(given, 0)
    os.close(given)
    try:
        os.execvp(command[0], command)  # noqa: S606  the command is the user's own
    except OSError as error:
        os.write(2, f"{command[0]}: {(error.strerror or 'cannot be run').lower()}\n".encode())
        os._exit(127)


def _adopt_orphans() -> None:
    """Become the parent of every orphaned descendant, and end with our own parent, where the system has this."""
    with contextlib.suppress(OSError, AttributeError):
        prctl = ctypes.CDLL(None).prctl
        prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        prctl(SET_PARENT_DEATH_SIGNAL, int(signal.SIGTERM), 0, 0, 0)


def _status_of(child: int) -> int:
    """Wait for the command, and for orphans that end meanwhile; return its exit status."""
    while True:
        process, status = os.wait()
        if process == child:
            code = os.waitstatus_to_exitcode(status)
            return code if code >= 0 else 128 - code


def _end(command: int) -> None:
    """End the command's session, then whatever is still our child, until no child is left."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(command, signal.SIGKILL)
    while children := _children():
        for child in children:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(child, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.wait()


def _children() -> list[int]:
    """Return our children: the descendants whose parents have ended. Empty where the system does not list them."""
    own = os.getpid()
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError):
            fields = entry.read_text("latin-1").rpartition(") ")[2].split()
            if int(fields[1]) == own and fields[0] != "Z":
                found.append(int(entry.parent.name))
    return found


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
