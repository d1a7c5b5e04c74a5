"""Two tokens of a line that are one figure: digits that spaces group, such as `7 345,67`, and an arrow before one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.tokens import Token

_HEAD = 3
_THREE = re.compile(r"[0-9]{3}(?![0-9])")


def may_join(found: Sequence[Token]) -> bool:
    """Return whether a figure stands right before one that may be its last digits."""
    return any(map(_may_group, found, found[1:]))


def joined(found: Sequence[Token]) -> list[Token] | None:
    """Join figures whose digits spaces may group, such as `7 345,67`; None where there are none."""
    if len(found) < 2 or not may_join(found):
        return None
    whole: list[Token] = []
    for each in found:
        last = whole[-1] if whole else None
        if last is not None and _may_group(last, each) and _groups(last, each):
            text = f"{last.text} {each.text}"
            whole[-1] = each._replace(text=text, body=f"{last.body} {each.body}", kind=last.kind, marks=last.marks)
        else:
            whole.append(each)
    return whole if len(whole) < len(found) else None


def _may_group(head: Token, tail: Token) -> bool:
    return tail.kind in "np" and head.kind in "ns" and not tail.marks


def _groups(head: Token, tail: Token) -> bool:
    digits = head.body.rpartition(" ")[2]
    whole = head.text.endswith(head.body) and not head.power and tail.text.startswith(tail.body) and tail.kind == "n"
    lead = len(digits) <= _HEAD and digits.isdecimal() and (" " not in head.body or len(digits) == _HEAD)
    return whole and lead and _THREE.match(tail.body) is not None and digits[0] != "0"


def put_arrows(found: Sequence[Token]) -> list[Token]:
    """Put an arrow that stands alone to the figure behind it."""
    if all(each.kind != "a" for each in found):
        return list(found)
    figures: list[Token] = []
    arrow = ""
    for each in found:
        if each.kind == "a":
            arrow = each.marks
            continue
        if arrow and each.kind in "nsp":
            kind = "s" if each.kind == "n" else each.kind
            figures.append(each._replace(kind=kind, marks=arrow + each.marks))
        else:
            figures.append(each)
        arrow = ""
    if arrow and figures:  # behind all figures
        figures[-1] = figures[-1]._replace(marks=figures[-1].marks + arrow)
    return figures
