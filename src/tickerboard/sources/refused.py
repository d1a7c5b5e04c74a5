"""A SOURCE that is of no kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tickerboard.sources.base import Failed

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tickerboard.sources.base import Fetch
    from tickerboard.sources.pace import Pace


@dataclass(frozen=True, slots=True)
class RefusedSource:
    """A SOURCE that is of no kind: it fails as a missing file does, and hides no other source."""

    name: str
    reason: str
    instant: ClassVar[bool] = True
    stream: ClassVar[bool] = False

    def read(self) -> Fetch:
        """Return why it is refused."""
        return Failed.of(self.name, self.reason)

    async def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Return it once; nothing changes it."""
        yield self.read()
