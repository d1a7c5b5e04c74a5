"""The columns of a list whose items have the same lines: names, figures with what names them, and all else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.figures.column import Column
from tickerboard.parser.figures.currencies import code_of, is_currency
from tickerboard.parser.figures.grouping import joined
from tickerboard.parser.figures.tokens import tokens, words_end
from tickerboard.parser.names.between import is_between
from tickerboard.parser.names.labels import is_plain_code
from tickerboard.parser.names.no_names import is_note, is_other_session, is_time, names_other
from tickerboard.parser.phrases.other_figures import names_other_move
from tickerboard.parser.phrases.periods import is_of_longer_time
from tickerboard.parser.tables.fields import NUMERIC, Field
from tickerboard.parser.tables.headers.header import field_of
from tickerboard.text.numbers import ARROW_MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.tokens import Token

_PER = re.compile(r"(?:per|je|pro|par|por) [^\W\d_]+")
"""The unit of a price, as in `1,902.00 per ounce`."""
_KINDS = frozenset("nspd")
"""Kinds of tokens that are figures, or stand for one."""
NAMES, RANKS, FIGURES, OTHERS = "nrfo"


@dataclass(slots=True)
class FigureColumn:
    """The figures that stand at one place of each item, none for a dash, and what a label by them says that they are.

    `has_label` is whether one stands by them, be it of an unknown word; `beside` are the words on their own line.
    """

    found: Column
    field: Field | None = None
    has_label: bool = False
    beside: str = ""

    @property
    def is_marked(self) -> bool:
        """Whether a figure has a sign or an arrow."""
        return any(self.found.marks)

    @property
    def are_prices(self) -> bool:
        """Whether each figure has decimals, and neither a sign nor a unit."""
        return self.found.are_prices and not self.found.has_unit


@dataclass(slots=True)
class Columns:
    """What the lines of the items are: `roles` has a letter for each of them."""

    names: list[Sequence[str]] = field(default_factory=list)
    figures: list[FigureColumn] = field(default_factory=list)
    currencies: list[str | None] = field(default_factory=list)
    roles: str = ""

    @property
    def are_parted(self) -> bool:
        """Whether figures stand between two names, which are then of two quotes."""
        return re.search(f"{NAMES}.*{FIGURES}.*{NAMES}", self.roles) is not None


class _Line(NamedTuple):
    """A line of figures in each item, and the words before and behind them, which all items share.

    `columns` has none where the items have different numbers of figures on the line, `first` the first figure of each
    item as printed.
    """

    columns: Sequence[Column]
    first: Sequence[str]
    before: str
    behind: str
    currencies: list[str | None]


def columns_of(lines: Sequence[Sequence[str]]) -> Columns | None:
    """Return the columns of a list, each line of whose items is given as a column.

    None where a line of it can be no one column, or a label stands by no figure.
    """
    found = Columns(currencies=[None] * len(lines[0]))
    label = ""
    arrows: Sequence[str] = ()
    for texts in lines:
        if ARROW_MARKS.issuperset(texts):
            arrows = texts
            found.roles += OTHERS
            continue
        line = _line(list(map(add, arrows, texts)) if arrows else texts)
        if is_other_session(label) or (_names_figure(label) if line is None else not line.columns):
            return None
        if line:
            found.roles += _add_figures(line, label, found)
            arrows = ()
        elif found.figures and len(set(texts)) > 1 and all(map(names_other_move, texts)):
            return None  # `Upside` and `Downside` below percents
        else:
            found.roles += NAMES if _are_names(texts) else OTHERS
            found.names += [texts] if _are_names(texts) else []
        label = "" if line or len(set(texts)) > 1 else _label(texts[0], found)
    return None if _names_figure(label) or is_other_session(label) or names_other_move(label) else found


def _label(text: str, found: Columns) -> str:
    """Return what a line that all items share may say of the figures below it: a currency and a day say nothing."""
    if is_currency(text):
        found.currencies = [code_of(text) or each for each in found.currencies]
        return ""
    return "" if is_time(text) and not _names_figure(text) else text


def _names_figure(label: str) -> bool:
    """Return whether a line that stands above no figure names one, which is then the figure above it."""
    return bool(label) and not is_note(label) and (field_of(label) in NUMERIC or is_of_longer_time(label))


def _are_names(texts: Sequence[str]) -> bool:
    """Return whether texts that differ may name the items: not twice the same, and neither times nor notes."""
    if len(set(texts)) < len(texts):
        return False
    return not all(is_time(text) or is_between(text, "") or is_currency(text) for text in texts)


def _line(texts: Sequence[str]) -> _Line | None:
    """Return a line of figures; None for one of words, or of times."""
    if texts[0] == texts[-1] and len(set(texts)) == 1 and (is_time(texts[0]) or is_of_longer_time(texts[0])):
        return None
    if clear := Column.of_clear(texts):
        return _Line([clear], texts, "", "", [None] * len(texts))
    if not any(each.kind in _KINDS for each in tokens(texts[0])):
        return None
    rows = [tokens(text) for text in texts]
    ends = [words_end(row) for row in rows]
    starts = [next((at for at, each in enumerate(row) if each.kind in "wx"), len(row)) for row in rows]
    if any(ends) and not any(starts):
        return _with_words(rows, [row[:end] for row, end in zip(rows, ends, strict=True)], is_before=True)
    parts = [row[start:] for row, start in zip(rows, starts, strict=True)]
    return _with_words(rows, parts, is_before=False)


def _with_words(rows: Sequence[Sequence[Token]], parts: Sequence[Sequence[Token]], *, is_before: bool) -> _Line | None:
    words = {" ".join(each.text for each in part) for part in parts}
    text = words.pop()
    if words or (is_before and not (text.endswith(":") or is_note(text) or field_of(text))):
        return None
    others = [
        row[len(part) :] if is_before else row[: len(row) - len(part)] for row, part in zip(rows, parts, strict=True)
    ]
    figures = [[each for each in joined(row) or row if each.kind in _KINDS] for row in others]
    if not all(figures) or any(map(words_end, others)):
        return None
    currencies = [next((each.currency for each in row if each.currency), None) for row in others]
    columns = list(map(_column, zip(*figures, strict=True))) if len(set(map(len, figures))) == 1 else []
    first = [row[0].text for row in figures]
    before, behind = (text.rstrip(": "), "") if is_before else ("", text.strip("() "))
    return _Line(columns, first, before, behind, currencies)


def _column(found: Sequence[Token]) -> Column:
    return Column.of([None if each.kind == "d" else each for each in found])


def _add_figures(line: _Line, label: str, found: Columns) -> str:
    """Add the columns of a line of figures and return its role: the items' numbers are no figures, codes are names."""
    columns, first = list(map(FigureColumn, line.columns)), line.first
    if len(columns) == 1 and not (label or line.before or line.behind):
        if _are_ranks(first):
            return RANKS
        if all(map(is_plain_code, first)) and len(set(first)) == len(first):
            found.names.append(first)
            return NAMES
    columns[0].field, columns[0].has_label = _named(line, label, is_percent=columns[0].found.is_percent)
    columns[0].beside = line.before or line.behind
    found.figures += columns
    found.currencies = [own or each for own, each in zip(line.currencies, found.currencies, strict=True)]
    return FIGURES


def _named(line: _Line, label: str, *, is_percent: bool) -> tuple[Field | None, bool]:
    """Return what the words by a line's first figure say that it is, and whether there are any but a price's unit."""
    names = [name for name in (line.before, line.behind, label) if name]
    fields = [each for name in names if (each := field_of(name))]
    has_unit = not is_percent and (is_currency(line.behind) or _PER.fullmatch(line.behind))
    has_label = any(not is_note(name) for name in names if not (has_unit and name == line.behind))
    if Field.PERIOD in fields or any(map(is_of_longer_time, names)):
        return Field.PERIOD, True
    return (fields[0] if fields else Field.OTHER if names_other(line.behind) else None), has_label


def _are_ranks(bodies: Sequence[str]) -> bool:
    """Return whether figures count the items, perhaps of several lists."""
    return all(map(str.isdecimal, bodies)) and all(int(b) in (int(a) + 1, 1) for a, b in pairwise(bodies))
