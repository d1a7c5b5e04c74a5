"""The page that comes with the program, standing still or moving by itself."""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from tickerboard.model import Direction, Kind, ObservedFrom, Quote
from tickerboard.parser import parse_page
from tickerboard.parser.documents import Document
from tickerboard.sources.base import Pages

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tickerboard.sources.base import Fetch
    from tickerboard.sources.pace import Pace

DEMO_EVERY = 2.0
SIMULATED = "SIMULATED"
"""What the board says beside figures that no market made."""
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
        """Read it; nothing tells when it was observed."""
        return Pages(self.name, (Document(self.name, _sample()),))

    async def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """It never changes."""
        yield self.read()


@dataclass(frozen=True)
class DemoSource:
    """The sample page on a random walk: figures that no market made, for trying live mode without a network."""

    seed: int = 1
    name: str = "sample page"
    instant: ClassVar[bool] = True
    stream: ClassVar[bool] = False

    def read(self) -> Fetch:
        """Read the page from which the walk starts."""
        return Pages(self.name, (Document(self.name, _sample()),), note=SIMULATED)

    async def follow(self, pace: Pace) -> AsyncGenerator[Fetch]:
        """Move a few quotes at each turn of the timer."""
        chance = random.Random(self.seed)  # noqa: S311  no secret
        text = _sample().decode()
        quotes = parse_page(text).quotes
        article = "\n".join(text.split("\n")[max(quote.line for quote in quotes) :])
        closes = {quote.symbol: quote.last - (quote.change or ZERO) for quote in quotes}
        every = pace.every or DEMO_EVERY
        while True:
            strip = "\n".join(_line(quote) for quote in quotes)
            document = Document(self.name, f"{strip}\n{article}".encode(), pace.clock.now(), ObservedFrom.READ)
            yield Pages(self.name, (document,), again=pace.after(every), note=SIMULATED)
            await pace.wait(every)
            quotes = tuple(
                _moved(quote, closes[quote.symbol], chance) if chance.random() < 0.3 else quote for quote in quotes
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
    """Write a quote as the page does."""
    word = _WORDS[quote.direction]
    change, percent = quote.change or ZERO, f"{(quote.percent or ZERO).normalize():f}"
    if quote.kind is Kind.INDEX:
        return f"{quote.symbol} {quote.last:,f} {word[:-2]} {change.normalize():f} ({percent}%)"
    return f"{quote.symbol} {quote.last:f} {word} {change:f} ({percent}%)"
