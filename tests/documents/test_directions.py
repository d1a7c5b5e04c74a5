"""Which way the markup says that a figure without a sign moved: colours, headings, arrows."""

from __future__ import annotations

import pytest

from markup import rows, table, text
from tickerboard.parser.html import parse_html


@pytest.mark.parametrize(
    ("language", "expected", "problems"),
    [("en", ["-1.63", "0.80"], []), ("ja", [], ["direction", "direction"])],
)
def test_a_colour_is_a_direction_where_it_has_one_meaning(
    language: str, expected: list[str], problems: list[str]
) -> None:
    markup = table(
        "Name|Last|% Change", "Toyota|2,016.5|<i class=red>1.63%</i>", "Sony|13,255|<i class=green>0.80%</i>"
    )
    page = parse_html(f"<html lang={language}><body>{markup}</body></html>")
    assert [text(quote.percent) for quote in page.quotes] == expected
    assert [each.code for each in page.problems] == problems


def test_cards_below_a_heading_of_losers_are_falls() -> None:
    def cards(*each: tuple[str, str, str]) -> str:
        return "".join(f"<li><b>{a}</b><span>{b}</span><span>{c}%</span></li>" for a, b, c in each)

    losers = cards(("Alpha AG", "10.00", "4.76"), ("Beta AG", "20.00", "2.44"))
    indices = cards(("DAX", "20,010.00", "-4.76"), ("MDAX", "27,000.00", "2.44"))
    read = rows(f"<h3>Losers</h3><ul>{losers}</ul><h3>Indices</h3><ul>{indices}</ul>")
    assert [(each[0], each[4]) for each in read] == [
        ("ALPHA AG", "-4.76"),
        ("BETA AG", "-2.44"),
        ("DAX", "-4.76"),
        ("MDAX", "2.44"),
    ]


def test_a_sign_below_a_heading_of_losers_leaves_the_other_cards_without_direction() -> None:
    shares = (("Alpha AG", "10.00", "4.76%"), ("Beta AG", "20.00", "2.44%"), ("Gamma AG", "30.00", "+1.01%"))
    cards = "".join(f"<li><b>{a}</b><span>{b}</span><span>{c}</span></li>" for a, b, c in shares)
    assert rows(f"<h3>Losers</h3><ul>{cards}</ul>") == []
    buttons = "<nav><a>Gainers</a><a>Most active</a><a>Losers</a></nav>"
    assert rows(f"{buttons}<ul>{cards.replace('+', '')}</ul>") == []


def test_an_arrow_that_its_class_contradicts_shows_no_direction_without_a_sign() -> None:
    cards = "".join(
        f"<li class=card><b>{name}</b><i class={way}>▲</i><span>{last}</span><span>{percent}</span></li>"
        for name, way, last, percent in (
            ("DJIA", "down", "17210.40", "0.45%"),
            ("Nasdaq", "up", "4978.10", "0.53%"),
            ("DAX", "up", "10310.80", "-0.25%"),
        )
    )
    page = parse_html(f"<ul>{cards}</ul>")
    assert [(quote.symbol, str(quote.percent)) for quote in page.quotes] == [("NASDAQ", "0.53")]
    assert [(problem.code, problem.text.split()[0]) for problem in page.problems] == [
        ("direction", "DJIA"),
        ("direction", "DAX"),
    ]


@pytest.mark.parametrize("turn", ['class="rotate-180"', 'style="transform:scaleY(-1)"', 'class="flip"'])
def test_an_arrow_that_a_style_turns_over_shows_no_direction(turn: str) -> None:
    row = f"<li><b>{{}}</b><i {turn}>▲</i><span>17210.40</span><span>0.45%</span></li>"
    names = ("DJIA", "Nasdaq", "DAX")
    found = parse_html(f"<html><body><ul>{''.join(map(row.format, names))}</ul></body></html>")
    assert found.quotes == ()
    assert [each.code for each in found.problems] == ["direction"] * len(names)
