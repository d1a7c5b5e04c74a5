"""A command whose output is the page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from tickerboard.model import ObservedFrom
from tickerboard.parser.documents import Document
from tickerboard.sources.base import Failed, Pages, SourceError, addresses_without_secrets, numbered
from tickerboard.sources.children import ChildError, Limits, output_of
from tickerboard.sources.pace import COMMAND_EVERY
from tickerboard.sources.running import run_to_end
from tickerboard.text.clean import shown

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tickerboard.sources.base import Fetch
    from tickerboard.sources.pace import Pace

COMMAND_SECONDS = 20
OUTPUT_CAP = 5 * 1024 * 1024


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
        try:
            data = await output_of(("/bin/sh", "-c", self.command), b"", Limits(COMMAND_SECONDS, OUTPUT_CAP))
        except ChildError as error:
            raise SourceError(str(error), logged=error.logged) from error
        return Document(self.name, data, datetime.now(UTC), ObservedFrom.READ)
