"""Pages of any size in each of the styles in which sites print quotes, nothing but rows; and pages of prose."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.pages import page, prose, symbol

if TYPE_CHECKING:
    from collections.abc import Callable


class Row(NamedTuple):
    """A row as printed: the last price, and change and percent with their signs."""

    symbol: str
    last: str
    change: str
    percent: str


def row(at: int) -> Row:
    """Return a made-up row: a rise or a fall of at most four percent."""
    previous, change = 5_000 + at * 7 % 90_000, at * 7 % 399 - 199
    last = previous + change
    return Row(symbol(at), f"{last / 100:.2f}", f"{change / 100:+.2f}", f"{change / previous * 100:+.2f}%")


def _word(row: Row) -> str:
    way = "Decreased By ▼" if row.change[0] == "-" else "Increased By ▲"
    return f"{row.symbol} {row.last} {way} {row.change.strip('+')} ({row.percent.strip('+')})"


def _european(row: Row) -> str:
    figures = " ".join(row[1:]).replace(".", ",").replace("%", " %")
    return f"{row.symbol.title()} Stahl AG {figures}"


def _cells(row: Row, tag: str) -> str:
    name = f'<a href="/quote/{row.symbol}">{row.symbol}</a>'
    return "".join(f'<{tag} class="cell">{text}</{tag}>' for text in (name, *row[1:]))


def _story(at: int) -> str:
    name, last, change, percent = row(at)
    return (
        f"{name} closed at Rs{last} on Friday, {change} or {percent} from a close of 102.40, while 1,204,000 shares "
        f"changed hands and its {at % 9 + 1} rivals gained 0.{at % 90 + 10} percent in a market of 34.\n\n"
    )


def _object(row: Row) -> str:
    last, change, percent = float(row.last), float(row.change), float(row.percent[:-1])
    return json.dumps({"symbol": row.symbol, "price": last, "change": change, "changePercent": percent})


ROWS: dict[str, tuple[str, Callable[[Row], str], str]] = {
    "the main site's strip": ("", lambda row: _word(row) + "\n", ""),
    "rows of a line": ("", lambda row: " ".join(row) + "\n", ""),
    "rows of a line, with a decimal comma": ("", lambda row: _european(row) + "\n", ""),
    "one field a line": ("", lambda row: "\n".join(row) + "\n", ""),
    "a table of bars": ("| Symbol | Last | Change | % Change |\n", lambda row: f"| {' | '.join(row)} |\n", ""),
    "columns parted by tabs": ("Symbol\tLast\tChange\t% Change\n", lambda row: "\t".join(row) + "\n", ""),
    "columns without a header": ("", lambda row: "\t".join((row.symbol, "90.00", *row[1:])) + "\n", ""),
    "an HTML table": (
        "<html><body><table><tr><th>Symbol</th><th>Last</th><th>Change</th><th>% Change</th></tr>\n",
        lambda row: f"<tr>{_cells(row, 'td')}</tr>\n",
        "</table></body></html>",
    ),
    "an HTML strip": (
        "<html><body><div class=strip>\n",
        lambda row: f'<div class="item">{_cells(row, "span")}</div>\n',
        "</div></body></html>",
    ),
    "JSON in a script": ('<html><script type="application/json">[\n', lambda row: _object(row) + ",\n", "{}]</script>"),
}
"""What stands above the rows, a row, and what stands below."""


def styles(size: int) -> dict[str, str]:
    """Return a page of each style, of about so many characters."""
    pages = {name: _rows(*shape, size) for name, shape in ROWS.items()}
    pages["prose"] = prose(int(size / 5.1))
    pages["prose with figures"] = _filled(_story, size)
    pages["a strip and an article"] = page(34, int((size - 1_800) / 5.1))
    return pages


def _rows(above: str, shape: Callable[[Row], str], below: str, size: int) -> str:
    return above + _filled(lambda at: shape(row(at)), size) + below


def _filled(make: Callable[[int], str], size: int) -> str:
    pieces: list[str] = []
    length = 0
    for at in count():
        pieces.append(make(at))
        length += len(pieces[-1])
        if length >= size:
            break
    return "".join(pieces)
