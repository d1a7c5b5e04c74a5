"""Pages of other sites and the story that a reader sees on them: a case is a page and a file of JSON beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import tickerboard

PAGES = sorted(path for path in (Path(__file__).parent / "pages").iterdir() if path.suffix != ".json")
URL = "https://site.example/page"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_page(path: Path) -> None:
    url = URL if path.suffix == ".html" else None
    page = tickerboard.parse(path.read_text("utf-8"), url=url).to_dict()
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert {name: json.loads(json.dumps(page[name])) for name in expected} == expected
