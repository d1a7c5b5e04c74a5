"""Texts beside figures that are no names: figures of a company, times, notes, sessions, headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tickerboard.parser import parse_page

TEXTS = [
    tuple(line.split(": ", 1))
    for line in (Path(__file__).parent / "other_names.txt").read_text("utf-8").splitlines()
    if line
]


@pytest.mark.parametrize("shape", ["{} 172.10 +0.18 (+0.10%)", "{}\n172.10\n+0.18 (+0.10%)"], ids=["line", "stacked"])
@pytest.mark.parametrize("text", [text for is_name, text in TEXTS if is_name == "no"])
def test_a_text_that_names_no_quote_is_a_problem_beside_quotes(text: str, shape: str) -> None:
    read = parse_page(
        f"Apple Inc.\n172.28 -1.20 (-0.69%)\nAn article of some words, which ends here.\n{shape.format(text)}"
    )
    assert [quote.symbol for quote in read.quotes] == ["APPLE INC."]
    assert [each.line for each in read.problems] == [4]
    assert "172.10" not in str(read.article)


@pytest.mark.parametrize("text", [text for is_name, text in TEXTS if is_name == "yes"])
def test_a_name_of_such_words_is_a_quote(text: str) -> None:
    read = parse_page(f"Apple Inc. 172.28 -1.20 (-0.69%)\n{text} 172.10 +0.18 (+0.10%)")
    assert [quote.label or quote.symbol for quote in read.quotes] == ["Apple Inc.", text]


@pytest.mark.parametrize("text", [text for is_name, text in TEXTS if is_name == "note"])
def test_a_note_between_a_name_and_its_figures_is_passed_over(text: str) -> None:
    read = parse_page(f"Apple Inc.\n{text}\n172.28\n-1.20 (-0.69%)\nDAX\n{text}\n17,936.65\n-5.39 -0.03%")
    assert [(quote.symbol, str(quote.last)) for quote in read.quotes] == [("APPLE INC.", "172.28"), ("DAX", "17936.65")]
    assert not read.problems


@pytest.mark.parametrize("text", [text for is_name, text in TEXTS if is_name == "note"])
def test_a_note_is_no_name(text: str) -> None:
    read = parse_page(f"An article of some words, which ends here.\n{text}\n172.28\n-1.20 (-0.69%)")
    assert not read.quotes
    assert [each.line for each in read.problems] == [2]
