"""The texts of an item of a strip by what they are: names, the figures of the row, further figures with names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from tickerboard.model import Kind
from tickerboard.parser.audit import adds_up_either_way
from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.figures.grouping import joined, put_arrows
from tickerboard.parser.figures.tokens import FIGURES, Token, shape_of, tokens
from tickerboard.parser.html.items.headings import is_longer_time
from tickerboard.parser.html.items.labels import without_key
from tickerboard.parser.html.items.texts import is_plain, tokens_of
from tickerboard.parser.html.items.words import CLOCK, says_nothing, way_of
from tickerboard.parser.html.tables.names import stands_by_name
from tickerboard.parser.kinds import is_bond, known_kind
from tickerboard.parser.names.labels import is_label, is_symbol, without_bullet
from tickerboard.parser.names.no_names import is_note, is_other_session, is_time, is_trade_level, names_other
from tickerboard.parser.names.together import are_labels
from tickerboard.parser.phrases.movers import is_unmoved
from tickerboard.parser.phrases.other_figures import names_other_move
from tickerboard.parser.strips.figures import is_volume
from tickerboard.parser.strips.sentences.words import UNITS, Part
from tickerboard.parser.tables.fields import QUOTED, Field
from tickerboard.parser.tables.keyed import is_inline, key_of
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.style import Style

LONGEST = 64
"""Characters of a text of an item, at most."""
_VALUED = frozenset("nsp")
_NAMED_SHAPES = frozenset(("n", "nn", "ns"))
"""What may stand behind a name in one text: a price, and its change with a sign or without."""
_DECIMALS = re.compile(r"[0-9][.,][0-9]+\Z")
_RANK = re.compile(r"#?[1-9][0-9]{0,3}\.?")
_DELIVERY = re.compile(r"(?!(?i:week|woche))[^\W\d_]{3,9}\.?[-./ ]?['’]?(?:20)?[0-9]{2}")
_FIGURE = re.compile(r"[0-9][.,][0-9]|[0-9] ?%|[$€£₹¥]")
_COLON = re.compile(r"[^\W\d][^\d:%]{1,24}: ?[0-9][0-9.,]*[0-9]")
"""A figure with its name before it, whatever the name."""
_MOVED = re.compile(r"[1-9]")
_MILLIONS = 6
"""The power of ten of an amount that no price has beside another one."""


@dataclass(slots=True)
class Parts:
    """The texts of an element by what they are: names, then figures, then figures with names of their own.

    `cells` are the figures one by one, as each text has them, `behind` are words behind the percentage. `first` is the
    percentage at the very beginning of a card, above its name, `rank` the number there. `way` is the arrow of a word
    such as `up` by the name. `is_future` is whether the month of one stands there, `is_of_other` whether another date
    does or the percent is of another price.
    `is_of_longer_time` is whether a text beside the figures says so of the move. `is_unnamed` is whether the first
    figure behind it has a name that is not known: the move may be of that, where no change proves it. `is_unmoved` is
    whether a word such as `unchanged` stands at the end, in place of a move.
    """

    first: list[Token] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    figures: list[Token] = field(default_factory=list)
    cells: list[Token] = field(default_factory=list)
    keyed: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    rank: int = 0
    way: str = ""
    is_future: bool = False
    is_of_other: bool = False
    is_of_longer_time: bool = False
    is_unnamed: bool = False
    is_unmoved: bool = False

    @property
    def has_percent(self) -> bool:
        """Whether the figures may be whole: what a field's name stands by from here on is another figure."""
        return bool(self.figures) and any(each.kind == "p" for each in (*self.first, *self.figures))

    def add(self, found: Sequence[Token]) -> None:
        """Add the figures of a text."""
        alone = joined(found) if len(found) > 1 else None  # digits in groups, where a text holds nothing else
        self.figures += alone if alone and len(alone) == 1 else found
        whole = put_arrows(found)
        self.cells += [each for each in joined(whole) or whole if each.kind in _VALUED]

    def drop_badge(self) -> None:
        """Leave out a letter behind the name, such as the D of a delayed price, where words say the same behind it."""
        if len(self.labels) > 1 and len(self.labels[-1]) == 1:
            self.labels.pop()


def without_amounts(figures: Sequence[Token]) -> list[Token]:
    """Return the figures of a row without amounts in millions or more before the one price with its currency.

    They are what all shares of a company are worth. One behind the price may be what the percent is of.
    """
    places = [at for at, each in enumerate(figures) if each.kind == "n" and each.power < _MILLIONS]
    if len(places) != 1 or not (figures[places[0]].currency or "$" in figures[places[0]].text):
        return [*figures]
    return [each for at, each in enumerate(figures) if each.kind != "n" or each.power < _MILLIONS or at > places[0]]


def without_volume(figures: Sequence[Token], style: Style) -> list[Token]:
    """Return the figures of a price, a percentage and a volume without the volume; it is no price that they lead to."""
    amounts = [each for each in figures if each.kind not in "ct"]
    if shape_of(amounts) != "npn" or not is_volume(amounts[0], amounts[2]):
        return [*figures]
    change, percent, last = (each.amount(style) for each in amounts)
    is_price = change is None or percent is None or last is None or adds_up_either_way(last, change, percent)
    is_price = is_price and amounts[2].power - amounts[0].power < _MILLIONS  # a percent of zero leads anywhere
    return [*figures] if is_price else [each for each in figures if each is not amounts[2]]


def are_amounts(figures: Sequence[Token]) -> bool:
    """Return whether all numbers of a row are in millions or more, as what a company is worth and what is traded."""
    numbers = [each.power for each in figures if each.kind == "n"]
    return bool(numbers) and min(numbers) >= _MILLIONS


def read_parts(texts: Sequence[str]) -> Parts | None:
    """Part the texts of a row; None where they are of no row, or of several."""
    parts = Parts()
    for at, text in enumerate(texts):
        if parts.labels and is_plain(text) and FIGURES.issuperset(shape_of(found := tokens_of(text))):
            parts.add(found)
            continue
        parts.is_of_other |= _is_of_other_move(texts, at) or (not parts.has_percent and is_other_session(text))
        if parts.has_percent and ((is_known := _is_keyed(texts, at)) or _COLON.fullmatch(text)):
            parts.keyed += texts[at:]
            parts.is_unnamed = not is_known
            break
        text = _without_way(parts, text)
        found = tokens_of(text) if len(text) <= LONGEST else [Token("w", text)]
        if _is_pair(parts, text):
            parts.labels[0] += f"/{text}"
        elif parts.labels and all(each.kind in FIGURES for each in found):
            parts.add(found)
        elif not parts.labels and (count := _words_before_price(found)):
            parts.labels.append(" ".join(each.text for each in found[:count]))
            parts.add(found[count:])
        elif not at and len(found) == 1 and found[0].kind == "p":
            parts.first = [*found]
        elif not at and _RANK.fullmatch(text):
            parts.rank = int(text.strip("#."))
        elif not (_add_word(parts, texts, at, found) if parts.figures else _add_label(parts, text, found)):
            return None
    return parts


def _words_before_price(found: Sequence[Token]) -> int:
    """Return how many words a text of a name and its price has, `ACME 618.90`; none for any other: `S&P 500`.

    A change may stand behind the price; one of them has decimals.
    """
    count = sum(1 for _ in takewhile(lambda each: each.kind == "w", found))
    figures = found[count:]
    are_row = shape_of(figures) in _NAMED_SHAPES
    return count if are_row and any(_DECIMALS.search(each.body) for each in figures) else 0


def _add_word(parts: Parts, texts: Sequence[str], at: int, found: Sequence[Token]) -> bool:
    """Add a text among the figures of a row, or behind them; return whether it may stand there.

    Between them one that is unknown names another figure, or what the move is of.
    """
    if is_longer_time(texts, at):
        parts.is_of_longer_time = True
    elif _is_of_others(texts[at], {each.kind for each in found}, is_behind=parts.has_percent):
        return False
    elif not parts.has_percent and (arrow := way_of(texts[at])):
        parts.way = arrow
    elif not parts.has_percent and is_unmoved(texts[at]):
        if _is_zero(texts[at + 1 : at + 2]):  # it stands in place of a change
            parts.add(tokens("0"))
        parts.is_unmoved = at + 1 == len(texts) and texts[at].casefold() != "flat"  # a home is one
    elif not parts.has_percent:
        is_of_index = texts[at].lower() in UNITS[Part.POINTS] and any(map(_is_index, parts.labels))
        parts.is_of_other |= not (is_of_index or says_nothing(texts[at]))
    elif _ends_percent(texts[at - 1]):
        parts.behind.append(texts[at])
    return True


def _is_index(label: str) -> bool:
    return known_kind(label) is Kind.INDEX


def _is_zero(texts: Sequence[str]) -> bool:
    """Return whether the first of some texts is a percentage of zero."""
    return bool(texts) and [each.kind for each in tokens_of(texts[0])] == ["p"] and not _MOVED.search(texts[0])


def _ends_percent(text: str) -> bool:
    return text.rstrip(" )").endswith("%")


def _is_of_other_move(texts: Sequence[str], at: int) -> bool:
    """Return whether a text says what the percent before it is of; the name of a figure has that behind it."""
    if not at or not _ends_percent(texts[at - 1]) or not names_other_move(texts[at]):
        return False
    return not has_digit("".join(texts[at + 1 : at + 2]))


def _is_pair(parts: Parts, text: str) -> bool:
    """Return whether a text is the second currency of a pair whose first one is the name so far."""
    is_second = is_currency(text) and len(parts.labels) == 1 and not parts.figures
    return is_second and known_kind(f"{parts.labels[0]}/{text}") is Kind.CURRENCY


def _is_delivery(name: str, text: str) -> bool:
    """Return whether a text is the month of a well-known future, with its year: `Apr 24`."""
    return known_kind(name) is not None and _DELIVERY.fullmatch(text) is not None and is_time(text)


def _is_of_yield(name: str, text: str) -> bool:
    """Return whether a text behind the name of a bond says that its price is in percent."""
    return text in ("(%)", "(％)") and is_bond(name)


def _without_way(parts: Parts, text: str) -> str:
    """Return the figures behind a word for their way, `Down 0.42 (0.40%)`; any other text as it is."""
    word, _, figures = text.partition(" ")
    arrow = way_of(word.lower()) if figures[:1].isdecimal() else None
    if arrow is None or not all(each.kind in FIGURES for each in tokens(figures)):
        return text
    parts.way = arrow
    return figures


def _is_keyed(texts: Sequence[str], at: int) -> bool:
    """Return whether a text is the name of a figure that stands behind it, or holds both: `Vol: 52.1M`."""
    if has_digit(texts[at]):
        return is_inline(texts[at]) and not is_longer_time(texts, at)  # `last 7 days`
    return at + 1 < len(texts) and key_of(texts[at]) is not None


def _is_of_others(text: str, kinds: set[str], *, is_behind: bool) -> bool:
    """Return whether a text among the figures is another row's, a sentence, or a figure cut in pieces.

    Behind the percentage one may say when the price was, or how late it is.
    """
    if kinds == {"x"}:
        return not is_behind
    has_both = not kinds.isdisjoint("wx") and not _VALUED.isdisjoint(kinds)
    return has_both and not (is_behind and (_says_when(text) or is_note(text)))


def _says_when(text: str) -> bool:
    """Return whether a text has the clock time of a price, and no figure of it."""
    return CLOCK.search(text) is not None and not _FIGURE.search(text)


def is_lone_label(text: str) -> bool:
    """Return whether a text without figures names a row by itself, and is nothing else to one."""
    is_name = (is_label(text) or is_symbol(text)) and not names_other(text)
    return is_name and not is_other_session(text) and way_of(text) is None


def have_lone_labels(texts: Sequence[str]) -> bool:
    """Return whether texts, without figures and colons, are names in capitals, each of a row by itself."""
    return all(map(str.isupper, texts)) and are_labels(texts) and not any(map(is_other_session, texts))


def _names_figure(text: str) -> bool:
    """Return whether a text between a name and its figures says that these are of something else: `Open`, `Buy`."""
    key = key_of(text)
    return key is Field.OTHER or (names_other(text) and not is_note(text) and key not in QUOTED)


def _add_label(parts: Parts, text: str, found: Sequence[Token]) -> bool:
    """Add a text before the figures where it names the row; return whether it may stand there."""
    label = without_key(without_bullet(text))
    if parts.labels and (stands_by_name(text) or _says_when(text) or _is_of_yield(parts.labels[-1], text)):
        parts.drop_badge()
    elif parts.labels and has_digit(text) and is_time(" ".join(text.split()[-2:])):
        parts.is_future = _is_delivery(parts.labels[-1], text)
        parts.is_of_other |= not parts.is_future
    elif text.startswith("+ "):  # a button
        return True
    elif arrow := way_of(text):
        parts.way = arrow
    elif parts.labels and key_of(text) is Field.LAST:
        return True
    elif (is_label(label) or is_symbol(label)) and not text.endswith(":"):
        parts.labels.append(label)
    elif _names_figure(text) if parts.labels else is_trade_level(text):
        parts.is_of_other = True
    elif any(each.kind in _VALUED for each in found):
        return False
    elif parts.labels:
        return key_of(text) in QUOTED
    return True
