"""Plugins: what an entry point of another package adds, and what happens where it cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tickerboard.parser import parse_page
from tickerboard.parser.strips import GRAMMARS

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "HBL 114.90 +1.41 (+1.24%)\n"


def plugin(folder: Path, code: str) -> None:
    """Write a package with one grammar as its entry point."""
    info = folder / "odd-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: odd\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[tickerboard.grammars]\nodd = odd_grammar:ODD\n", "utf-8")
    (folder / "odd_grammar.py").write_text(code, "utf-8")


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path, in which plugins are looked for again."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(GRAMMARS, "_plugins", None)
    monkeypatch.delitem(__import__("sys").modules, "odd_grammar", raising=False)
    return tmp_path


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("raise RuntimeError('no')", "cannot be loaded (RuntimeError: no)"),
        ("ODD = 1", "not a Grammar"),
        ("from tickerboard.parser.strips.grammars import GRAMMARS\nODD = next(iter(GRAMMARS))", "already exists"),
    ],
)
def test_a_plugin_that_cannot_be_used_is_a_problem_of_each_page(fresh: Path, code: str, reason: str) -> None:
    plugin(fresh, code)
    for _ in range(2):
        page = parse_page(PAGE)
        assert [quote.symbol for quote in page.quotes] == ["HBL"]
        assert [(each.code, reason in each.message) for each in page.problems] == [("plugin", True)]


def test_a_plugin_that_fails_on_a_page_loses_nothing_else(fresh: Path) -> None:
    plugin(fresh, "from tickerboard.parser.strips import Grammar\nODD = Grammar('odd', (), '', lambda page: 1 / 0)")
    page = parse_page(PAGE)
    assert [quote.symbol for quote in page.quotes] == ["HBL"]
    assert [each.message for each in page.problems] == ["the grammar 'odd' failed (ZeroDivisionError)"]
