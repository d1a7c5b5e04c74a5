"""What goes from a page's lines before the grammars read them: marks and notes that belong to no row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.figures.currencies import CODE_PATTERN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_OF_DAY = re.compile(r"([0-9]%\)?) ?\((?:24 ?h(?:rs?|ours?)?|1 ?d(?:ay)?|today)\)(?=\n|\Z)")
_SIGN_APART = re.compile(r"(\n|[0-9])(?: p)? ?([+-])(?=\n{1,2} *\2[0-9])")
_LINK = re.compile(r"\[([^\[\]\n]{1,80})\]\([^()\s]{0,300}\)")
_CELL = re.compile(r"^ *\|([^|\n]*)$", re.MULTILINE)
_GLUED_SYMBOL = re.compile(
    r"^(.{2,60}\([A-Z][A-Z0-9.]{0,9}\))([$€£₹][0-9][0-9,]*\.[0-9]+)([+-][0-9,]+\.[0-9]+%).*$", re.MULTILINE
)
_GLUED_VOLUME = re.compile(r"^( *[$€£₹][0-9][0-9,]*\.[0-9]+)([+-][0-9]+\.[0-9]+%)[0-9].*$", re.MULTILINE)
_CODE_APART = re.compile(r"(\n\n? *([A-Z]{3,4}|R\$|Rs\.?)) (?=[0-9])")
_CODES = frozenset((*CODE_PATTERN.split("|"), "R$", "Rs", "Rs."))
_COMPANY_ABOVE = re.compile(
    r"(?:\b(?:Inc|Corp|Co|Ltd|Limited|PLC|plc|AG|SE|SA|NV|Group|Holdings?|Bank)\.?|\b[A-Z][a-z]+ (?:ON|PN))\Z"
)
_VOLUME_BEHIND = re.compile(
    r"(?<=[0-9a-zA-Z€$]), (?:forgalom|volume|turnover|vol\.?): [^\n,]*(?:,[0-9][^\n,]*)?$", re.MULTILINE
)


def _to_price(found: re.Match[str]) -> str:
    """Put a currency's code to the price behind it, where a company stands on the line above."""
    text, end = found.string, found.start()
    if not (found[2] in _CODES and _COMPANY_ABOVE.search(text, text.rfind("\n", 0, end) + 1, end)):
        return found[0]
    return found[1]


_CLEANUPS: tuple[tuple[tuple[str, ...], re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    ((", forgalom: ", ", volume: ", ", turnover: ", ", vol"), _VOLUME_BEHIND, ""),
    (("|",), _CELL, r"\1"),
    ((")$", ")€", ")£", ")₹"), _GLUED_SYMBOL, r"\1 \2 \3"),
    (("$", "€", "£", "₹"), _GLUED_VOLUME, r"\1 \2"),
    (("(24", "(1", "(today"), _OF_DAY, r"\1"),
    (("+\n", "-\n"), _SIGN_APART, r"\1"),
    (("](",), _LINK, r"\1"),
    (("\n",), _CODE_APART, _to_price),
)
"""Texts of which a page must have one, a pattern to look for then, and what is to stand there."""


def settled(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines as their reader sees them.

    A link of Markdown shows its text only, and a bar before the one cell of a line parts nothing. A volume goes that is
    glued to a percentage or named behind the figures, with what stands behind it, and so do a word for the day and a
    sign that stands apart and before its figure, too. A currency's code below a company is put to its price.
    """
    text = whole = "\n".join(lines)
    for hints, pattern, plain in _CLEANUPS:
        if any(hint in text for hint in hints):
            text = pattern.sub(plain, text)
    return lines if text is whole else text.split("\n")
