"""A command whose output is the page."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from tickerboard.sources.base import Document, Fetch, SourceError, shown
from tickerboard.sources.pace import COMMAND_EVERY

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncGenerator

    from tickerboard.sources.pace import Pace

COMMAND_SECONDS = 20
OUTPUT_CAP = 5 * 1024 * 1024


@dataclass(frozen=True)
class ExecSource:
    """A command, run by the shell; what it prints is the page."""

    command: str
    instant: ClassVar[bool] = False
    stream: ClassVar[bool] = False

    @property
    def name(self) -> str:
        """The command, printable."""
        return shown(self.command)

    def read(self) -> Fetch:
        """Run the command once, for at most 20 seconds."""
        try:
            return Fetch(self.name, (asyncio.run(self._run()),))
        except SourceError as error:
            return Fetch(self.name, failure=str(error))

    def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Run it on a timer."""
        from tickerboard.sources.timed import follow_timed

        return follow_timed(self.name, self._run, pace.every or COMMAND_EVERY, pace)

    async def _run(self) -> Document:
        process = await asyncio.create_subprocess_shell(
            self.command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            async with asyncio.timeout(COMMAND_SECONDS):
                data = await self._output(process)
                status = await process.wait()
        except TimeoutError as error:
            raise SourceError(f"{self.name}: still running after {COMMAND_SECONDS} s") from error
        finally:
            # The whole group: a shell's children would outlive it and hold the pipe.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            with contextlib.suppress(TimeoutError):  # what is left in the pipe, so that it closes
                await asyncio.wait_for(process.communicate(), 1)
        if status:
            raise SourceError(f"{self.name}: ended with status {status}")
        return Document(self.name, data, datetime.now(UTC))

    async def _output(self, process: Process) -> bytes:
        assert process.stdout is not None  # noqa: S101  asked for above
        data = bytearray()
        while chunk := await process.stdout.read(65_536):
            data += chunk
            if len(data) > OUTPUT_CAP:
                raise SourceError(f"{self.name}: printed more than {OUTPUT_CAP // 1024 // 1024} MiB")
        return bytes(data)
