"""Rows that cannot be read are problems, and none of them is a paragraph of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tickerboard.parser import parse_page

if TYPE_CHECKING:
    from tickerboard.model import Page

STORY = (
    "Mills pay more for cotton as stocks run low\n\n"
    "The mills of the north paid more for cotton on Friday, and bought more of it than in the whole week before.\n\n"
    "Dealers said that growers had held back their stock until the price moved, which it did on Thursday evening."
)
QUOTES = "LOOM 12.40 +0.40 (+3.33%)\nYARN 8.00 -0.20 (-2.44%)\nDYER 5.10 +0.10 (+2.00%)\n\n"

WITHOUT_QUOTES = [
    "SHED 1.18 1.19 -0.01 -1.67%",
    "Shed plc 57.32 -0.21 -0.37% 4:02 PM",
    "LOFT 38,712.21 | SHED & Co 500 5,123.41 +0.43% | BARN 16,128.53 +0.90%\nMILL 4.10 KILN 5.20 +0.97%",
]
WITH_QUOTES = [*WITHOUT_QUOTES, "SHED 8.00 -0.20 15:58 3,400", "SingShed3.210-0.010", "Shed plc RM9.72 +2 sen (+0.21%)"]


def printed_in(page: Page) -> list[str]:
    """The lines that the page's article has."""
    assert page.article is not None
    return [*page.article.paragraphs, *(each.text for each in page.article.related)]


@pytest.mark.parametrize(
    ("strip", "rows"), [("", row) for row in WITHOUT_QUOTES] + [(QUOTES, row) for row in WITH_QUOTES]
)
def test_a_row_that_no_grammar_reads_is_a_problem_and_no_paragraph(strip: str, rows: str) -> None:
    page = parse_page(f"{strip}{STORY}\n\n{rows}\n")
    assert page.article is not None
    assert len(page.article.paragraphs) == 2
    assert [each.text for each in page.problems] == rows.split("\n")
    assert len(page.quotes) == len(strip.split()) / 4


@pytest.mark.parametrize(
    "line",
    [
        "The price rose to 81.20 (+1.4%) in an hour, and fell again.",
        "Brent crude rose 1.2% to 74.50 dollars a barrel",
        "Growth was 3.20 +/- 0.40 in the trial",
        "Stocks: 12.5 tons, up 3% on the year",
    ],
)
def test_a_line_of_the_article_with_figures_stays(line: str) -> None:
    page = parse_page(f"{QUOTES}{STORY}\n\n{line}\n\nThe port said that it would publish its own figures next week.\n")
    assert line in printed_in(page)
    assert page.problems == ()


UNNAMED = [
    "Shed: plus haut 195.20 +1.20%\nLoft: plus haut 95.20 -1.10%\nBarn: plus haut 15.20 +1.10%",
    "Shed : plus haut 195.20 +1.20%\nLoft : plus haut 95.20 -1.10%",
    "Shed of the mill 195.20 +1.20%\nLoft of the yard 95.20 +1.10%",
    "Shed : of the mill 195,20 1,20%\nLoft : of the yard 95,20 1,10%\nBarn : by the lake 15,20 1,10%",
    "Shed ... of the mill ... 195.20 ... +2.31\n\nLoft ... of the yard ... 95.20 ... -1.03",
    "Shed, of the mill 195.20 EUR, +1.20%.\nLoft, of the yard 95.20 EUR, -1.10%.",
]
SECTION = "The mills in brief\n\nThe port said that it would publish its own figures next week, and no others.\n\n"


@pytest.mark.parametrize("rows", UNNAMED)
@pytest.mark.parametrize("above", ["", SECTION, QUOTES])
def test_the_rows_of_a_list_are_problems_whatever_their_names_are(above: str, rows: str) -> None:
    page = parse_page(f"{above}{rows}\n")
    assert [each.text for each in page.problems] == [row for row in rows.split("\n") if row]
    printed = page.article.paragraphs if page.article else ()
    assert not [row for row in rows.split("\n") if row in printed]
    assert len(page.quotes) == (3 if above == QUOTES else 0)


@pytest.mark.parametrize(
    "text",
    [
        "Profit rose in the quarter to 5.2, +3%",
        "Revenue rose in the quarter to 15.2, +3%\nProfit rose in the quarter to 5.2, +3%",
        "The mill of the north 5.20, +3%",
    ],
)
def test_prose_that_ends_in_figures_stays(text: str) -> None:
    page = parse_page(f"{STORY}\n\n{text}\n\nThe port said that it would publish its own figures next week.\n")
    assert set(text.split("\n")) <= set(printed_in(page))
    assert page.problems == ()


def test_the_rows_of_another_domain_are_no_problems() -> None:
    page = parse_page("Temperature and humidity\n\nOslo of the hills 12.50 -3.20\nOslo by the sea 9.50 +1.20\n")
    assert page.problems == ()


def test_a_headline_below_quotes_stays() -> None:
    page = parse_page(f"{QUOTES.rstrip()}\nCotton rises to 81.20, +1.2%\nBy Jane Doe\n\n{STORY}\n")
    assert page.article is not None
    assert page.article.headline == "Cotton rises to 81.20, +1.2%"
    assert page.problems == ()


def test_a_stacked_row_with_a_line_between_is_a_problem() -> None:
    page = parse_page(f"{STORY}\n\nSHED\n12.4500 EUR\nParis\n+2.13%\n")
    assert page.article is not None
    assert len(page.article.paragraphs) == 2
    assert [each.text for each in page.problems] == ["SHED / 12.4500 EUR / Paris / +2.13%"]
    assert page.quotes == ()
