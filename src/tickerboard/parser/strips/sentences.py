"""`ASX 200 futures: -0.1% to 7,607 points`: rows in words, each a line of a list.

A list has two such lines at least, or one of a close (`MRS: Closed at N15.20 kobo, up 9.75 percent.`) or of something
well-known with both its moves (`ASX 200 down 105 points (1.42%) to 7264.`). Nothing stands before or behind a row, so
that a sentence with the same words is no quote.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.strips.names import is_known, is_label, proves_itself, read_name, without_bullet
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.text.numbers import MINUS

if TYPE_CHECKING:
    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText

_UP = ("up", "rose", "gained", "added", "higher")
_DOWN = ("down", "fell", "lost", "slipped", "lower", "off")
_FLAT = ("unchanged", "flat", "steady")
_MOVE = rf"(?P<way>{'|'.join(_UP + _DOWN)})"
_FIGURE = (
    r"[^\sA-Za-z]{0,4}(?:US|N|A|C|NZ|HK|Rs\.?|R|GH¢|KSh|TSh|USh|AU)?[^\sA-Za-z]{0,3} ?[0-9](?:[0-9.,]{0,17}[0-9])?"
)
_POINTS = r"(?:points|pts|pontos|puntos)"
_UNITS = rf"(?:{_POINTS}|kobo|US cents|cents|pence|a barrel|an ounce|a tonne|per barrel)"
_TAIL = rf"(?:/[A-Za-z]{{1,12}}(?: ton)?|(?: {_UNITS})?)"
_LEAD = r"(?P<name>[^\s:=][^:=]{0,60}?)"
# Each with its own words between the name and the figures.
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_LEAD}: (?:closed|closes|close|trading|ended) at (?P<last>{_FIGURE})(?: kobo)?,? {_MOVE} (?:by )?"
        r"(?P<percent>[0-9][0-9.,]{0,9}) ?(?:percent|per cent|%)\.?",
        rf"{_LEAD}: (?P<percent>[{MINUS}+]?[0-9][0-9.,]{{0,9}})% (?:to|at) (?P<last>{_FIGURE}){_TAIL}",
        rf"{_LEAD}:? {_MOVE} (?:by )?(?:[{MINUS}+] ?)?(?P<percent>[0-9][0-9.,]{{0,9}}) ?(?:%|percent|per cent) "
        rf"(?:to (?:close|end) at|to|at) (?:N )?(?P<last>{_FIGURE}){_TAIL}",
        rf"{_LEAD}: (?:closed|closes|close|ended) (?P<percent>[0-9][0-9.,]{{0,9}})% {_MOVE} (?:to|at) "
        rf"(?P<last>{_FIGURE}){_TAIL}",
        rf"{_LEAD}: (?P<percent>[{MINUS}+] ?[0-9][0-9.,]{{0,9}}) ?%, cotad[oa] a (?P<last>{_FIGURE}){_TAIL}",
        rf"{_LEAD}: (?P<percent>[{MINUS}+] ?[0-9][0-9.,]{{0,9}}) ?%, (?P<last>{_FIGURE}) {_POINTS}",
        rf"{_LEAD}:? (?:closed|closes|ended) at (?P<last>{_FIGURE}){_TAIL},? {_MOVE} (?:by )?[$€£]?"
        r"(?P<change>[0-9](?:[0-9.,]{0,12}[0-9])?)(?: from yesterday's close)?\.?",
        rf"{_LEAD} (?P<last>{_FIGURE}) {_MOVE} (?P<change>[0-9][0-9.,]{{0,12}}) or (?P<share>[0-9][0-9.,]{{0,9}})%",
        rf"{_LEAD}(?: is| are)?(?: trading)? (?:{_MOVE} |(?P<sign>[{MINUS}+]))[$€£]?(?P<change>[0-9][0-9.,]{{0,12}})"
        rf"(?: points)? or (?P<share>[{MINUS}+]?[0-9][0-9.,]{{0,9}})% (?:at|to) (?P<last>{_FIGURE})\.?",
        rf"{_LEAD} \((?P<percent>[{MINUS}+] ?[0-9][0-9.,]{{0,9}}) ?% (?:à|a|at|to|bei|auf) (?P<last>{_FIGURE})"
        r"(?: (?:euros?|dollars?|points|Euro|Punkte))?\)",
        rf"{_LEAD}(?: ?[:=])? {_MOVE} (?:by )?(?P<cents>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?) (?:cents?|pence) (?:to|at) "
        rf"(?P<last>(?:US)?[$€£]{_FIGURE}){_TAIL}",
        rf"{_LEAD}(?: ?[:=])? {_MOVE} (?:by )?[$€£]?(?P<change>[0-9][0-9.,]{{0,12}})(?: points| pts)?"
        rf"(?: \((?P<share>[{MINUS}+]?[0-9][0-9.,]{{0,9}})%\))? (?:to|at) (?P<last>{_FIGURE}){_TAIL}\.?",
    )
)
# Looked for first: one of them is in each row.
_QUICK = re.compile(r"\b(?:to|at) (?:N )?\S{0,6}[0-9]|%, |[0-9] ?% (?:à|a|bei|auf) ")
_PERCENT_LAST = re.compile(r"[0-9] ?(?:percent|per cent|%)\.?\Z")
_WAY = re.compile(rf"\b{_MOVE}\b", re.IGNORECASE)
_CLOSE = re.compile(r": closed at ", re.IGNORECASE)
_HEADING = re.compile(r"(?P<of>[A-Z][A-Za-z&' -]{1,30}(?:Futures?|Prices?|Contracts?|Cash)):")
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?: ['’]?[0-9]{2,4})?"
)
_JOINT = re.compile(r"(?<=[a-z0-9%]\.) (?=[A-Z])")
"""Between two sentences of a line."""
_LONGEST = 120
_FEWEST = 2


def read(page: PageText) -> StripReading:
    """Read the lines that are such rows; a month takes its commodity from the heading above: `Corn Futures:`."""
    reading = StripReading()
    rows: list[Row] = []
    heading, headed = None, 0
    headings: set[int] = set()
    for number, text in page.free:
        if len(text) > _LONGEST:
            heading = None
            rows += _several(page, number, text, reading)
            continue
        line = without_bullet(text)
        if found := _HEADING.fullmatch(line):
            heading, headed = found["of"], number
        elif _may_be_row(line) and (row := _row(page, number, line, heading)):
            rows.append(row)
            if heading and _MONTH.match(line):
                headings.add(headed)
        elif not _MONTH.match(line):
            heading = None
    if len(rows) >= _FEWEST or any(map(_stands_alone, rows)):
        resolve_signs(rows, reading)
        reading.take(headings)
    elif rows:
        reading.report(
            rows[0].lines[0], "not-a-quote", "has the shape of a quote, but nothing bears it out", rows[0].text
        )
    return reading


def _may_be_row(line: str) -> bool:
    """Return whether a line has what all rows have: a look before it is read."""
    return _QUICK.search(line) is not None or (_PERCENT_LAST.search(line) is not None and _WAY.search(line) is not None)


def _several(page: PageText, number: int, text: str, reading: StripReading) -> list[Row]:
    """Read a line of which every sentence is a row; the last one may be cut, and is then a problem."""
    sentences = _JOINT.split(text)
    cut = sentences.pop() if sentences[-1].endswith(("...", "…")) else ""
    if len(sentences) < _FEWEST or len(max(sentences, key=len)) > _LONGEST:
        return []
    rows = [row for each in sentences if (row := _row(page, number, each, None))]
    if len(rows) < len(sentences):
        return []
    if cut:
        reading.report(number, "cut-line", "the line ends within a quote", cut)
    return rows


def _stands_alone(row: Row) -> bool:
    """Return whether a lone row is a quote: a close, or of something well-known with a change and a percent."""
    label = row.name.label or row.name.symbol
    if _CLOSE.search(row.text):
        return proves_itself(label)
    return is_known(label) and None not in (row.change, row.percent)


def _row(page: PageText, number: int, line: str, heading: str | None) -> Row | None:
    found = next((match for shape in _SHAPES if (match := shape.fullmatch(line))), None)
    if found is None:
        return None
    groups = found.groupdict()
    name = found["name"].strip()
    if _MONTH.fullmatch(name):
        if heading is None:
            return None
        name = f"{heading} {name}"
    cents = groups.get("cents")
    last, move = _figure(found["last"]), _figure(cents or groups.get("percent") or groups.get("change") or "")
    if last is None or move is None or not is_label(name):
        return None
    price, amount = last.amount(page.style), move.amount(page.style)
    if price is None or amount is None:
        return None
    amount = amount.scaleb(-2) if cents else amount
    way = (groups.get("way") or "").lower()
    marks = move.marks + (groups.get("sign") or "") + ("+" if way in _UP else "") + ("-" if way in _DOWN else "")
    change, percent = (None, amount) if groups.get("percent") else (amount, None)
    if share := _figure(groups.get("share") or ""):
        percent = share.amount(page.style)
    return Row([number], read_name(name), price, change, percent, marks, line, currency=last.currency)


def _figure(text: str) -> Token | None:
    """Return a figure, of `N15.20` without the sign of a currency that is a letter."""
    text = text.replace(" ", "")
    found = tokens(text)
    if len(found) == 1 and found[0].body:
        return found[0]
    found = tokens(text.lstrip("NRACHKUSZGThe¢"))
    return found[0] if len(found) == 1 and found[0].body else None
