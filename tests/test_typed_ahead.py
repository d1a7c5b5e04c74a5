"""Keys typed in one go, faster than any dialog opens: each means what it would mean to one who waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

ABL = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\nKEL 5.00 Increased By ▲ 0.10 (9.04%)\n"
STORY = "<item><title>Story {at}</title><link>https://a.example/{at}</link><description>It was.</description></item>"
DETAILS = "named in"


def opened(terminal: Terminal) -> Terminal:
    terminal.until(lambda text: "? help" in text)
    return terminal


@pytest.mark.parametrize(
    ("keys", "there", "gone"),
    [
        pytest.param("?jjjj", "pgdn ", "↑ k ", id="help-scrolls"),
        pytest.param("\rqG\r", "BR100 ", "AIRLINK  ", id="q-closes-the-details-and-not-the-board"),
        pytest.param("c qs", "Symbol▴", "#", id="columns-are-turned"),
        pytest.param("cjJqs", "Name▴", "Symbol▴", id="columns-are-moved"),
        pytest.param("ejjj\r", "copied 34 rows", "Export what", id="export"),
        pytest.param("/cem\rj\r", "Fauji Cement", "no row passes", id="filter-then-details"),
        pytest.param("\x10habib\r\r", DETAILS, "Search", id="palette-goes-to-what-was-typed"),
        pytest.param("?q\x10heat ma\r", "Heat map · 30 quotes", "Keys", id="palette-opens-another"),
    ],
)
def test_typed_in_one_go(keys: str, there: str, gone: str) -> None:
    with Terminal("--no-motion", size=(130, 24)) as terminal:
        opened(terminal).type(keys)
        text = terminal.until(lambda text: there in text and gone not in text)
        assert terminal.process.poll() is None, text


def test_the_cursor_of_the_map_moves_at_once() -> None:
    with Terminal("--no-motion", size=(60, 12)) as terminal:
        terminal.until(lambda text: "AIRLINK" in text)
        terminal.type("mG")
        terminal.until(lambda text: "KOSM  4.70" in text)


def test_a_problem_and_an_article_are_chosen_at_once(tmp_path: Path) -> None:
    page, feed = tmp_path / "page.txt", tmp_path / "feed.xml"
    page.write_text(ABL, "utf-8")
    feed.write_text(f"<rss><channel>{''.join(STORY.format(at=at) for at in range(9))}</channel></rss>", "utf-8")
    with Terminal("--no-motion", str(page), str(feed), size=(130, 24)) as terminal:
        terminal.until(lambda text: "KEL!" in text and "Story 0" in text)
        terminal.type("!\r")
        terminal.until(lambda text: "Problem" in text and "▶ 2" in text)
        terminal.type("qajjjj\r")
        terminal.until(lambda text: "Article 5/9" in text and "9 articles" not in text)


def test_a_paste_and_what_is_typed_behind_it_reach_the_prompt() -> None:
    with Terminal("--no-motion", size=(130, 24)) as terminal:
        opened(terminal).type("/\x1b[200~symbol = F\x1b[201~CCL\r\r")
        terminal.until(lambda text: "Fauji Cement" in text and DETAILS in text)


def test_ctrl_c_waits_for_none_of_what_was_typed_before_it() -> None:
    with Terminal("--no-motion", size=(130, 24)) as terminal:
        opened(terminal).type("\x10" + "letters by the thousand " * 100 + "\x03\x03")
        assert terminal.status() == 0
        terminal.assert_given_back()
