"""Rows that cannot be read are problems, and none of them is a paragraph of the article."""

from __future__ import annotations

import pytest

from tickerboard.parser import parse_page

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
    assert page.article is not None
    assert line in [*page.article.paragraphs, *(each.text for each in page.article.related)]
    assert page.problems == ()


def test_a_stacked_row_with_a_line_between_is_a_problem() -> None:
    page = parse_page(f"{STORY}\n\nSHED\n12.4500 EUR\nParis\n+2.13%\n")
    assert page.article is not None
    assert len(page.article.paragraphs) == 2
    assert [each.text for each in page.problems] == ["SHED / 12.4500 EUR / Paris / +2.13%"]
    assert page.quotes == ()
