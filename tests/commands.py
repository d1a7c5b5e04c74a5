"""The command, run for real: its output, its one line of error."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

from forking import can_fork, run_forked

if TYPE_CHECKING:
    from collections.abc import Mapping


PAGE = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\nKEL 4.66 Increased By ▲ 0.10 (2.19%)\n"
_RUN = "import sys; from tickerboard.cli.main import main; sys.exit(main())"
PROGRAM = [sys.executable, "-m", "tickerboard"]


def run(
    *arguments: object, stdin: bytes | int = subprocess.DEVNULL, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the program; standard input is the null device, a text or a descriptor."""
    words, everything = [str(each) for each in arguments], os.environ | (env or {})
    if stdin == subprocess.DEVNULL and can_fork(env or {}):
        done = run_forked(_RUN, words, everything)
    elif isinstance(stdin, bytes):
        done = subprocess.run([*PROGRAM, *words], capture_output=True, env=everything, input=stdin)
    else:
        done = subprocess.run([*PROGRAM, *words], capture_output=True, env=everything, stdin=stdin)
    return subprocess.CompletedProcess(words, done.returncode, done.stdout.decode(), done.stderr.decode())


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `tb` is the program."""
    program = f'tb() {{ {shlex.join(PROGRAM)} "$@"; }}\n{line}'
    return subprocess.run(["bash", "-c", program], capture_output=True, text=True)


def assert_refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """Nothing is printed but one line that has these words; the status is 2."""
    assert (done.returncode, done.stdout) == (2, ""), done
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith("tickerboard: ")
    assert "internal error" not in done.stderr
    for word in words:
        assert word in done.stderr
