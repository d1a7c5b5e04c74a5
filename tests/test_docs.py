"""What the docs say of settings, keys, fields and themes is what the code has, and the other way round."""

from __future__ import annotations

import re
from pathlib import Path

import tickerboard
from tickerboard.parser.problems import CODES
from tickerboard.settings.config import ViewSettings
from tickerboard.settings.setting import settings_of
from tickerboard.ui.themes import COLOURS, NAMES

DOCS = Path(__file__).parent.parent / "docs"


def test_every_setting_of_a_view_is_in_the_docs() -> None:
    text = (DOCS / "configuration.md").read_text("utf-8")
    assert all(f"`{each.name}`" in text for each in settings_of(ViewSettings).values())


def test_every_theme_and_colour_is_in_the_docs() -> None:
    text = (DOCS / "themes.md").read_text("utf-8")
    assert all(f"`{name}`" in text for name in (*NAMES, *COLOURS))


def test_every_code_of_a_problem_is_declared_and_used() -> None:
    files = [path for path in Path(str(tickerboard.__file__)).parent.rglob("*.py") if path.name != "problems.py"]
    source = "".join(path.read_text("utf-8") for path in files)
    used = set(re.findall(r'(?:report|\b_?problem)\([\w.\[\], +]*?"([a-z-]+)"', source))
    used |= set(re.findall(r'return "([a-z]+(?:-[a-z]+)*)", "', source))
    codes = {code.name for code in CODES}
    assert used <= codes
    assert all(f'"{code}"' in source for code in codes)
