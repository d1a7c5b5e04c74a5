"""Which quotes a text names, and which it does not."""

from __future__ import annotations

import pytest

from tickerboard.board.mentions import Lexicon, MentionCounts
from tickerboard.model import Article

LEXICON = Lexicon(
    {
        "OGDC": None,
        "KEL": "K-Electric Limited",
        "BOP": "Bank of Punjab",
        "SYS": "Systems Limited",
        "HUBC": "Hub Power Company Limited",
        "786": "786 Invest Ltd",
        "PK": None,
        "Gold": None,
        "BKTi": None,
        "S&P 500": None,
        "KSE100": None,
        "UNITY": None,
        "GATM": "Gul Ahmed Textile Mills Limited",
        "GATM-NOV": "Gul Ahmed Textile Mills Limited",
        "AAA": "Twin Mills",
        "BBB": "Twin Mills",
    }
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("OGDC and (KEL), also BOP’s.", {"OGDC": "OGDC", "KEL": "KEL", "BOP": "BOP"}),
        ("K-Electric rose, Bank of Punjab fell", {"K-Electric": "KEL", "Bank of Punjab": "BOP"}),
        ("K-Electric Limited rose", {"K-Electric Limited": "KEL"}),
        ("Hub Power said so", {"Hub Power": "HUBC"}),
        ("Systems Limited and 786 Invest", {"Systems Limited": "SYS", "786 Invest": "786"}),
        ("the KSE-100 Index, KSE 100 or KSE100-listed", {"KSE-100": "KSE100", "KSE 100": "KSE100", "KSE100": "KSE100"}),
        ("BKTi and the S&P 500.", {"BKTi": "BKTi", "S&P 500": "S&P 500"}),
        ("GATM-NOV beside GATM", {"GATM-NOV": "GATM-NOV", "GATM": "GATM"}),
        ("Gul Ahmed Textile Mills grew", {"Gul Ahmed Textile Mills": "GATM"}),
    ],
)
def test_what_is_named(text: str, named: dict[str, str]) -> None:
    assert {text[each.start : each.end]: each.symbol for each in LEXICON.find(text)} == named


@pytest.mark.parametrize(
    "text",
    [
        "OGDCL, XOGDC, OGDC2 and ogdc",
        "www.OGDC.com, OGDC.com, a@OGDC, path/OGDC, OGDC&Co",
        "OGDC-DEC is another contract, and so is ABC-OGDC",
        "Systems fail; 786 is a number; PK is a country; Gold glitters",
        "bank of punjab, Bank Of Punjabis",
        "A CALL FOR UNITY IN CAPITALS",
        "Twin Mills is two companies",
        "KSE1000 and BRKSE100",
        "",
    ],
)
def test_what_is_not_named(text: str) -> None:
    assert LEXICON.find(text) == ()


def test_articles_are_counted_once_each_and_anew_when_the_names_change() -> None:
    counts = MentionCounts()
    first = Article("OGDC up", paragraphs=("OGDC again, and OGDC.", "KEL fell"))
    second = Article(paragraphs=("KEL stood still; K-Electric said nothing.",))
    known: dict[str, str | None] = {"OGDC": None, "KEL": None}
    assert counts.of((first,), known) == {"OGDC": 1, "KEL": 1}
    assert counts.of((second, first), known) == {"OGDC": 1, "KEL": 2}
    assert counts.of((second,), known) == {"KEL": 1}
    assert counts.of((second,), {"OGDC": None}) == {}
