"""The figures of a row: which of them are last, change and percent, and where its name ends.

A row's shape is a word of token kinds (see `figures.tokens`). Most shapes can be read in one way only; where a name may
end in digits (`S&P 500 4,293.93`) or spaces may group them (`CAC 40 7 345,67`), of all readings the one that adds up is
right.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.audit import HIGHEST_YIELD, LEAST_LEVEL, adds_up, decimals, is_level
from tickerboard.parser.figures.grouping import joined, may_join, put_arrows
from tickerboard.parser.figures.style import Mark
from tickerboard.parser.figures.tokens import shape_of, style_of
from tickerboard.parser.kinds import is_bond, known_kind
from tickerboard.parser.strips.cells import stands_in_cell
from tickerboard.parser.strips.shapes import ABSORBED, ARROWED, PRICE_LAST, PROVEN, SHAPES, can_be_read
from tickerboard.text.numbers import ARROWS, FALLS, signed
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.figures.tokens import Token

_MONTHS = re.compile(r"(?:[1-9]|1[0-2]|18|24|36|60)[Mm]")
"""Months rather than millions."""
_WHOLE = re.compile(r"[0-9]+|[0-9]{1,3}(?:([,.' ’])[0-9]{3})+")
"""A figure without decimals, in groups of three or not."""
_HIGHEST_WHOLE = 1_000_000
"""A figure without decimals from here on is a volume where the one behind it has decimals."""
_WIDEST_MOVE = 1
"""Percentage points that no yield moves in a day."""
INDEX_SIZES = word_set("10 15 20 25 30 35 40 50 60 80 100 120 150 200 225 250 300 400 500 600")
"""Numbers at the end of an index's name, if it has one: how many shares are in it."""


class Figures(NamedTuple):
    """What a row's figures are, without signs; `absorbed` of them belong to its name; `is_sound` where they add up.

    `is_scaled` is whether the price has a unit such as `M`, `is_arrowed` whether the arrow before it may make it a
    change, `is_in_money` whether the row ends in a change and the only currency: `-0.58 USD`. `arrow` is what the
    heading above says where no mark stands by the figures.
    """

    last: Decimal
    change: Decimal | None
    percent: Decimal | None
    marks: str
    absorbed: int = 0
    currency: str | None = None
    is_sound: bool = False
    is_scaled: bool = False
    is_arrowed: bool = False
    is_in_money: bool = False
    arrow: str = ""

    @property
    def has_way(self) -> bool:
        """Whether a mark or the heading shows a rise or a fall."""
        return bool(self.marks or self.arrow)


def read_figures(found: Sequence[Token], style: Style, name: str | None = None) -> Figures | None:
    """Return what the figures of a row are; None where they are no row, or can be read in several ways.

    `found` are the tokens behind the row's words `name`; without them the name stands elsewhere, and no figure is part
    of it.
    """
    if name and is_bond(name) and (reading := _yield(found, style)):
        return reading
    shape = shape_of(found)
    if not can_be_read(shape):
        return None
    most = 0 if name is None else ABSORBED
    name = name or ""
    style = style_of(found, style)
    if _is_plain(found, shape):
        return _read(found, SHAPES[shape], style)
    readings = [each for each in _readings(found, style, most) if _may_absorb(each, found, name)]
    if name and style.mark is Mark.POINT:
        readings = [each for each in readings if each.is_sound or not _is_joined(each, found)]
    readings = [each for each in readings if not _is_name_alone(each, found, name)]
    if any(each.is_in_points for each in found) and known_kind(f"{name} {found[0].text}") is not None:
        readings = [each for each in readings if each.absorbed]  # `Nikkei 225 310 points` is not at 225,310
    if len(readings) == 1:
        return readings[0]
    sound = [each for each in readings if each.is_sound]
    if len({(each.last, each.change, each.percent) for each in sound}) == 1:
        return sound[0]
    if sound:
        return _known(sound, found, name) or _unmoved(sound, style)
    return _known(readings, found, name) or _plainest(readings, found, style)


def read_price_again(found: Sequence[Token], style: Style) -> Figures | None:
    """Return the figures of a row with its price twice, and perhaps a volume, before a move with which it adds up."""
    prices = [each for each in found if each.kind == "n"]
    moves = [each for each in found if each.kind in "sp"]
    shape = shape_of([each for each in found if each.kind != "c"])
    if shape not in {"nnsp", "nnps", "nnnsp", "nnnps"} or prices[0].body != prices[1].body:
        return None
    reading = read_figures([prices[0], *moves], style)
    return reading if reading and reading.is_sound else None


def _yield(found: Sequence[Token], style: Style) -> Figures | None:
    """Return the figures of a bond, `4.23% -0.02`: a yield in percent, a change in points, perhaps its percent."""
    if shape_of(found) not in ("ps", "psp") or found[0].marks:
        return None
    last, change, percent = (*(each.amount(style) for each in found), None)[:3]
    if last is None or last >= HIGHEST_YIELD or change is None or (percent is None and shape_of(found) == "psp"):
        return None
    if change >= last or change >= _WIDEST_MOVE:  # `0.40% ▼ 4.214` is a move and a yield
        return None
    marks = "".join([each.marks for each in found])
    sound = percent is not None and is_sound(last, change, percent, marks)
    return Figures(last, change, percent, marks, is_sound=sound) if sound or percent is None else None


def _is_plain(found: Sequence[Token], shape: str) -> bool:
    """Return whether figures can be read in one way only, as most rows can: no name may end in one, none may be joined.

    It is looked at first, and only saves time.
    """
    if shape not in SHAPES or may_join(found):
        return False
    return not any(
        each.currency or (each.kind == "n" and (each.body.isdecimal() or each.is_in_points)) for each in found
    )


def _is_name_alone(reading: Figures, found: Sequence[Token], name: str) -> bool:
    """Return whether a price is the end of a well-known name, as in `S&P 500 +1.55%`, which has no price."""
    first = next((each for each in found if each.kind in "nsp"), None)
    if reading.absorbed or first is None or first.kind != "n" or first.text not in INDEX_SIZES:
        return False
    return reading.last == Decimal(first.text) and known_kind(f"{name} {first.text}") is not None


def _may_absorb(reading: Figures, found: Sequence[Token], name: str) -> bool:
    """Return whether a name may end in the figures it takes: where they do not prove it, only as an index's does."""
    if not reading.absorbed or (reading.is_sound and reading.change):
        return True
    number = next(each.text for each in found if each.kind == "n")
    return number in INDEX_SIZES or known_kind(f"{name} {number}") is not None


def ends_name(name: str, figure: Token) -> bool:
    """Return whether a figure behind a name is part of it, as in `S&P 500`."""
    return figure.kind == "n" and (figure.text in INDEX_SIZES or known_kind(f"{name} {figure.text}") is not None)


def _is_joined(reading: Figures, found: Sequence[Token]) -> bool:
    """Return whether a price is made of a figure and the decimals behind it, as 4195.20 of `Apple 4 195.20`.

    Few pages with decimal points group digits by spaces, so that only a move that adds up shows that this one does.
    """
    return decimals(reading.last) > 0 and not stands_in_cell(reading.last, [[each] for each in found])


def _known(readings: Sequence[Figures], found: Sequence[Token], name: str) -> Figures | None:
    """Return the reading in which the name, with the figures that belong to it, is a well-known one."""
    numbers = [each.text for each in found if each.kind == "n"]
    known = [each for each in readings if known_kind(" ".join([name, *numbers[: each.absorbed]]))]
    return known[0] if len(known) == 1 else None


def _unmoved(readings: Sequence[Figures], style: Style) -> Figures | None:
    """Return, of readings without a move, the one whose digits spaces group: `+0,00 +0,00% 4 943,03€` is not at 4."""
    if not style.spaced or any(each.absorbed or each.change for each in readings):
        return None
    with_decimals = [each for each in readings if decimals(each.last)]
    return with_decimals[0] if len(with_decimals) == 1 else None


def _plainest(readings: Sequence[Figures], found: Sequence[Token], style: Style) -> Figures | None:
    """Return, of several readings of a row without a change, the one in the page's way to group digits.

    A name ends in one number at most. Where spaces group digits, `Stoxx 225 381,20` can be read in two ways.
    """
    if not readings or any(each.change is not None for each in readings):
        return None
    ordered = sorted(readings, key=lambda each: each.absorbed)
    if not style.spaced:
        return ordered[-1]
    if len({each.absorbed for each in readings}) == 1:  # `1 234 567,00` in the name's own place
        return ordered[-1]
    ends_name = next((each.text for each in found if each.kind == "n"), "") in INDEX_SIZES
    return None if ends_name and ordered[0].absorbed == 0 else ordered[0]


def _readings(found: Sequence[Token], style: Style, most: int) -> Iterator[Figures]:
    currency = next((each.currency for each in found if each.currency), None)
    figures = put_arrows([each for each in found if each.kind not in "ct"])
    for absorbed in range(most + 1):
        if absorbed and not _may_end_name(figures[absorbed - 1 : absorbed]):
            break
        rest = figures[absorbed:]
        for each in (rest, joined(rest)):
            if each is not None and (reading := _match(each, style)):
                reading = reading._replace(absorbed=absorbed, currency=currency) if absorbed or currency else reading
                yield reading._replace(is_in_money=True) if currency and _ends_in_money(found) else reading


def _ends_in_money(found: Sequence[Token]) -> bool:
    """Return whether the figures of a row are a price and a change in a currency: `68.44 -0.58 USD`."""
    return shape_of(found) == "nsc" and not any(each.currency for each in found[:2])


def _may_end_name(figure: Sequence[Token]) -> bool:
    """Return whether a figure may end a name: up to four digits and nothing else, or thousands as in `Russell 2K`."""
    text = figure[0].text.removesuffix("K") if figure else ""
    return bool(figure) and figure[0].kind == "n" and text.isdecimal() and len(text) <= 4


def _match(found: Sequence[Token], style: Style) -> Figures | None:
    """Return the reading of a shape, with further figures behind it where the first three add up."""
    shape = shape_of(found)
    if places := SHAPES.get(shape):
        reading = _read(found, places, style)
        return None if reading and may_be_change_in_points(found, reading) else reading
    if (places := ARROWED.get(shape)) and not found[0].marks.strip(ARROWS):
        reading = _read(found, places, style)
        if shape == "sp" or (reading and reading.is_sound):
            return reading._replace(is_arrowed=shape == "sp") if reading else None
    if shape == "npn" and (reading := _with_volume(found, style)):
        return reading
    for size in (3, 4):
        known = PROVEN if size == len(shape) else SHAPES | PROVEN
        if set(shape[size:]) - set("nd"):
            continue
        for places in filter(None, (known.get(shape[:size]), PRICE_LAST.get(shape))):
            reading = _read(found, places, style)
            if reading and reading.is_sound and (shape[:size] in SHAPES or _is_told(reading)):
                return reading
    return None


def may_be_change_in_points(found: Sequence[Token], reading: Figures) -> bool:
    """Return whether a figure in points beside a percent may be its change: `+0.3%, 22 points`."""
    if reading.change is not None or not any(each.kind == "n" and each.is_in_points for each in found):
        return False
    return reading.last < LEAST_LEVEL if found[0].kind == "n" else not is_level(reading.last, reading.percent)


def _is_told(reading: Figures) -> bool:
    """Return whether a change without a sign is one beyond doubt: with decimals, where the price has them."""
    return reading.change is None or decimals(reading.change) > 0 or not decimals(reading.last)


def _with_volume(found: Sequence[Token], style: Style) -> Figures | None:
    """Return the reading of a price, a percent and a volume, which is an integer or has a unit; None for any other."""
    last, _, volume = found
    reading = _read(found[:2], (0, None, 1), style)
    return reading if is_volume(last, volume) and reading and (reading.marks or not reading.percent) else None


def is_volume(last: Token, volume: Token) -> bool:
    """Return whether a figure behind a price and its move may be a volume, and neither a price nor a time."""
    if _MONTHS.fullmatch(volume.text):  # `+12.48% 12M`
        return False
    whole = _WHOLE.fullmatch(volume.body)
    mark = "".join(each for each in last.body if not each.isdecimal())[-1:]
    return volume.power > 0 or (whole is not None and whole[1] != mark != "")


def _read(found: Sequence[Token], places: tuple[int, int | None, int | None], style: Style) -> Figures | None:
    price, move, share = (None if at is None else found[at] for at in places)
    last = price.amount(style) if price else None
    change = move.amount(style) if move else None
    percent = share.amount(style) if share else None
    if price is None or last is None or (move and change is None) or (share and percent is None):
        return None
    marks = price.marks + (move.marks if move else "") + (share.marks if share else "")
    marks = marks or _minus_of_brackets(move, share)
    sound = change is not None and percent is not None and is_sound(last, change, percent, marks)
    return Figures(last, change, percent, marks, 0, None, sound, price.power != 0)


def _minus_of_brackets(change: Token | None, percent: Token | None) -> str:
    """Return a minus for a change and a percent each in brackets of its own and without a sign, as in accounts."""
    return "-" if change and percent and change.is_bracketed and percent.is_bracketed else ""


def is_sound(last: Decimal, change: Decimal, percent: Decimal, marks: str) -> bool:
    """Return whether the figures add up with the sign that the marks show, or with either where they show none."""
    if last <= 0 or (last >= _HIGHEST_WHOLE and not decimals(last) and decimals(change)):
        return False
    if not FALLS.isdisjoint(marks):
        return adds_up(last, signed(change, -1), signed(percent, -1))
    return adds_up(last, change, percent) or (not marks and adds_up(last, signed(change, -1), signed(percent, -1)))
