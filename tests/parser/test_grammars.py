"""Each grammar reads its own examples, in its own way, and is documented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tickerboard.parser import parse_page
from tickerboard.parser.strips.grammars import all_grammars
from tickerboard.parser.strips.page_text import PageText

if TYPE_CHECKING:
    from tickerboard.parser.strips import Grammar

EXAMPLES = [(grammar, example) for grammar in all_grammars() for example in grammar.examples]


@pytest.mark.parametrize(("grammar", "example"), EXAMPLES, ids=lambda each: getattr(each, "name", ""))
def test_a_grammar_reads_its_examples_whole(grammar: Grammar, example: str) -> None:
    reading = grammar.read(PageText(example.split("\n")))
    assert reading.quotes
    assert not reading.problems


@pytest.mark.parametrize(("grammar", "example"), EXAMPLES, ids=lambda each: getattr(each, "name", ""))
def test_a_page_of_an_example_has_its_quotes_and_no_problem(grammar: Grammar, example: str) -> None:
    page = parse_page(f"{example}\n")
    assert page.quotes == grammar.read(PageText(example.split("\n"))).quotes
    assert page.problems == ()
    assert page.article is None


def test_every_grammar_says_which_false_match_it_prevents() -> None:
    assert all(grammar.prevents and grammar.examples for grammar in all_grammars())
