"""A command whose output is the page."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from tickerboard.model import ObservedFrom
from tickerboard.parser.documents import Document, decode
from tickerboard.sources.base import Failed, Pages, SourceError, addresses_without_secrets, numbered
from tickerboard.sources.pace import COMMAND_EVERY
from tickerboard.sources.pipes import reading
from tickerboard.sources.running import run_to_end
from tickerboard.text.clean import shown

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncGenerator

    from tickerboard.sources.base import Fetch
    from tickerboard.sources.pace import Pace

COMMAND_SECONDS = 20
OUTPUT_CAP = 5 * 1024 * 1024
SUPERVISOR = str(Path(__file__).with_name("supervisor.py"))
ERRORS_CAP, LINE_CAP = 4_096, 200
"""Bytes of standard error that are kept, the last ones, and characters of its last line that are shown."""
ERRORS_SECONDS, ENDING_SECONDS = 1, 2


@dataclass(frozen=True)
class ExecSource:
    """A command, run by the shell; what it prints is the page.

    `number` distinguishes it from others that differ only in what is not shown.
    """

    command: str
    number: int = field(default=1, compare=False)
    instant: ClassVar[bool] = False
    stream: ClassVar[bool] = False

    @property
    def name(self) -> str:
        """The command, printable, without the tokens in its addresses."""
        return numbered(shown(addresses_without_secrets(self.command)), self.number)

    def next(self) -> ExecSource:
        """Return the same source under the next number."""
        return replace(self, number=self.number + 1)

    def read(self) -> Fetch:
        """Run the command once, for at most 20 seconds."""
        try:
            return Pages(self.name, (run_to_end(self._run),))
        except SourceError as error:
            return Failed.of(self.name, error)

    def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Run it on a timer."""
        from tickerboard.sources.polling import follow_timed

        return follow_timed(self.name, self._run, pace.every or COMMAND_EVERY, pace)

    async def _run(self) -> Document:
        async with _running(self.command) as (process, output, errors):
            saying = asyncio.ensure_future(_last_line(errors))
            try:
                async with asyncio.timeout(COMMAND_SECONDS):
                    data = await _all(output)
                    assert process.stdin is not None  # noqa: S101  for the type checker: it was opened as a pipe
                    process.stdin.close()
                    status = await process.wait()
            except TimeoutError as error:
                raise SourceError(f"still running after {COMMAND_SECONDS} s") from error
            finally:
                await asyncio.wait([saying], timeout=0 if process.returncode is None else ERRORS_SECONDS)
                saying.cancel()
        if status:
            said = saying.result() if saying.done() and not saying.cancelled() else ""
            reason = f"ended with status {status}"
            raise SourceError(f"{reason}: {said}" if said else reason, logged=reason)
        return Document(self.name, data, datetime.now(UTC), ObservedFrom.READ)


@asynccontextmanager
async def _running(command: str) -> AsyncGenerator[tuple[Process, asyncio.StreamReader, asyncio.StreamReader]]:
    """Run a command; return it with its output and errors, and end all of it afterwards. Raises SourceError.

    The pipes are our own, to be closed when we want: a daemon may hold its side for ever.
    """
    ours, theirs = zip(os.pipe(), os.pipe(), strict=True)
    async with reading(os.fdopen(ours[0], "rb", 0)) as output, reading(os.fdopen(ours[1], "rb", 0)) as errors:
        process = await _started(command, theirs)
        try:
            yield process, output, errors
        finally:
            await _ended(process)


async def _started(command: str, pipes: tuple[int, ...]) -> Process:
    """Start the supervisor of a command, its output and errors given to it. Raises SourceError without room for it."""
    try:
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", "-S", SUPERVISOR, command),
            stdin=asyncio.subprocess.PIPE,
            stdout=pipes[0],
            stderr=pipes[1],
            start_new_session=True,
        )
    except OSError as error:
        raise SourceError((error.strerror or "cannot be run").lower()) from error
    finally:
        for pipe in pipes:
            os.close(pipe)


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


async def _all(output: asyncio.StreamReader) -> bytes:
    """Return all that a command prints. Raises SourceError where that is too much."""
    data = bytearray()
    while chunk := await output.read(65_536):
        data += chunk
        if len(data) > OUTPUT_CAP:
            raise SourceError(f"printed more than {OUTPUT_CAP // 1024 // 1024} MiB")
    return bytes(data)


async def _last_line(errors: asyncio.StreamReader) -> str:
    """Return the last line of what a command writes to standard error, clean, without secrets and not too long."""
    end = b""
    while chunk := await errors.read(65_536):
        end = (end + chunk)[-ERRORS_CAP:]
    lines = [line for line in shown_lines(end) if line]
    return addresses_without_secrets(lines[-1])[:LINE_CAP] if lines else ""


def shown_lines(data: bytes) -> list[str]:
    """Return the lines of a command's errors as they may be printed."""
    return [shown(line).strip() for line in decode(data).splitlines()]
