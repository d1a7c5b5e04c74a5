"""Twice the markup of quotes takes at most two and a half times the processor time, whatever reader it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doubling import assert_linear
from tickerboard.parser.html import parse_html

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = "<table><tr><td>Name</td><td>Last</td><td>%</td></tr>"
QUOTE = "<h1>Apple Inc. (AAPL)</h1><b>180.57</b><b>+2.75</b><b>+1.55%</b>"
SHAPES: dict[str, Callable[[int], str]] = {
    "tables within tables": lambda n: "<table><tr><td>" * (n // 15),
    "tables": lambda n: f"{HEAD}<tr><td>Abc</td><td>1.25</td><td>1.5%</td></tr></table>" * (n // 110),
    "rows with arrows": lambda n: (
        HEAD + "".join(f"<tr><td>Abc {at}<td>1.25<td><i class=up></i>1.5%" for at in range(n // 50))
    ),
    "tables around tables": lambda n: ("<table><tr><td>" * 160 + "Abc" + "</table>" * 160) * (n // 3_700),
    "percentages in one element": lambda n: "<div>" + "1.5%<br>" * (n // 8) + "</div>",
    "cells": lambda n: "<table><tr>" + "<td>Last" * (n // 8),
    "boxed headers": lambda n: "<div><b>Name</b><b>Last</b><b>%</b></div>" * (n // 41),
    "boxed headers and others": lambda n: "<div><b>Name</b><b>Last</b><b>%</b></div><i>x</i>" * (n // 49),
    "boxed rows": lambda n: (
        "<div><b>Name</b><b>Last</b><b>%</b></div>" + "<div><b>Abc</b><b>1.25</b><b>1.5%</b></div>" * (n // 44)
    ),
    "grids": lambda n: "<div role=grid>" + "<div role=row><div role=cell>A</div></div>" * (n // 44),
    "items": lambda n: "".join(
        f"<li class=a><a>Abc{at}</a><b>1.25</b><i class=up>1.5%</i></li>" for at in range(n // 60)
    ),
    "items of a longer time": lambda n: (
        "<h2>Weekly gainers</h2>" + "".join(f"<li><a>Abc{at}</a><b>1.25</b><i>+1.5%</i></li>" for at in range(n // 50))
    ),
    "definitions": lambda n: "<dl><dt>Abc</dt>" + "<dd>1.5%</dd>" * (n // 13),
    "percentages": lambda n: QUOTE + "<b>1.5%</b>" * (n // 11),
    "figures in depth": lambda n: "<div>" * 500 + "<b>1.5%</b>" * (n // 11),
    "named figures": lambda n: QUOTE + "<b>Open</b><b>178.1</b>" * (n // 24),
    "headings": lambda n: "<h1>Abc</h1>" * (n // 12) + QUOTE,
    "comments": lambda n: "<p>" + "a<!-- -->" * (n // 9),
    "objects": lambda n: "<script>[" + ",".join(['{"symbol":"A","price":1.5,"change":0.1}'] * (n // 40)) + "]</script>",
    "scripts": lambda n: '<script>{"a":[{},{}]}</script>' * (n // 30),
    "attributes": lambda n: "".join(f"<i data-symbol=A{at} data-last=1></i>" for at in range(n // 36)),
    "links of a story": lambda n: "<article><p>" + "A word <a href=/x>of it</a> " * (n // 28),
}


@pytest.mark.once
@pytest.mark.parametrize("name", SHAPES)
def test_e7_markup_of_quotes(name: str) -> None:
    assert_linear(parse_html, lambda size: "<html><body>" + SHAPES[name](size))
