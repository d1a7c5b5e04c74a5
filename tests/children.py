"""The command as a process of its own, its memory measured."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_PROGRAM = r"""
import re, sys
from pathlib import Path
from tickerboard.cli.main import main
status = main()
peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]
print(peak, file=sys.stderr)
sys.exit(status)
"""


class Done(NamedTuple):
    """The exit status, what was said on standard error, and the most memory it had, in MiB."""

    status: int
    err: str
    peak: int


def measured(*arguments: str, before: str = "", env: Mapping[str, str] | None = None) -> Done:
    """Run the command, in bash behind `before`, which may be what fills its standard input."""
    line = f'{before} "$@"'
    command = ["bash", "-c", line, "bash", sys.executable, "-c", _PROGRAM, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | (env or {}))
    *said, peak = done.stderr.splitlines()
    return Done(done.returncode, "\n".join(said), int(peak) // 1024)
