"""A command whose output is the page."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from tickerboard.model import ObservedFrom
from tickerboard.parser.documents import Document
from tickerboard.sources.base import Failed, Pages, SourceError, addresses_without_secrets, numbered
from tickerboard.sources.pace import COMMAND_EVERY
from tickerboard.sources.pipes import reading
from tickerboard.text.clean import shown

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncGenerator

    from tickerboard.sources.base import Fetch
    from tickerboard.sources.pace import Pace

COMMAND_SECONDS = 20
OUTPUT_CAP = 5 * 1024 * 1024


@dataclass(frozen=True)
class ExecSource:
    """A command, run by the shell; what it prints is the page.

    `number` tells it from others that differ only in what is not shown.
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
            return Pages(self.name, (asyncio.run(self._run()),))
        except SourceError as error:
            return Failed.of(self.name, error)

    def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Run it on a timer."""
        from tickerboard.sources.polling import follow_timed

        return follow_timed(self.name, self._run, pace.every or COMMAND_EVERY, pace)

    async def _run(self) -> Document:
        ours, theirs = os.pipe()  # our own, to be closed when we want: a daemon may hold its side for ever
        async with reading(os.fdopen(ours, "rb", 0)) as output:
            process = await self._started(theirs)
            try:
                async with asyncio.timeout(COMMAND_SECONDS):
                    data = await self._all(output)
                    status = await process.wait()
            except TimeoutError as error:
                raise SourceError(f"still running after {COMMAND_SECONDS} s") from error
            finally:
                # The whole group: a shell's children would outlive it.
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(process.pid, signal.SIGKILL)
                await process.wait()
        if status:
            raise SourceError(f"ended with status {status}")
        return Document(self.name, data, datetime.now(UTC), ObservedFrom.READ)

    async def _started(self, output: int) -> Process:
        """Start the command, its output given away. Raises SourceError where the system has no room for it."""
        nowhere = asyncio.subprocess.DEVNULL
        try:
            return await asyncio.create_subprocess_shell(
                self.command, stdin=nowhere, stdout=output, stderr=nowhere, start_new_session=True
            )
        except OSError as error:
            raise SourceError((error.strerror or "cannot be run").lower()) from error
        finally:
            os.close(output)

    async def _all(self, output: asyncio.StreamReader) -> bytes:
        data = bytearray()
        while chunk := await output.read(65_536):
            data += chunk
            if len(data) > OUTPUT_CAP:
                raise SourceError(f"printed more than {OUTPUT_CAP // 1024 // 1024} MiB")
        return bytes(data)
