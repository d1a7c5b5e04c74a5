"""What is read, or looked for, in a whole column at once is what is read one by one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickerboard.parser import parse_page
from tickerboard.parser.audit import half_units
from tickerboard.parser.figures.column import MISSING, Column
from tickerboard.parser.figures.style import Mark, Style
from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.phrases.expected import names_expected
from tickerboard.parser.phrases.surveys import names_survey
from tickerboard.parser.tables.fields import WORDS
from tickerboard.parser.tables.layouts.choice import may_head
from tickerboard.parser.tables.layouts.layout import FIGURE
from tickerboard.text.word_lists import phrases

FIGURES = ("12.50", "+1,204.75", "-0.25%", "1.204,75", "\u22123,5", "+0.00%", "1,204,750", "7.5%")
COMMA = Style(Mark.COMMA)


@given(st.lists(st.sampled_from(FIGURES), min_size=1, max_size=6))
def test_a_column_of_clear_figures_is_that_of_their_tokens(texts: list[str]) -> None:
    clear, read = Column.of_clear(texts), Column.of([token for text in texts for token in tokens(text)])
    assert clear is not None
    assert (clear.kinds, list(clear.marks), list(clear.bodies)) == (read.kinds, list(read.marks), list(read.bodies))
    assert clear.values == read.values == read.amounts(COMMA) == clear.amounts(Style())


def test_a_column_with_a_figure_that_needs_a_style_is_read_in_that() -> None:
    column = Column.of([tokens("1.204")[0], None, tokens("3.5M")[0]])
    assert column.kinds == f"n{MISSING}n"
    assert column.values is None
    assert Column.of_clear(["12.50", "1.204"]) is None
    assert list(map(str, column.amounts(COMMA))) == ["1204", "None", "3500000"]
    assert list(map(str, column.amounts(Style()))) == ["1.204", "None", "3500000"]


def test_figures_that_need_the_style_of_the_page_get_it() -> None:
    names, lasts = ("ALPH", "BETA", "GAMM"), ("1.204", "2.500", "3.150")
    rows = [*zip(names, lasts, ("+12,04", "-25,00", "+31,50"), ("+1,01%", "-0,99%", "+1,01%"), strict=True)]
    for gap in ("\n", "\t"):
        page = parse_page("\n".join(gap.join(row) for row in rows) + "\nTurnover 12.345,67\n")
        assert [str(quote.last) for quote in page.quotes] == ["1204", "2500", "3150"]


@pytest.mark.parametrize(("last", "units"), [("46905", 2), ("46905.5", 1), ("46905.12", 1)])
def test_half_a_unit_of_a_percent_is_that_of_prices_of_the_same_decimals(last: str, units: int) -> None:
    rows = [(Decimal(last), Decimal(36), Decimal(0))] * 3
    halves = half_units([*rows, (Decimal("7934.42"), Decimal("9.25"), Decimal("0.12"))])
    assert len({*halves}) == units


def test_no_word_of_a_header_that_begins_with_a_letter_has_a_figure() -> None:
    """Lines that begin with a letter and have a figure are passed over."""
    words = [word for text in WORDS.values() for word in phrases(text)]
    assert [word for word in words if word[0].isalpha() and FIGURE.search(word)] == []
    assert may_head("Alpha 12.50 Last") is False


@pytest.mark.parametrize(
    "name",
    [
        "Services index", "House prices indicator", "Geschäftsklimaindex", "Einkaufsmanagerindizes",
        "Optimism barometer", "Activity gauge", "Inflation reading", "Labor survey", "Consumer confidence",
        "Business sentiment", "Economic climate", "Consumer expectations", "Business morale", "Verbrauchervertrauen",
        "Índice de precios", "Indice des prix", "Climat des affaires", "PMI", "Core CPI", "PPI", "HICP", "Tankan",
    ],
)  # fmt: skip
def test_a_survey_is_found_by_its_part(name: str) -> None:
    assert names_survey(name)
    assert not names_survey(name[:2])


@pytest.mark.parametrize(
    "name",
    [
        "Target", "Forecasts", "Outlook", "Expected", "Expects", "Ausblick", "Projection", "Predictions", "Estimates",
        "Kursziel", "Prognosen", "Erwartungen", "Preço-alvo", "Objectifs", "Prévisions", "Previsiones", "Objetivos",
        "Previsioni", "Obiettivi", "Previsões", "Precio objetivo", "Prezzo obiettivo", "Koersdoelen", "Kurspotenzial",
    ],
)  # fmt: skip
def test_what_is_expected_is_found_by_its_part(name: str) -> None:
    assert names_expected(f"Alpha {name}") == (name != "Expected")
