"""T13, T14: each place where text from outside comes in; what counts is what reached the terminal."""

from __future__ import annotations

import html
import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from hostile import ALL, PAYLOADS, harm, hostile
from loopback import Loopback, answer
from terminal import ESCAPE, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TITLE = PAYLOADS["T1 title"]
STRIP = "ABL 75.25 No Change ▼ 0.00 (0%)\nKEL 4.66 No Change ▼ 0.00 (0%)\n"
QUOTED = html.escape(ALL).encode("ascii", "xmlcharrefreplace").decode()
NUMBERED = "".join(f"&#{ord(letter)};" for letter in ALL)
"""The same letter by letter, as a page that hides them would write it."""
EVERYWHERE = ("!", "\r", ESCAPE, "a", "\r", "1", "\r", ESCAPE, "m", ESCAPE, "2", "o", ESCAPE, "v", "v", "?", ESCAPE)


def looked_through(*arguments: str, seen: str = "75.25", **options: Any) -> bytes:
    """Open the board, look through it, quit; give all that it wrote."""
    with Terminal("--no-motion", *arguments, size=(160, 30), **options) as terminal:
        terminal.until(lambda text: seen in text)
        for key in EVERYWHERE:
            terminal.type(key)
            terminal.read(0.02)
        terminal.type("\x10a")
        terminal.read(0.3)
        assert terminal.process.poll() is None
        terminal.type("\x03q")
        assert terminal.status() == 0
        terminal.assert_given_back()
        return terminal.bytes


def as_story(text: str) -> str:
    link = f"<p><a href='http://a.example/{text}' title='{text}'>a link {text}</a></p>"
    return (
        f"<html><title>{text}</title><div class='js-ticker'><div><div>ABL 75.25 No Change ▼ 0.00 (0%)</div></div></div>"
        f"<article class=story><h1 class=story__title>Looms {text}</h1><span class=story__byline>{text}</span>"
        f"<div class='story__content'><p>They said {text} on Friday.</p>{link}<pre>{text}</pre></div></article></html>"
    )


def as_feed(text: str) -> str:
    item = f"<title>{text}</title><author>{text}</author><category>{text}</category><link>http://a/{text}</link>"
    return f"<rss version='2.0'><channel><item>{item}<description>At 75.25 {text}.</description></item></channel></rss>"


def as_market(text: str) -> str:
    heads = (
        "SYMBOL",
        "SECTOR",
        "LISTED IN",
        "LDCP",
        "OPEN",
        "HIGH",
        "LOW",
        "CURRENT",
        "CHANGE",
        "CHANGE (%)",
        "VOLUME",
    )
    figures = ("75.25", "75.25", "75.25", "75.25", "75.25", "0.00", "0.00")
    cells = "".join(f"<td data-order='{each}'>{each}</td>" for each in figures)
    named = f"<td><a class='tbl__symbol' data-title='Name {text}'><strong>ABL</strong></a><div>{text}</div></td>"
    bad = f"<tr><td><a class='tbl__symbol'>{text}</a></td><td>{text}</td><td></td>{cells}</tr>"
    head = "".join(f"<th>{each}</th>" for each in heads)
    rows = f"<tr>{named}<td>Sector {text}</td><td>{text}</td>{cells}</tr>{bad}"
    return f"<html><table id='listingsTable'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></html>"


@pytest.mark.parametrize("write", [as_story, as_feed, as_market])
def test_t14_in_documents_that_are_no_text(write: Callable[[str], str], tmp_path: Path) -> None:
    texts = {"quoted": QUOTED, "numbered": NUMBERED, "bare": ALL.replace("'", "")}
    for name, text in texts.items():
        (tmp_path / name).write_text(write(text), "utf-8")
    assert harm(looked_through(*(str(tmp_path / name) for name in texts))) == []


def test_t14_in_what_a_command_prints_and_in_the_command() -> None:
    command = f"printf '%s' \"$PAGE\" # {TITLE}\x9b31m\u202e"
    assert harm(looked_through("--exec", command, env={"PAGE": hostile(ALL).replace("\0", "")})) == []


def test_t14_in_settings_symbols_and_state(tmp_path: Path) -> None:
    """Names of groups, views and themes, a filter, the names of companies, and what was remembered."""
    page, config, symbols, state = (
        tmp_path / name for name in ("page.txt", "config.toml", "symbols.csv", "state.json")
    )
    page.write_text(STRIP, "utf-8")
    name = json.dumps(TITLE + "\u202e[/][@click=app.quit]\x9b31m")  # which TOML reads as well
    config.write_text(
        f'theme = {name}\n[groups]\n{name} = ["ABL"]\n[views.{name}]\nfilter = {json.dumps(TITLE)}\n'
        f'[views.all]\nfilter = "last > 1"\n'
        f'[themes.{name}]\nbase = "tickerboard-light"\nup = "#006400"\n',
        "utf-8",
    )
    symbols.write_text(f'symbol,name,sector\nABL,"{ALL}","{ALL}"\nKEL,{TITLE},{TITLE}\n'.replace("\0", ""), "utf-8")
    remembered = {
        "watchlist": [TITLE, "ABL", ALL],
        "view": json.loads(name),
        "columns": ["symbol", "name", "last", ALL],
    }
    state.write_text(json.dumps(remembered), "utf-8")
    places = {"CONFIG": config, "SYMBOLS": symbols, "STATE": state}
    written = looked_through(str(page), env={f"TICKERBOARD_{name}": str(path) for name, path in places.items()})
    assert harm(written) == []


@pytest.mark.parametrize(
    "line",
    [
        '[keys]\n{} = "x"',
        '[keys]\n"table.sort" = {}',
        "theme = {}",
        "columns = [{}]",
        "sort = {}",
        "[views.v]\ncolumns = [{}]",
        "{} = 1",
    ],
    ids=["action", "key", "theme", "column", "order", "view", "setting"],
)
def test_t13_in_a_setting_that_is_refused(line: str, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(line.format(json.dumps(TITLE + "\u202e\x9b31m")), "utf-8")
    with Terminal("--config", str(config), size=(200, 20)) as terminal:
        assert terminal.status() == 2
        terminal.read(0.2)
        assert harm(terminal.bytes) == []
        assert terminal.bytes.count(b"\n") == 1


def test_t13_in_an_edited_config_that_is_refused_on_the_board(tmp_path: Path) -> None:
    page, config = tmp_path / "page.txt", tmp_path / "config.toml"
    page.write_text(STRIP, "utf-8")
    config.write_text("motion = false\n", "utf-8")
    with Terminal("--config", str(config), str(page), size=(160, 30)) as terminal:
        terminal.until(lambda text: "75.25" in text)
        terminal.read(1)
        config.write_text(f"{json.dumps(TITLE + '[/][@click=app.quit]' + chr(0x202E))} = 1\n", "utf-8")
        terminal.until(lambda text: "settings are unchanged" in text)
        assert harm(terminal.bytes) == []


@pytest.mark.parametrize(("status", "path"), [("503 {}", ""), ("302 {}", ""), ("200 OK", "/{}")])
def test_t13_in_a_url_its_redirect_and_its_failure(status: str, path: str) -> None:
    bad = answer(status=status.format(f"{TITLE}\u202e"), Location=f"ftp://a.example/{TITLE}")
    with Loopback(lambda _: bad) as server:
        url = server.url + path.format(f"{TITLE}\x9b")
        with Terminal("--live", url, size=(160, 30)) as terminal:
            terminal.until(lambda text: "next try" in text)
            assert harm(terminal.bytes) == []


def test_t13_in_a_command_that_fails() -> None:
    with Terminal("--live", "--exec", f"false # {TITLE}\u202e", size=(160, 30)) as terminal:
        terminal.until(lambda text: "ended with status 1" in text)
        assert harm(terminal.bytes) == []


def test_t13_in_the_names_of_files_and_folders(tmp_path: Path) -> None:
    folder = tmp_path / f"{TITLE}\u202e\x9b31m[b]"
    folder.mkdir()
    for at in range(3):
        (folder / f"{at}\x1b[2J\x1bc\n.txt").write_text(hostile("", f"{75 + at}.25"), "utf-8")
    (folder / os.fsdecode(b"\xff\x9b\x1b[2J.txt")).write_text(STRIP, "utf-8")
    assert harm(looked_through(str(folder))) == []


def test_t13_in_the_path_of_a_config_that_is_not_there(tmp_path: Path) -> None:
    with Terminal("--config", str(tmp_path / f"{TITLE}\u202e.toml"), size=(200, 20)) as terminal:
        assert terminal.status() == 2
        terminal.read(0.2)
        assert harm(terminal.bytes) == []
