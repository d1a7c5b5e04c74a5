"""T and M: hostile text in every place where text from outside appears; what counts is what reached the terminal."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from boards import put
from loopback import Loopback, answer
from terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

PAYLOADS = {
    "T1 title": "\x1b]0;pwned\x07",
    "T2 clipboard": "\x1b]52;c;cHduZWQ=\x07",
    "T3 clear": "\x1b[2J\x1b[3J",
    "T4 reset": "\x1bc\x1b[!p",
    "T5 query": "\x1b[6n\x1b[5n\x1bZ",
    "T6 C1": "\x9b31m\x9d0;pwned\x9c\x85",
    "T7 DCS and APC": "\x1bPq#0\x1b\\\x1b_Gf=1\x1b\\",
    "T7 unfinished": "\x1b]0;pwned",
    "T9 bidi": "\u202e1.00\u202c\u2066x\u2069",
    "T10 tags": "\U000e0041\U000e0042\ufeff\u200b",
    "T11 marks": "e" + "\u0301" * 500 + "日本",
    "M1 closing": "[/][/bold] x[/",
    "M2 figures": "[-1.2%] [50%] [BTC]",
    "M3 click": "[@click=app.quit]click[/] [@click='app.bell']",
    "M4 link": "[link=http://evil.example]a[/link] [$primary]b",
    "M6 backslash": "\\[ \\",
}
FORBIDDEN = (
    *(b"pwned", b"]52;", b"cHduZWQ", b"\x1b[2J", b"\x1b[3J", b"\x1bc", b"\x1b[!p", b"\x1b[6n", b"\x1b[5n", b"\x1bZ"),
    *(b"\x1bP", b"\x1b_", b"\x1b]8;", b"\xc2\x9b", b"\xc2\x9d", b"\xe2\x80\xae", b"\xe2\x81\xa6", b"\xf3\xa0\x81\x81"),
)


def hostile(payload: str, last: str = "75.25") -> str:
    """A page that has the payload in each place that can hold text."""
    return (
        f"ABL {last} No Change ▼ 0.00 (0%)\n"
        f"KEL 4.6{payload} Increased By ▲ 0.10 (9.9%)\n"
        f"HBL 1,2,3 Increased By {payload}\n"
        "KSE100 74,531 Increased By 732.1 (0.99%)\n\n"
        f"The mills {payload} report\n\nReuters {payload} Published 16 Sep, 2022 11:06am\n\n"
        f"The mills said {payload} on Friday that their orders rose for a third month.\n\n"
        f"A story beside it {payload} that nobody asked for\n\n"
        f"They expect more {payload} of the same in summer.\n"
    )


def nothing_came_through(written: bytes) -> None:
    # The board's own end: what it says when it leaves is not the page's.
    assert [each for each in FORBIDDEN if each in written] == []


ALL = " ".join(PAYLOADS[name] for name in sorted(PAYLOADS, key=lambda name: "unfinished" in name))
KEYS = ("\r", "\x1b", "!", "\r", "\x1b", "a", "\r", "/", "mills", "\r", "n", "o", "\x1b", "1", "m", "\x1b", "e", "\x1b")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A hostile page in a file whose name is hostile as well."""
    path = tmp_path / "\x1b]0;pwned\x07\x1b[2J\u202e\x9b31m[@click=app.quit][.txt"
    path.write_text(hostile(ALL), "utf-8")
    return path


def test_t14_m5_on_every_screen_typed_at_resized_and_refreshed(page: Path) -> None:
    with Terminal("--live", "--no-motion", str(page), size=(120, 30)) as terminal:
        terminal.until(lambda text: "75.25" in text, 10)
        for key in KEYS:
            terminal.type(key)
            terminal.read(0.15)
        terminal.type("\x10article")
        terminal.read(0.6)
        terminal.type("\x1b")
        for size in ((40, 12), (10, 3), (120, 30)):
            terminal.resize(*size)
            terminal.read(0.2)
        put(page, hostile(ALL, "75.26"))
        text = terminal.until(lambda text: "75.26" in text, 10)
        assert "KSE100 74,531" in text
        assert terminal.process.poll() is None
        nothing_came_through(terminal.bytes)


@pytest.mark.parametrize("form", ["table", "json", "ndjson", "csv"])
def test_t12_t13_what_is_printed_is_clean(page: Path, form: str) -> None:
    command = [sys.executable, "-m", "tickerboard", "parse", "--format", form, str(page), str(page) + ".gone"]
    done = subprocess.run(command, capture_output=True, timeout=30)
    assert done.returncode == 2
    assert b"\x1b" not in done.stdout + done.stderr
    nothing_came_through(done.stdout + done.stderr)


def test_m2_brackets_are_shown_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(hostile("[-1.2%] [50%] [BTC] [/]"), "utf-8")
    with Terminal(str(path), size=(120, 30)) as terminal:
        terminal.until(lambda text: "The mills [-1.2%] [50%] [BTC] [/] report" in text)


def test_m3_a_click_on_markup_does_nothing(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(hostile("[@click=app.quit]click me[/]"), "utf-8")
    with Terminal(str(path), size=(120, 30)) as terminal:
        text = terminal.until(lambda text: "click me" in text)
        row = next(at for at, line in enumerate(text.split("\n"), 1) if "click me" in line)
        column = text.split("\n")[row - 1].index("click me") + 2
        terminal.type(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")
        terminal.read(0.5)
        assert terminal.process.poll() is None


def test_t13_in_a_reason_a_redirect_and_a_command() -> None:
    title = "\x1b]0;pwned\x07"
    bad = answer(status=f"503 {title}", Location=f"http://127.0.0.1/{title}")
    with Loopback(lambda _: bad) as server, Terminal("--live", server.url, size=(120, 30)) as terminal:
        terminal.until(lambda text: "503" in text or "HTTP" in text)
        nothing_came_through(terminal.bytes)
    with Terminal("--live", "--exec", f"false # {title}", size=(120, 30)) as terminal:
        terminal.until(lambda text: "ended with status 1" in text)
        nothing_came_through(terminal.bytes)


def test_t13_in_the_path_and_the_values_of_a_config(tmp_path: Path) -> None:
    path = tmp_path / "\x1b]0;pwned\x07.toml"
    for text in ('them = "\\u001b]0;pwned\\u0007"', '"\\u001b[2J" = 1', 'theme = "\\u001b[2J"', "theme ="):
        path.write_text(text, "utf-8")
        with Terminal("--config", str(path), size=(200, 20)) as terminal:
            assert terminal.status() == 2
            assert b"\x1b]0;" not in terminal.bytes
            assert b"\x1b[2J" not in terminal.bytes
