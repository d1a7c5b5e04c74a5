"""Pages and what they say: a case is a page and a file of JSON beside it, in the shape of `parse --format json`."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
import simplejson

from tickerboard.parser import parse_page

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    page = parse_page(path.read_bytes().decode("utf-8")).to_dict()
    said = json.loads(simplejson.dumps(page, use_decimal=True), parse_float=Decimal, parse_int=Decimal)
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"), parse_float=Decimal, parse_int=Decimal)
    if expected.get("article"):  # a page of text has no address of its own; the cases leave it out
        expected["article"].setdefault("url", None)
    assert {name: said[name] for name in expected} == expected
