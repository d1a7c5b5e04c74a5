"""The page that comes with the program, as it is or on a random walk."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from tickerboard.model import Direction, Kind, ObservedFrom, Quote
from tickerboard.parser import parse_page
from tickerboard.parser.documents import Document
from tickerboard.sources.base import SAMPLE, SIMULATED, Pages

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tickerboard.sources.base import Fetch
    from tickerboard.sources.pace import Pace

DEMO_EVERY = 2.0
ZERO, CENT, TENTH, HUNDREDTH = Decimal(0), Decimal("0.01"), Decimal("0.1"), Decimal("0.01")
_WORDS = {Direction.UP: "Increased By ▲", Direction.DOWN: "Decreased By ▼", Direction.UNCHANGED: "No Change ▼"}


def _sample() -> bytes:
    return Path(__file__).with_name("sample.txt").read_bytes()


@dataclass(frozen=True)
class SampleSource:
    """The sample page, as it is."""

    name: str = "sample page"
    instant: ClassVar[bool] = True
    stream: ClassVar[bool] = False

    def read(self) -> Fetch:
        """Read it; its time is unknown."""
        return Pages(self.name, (Document(self.name, _sample()),), note=SAMPLE)

    async def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Return it once, because it never changes."""
        yield self.read()


@dataclass
class DemoSource:
    """The sample page on a random walk: figures that no market made, for trying live mode without a network.

    The walk belongs to the source, so that it goes on where it was after a pause.
    """

    seed: int = 1
    name: str = "sample page"
    _walk: _Walk | None = field(default=None, init=False, compare=False, repr=False)
    instant: ClassVar[bool] = True
    stream: ClassVar[bool] = False

    def read(self) -> Fetch:
        """Read the page where the walk is just now."""
        page = self._walk.page() if self._walk else _sample()
        return Pages(self.name, (Document(self.name, page),), note=SIMULATED)

    async def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Move a few quotes each time the timer fires."""
        walk = self._walk = self._walk or _Walk(self.seed)
        every = pace.every or DEMO_EVERY
        while True:
            document = Document(self.name, walk.page(), pace.clock.now(), ObservedFrom.READ)
            yield Pages(self.name, (document,), again=pace.after(every), note=SIMULATED)
            await pace.wait(every)
            walk.step()


class _Walk:
    """The sample's quotes, moving at random from their previous closes. Equal seeds walk alike."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311  no secret
        text = _sample().decode()
        self._quotes = parse_page(text).quotes
        self._article = "\n".join(text.split("\n")[max(quote.line for quote in self._quotes) :])
        self._closes = {quote.symbol: quote.last - (quote.change or ZERO) for quote in self._quotes}

    def page(self) -> bytes:
        """Return the page as it is now."""
        strip = "\n".join(_line(quote) for quote in self._quotes)
        return f"{strip}\n{self._article}".encode()

    def step(self) -> None:
        """Move about a third of the quotes."""
        self._quotes = tuple(
            _moved(quote, self._closes[quote.symbol], self._chance) if self._chance.random() < 0.3 else quote
            for quote in self._quotes
        )


def _moved(quote: Quote, previous: Decimal, chance: random.Random) -> Quote:
    """Move a quote by up to half a percent, in the steps that its page prints, from an unmoved previous close."""
    step = Decimal(chance.randint(-50, 50)) / 10_000
    if quote.kind is Kind.INDEX:
        exact = ((previous + (quote.change or ZERO)) * (1 + step)).quantize(TENTH, ROUND_HALF_UP)
        last, change = exact.quantize(Decimal(1), ROUND_HALF_UP), exact - previous
    else:
        last = max((quote.last * (1 + step)).quantize(CENT, ROUND_HALF_UP), CENT)
        change = last - previous
    percent = (change / previous * 100).quantize(HUNDREDTH, ROUND_HALF_UP)
    return Quote(quote.symbol, quote.kind, last, change, percent, quote.line)


def _line(quote: Quote) -> str:
    """Return a quote as the page prints it."""
    word = _WORDS[quote.direction]
    change, percent = quote.change or ZERO, f"{(quote.percent or ZERO).normalize():f}"
    if quote.kind is Kind.INDEX:
        return f"{quote.symbol} {quote.last:,f} {word[:-2]} {change.normalize():f} ({percent}%)"
    return f"{quote.symbol} {quote.last:f} {word} {change:f} ({percent}%)"
