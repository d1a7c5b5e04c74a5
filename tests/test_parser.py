"""Pages in, quotes and articles out."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tickerboard.model import Direction, Kind
from tickerboard.parser import parse_page

if TYPE_CHECKING:
    from pathlib import Path

LINE = "ABL 75.25 Decreased By ▼ -0.18 (-0.24%)"
INDEX = "KSE100 74,531 Increased By 732.1 (0.99%)"


def test_an_equity_and_an_index() -> None:
    equity, index = parse_page(f"{LINE}\n{INDEX}\n").quotes
    assert (equity.symbol, equity.kind, str(equity.last), str(equity.change), str(equity.percent)) == (
        "ABL",
        Kind.EQUITY,
        "75.25",
        "-0.18",
        "-0.24",
    )
    assert (index.kind, index.last, index.direction, index.line) == (
        Kind.INDEX,
        Decimal(74531),
        Direction.UP,
        2,
    )


def test_no_change_has_an_arrow_that_lies() -> None:
    assert parse_page("KEL 4.66 No Change ▼ 0.00 (0%)").quotes[0].direction is Direction.UNCHANGED


def test_one_token_a_paragraph_and_a_lost_minus() -> None:
    page = parse_page("BR100\n\n6,643\n\nDecreased By\n\n0.2 (-0%)\n")
    assert [(str(q.change), str(q.percent), q.line) for q in page.quotes] == [("-0.2", "0", 1)]


@pytest.mark.parametrize("prefix", [" date 2021-02-13 ", " date 2024-04 "])
def test_a_crawl_prefix_goes(prefix: str) -> None:
    assert [quote.symbol for quote in parse_page(prefix + LINE).quotes] == ["ABL"]


@pytest.mark.parametrize("end", range(5, len(LINE)))
def test_a_cut_line_is_a_problem_never_a_quote(end: int) -> None:
    page = parse_page(f"{INDEX}\n{LINE[:end]}")
    assert [quote.symbol for quote in page.quotes] == ["KSE100"]
    assert [problem.line for problem in page.problems] == [2]


def test_a_symbol_stands_once_and_a_different_repeat_is_told() -> None:
    other = LINE.replace("75.25", "75.20")
    page = parse_page(f"{LINE}\n{LINE}\n{other}")
    assert len(page.quotes) == 1
    assert [(problem.line, problem.code) for problem in page.problems] == [(3, "duplicate")]


def test_arithmetic_that_fails_is_told_and_the_quote_stays() -> None:
    page = parse_page("ABL 75.25 Decreased By ▼ -0.18 (-2.4%)")
    assert len(page.quotes) == 1
    assert page.problems[0].code == "arithmetic"


@pytest.mark.parametrize(
    "line",
    ["ABL 75.25 Increased By ▼ 0.18 (0.24%)", "ABL 75.25 Increased By ▲ -0.18 (-0.24%)"],
)
def test_word_against_arrow_or_sign_is_never_guessed(line: str) -> None:
    page = parse_page(line)
    assert not page.quotes
    assert page.problems[0].code == "direction"


@pytest.mark.parametrize(
    "prose",
    ["BRIndex30 decreased by 370.9 points", "K-Electric Limited(KEL)", "142,506,004", "▲ 0.00", "786 Ltd / Jan 14"],
)
def test_prose_is_no_quote_and_no_problem(prose: str) -> None:
    page = parse_page(prose)
    assert not page.quotes
    assert not page.problems


def test_an_article_apart_from_its_chrome() -> None:
    article = parse_page(
        f"{LINE}\nBusiness Recorder Logo\nMar 20, 2021 PRINT EDITION ► BR MARKETS ►\nMarkets\n\n"
        "Mills report a better spring\n\n  • A kicker here\nReuters Published 16 Sep, 2022 11:06am\n\n"
        "The mills said on Friday that orders rose.\n\nExporters hope for a weaker currency soon\n\n"
        "They expect more of the same in summer.\n\nCopyright Business Recorder, 2022\n\nComments\n"
    ).article
    assert article is not None
    assert (article.headline, article.byline, article.published, article.section) == (
        "Mills report a better spring",
        "Reuters",
        "2022-09-16T11:06:00",
        "Markets",
    )
    assert len(article.paragraphs) == 2
    assert [(related.text, related.after) for related in article.related] == [
        ("Exporters hope for a weaker currency soon", 1)
    ]


@pytest.mark.parametrize(
    ("line", "byline", "published"),
    [
        ("BR Web Desk 05 Jul, 2022", "BR Web Desk", "2022-07-05"),
        ("Recorder Report 26 May 2021", "Recorder Report", "2021-05-26"),
        ("Updated 23 Nov 2020", None, "2020-11-23"),
        ("Published July 8, 2024", None, "2024-07-08"),
        (
            "BR Web Desk Published August 11, 2023 Updated August 11, 2023 12:04pm",
            "BR Web Desk",
            "2023-08-11",
        ),
    ],
)
def test_bylines(line: str, byline: str | None, published: str) -> None:
    article = parse_page(f"A headline of some kind\n\n{line}\n\nThe body says a thing or two here.\n").article
    assert article is not None
    assert (article.byline, article.published) == (byline, published)


def test_escape_sequences_and_bidi_are_gone() -> None:
    article = parse_page("A\x1b[31mB\x1b]52;c;AAAA\x07C\u202eD \x9b6nE, and a full sentence.").article
    assert article is not None
    assert article.paragraphs == ("ABCD E, and a full sentence.",)


def test_real_pages_give_their_quotes(shared_pages: Path) -> None:
    for expected in sorted(shared_pages.glob("*.quotes.json")):
        page = parse_page((shared_pages / expected.name.replace(".quotes.json", ".txt")).read_text("utf-8"))
        got = [[q.symbol, str(q.last), str(q.change), str(q.percent), q.direction.value] for q in page.quotes]
        assert got == json.loads(expected.read_text("utf-8")), expected.name


def test_the_seed_page(shared_pages: Path) -> None:
    page = parse_page((shared_pages / "seed.txt").read_text("utf-8"))
    assert page.article is not None
    assert (len(page.quotes), len(page.article.paragraphs), len(page.article.related)) == (34, 14, 1)
    assert (page.article.headline, page.problems) == (None, ())
