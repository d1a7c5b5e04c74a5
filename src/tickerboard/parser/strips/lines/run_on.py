"""`Alpha 10.00 +1.00 Beta 20.00 -1.00 Gamma 8.00 +0.50`: the rows of a list, and its header, run together on one line.

The line is cut before each name. What the rows are is then read as if each stood on a line of its own.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser import reasons
from tickerboard.parser.figures.plain import plain
from tickerboard.parser.figures.tokens import WORD_UNITS, tokens
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.names.labels import begin_with_unit, is_known, is_label, is_symbol
from tickerboard.parser.phrases.periods import names_longer_time
from tickerboard.parser.strips import columns
from tickerboard.parser.strips.figures import INDEX_SIZES
from tickerboard.parser.strips.lines import line
from tickerboard.parser.strips.page_text import PageText
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.tables import text as text_table
from tickerboard.parser.tables.fields import NAMES, Field
from tickerboard.parser.tables.headers.header import field_of
from tickerboard.parser.tables.headers.splits import is_header_of_quotes
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.model import Quote

_SHORTEST, _FEWEST_DIGITS = 60, 12
_FEWEST_ROWS, _FEWEST_FIGURES = 3, 2
_MOST_WORDS = 10
"""Words of a name."""
_MOST_HEADER = 16
"""Words of a header before the first name."""
_UNIT = rf"(?:(?:{'|'.join(map(re.escape, WORD_UNITS))}) )?"
_ROWS = re.compile(
    rf"(?:\b[^\W\d_][^0-9]{{0,60}}(?:[0-9]\S* {_UNIT}[^\s0-9]{{0,4}}){{2,12}}){{2}}[^\W\d_]", re.IGNORECASE
)
"""A name and two figures, twice: a look before a line is cut."""
_PAIR = re.compile(r"[0-9]\S* [^\s0-9]{0,4}[0-9]")
"""Two figures side by side, of which two rows have two pairs."""
_SPACED = ("(- ", "(+ ", "( ")
"""Marks of figures in brackets with spaces within, as in `(- 0,04)`."""
_LONGEST_NUMBER = 4
"""Digits of a number within a name."""
_ABOVE, _LONGEST_BEFORE = 8, 400
"""Lines above a run, and characters before it, that say what it is of."""
_MOST_TITLES = 3
_SENTENCE_END = re.compile(r"[.;!?] ")
_DASHES = frozenset("-–—")
_CODE = re.compile(r"[A-Z0-9]{2,5}")
_AMOUNTS, _TIMES = frozenset("nsx"), frozenset((Field.DAY, Field.PERIOD))
_NO_FIGURES = str.maketrans("", "", "ca")
_OTHER_THAN_ZERO = re.compile("[1-9]")
_UNITS = word_set("% percent pct points pts usd eur gbp")
_RULE = re.compile(r".*[^\w\s%]{4,}")
_END = re.compile(r".*[:;!?]|.*\w{4,}\.|[)\]]\.")
_TITLES = word_set("""
    stock stocks markets market bonds currencies commodities indices indexes index latest prices futures forex crypto
    energy metals global world
""")
"""Words of a heading that may stand before the first row below it."""


class _Part(NamedTuple):
    """A name and the figures behind it, as the words of a line; `shape` has the kinds of the figures."""

    words: Sequence[str]
    figures: Sequence[str]
    shape: str

    @property
    def text(self) -> str:
        """The row as a line of its own."""
        return " ".join((*self.words, *self.figures))

    @property
    def is_empty(self) -> bool:
        """Whether the figures are zeros, as of an index that is not traded at the time."""
        return not any(_OTHER_THAN_ZERO.search(each) for each in self.figures)


class _Run(NamedTuple):
    """Rows with the same figures, the header before them if there is one, and the text before that."""

    before: str
    header: str
    rows: Sequence[_Part]

    @property
    def traded(self) -> Sequence[_Part]:
        """The rows that have figures other than zeros."""
        return [each for each in self.rows if not each.is_empty]

    @property
    def names(self) -> Sequence[str]:
        """The name of each row."""
        return [" ".join(each.words) for each in self.rows]

    @property
    def text(self) -> str:
        """All of the run but what stands before it."""
        return " ".join((self.header, *(each.text for each in self.rows))).strip()


def read(page: PageText) -> StripReading:
    """Read the lines that hold a run of three rows or more with the same figures, nearly all of them quotes."""
    reading = StripReading()
    for number, printed in page.free:
        text = plain(printed) if any(map(printed.__contains__, _SPACED)) else printed
        may_be = len(text) >= _SHORTEST and sum(map(text.count, "0123456789")) >= _FEWEST_DIGITS and "|" not in text
        if may_be and len(_PAIR.findall(text)) > 1 and _ROWS.search(text):
            _line(page, number, text, reading)
    return reading


def _line(page: PageText, number: int, text: str, reading: StripReading) -> None:
    """Read the runs of a line, and leave the text around them; report a run that is not read beside one that is."""
    runs, behind = _runs(_without_unit(_parts(text)))
    if any(begin_with_unit(run.names) for run in runs):
        reading.report(number, "split", "a word may be the unit of a figure or begin the next name", text)
        reading.take([number])
        return
    if any(map(_is_of_longer_time, runs)):
        reading.refuse([(number, text)], reasons.OTHER_TIME)
        return
    found = [_quotes(page, number, run) for run in runs]
    if not any(found):
        return
    left = [run.before if quotes else f"{run.before} {run.text}" for run, quotes in zip(runs, found, strict=True)]
    reading.left[number] = " ".join(" ".join([*left, behind]).split())
    for run, quotes in zip(runs, found, strict=True):
        if len(quotes) < len(run.traded):
            reading.report(number, "not-a-quote", "rows on one line, some of which cannot be read", run.text)
        for quote in quotes:
            reading.put(quote._replace(line=number))


def _is_of_longer_time(run: _Run) -> bool:
    """Return whether the words before a run, back to the end of a sentence, or its header name a longer time."""
    return names_longer_time(f"{_SENTENCE_END.split(run.before)[-1]} {run.header}")


def _quotes(page: PageText, number: int, run: _Run) -> Sequence[Quote]:
    """Return the quotes of a run, read as lines below those above it; none where several of the rows are no quotes."""
    rows = [each.text for each in run.traded]
    above = [*page.lines[max(0, number - 1 - _ABOVE) : number - 1], run.before[-_LONGEST_BEFORE:]]
    whole = PageText([*above, _named_header(run.header), *rows], page.style)
    whole.take(frozenset(range(1, len(above) + 1)))
    reading = StripReading()
    for grammar in (text_table.read, columns.read, line.read):
        part = grammar(whole)
        reading.merge(part)
        whole.take(frozenset(part.left))
    return reading.quotes if len(reading.found) * 5 >= len(rows) * 4 and not reading.problems else ()


def _named_header(header: str) -> str:
    """Return a header with a word for the names, where what stands before it is one that is not known: `MDAX-Werte`."""
    fields = {field_of(word) for word in header.split()}
    return header if not header or not NAMES.isdisjoint(fields) else f"Name {header}"


def _parts(text: str) -> list[_Part]:
    """Cut a line before each name; a number within a name, as in `SPI 200 Fut`, is part of it."""
    words_of_line = text.split()
    kinds = _with_codes(words_of_line, _with_units(words_of_line, [_kind(word) for word in words_of_line]))
    parts: list[_Part] = []
    words: list[str] = []
    for is_word, run in groupby(zip(words_of_line, kinds, strict=True), key=lambda each: each[1] == "w"):
        found = list(run)
        texts = [word for word, _ in found]
        if is_word or not words or (len(found) == 1 and texts[0].isdecimal() and len(texts[0]) <= _LONGEST_NUMBER):
            words += texts
            continue
        known = texts[0] in INDEX_SIZES or known_kind(f"{words[-1]} {texts[0]}") is not None
        taken = int(known and len(texts) > _FEWEST_FIGURES)
        parts.append(_Part(words + texts[:taken], texts[taken:], _shape([kind for _, kind in found[taken:]])))
        words = []
    return [*parts, _Part(words, (), "")]


def _without_unit(parts: list[_Part]) -> list[_Part]:
    """Return parts without the word behind the figures of each, as in `Alpha +1% 3.49 Euro Beta +2% 4.10 Euro`.

    Where it does not stand behind the last, it may begin the names.
    """
    *rows, behind = parts
    if not behind.words or not begin_with_unit([" ".join(each.words) for each in rows]):
        return parts
    if behind.words[0].strip(".,;") != rows[1].words[0]:
        return parts
    return [rows[0], *(each._replace(words=each.words[1:]) for each in (*rows[1:], behind))]


def _with_codes(words: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """Return the kinds of words, with each code of `ALPH – Alpha 1.20 2.00% 3MG – 3M Group 4.10 -1.00%` a word."""
    found = list(kinds)
    dashes = [at for at in range(1, len(words) - 1) if words[at] in _DASHES and kinds[at + 1] == "w"]
    codes = [at - 1 for at in dashes if _CODE.fullmatch(words[at - 1])]
    if sum(kinds[at] == "w" for at in codes) >= _FEWEST_ROWS:
        for at in codes:
            found[at] = found[at + 1] = "w"
    return found


def _with_units(words: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """Return the kinds of words, with `billion` right behind a figure as its unit, and `(24 hours)` as words."""
    found = list(kinds)
    for at, word in enumerate(words[1:], 1):
        before = words[at - 1]
        if kinds[at] != "w" or kinds[at - 1] not in _AMOUNTS:
            continue
        if word.casefold() in WORD_UNITS:
            found[at] = "c"
        elif before[0] == "(" and word[-1] == ")" and field_of(f"{before} {word}") in _TIMES:
            found[at - 1] = "w"
    return found


def _kind(word: str) -> str:
    """Return the kind of the figure that a word is, `w` for any other; a unit behind a figure is `c`."""
    if word.casefold() in _UNITS:
        return "c"
    found = [each.kind for each in tokens(word)]
    return found[0] if len(found) == 1 and found[0] in "nspdxca" else "w"


def _shape(kinds: Sequence[str]) -> str:
    """Return the kinds of figures, be they signed or not; of two figures the sign alone shows which is a change."""
    shape = "".join(kinds).replace("x", "n").translate(_NO_FIGURES)
    return shape if len(shape) == _FEWEST_FIGURES else shape.replace("s", "n")


def _runs(parts: Sequence[_Part]) -> tuple[list[_Run], str]:
    """Return the runs of rows, and the text behind the last one."""
    runs: list[_Run] = []
    before: list[str] = []
    for shape, group in groupby(_below_header(parts), key=lambda each: each.shape):
        rows = list(group)
        head = _head(rows[0].words) if len(rows) >= _FEWEST_ROWS and len(shape) >= _FEWEST_FIGURES else None
        names = [_head(each.words) for each in rows[1:]]
        if head is None or not all(name and not name.header and not name.before for name in names):
            before += [each.text for each in rows]
            continue
        head = _before_symbols(head, [name.name for name in names if name])
        whole = [each._replace(words=name.name) for each, name in zip(rows, [head, *names], strict=True) if name]
        runs.append(_Run(" ".join([*before, *head.before]), " ".join(head.header), whole))
        before = []
    return runs, " ".join(before)


def _below_header(parts: Sequence[_Part]) -> Sequence[_Part]:
    """Return parts, those behind a header without the signs in their shapes: it shows which figure is a change."""
    is_headed = ((head := _head(each.words)) is not None and head.header != () for each in parts)
    first = next((at for at, is_first in enumerate(is_headed) if is_first), len(parts))
    return [*parts[:first], *(each._replace(shape=each.shape.replace("s", "n")) for each in parts[first:])]


class _Head(NamedTuple):
    """The words before figures: text, the header of the rows, and the name."""

    before: Sequence[str]
    header: Sequence[str]
    name: Sequence[str]


def _head(words: Sequence[str]) -> _Head | None:
    """Split the words before some figures; None where nothing shows where the name begins."""
    ends = [at for at, word in enumerate(words[:-1], 1) if _END.fullmatch(word) or _RULE.fullmatch(word)]
    first = max(ends[-1] if ends else 0, len(words) - _MOST_HEADER)
    for start in range(first, len(words)):
        for end in range(len(words) - 1, start + 1, -1):
            if field_of(words[start]) is not None and is_header_of_quotes(" ".join(words[start:end])):
                return _named(words[:start], words[start:end], words[end:])
    begin = ends[-1] if ends else 0
    start = begin
    if words[begin : begin + 1] and words[begin].casefold() in _TITLES:
        skipped = range(begin + 1, min(begin + _MOST_TITLES, len(words)))
        start = next((at for at in skipped if known_kind(" ".join(words[at:])) is not None), begin)
    return _named(words[:begin], (), words[start:])


def _before_symbols(head: _Head, others: Sequence[Sequence[str]]) -> _Head:
    """Return a head whose name is the symbol alone, as those of the other rows are: `Stocks today AAPL`."""
    *words, symbol = head.name
    if not words or not all(len(name) == 1 and is_symbol(name[0]) for name in others) or not is_symbol(symbol):
        return head
    return head if is_known(" ".join(head.name)) else _Head([*head.before, *words], head.header, [symbol])


def _named(before: Sequence[str], header: Sequence[str], name: Sequence[str]) -> _Head | None:
    is_name = 0 < len(name) <= _MOST_WORDS and is_label(" ".join(name).removesuffix(":"))
    return _Head(before, header, name) if is_name else None
