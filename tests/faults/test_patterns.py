"""A1: Python before 3.11.5 matches a possessive repeat over a group wrongly (CPython gh-106052)."""

from __future__ import annotations

import importlib
import pkgutil
import re
from re import _parser as sre  # type: ignore[attr-defined]  # the standard library's own reading of a pattern
from typing import TYPE_CHECKING, Any

import pytest

import tickerboard
from tickerboard.parser.documents import DocumentType, sniff

if TYPE_CHECKING:
    from collections.abc import Iterator

ONE_CHARACTER = {"ANY", "IN", "LITERAL", "NOT_LITERAL", "CATEGORY"}
"""The items over which a possessive repeat is right in every Python."""


def compiled() -> dict[str, re.Pattern[str]]:
    """Return every pattern that a module of the package holds, by its name."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(tickerboard.__path__, "tickerboard."):
        if not module.name.endswith("__main__"):
            found |= {f"{module.name}.{name}": each for name, each in patterns_in(module.name)}
    return found


def patterns_in(module: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    for name, value in vars(importlib.import_module(module)).items():
        each_of = value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list) else (value,)
        for at, each in enumerate(each_of):
            if isinstance(each, re.Pattern):
                yield f"{name}[{at}]", each


def possessive_groups(parsed: Any) -> Iterator[str]:
    """Find possessive repeats over more than one character, at any depth."""
    for operation, operand in parsed:
        if operation is sre.POSSESSIVE_REPEAT and (len(operand[2]) > 1 or str(operand[2][0][0]) not in ONE_CHARACTER):
            yield str(operand)
        yield from nested(operand)


def nested(operand: Any) -> Iterator[str]:
    if isinstance(operand, sre.SubPattern):
        yield from possessive_groups(operand)
    elif isinstance(operand, tuple | list):
        for each in operand:
            yield from nested(each)


@pytest.mark.parametrize(("pattern", "bad"), [(r"(?:a|bc)*+", True), (r"x(y(?:a+b)++)?", True), (r"[ab]*+c?+", False)])
def test_a1_the_search_finds_such_a_pattern(pattern: str, bad: bool) -> None:
    assert any(possessive_groups(sre.parse(pattern))) is bad


def test_a1_no_possessive_repeat_over_a_group() -> None:
    patterns = compiled()
    assert len(patterns) > 40
    bad = [
        name
        for name, each in patterns.items()
        if any(possessive_groups(sre.parse(each.pattern, each.flags & ~re.UNICODE)))
    ]
    assert bad == []


@pytest.mark.parametrize(
    "lead",
    [
        "\ufeff\n",
        "<?xml version='1.0'?>\n",
        "<!-- a - b -- c -->",
        "<!---->",
        "<!DOCTYPE rss [<!ENTITY a 'b'>]>",
        "\n" * 9,
    ],
)
def test_a1_html_and_feeds_are_known_behind_any_lead(lead: str) -> None:
    assert sniff(lead + "<html><p>x</p></html>") is DocumentType.HTML
    assert sniff(lead * 3 + "<rss version='2.0'></rss>") is DocumentType.FEED
    assert sniff(lead + "ABL 75.25 <html>") is DocumentType.TEXT
