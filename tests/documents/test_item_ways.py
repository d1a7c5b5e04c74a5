"""Which way a card's figures moved, as colours, words, arrows and signs beside them show it."""

from __future__ import annotations

import pytest

from cards import NAMES, READ, SHARES, cards, quotes


@pytest.mark.parametrize(
    ("up", "down"),
    [
        ("style='color:green'", "style='color: red'"),
        ("style='color:#16a34a;font-weight:600'", "style='color:#dc2626'"),
        ("style='color:rgb(22, 163, 74)'", "style='color:rgb(220, 38, 38)'"),
        ("color=green style='width:1em'", "color='#dc2626'"),
    ],
)
def test_the_colours_of_figures_show_the_way_where_there_are_both(up: str, down: str) -> None:
    shape = "<div class=c><b>{}</b><p>{}</p><p {}>{}</p></div>"
    moves = [(name, last, up if move[0] == "+" else down, move[1:]) for _, name, last, move in NAMES]
    assert [each[3] for each in quotes(SHARES + "".join(shape.format(*move) for move in moves))] == ["3.21", "-2.05"]
    priced = "<div class=c><b>{}</b><p {}>{}</p><p>{}</p></div>"
    ticks = [(name, style, last, move) for name, last, style, move in moves]
    assert quotes("".join(priced.format(*each) for each in ticks)) == []
    alone = [(name, last, down, move) for name, last, _, move in moves]
    assert quotes("".join(shape.format(*move) for move in alone)) == []


def test_a_font_tag_shows_the_way_by_its_colour() -> None:
    shape = "<div class=c><b>{0}</b><i>{1}</i><p>{2}</p><font color={way}>{unsigned}</font></div>"
    coloured = cards(shape).replace("color=up", "color=green").replace("color=down", "color=red")
    assert quotes(SHARES + coloured) == READ
    assert quotes(SHARES + coloured.replace("green", "gray")) == []


def test_a_word_for_the_way_before_the_figures_of_a_move() -> None:
    assert quotes(cards("<h5>{0}</h5><i>{1}</i><p>{2}</p><p>{way} {unsigned}</p>")) == READ


@pytest.mark.parametrize(
    ("up", "down"),
    [("\u2197 {}", "\u2198 {}"), ("\U0001f53a{}", "\U0001f53b{}"), ("+ {}", "- {}"), ("\u23f6{}", "\u23f7{}")],
)
def test_signs_and_arrows_apart_from_their_figure(up: str, down: str) -> None:
    moves = [(name, last, (up if move[0] == "+" else down).format(move[1:])) for _, name, last, move in NAMES]
    markup = "".join(f"<div class=c><b>{name}</b><p>{last}</p><p>{move}</p></div>" for name, last, move in moves)
    assert [each[3] for each in quotes(markup)] == ["3.21", "-2.05"]


@pytest.mark.parametrize(
    ("up", "down"), [("pos", "neg"), ("text-success", "text-danger"), ("verde", "rojo"), ("kurs-gruen", "kurs-rot")]
)
def test_words_of_a_pair_show_the_way_where_both_are_on_the_page(up: str, down: str) -> None:
    shape = "<div class=c><b>{}</b><p>{}</p><p class={}>{}</p></div>"
    moves = [(name, last, up if move[0] == "+" else down, move[1:]) for _, name, last, move in NAMES]
    assert [each[3] for each in quotes(SHARES + "".join(shape.format(*move) for move in moves))] == ["3.21", "-2.05"]
    alone = "".join(shape.format(name, last, down, move) for name, last, _, move in moves)
    assert quotes(alone) == []
    badge = "<div class=c><b>{}</b><i class={}>Active</i><p>{}</p><p>{}</p></div>"
    assert quotes("".join(badge.format(name, way, last, move) for name, last, way, move in moves)) == []


def test_the_arrow_by_a_percent_goes_before_the_class_of_the_price_s_last_tick() -> None:
    card = "<a class=c><b>{}</b><p class={}><u>10.20</u></p><p><i {}></i> 1.20%</p></a>"
    ways = (
        ("ALPH", "rise", "class=caret-down"),
        ("BETA", "fall", "class=caret-up"),
        ("GAMA", "rise", "data-change=up"),
    )
    found = quotes(SHARES + "".join(card.format(*each) for each in ways))
    assert [(symbol, percent) for symbol, _, _, percent in found] == [
        ("ALPH", "-1.20"),
        ("BETA", "1.20"),
        ("GAMA", "1.20"),
    ]
