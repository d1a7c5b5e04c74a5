"""The codes of problems, each declared once with its meaning; `docs/parsing.md` lists them from here."""

from __future__ import annotations

from typing import NamedTuple

from tickerboard.model import Problem
from tickerboard.registry import Registry

TEXT_CAP = 200
"""Characters of a line that a problem or a quote keeps to show where it is from."""


class Code(NamedTuple):
    """A kind of problem: `name` is a stable word for programs, `help` a line for people."""

    name: str
    help: str


CODES: Registry[Code] = Registry(
    "tickerboard.problems",
    Code,
    (
        Code("cut-line", "an incomplete quote: its line, or the page, ends within it"),
        Code("not-a-quote", "looks like a quote but is not one: a damaged field, or text behind it"),
        Code("direction", "word, arrow and sign disagree; no quote is made of the row"),
        Code("sign", "a rise or a fall: nothing on the page shows which"),
        Code("split", "where the name ends and the price begins is ambiguous, or no reading adds up"),
        Code("style", "a figure that can be read with a decimal comma and with a decimal point"),
        Code("arithmetic", "last, change and percent do not add up"),
        Code("range", "figures that no quote has: a price of zero with a move, a fall of a hundred percent"),
        Code("duplicate", "a symbol stands again with other figures; the first row counts"),
        Code("stale", "the page says that the figures are of another day"),
        Code("unit", "a figure in an unknown unit: a volume, or the change of a yield"),
        Code("long-line", "a line that was cut"),
        Code("long-page", "a page of more lines than are read; the rest was cut"),
        Code("extractor", "the optional article extractor cannot be used; the built-in reader is"),
        Code("deep", "markup that nests too deeply and was cut"),
        Code("nul", "NUL characters in a page of text, which were dropped"),
        Code("clock", "the page is dated in the future; the time of reading is taken in its place"),
        Code("feed", "a broken feed, or no feed at all"),
        Code("market", "the exchange's table is missing, or lacks a column"),
        Code("plugin", "a grammar of another package cannot be loaded, or failed on the page"),
        Code("unreadable", "on the board: a source, or a page of a folder, that could not be read"),
        Code("no-quotes", "on the board: a source whose latest pages have no quotes, though earlier ones had"),
    ),
)
"""Every code that a problem may have."""


def problem(line: int, code: str, message: str, text: str) -> Problem:
    """Return a problem of a declared code, its text cut to `TEXT_CAP` characters."""
    return Problem(line, code, message, text.strip()[:TEXT_CAP])
