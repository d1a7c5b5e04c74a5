"""Pages of one list of plain rows are read at once, and as the grammars read them where other figures stand below."""

from __future__ import annotations

import pytest

from tickerboard.parser import parse_page

ROWS = (
    ("Alpha Steel", "102.00", "+2.00", "+2.00%"),
    ("Beta Bank", "49.50", "-0.50", "-1.00%"),
    ("Gamma", "1,010.00", "+10.00", "+1.00%"),
    ("DELT", "0.00", "+0.00", "+0.00%"),
    ("Epsilon & Co", "20.00", "+0.00", "+0.00%"),
    ("Zeta", "99.00", "-1.00", "-1.00%"),
)
BELOW = "\n\nThe figures are read by 3 people."


def text_of(gap: str, *, skipped: int | None = None, above: str = "") -> str:
    """Return the rows as a page, one of them left out."""
    return above + "\n".join(gap.join(row) for at, row in enumerate(ROWS) if at != skipped)


@pytest.mark.parametrize("gap", [" ", "\n", "\t", "\t9.00\t"])
@pytest.mark.parametrize("above", ["", "Shares of the day\n", "Shares of the week\n", "Symbol Last Change %\n"])
@pytest.mark.parametrize("skipped", range(len(ROWS)))
def test_reads_the_list_as_the_grammars_do(gap: str, above: str, skipped: int) -> None:
    """Other figures on the page leave the list to the grammars."""
    text = text_of(gap, skipped=skipped, above=above)
    alone, among = parse_page(text), parse_page(text + BELOW)
    assert (alone.quotes, alone.problems, alone.readings) == (among.quotes, among.problems, among.readings)


@pytest.mark.parametrize(("gap", "grammar"), [(" ", "line"), ("\n", "items"), ("\t", "headless")])
def test_reads_every_row(gap: str, grammar: str) -> None:
    """Each row of a clear list is a quote, with its own lines for its text."""
    page = parse_page(text_of(gap, skipped=3, above="Shares of the day\n"))
    whole = [" ".join(row) for row in ROWS if row[0] != "DELT"]
    assert [" ".join(quote.text.split(" / ")) for quote in page.quotes] == whole
    assert [reading.grammar for reading in page.readings] == [grammar]


@pytest.mark.parametrize("gap", [" ", "\n"])
@pytest.mark.parametrize(("right", "wrong"), [("+2.00%", "+3.00%"), ("-0.50", "+0.50")])
def test_a_row_in_doubt_is_no_quote(gap: str, right: str, wrong: str) -> None:
    """A percent that is another one, and signs that disagree, are reported."""
    page = parse_page(text_of(gap, skipped=3).replace(right, wrong))
    assert len(page.quotes) == len(ROWS) - 2
    assert page.problems
