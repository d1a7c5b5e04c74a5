"""The entry point: it finds the command, runs it, and turns whatever happens into an exit status."""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

from tickerboard.cli.commands import BOARD, COMMANDS, find
from tickerboard.cli.output import OutputError, discard, fail, prepare, write
from tickerboard.cli.statuses import BY_SIGNAL, DONE
from tickerboard.errors import TickerboardError
from tickerboard.logs import log

if TYPE_CHECKING:
    from collections.abc import Sequence

GARBAGE = 50_000
"""Objects made before garbage is looked for: what start-up and parsing make stays, and is looked at in vain."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status. Raise SystemExit for --help, --version and wrong usage."""
    gc.set_threshold(GARBAGE)
    arguments = list(sys.argv[1:] if argv is None else argv)
    prepare()
    heard: list[int] = []

    def leave(number: int, _: object) -> NoReturn:
        heard.append(number)
        sys.exit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:  # under nohup it is ignored, and stays so
            signal.signal(number, leave)
    status: object = None
    try:
        status = _status_of(arguments, heard)
    except SystemExit as ending:
        status = ending.code
        raise
    finally:
        log.end(status)
    return status


def _status_of(arguments: list[str], heard: list[int]) -> int:
    """Run the command. `heard` holds the signals that came: what their handler raises may arrive as another error."""
    try:
        status = _run(arguments)
        write()
    except KeyboardInterrupt:
        return BY_SIGNAL[signal.SIGINT]
    except BrokenPipeError:  # whoever read our output has seen enough
        discard(sys.stdout)
        return DONE
    except OutputError as error:
        discard(sys.stdout)
        return fail(str(error))
    except TickerboardError as error:
        return fail(str(error))
    except OSError as error:  # a disk that is full, a file that went
        discard(sys.stdout)
        return fail(f"{error.filename or 'input or output'}: {(error.strerror or type(error).__name__).lower()}")
    except Exception as error:  # noqa: BLE001  the last line of defence: one line instead of a traceback
        if heard:
            return 128 + heard[0]
        fault = f"internal error: {type(error).__name__}"
        log.record("fault", what=fault)
        return fail(fault)
    return status


def _run(arguments: list[str]) -> int:
    """Read the options first: --version and --help need nothing else of a command."""
    name = arguments[0] if arguments else ""
    if command := find(name):
        return command.run(command.options().read(arguments[1:]))
    if near := _misspelled(name):
        return fail(f"no command or file {name!r}; did you mean {near}?")
    return BOARD.run(BOARD.options().read(arguments))


def _misspelled(name: str) -> str | None:
    """Return the command that was probably meant by a word that names no file."""
    if not name.isalpha() or os.path.lexists(name):
        return None
    import difflib

    near = difflib.get_close_matches(name.lower(), [each.name for each in COMMANDS], 1, 0.7)
    return near[0] if near else None
