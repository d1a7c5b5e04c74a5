"""Figures that are struck through: no price of now, nor a part of the figure behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.html.tree import short_text
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_STRUCK = 'del, [style*="line-through"], [class~="line-through"], [class~="strikethrough"]'
_MARK = "~~"
_LONGEST = 24
"""Characters of a figure."""


def mark_struck(root: LexborNode) -> None:
    """Put the marks of Markdown around each figure of a page that is struck through: `~~45.00~~` is read as no figure.

    What was `<del>45</del>.50` is no price of 45.50, and what has a struck price beside it may be on sale.
    """
    for node in root.css(_STRUCK):
        text = short_text(node, _LONGEST)
        if has_digit(text) and node.parent is not None:
            node.replace_with(f" {_MARK}{text}{_MARK} ")


def is_struck(text: str) -> bool:
    """Return whether a text is a figure with such marks."""
    return text.startswith(_MARK) and text.endswith(_MARK)
