"""The kind of source `madeup`: `madeup://SEED` is a page of made-up quotes, another one at each refresh."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from tickerboard.model import ObservedFrom
from tickerboard.parser.documents import Document
from tickerboard.sources.base import Pages
from tickerboard.sources.kinds import SourceKind

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tickerboard.sources.base import Fetch
    from tickerboard.sources.pace import Pace

SCHEME = "madeup://"
EVERY = 5.0


@dataclass
class MadeUpSource:
    """A page of made-up quotes; the same seed gives the same pages."""

    seed: str
    _random: random.Random = field(init=False, compare=False, repr=False)
    instant: ClassVar[bool] = True
    stream: ClassVar[bool] = False

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311  no secret

    @property
    def name(self) -> str:
        """The address as it was typed."""
        return SCHEME + self.seed

    def read(self) -> Fetch:
        """Return the next page; its time is unknown."""
        return Pages(self.name, (Document(self.name, self._page()),))

    async def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Return a page each time the timer fires."""
        every = pace.every or EVERY
        while True:
            document = Document(self.name, self._page(), pace.clock.now(), ObservedFrom.READ)
            yield Pages(self.name, (document,), again=pace.after(every))
            await pace.wait(every)

    def _page(self) -> bytes:
        return "\n".join(self._row(symbol) for symbol in ("ALFA", "BETA", "GAMMA")).encode()

    def _row(self, symbol: str) -> str:
        previous, change = Decimal(self._random.randint(5_000, 20_000)) / 100, Decimal(self._random.randint(-300, 300))
        change /= 100
        return f"{symbol} » {previous + change:.2f} » {change:+.2f} » {change / previous * 100:+.2f}%"


def _open(argument: str) -> MadeUpSource:
    return MadeUpSource(argument[len(SCHEME) :])


MADE_UP = SourceKind("madeup", "madeup://SEED: a page of made-up quotes", lambda text: text.startswith(SCHEME), _open)
