"""Rows of a name above its figures: which line is the name."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tickerboard.parser import parse_page
from tickerboard.parser.documents import read_text


@pytest.mark.parametrize("listed", ["NASDAQ", "OTCQX", "Common Stock", "Technology", "Euronext Paris", "Aktie"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_line_that_says_where_a_share_is_listed_names_no_quote(listed: str, between: str) -> None:
    (quote,) = parse_page(between.join(("ALST", "Alpha Steel Inc.", listed, "102.00", "+2.00 (+2.00%)"))).quotes
    assert (quote.symbol, quote.name, quote.last) == ("ALST", "Alpha Steel Inc.", Decimal("102.00"))


def test_an_exchange_in_a_list_of_markets_is_an_index() -> None:
    quotes = parse_page("Markets\nNASDAQ\n22,440.00\n+440.00 (+2.00%)\nDow\n46,530.00\n-470.00 (-1.00%)").quotes
    assert [each.symbol for each in quotes] == ["NASDAQ", "DOW"]


@pytest.mark.parametrize("above", ["Alpha Steel PLC\nKES ", "Alpha ON\nR$ "])
def test_a_currency_before_the_price_below_a_company_names_no_quote(above: str) -> None:
    (quote,) = parse_page(f"{above}102.00 +2.00 (+2.00%)").quotes
    assert (quote.label, quote.last) == (above.partition("\n")[0], Decimal("102.00"))
    assert quote.currency in ("KES", "BRL")


def test_a_dash_before_a_move_of_zero_is_no_figure() -> None:
    (quote,) = parse_page("Alpha Steel PLC\nKES 62.50   \u2013 0.00 (0.00%)").quotes
    assert (quote.label, quote.last, quote.change) == ("Alpha Steel PLC", Decimal("62.50"), Decimal("0.00"))


def test_an_exchange_beside_a_symbol_is_no_company() -> None:
    cards = [("ALST", "NYSE", "102.00", "+2.00 (+2.00%)"), ("BCEM", "NASDAQ", "49.50", "-0.50 (-1.00%)")]
    rows = "".join(f"<div><b>{a}</b><span>{b}</span><p>{c}</p><p>{d}</p></div>" for a, b, c, d in cards)
    quotes = read_text(f"<!DOCTYPE html><html><body><div>{rows}</div></body></html>").quotes
    assert [(each.symbol, each.name) for each in quotes] == [("ALST", None), ("BCEM", None)]


def test_currencies_in_a_list_of_their_own_are_quotes() -> None:
    quotes = parse_page("Forex\nUSD 278.50 +0.20 (+0.07%)\nGBP 360.10 -0.30 (-0.08%)").quotes
    assert [each.symbol for each in quotes] == ["USD", "GBP"]


def test_an_exchange_below_a_lone_name_is_a_problem() -> None:
    page = parse_page("Alpha\nNASDAQ\n271.49\n+2.10 (+0.78%)\n\nDow\n46,530.00\n-470.00 (-1.00%)")
    assert [each.symbol for each in page.quotes] == ["DOW"]
    assert [(each.line, each.text) for each in page.problems] == [(1, "Alpha / NASDAQ / 271.49 / +2.10 (+0.78%)")]


def test_a_previous_close_that_contradicts_the_sign_bears_nothing_out() -> None:
    page = parse_page("Alpha Steel\n-0.25%\n$51.13\nPrevious close: $51.00")
    assert page.quotes == ()
    assert len(page.problems) == 1


def test_a_note_behind_a_whole_row_may_be_the_symbol_of_the_next() -> None:
    page = parse_page("AA\n42.81\n+2.17%\nAD\n0.91\n-9.00%\nBB\n10.00\n+1.00%")
    assert [(each.symbol, each.change) for each in page.quotes] == [("AA", None), ("AD", None), ("BB", None)]


def test_a_footnote_above_figures_is_no_name() -> None:
    found = parse_page("※札証、名証へ上場している銘柄は非対応\n23,731.18+526.31(+2.27%)\n")
    assert found.quotes == ()
    assert [each.line for each in found.problems] == [2]


def test_a_city_among_well_known_indices_names_that_of_its_exchange() -> None:
    rows = (
        "Milano 14-nov\n43.500 -1,70%\nNasdaq 14-nov\n25.100 +0,06%\nDow Jones 14-nov\n47.200 -0,65%\nLondra 14-nov\n"
    )
    page = parse_page(f"Borse\n{rows}9.600 -1,11%\nFrancoforte 14-nov\n23.800 -0,69%\n")
    assert [f"{each.label} {each.last}" for each in page.quotes] == [
        "Milano 43500",
        "Nasdaq 25100",
        "Dow Jones 47200",
        "Londra 9600",
        "Francoforte 23800",
    ]


def test_cities_below_a_strip_of_indices_may_be_of_flats() -> None:
    page = parse_page(
        "DAX 18.400 +0,20%\nDow Jones 38.200 -0,40%\nMadrid 4.300 +1,20%\nParis 12.100 -0,50%\nLondon 9.800 +2%\n"
    )
    assert [each.label or each.symbol for each in page.quotes] == ["DAX", "Dow Jones"]
    assert [each.line for each in page.problems] == [3, 4, 5]


def test_a_badge_of_a_symbols_first_letters_names_no_quote() -> None:
    page = (
        "ALPH\nALPH10 Alpha Ten Index\n102.00 +2.00 +2.00% 100.00\nBET\nBET Beta Index\n49.50 -0.50 -1.00% 50.00\n"
        "W500\nW5000 Gamma Market Index\n303.00 +3.00 +1.00% 300.00"
    )
    quotes = parse_page(page).quotes
    assert [(each.symbol, each.name) for each in quotes] == [
        ("ALPH10", "Alpha Ten Index"),
        ("BET", "Beta Index"),
        ("W5000", "Gamma Market Index"),
    ]


def test_a_name_that_begins_like_its_symbol_is_no_badges_text() -> None:
    page = (
        "ALPH\nALPHAB INC\n102.00 +2.00 (+2.00%)\nBETA\nBETATECH LTD\n49.50 -0.50 (-1.00%)\n"
        "GMMA\nGAMMA CORP\n303.00 +3.00 (+1.00%)"
    )
    assert [(each.symbol, each.name) for each in parse_page(page).quotes] == [
        ("ALPH", "ALPHAB INC"),
        ("BETA", "BETATECH LTD"),
        ("GMMA", "GAMMA CORP"),
    ]


@pytest.mark.parametrize("behind", ["Close", "At close"])
def test_the_figures_of_another_session_end_at_a_note_of_the_days(behind: str) -> None:
    page = parse_page(f"Acme Inc.\nAfter hours\n180.10\n+1.00 (0.56%)\n{behind}\n179.10\n+2.00 (1.13%)")
    assert [(quote.label, str(quote.last), str(quote.change)) for quote in page.quotes] == [
        ("Acme Inc.", "179.10", "2.00")
    ]
