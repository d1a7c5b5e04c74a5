"""`S&P 5004,392.59-54.00(-1.21%)Dow 3034,451.23-113.36(-0.33%)`: nothing between the fields.

The arithmetic shows where a name ends and its price begins: of all splits only the right one adds up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.model import Kind
from tickerboard.parser.audit import adds_up
from tickerboard.parser.kinds import kind_of
from tickerboard.parser.names.labels import is_label, read_name
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.text.numbers import NUMBER, decimal, signed

if TYPE_CHECKING:
    from tickerboard.parser.strips.page_text import PageText

_MOVE = re.compile(rf"(?<=[0-9])([+\u2212-])({NUMBER})(?: ?\(([+\u2212-]?)({NUMBER})%\)|([+\u2212-])({NUMBER})%)")
_FIGURES = re.compile(r"[0-9][0-9,.]{0,30}\Z")
# No name has a move in it, which some pages print before the price as well: `AcmeACMACM -1.1137.02-1.11-2.91%`.
_NAME = re.compile(r"(?!.*[A-Za-z0-9 ]-[0-9]+\.[0-9])[A-Z][A-Za-z0-9&.' -]{0,23}(?<![,.' -])")
_PRICE = re.compile(NUMBER)
# Prose right before a name ends in a small letter, and the name begins with a capital: `…the bellS&P 500`.
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_ABROAD = 8
"""Letters of a name without spaces in another script, at most; more may be prose."""
_LONGEST = 60  # a name and its price; what stands further before is no part of them


def read(page: PageText) -> StripReading:
    """Read the lines that hold such rows; prose before and behind them stays for the article."""
    reading = StripReading()
    rows: list[Row] = []
    for number, line in page.free:
        if "%" not in line:
            continue
        at = 0
        before = ""
        for found in _MOVE.finditer(line):
            head = line[at : found.start()]
            prose, row = _row(head, found, number, reading, first=not at)
            before += prose
            rows += [row] if row else []
            at = found.end()
        if at:
            reading.left[number] = (before + " " + line[at:]).strip()
    resolve_signs(rows, reading)
    reading.problems.sort(key=lambda each: each.line)
    return reading


def _row(head: str, move: re.Match[str], number: int, reading: StripReading, *, first: bool) -> tuple[str, Row | None]:
    """Read the row that ends in a move; give the prose before it, and it."""
    sign, change, *shares = move.groups()
    share_sign, share = shares[:2] if shares[1] else shares[2:]
    way = 1 if sign == "+" else -1
    amount, percent = decimal(change), decimal(share)
    splits = [
        (name, price)
        for name, price in _splits(head[-_LONGEST:])
        if adds_up(decimal(price), signed(amount, way), signed(percent, way))
    ]
    text = head[-_LONGEST:] + move[0]
    if len(splits) != 1:
        message = (
            "more than one split into name and price adds up" if splits else "no split into name and price adds up"
        )
        reading.report(number, "split", message, text)
        return (head[:-_LONGEST] if first else ""), None
    price = splits[0][1]
    whole = head[: len(head) - len(price)]
    name = _name(whole.strip(), first=first)
    if name is None:
        reading.report(number, "split", "where the name begins is ambiguous", text)
        return whole, None
    prose = whole[: whole.rindex(name)]
    symbol = " ".join(name.split())
    return prose, Row(
        [number], read_name(symbol), decimal(price), amount, percent, sign + share_sign, name + price + move[0]
    )


def _name(whole: str, *, first: bool) -> str | None:
    """Return the name that ends a text: all of it between two rows, what is behind the prose before a line's first row.

    At the line's start `McCain` is a name, and `bellS&P 500` is a word and a name: only a known name has a seam.
    """
    if whole.isalpha() and not whole.isascii() and is_label(whole) and len(whole) <= _LONGEST_ABROAD:
        return whole
    if not first:
        return whole if _NAME.fullmatch(whole) else None
    near = whole[-_LONGEST:]
    seams = [found.start() for found in _SEAM.finditer(near)]
    behind = near[seams[-1] :] if seams else ""
    if _NAME.fullmatch(whole) and kind_of(behind) is Kind.EQUITY:
        return whole
    return behind if _NAME.fullmatch(behind) else None


def _splits(head: str) -> list[tuple[str, str]]:
    """Return every way to cut a head into a name and a price."""
    figures = _FIGURES.search(head)
    if not figures:
        return []
    cuts = range(figures.start(), len(head))
    pairs = [(head[:cut], head[cut:]) for cut in cuts if _PRICE.fullmatch(head, cut)]
    return [(name, price) for name, price in pairs if name.strip()[-1:] not in {"", ",", "."}]
