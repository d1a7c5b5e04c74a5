"""The styles of texts by name, declared once: for the widgets, and for the first picture, which is without Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

STYLES = {
    "quote--up": "{quote-up}",
    "quote--down": "{quote-down}",
    "quote--flat": "{quote-flat}",
    "frame--rule": "{frame}",
    "frame--title": "bold {foreground}",
    "frame--choice": "bold {foreground}",
    "frame--fact": "{quote-flat}",
    "frame--key": "bold {primary}",
    "frame--rule-on": "{accent}",
    "frame--title-on": "bold {accent}",
    "line--plain": "{foreground}",
    "line--key": "bold {primary}",
    "line--fault": "bold {chip-failed}",
    "line--stale": "bold {warning}",
    "line--message": "bold {accent}",
    "line--name": "bold",
    "line--old": "dim",
    "chip--live": "bold {background} on {chip-live}",
    "chip--quiet": "bold {background} on {quote-flat}",
    "chip--stale": "bold {background} on {warning}",
    "chip--failed": "bold {background} on {chip-failed}",
    "chip--mark": "bold {background} on {chip-mark}",
    "chip--then": "bold {background} on {chip-then}",
    "axis--article": "{warning}",
    "axis--alert": "bold {chip-failed}",
    "axis--here": "bold {chip-then}",
    "table--ground": "{foreground} on {background}",
    "table--head": "bold {primary} on {panel}",
    "table--key": "bold {background} on {accent}",
    "table--note": "bold {foreground}",
    "table--cursor": "on {panel}",
    "table--cursor-on": "bold on {quote-cursor}",
    "table--index": "bold",
    "table--dim": "dim",
    "tape--symbol": "bold",
    "tape--cursor": "bold reverse",
    "reader--headline": "bold {accent}",
    "reader--byline": "{quote-flat}",
    "reader--body": "",
    "reader--heading": "bold underline",
    "reader--quotation": "italic",
    "reader--table": "",
    "reader--item": "",
    "reader--related": "italic {primary}",
    "reader--next": "bold {foreground}",
    "reader--more": "{quote-flat}",
    "reader--mention": "bold",
    "reader--chosen": "bold reverse",
    "reader--found": "underline on {quote-cursor}",
    "reader--found-here": "bold {background} on {accent}",
    "side--head": "bold {primary}",
    "side--plain": "{foreground}",
    "side--quiet": "{quote-flat}",
    "side--cursor": "bold on {quote-cursor}",
    "heat--title": "bold {foreground} on {panel}",
    "chart--plain": "{quote-flat}",
    "chart--title": "bold",
    "chart--mark": "{warning}",
}
"""Each style in Rich's words, with the names of a theme's colours. A name begins with the widget that it is for."""

PLAIN_STYLES = STYLES | {
    "frame--title": "{foreground}",
    "frame--title-on": "bold underline {accent}",
    "chip--live": "bold reverse {chip-live} on default",
    "chip--quiet": "bold reverse {quote-flat} on default",
    "chip--stale": "bold reverse {warning} on default",
    "chip--failed": "bold reverse {chip-failed} on default",
    "chip--mark": "bold reverse {chip-mark} on default",
    "chip--then": "bold reverse {chip-then} on default",
    "table--key": "bold reverse {accent} on default",
    "table--cursor": "bold underline",
    "table--cursor-on": "reverse",
    "reader--found": "underline",
    "reader--found-here": "bold reverse {background} on {accent}",
    "side--cursor": "reverse",
}
"""The same where the colours are the terminal's own."""


class TextStyles(dict[str, Style]):
    """The styles in the colours of a theme, each made when it is first used."""

    def __init__(self, colours: Mapping[str, str], *, plain: bool) -> None:
        """Take colours in Rich's words by their names; `plain` is whether they are the terminal's own."""
        super().__init__()
        self._colours = colours
        self.plain = plain

    def __missing__(self, name: str) -> Style:
        words = (PLAIN_STYLES if self.plain else STYLES)[name]
        style = self[name] = Style.parse(words.format_map(self._colours))
        return style
