"""Names and sectors of the exchange's symbols, from the bundled file and one of the user's."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.errors import TickerboardError
from tickerboard.text.clean import clean
from tickerboard.text.files import read_regular
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BUNDLED = Path(__file__).with_name("symbols.csv")
_CONTRACT = pattern(r"(?P<symbol>[A-Z0-9]+)-[A-Z]{3,4}")
"""A future on an equity, such as `EFERT-OCTC`, which has the equity's name and sector."""


class Listing(NamedTuple):
    """The name and the sector of a symbol."""

    name: str
    sector: str


class Listings:
    """Names and sectors by symbol."""

    def __init__(self, known: Mapping[str, Listing] | None = None) -> None:
        self._known = dict(known or {})

    @classmethod
    def load(cls, extra: Path | None = None) -> Listings:
        """Read the bundled file, then the user's, whose lines win. Raises ListingsError for the user's file."""
        known = dict(_read(_BUNDLED.read_text("utf-8").splitlines()))
        if extra is not None:
            try:
                known |= dict(_read(read_regular(extra).splitlines()))
            except FileNotFoundError:
                pass
            except (OSError, UnicodeError, KeyError, csv.Error) as error:
                raise ListingsError(f"{extra}: not a file of symbol,name,sector") from error
        return cls(known)

    def find(self, symbol: str) -> Listing | None:
        """Return the listing of a symbol, or None. A future has the listing of its equity."""
        if (listing := self._known.get(symbol)) is not None or "-" not in symbol:
            return listing
        contract = _CONTRACT.fullmatch(symbol)
        return self._known.get(contract["symbol"]) if contract else None


class ListingsError(TickerboardError):
    """The user's file of symbols cannot be used. The message is one plain line."""


def extra_path(config: Path) -> Path:
    """Return the path of the user's symbols: `symbols.csv` beside the config, or TICKERBOARD_SYMBOLS."""
    return Path(os.environ.get("TICKERBOARD_SYMBOLS") or config.with_name("symbols.csv"))


def _read(lines: Iterable[str]) -> Iterable[tuple[str, Listing]]:
    for row in csv.DictReader(lines):
        yield clean(row["symbol"]).strip(), Listing(clean(row["name"]).strip(), clean(row["sector"]).strip())
