"""What the docs say of settings, keys, fields and themes is what the code has, and the other way round."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from tickerboard import parser, sources
from tickerboard.settings.config import ViewSettings
from tickerboard.ui.themes import COLOURS, NAMES

DOCS = Path(__file__).parent.parent / "docs"


def test_every_setting_of_a_view_is_in_the_docs() -> None:
    text = (DOCS / "configuration.md").read_text("utf-8")
    assert all(f"`{each.name}`" in text for each in fields(ViewSettings))


def test_every_theme_and_colour_is_in_the_docs() -> None:
    text = (DOCS / "themes.md").read_text("utf-8")
    assert all(f"`{name}`" in text for name in (*NAMES, *COLOURS))


def test_every_code_of_a_problem_is_in_the_docs_and_the_other_way_round() -> None:
    folders = [Path(str(each.__file__)).parent for each in (parser, sources)]
    source = "".join(path.read_text("utf-8") for folder in folders for path in folder.rglob("*.py"))
    told = re.findall(r"^\| `([a-z-]+)` \| [^`]", (DOCS / "parsing.md").read_text("utf-8"), re.MULTILINE)
    codes = [code for code in told if code not in {"words", "signed", "fields", "portal", "glued"}]
    assert all(f'"{code}"' in source for code in codes)
    used = set(re.findall(r'(?:report|_?problem)\([\w.\[\], +]*?"([a-z-]+)"', source))
    used |= set(re.findall(r'return "([a-z]+(?:-[a-z]+)*)", "', source))
    assert used == set(codes)
