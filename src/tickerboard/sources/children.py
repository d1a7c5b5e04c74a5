"""Programs of the user's choice, run under a supervisor, with limits on their time and output; none outlives us."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import sys
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.errors import TickerboardError
from tickerboard.parser.documents import decode
from tickerboard.sources.base import addresses_without_secrets
from tickerboard.sources.pipes import reading
from tickerboard.text.clean import shown

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncGenerator, Generator, Sequence

SUPERVISOR = str(Path(__file__).with_name("supervisor.py"))
ERRORS_CAP, LINE_CAP = 4_096, 200
"""Bytes of standard error that are kept, the last ones, and characters of its last line that are shown."""
ERRORS_SECONDS, ENDING_SECONDS = 1, 2
_KIBIBYTE = 1024


class Limits(NamedTuple):
    """How long a program may run, in seconds, and how many bytes it may print."""

    seconds: float
    output: int


class ChildError(TickerboardError):
    """A program that failed. The message is one plain line; `logged` is the same without what the program wrote."""

    def __init__(self, message: str, logged: str = "") -> None:
        super().__init__(message)
        self.logged = logged or message


async def output_of(program: Sequence[str], given: bytes, limits: Limits) -> bytes:
    """Run a program with its arguments, and `given` as its standard input; return what it prints.

    Raise ChildError where it cannot be run, fails, or exceeds a limit. All that it started is ended.
    """
    async with _running(program, given) as (process, output, errors):
        saying = asyncio.ensure_future(_last_line(errors))
        try:
            async with asyncio.timeout(limits.seconds):
                data = await _all(output, limits.output)
                assert process.stdin is not None  # noqa: S101  for the type checker: it was opened as a pipe
                process.stdin.close()
                status = await process.wait()
        except TimeoutError as error:
            raise ChildError(f"still running after {limits.seconds:g} s") from error
        finally:
            await asyncio.wait([saying], timeout=0 if process.returncode is None else ERRORS_SECONDS)
            saying.cancel()
    if status:
        said = saying.result() if saying.done() and not saying.cancelled() else ""
        reason = f"ended with status {status}"
        raise ChildError(f"{reason}: {said}" if said else reason, reason)
    return data


@asynccontextmanager
async def _running(
    program: Sequence[str], given: bytes
) -> AsyncGenerator[tuple[Process, asyncio.StreamReader, asyncio.StreamReader]]:
    """Run a program; return it with its output and errors, and end all of it afterwards. Raise ChildError.

    The pipes are our own, to be closed when we want: a daemon may hold its side for ever.
    """
    ours, theirs = zip(os.pipe(), os.pipe(), strict=True)
    async with reading(os.fdopen(ours[0], "rb", 0)) as output, reading(os.fdopen(ours[1], "rb", 0)) as errors:
        process = await _started(program, given, theirs)
        try:
            yield process, output, errors
        finally:
            await _ended(process)


async def _started(program: Sequence[str], given: bytes, pipes: tuple[int, ...]) -> Process:
    """Start the supervisor of a program, its output and errors given to it. Raise ChildError without room for it."""
    try:
        with _input(given) as number:
            return await asyncio.create_subprocess_exec(
                *(sys.executable, "-I", "-S", SUPERVISOR, str(number), *program),
                stdin=asyncio.subprocess.PIPE,
                stdout=pipes[0],
                stderr=pipes[1],
                start_new_session=True,
                pass_fds=(number,),
            )
    except OSError as error:
        raise ChildError((error.strerror or "cannot be run").lower()) from error
    except ValueError as error:  # a NUL in an argument
        raise ChildError("cannot be run") from error
    finally:
        for pipe in pipes:
            os.close(pipe)


@contextlib.contextmanager
def _input(given: bytes) -> Generator[int]:
    """Open a file with these bytes and return its descriptor: a pipe would hold us up where nobody reads it."""
    with Path(os.devnull).open("rb") if not given else tempfile.TemporaryFile() as file:
        if given:
            file.write(given)
            file.seek(0)
        number = fcntl.fcntl(file.fileno(), fcntl.F_DUPFD_CLOEXEC, 3)  # the first three are those of the supervisor
    try:
        yield number
    finally:
        os.close(number)


async def _ended(process: Process) -> None:
    """End a supervisor and what it runs; politely first, for it knows what has left its session."""
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(ENDING_SECONDS):
            await process.wait()
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.wait()


async def _all(output: asyncio.StreamReader, most: int) -> bytes:
    """Return all that a program prints. Raise ChildError where that is too much."""
    data = bytearray()
    while chunk := await output.read(65_536):
        data += chunk
        if len(data) > most:
            kibibytes = most // _KIBIBYTE
            size = f"{kibibytes} KiB" if kibibytes < _KIBIBYTE else f"{kibibytes // _KIBIBYTE} MiB"
            raise ChildError(f"printed more than {size}")
    return bytes(data)


async def _last_line(errors: asyncio.StreamReader) -> str:
    """Return the last line of what a program writes to standard error, clean, without secrets and not too long."""
    end = b""
    while chunk := await errors.read(65_536):
        end = (end + chunk)[-ERRORS_CAP:]
    lines = [line for line in (shown(line).strip() for line in decode(end).splitlines()) if line]
    return addresses_without_secrets(lines[-1])[:LINE_CAP] if lines else ""
