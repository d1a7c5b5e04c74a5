"""N: addresses that hold secrets are never shown whole, and only web addresses reach the browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from children import measured
from loopback import Loopback, Request, answer
from papers import reading, seen
from printed import PAGE, parse
from terminal import Terminal
from tickerboard.model import Article, Related
from tickerboard.ui.dialogs.links import is_web

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HIDDEN = "s3cr3t"
HTML = f"""<!doctype html><html><head><title>Mills</title></head><body><article><h1>Mills report</h1>
<p>{PAGE.decode()}</p>
<p>The mills said on Friday that their orders rose for a third month, as <a href="/more">others did</a> before.</p>
</article></body></html>"""


def with_secrets(url: str) -> str:
    """Give an address of the server with a secret wherever one can be."""
    host = url.partition("://")[2]
    return f"http://{HIDDEN}:{HIDDEN}@{host}/page?token={HIDDEN}#{HIDDEN}"


def redirect(_: Request) -> bytes:
    return answer(status="302 Go", Location=f"http://{HIDDEN}@127.0.0.1:1/{HIDDEN}?token={HIDDEN}#{HIDDEN}")


ANSWERS: dict[str, Callable[[Request], bytes]] = {
    "a page": lambda _: answer(PAGE),
    "a page of HTML": lambda _: answer(HTML.encode(), Content_Type="text/html"),
    "a failure": lambda _: answer(status=f"503 {HIDDEN}"),
    "a redirect to nobody": redirect,
    "a redirect elsewhere": lambda _: answer(status="302 Go", Location=f"ftp://{HIDDEN}@h/{HIDDEN}"),
    "a redirect to nonsense": lambda _: answer(status="302 Go", Location=f"http://{HIDDEN}@h:{HIDDEN}/{HIDDEN}"),
    "no HTTP": lambda _: HIDDEN.encode(),
}


@pytest.mark.parametrize("reply", ANSWERS)
def test_n18_secrets_of_an_address_are_never_printed(reply: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Loopback(ANSWERS[reply]) as server:
        printed = parse(capsys, with_secrets(server.url))
    assert HIDDEN not in printed.out + printed.err
    assert f"{server.url}/page" in printed.out + printed.err
    assert server.requests[0].path == f"/page?token={HIDDEN}"
    assert "authorization" in server.requests[0].headers
    if printed.out:
        assert json.loads(printed.out)["source"] == f"{server.url}/page"


@pytest.mark.parametrize("reply", ["a page", "a page of HTML", "a failure"])
def test_n18_secrets_of_an_address_are_never_shown(reply: str) -> None:
    with Loopback(ANSWERS[reply]) as server, Terminal("--live", with_secrets(server.url), size=(160, 40)) as terminal:
        terminal.until(lambda text: "114.90" in text or "503" in text)
        for key in ("\r", "\x1b", "!", "\x1b", "2", "o", "\x1b", "?", "\x1b", "e", "\x1b", "r", "q"):
            terminal.type(key)
            terminal.read(0.15)
        assert terminal.status() == 0
        assert HIDDEN.encode() not in terminal.bytes
        assert server.url.partition("://")[2].encode() in terminal.bytes


@pytest.mark.parametrize(
    "url",
    [
        f"http://me:{HIDDEN}/x@127.0.0.1/",
        f"http://me:{HIDDEN}#@127.0.0.1/",
        f"http://me:{HIDDEN}?@127.0.0.1/",
        f"http://me:{HIDDEN}@[::1/",
        f"http://me:{HIDDEN}@127.0.0.1:99999/?{HIDDEN}",
        f"HTTP://me:{HIDDEN}@127.0.0.1:1/\t?{HIDDEN}",
        f"http://{HIDDEN}@:80/",
    ],
)
def test_n18_secrets_of_an_address_that_is_none(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed = parse(capsys, url)
    assert (printed.status, printed.err.count("\n")) == (2, 1)
    assert HIDDEN not in printed.out + printed.err


def test_n18_secrets_in_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    command = f"echo 'ABL 114.90 Decreased By ▼ -0.18 (-0.16%)' \"https://me:{HIDDEN}@h.example/p?token={HIDDEN}\""
    printed = parse(capsys, "--exec", command)
    assert json.loads(printed.out)["source"].endswith('"https://h.example/p"')
    assert HIDDEN not in json.loads(printed.out)["source"]


def test_n18_no_secret_is_sent_to_another_host() -> None:
    with (
        Loopback(lambda _: answer(PAGE)) as other,
        Loopback(lambda _: answer(status="302 Go", Location=other.url + "/there")) as server,
    ):
        assert measured("parse", with_secrets(server.url)).status == 0
    assert HIDDEN not in str([other.requests[0].path, other.requests[0].headers])


FEED = """<rss version="2.0"><channel><title>Desk</title>
<item><title>Mills report</title><link>{}</link><description>The mills said on Friday that orders rose.</description>
</item></channel></rss>"""


def open_first_link(terminal: Terminal) -> None:
    for key in "2o\r":
        terminal.type(key)
        terminal.read(0.6)


def test_n20_a_link_of_a_page_reaches_the_browser_whole(visited: Path, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    url = "https://news.example/a?b=1&amp;c=$(touch%20/tmp/x);'%22|`id`"
    path.write_text(FEED.format(url), "utf-8")
    with Terminal(str(path), size=(120, 40)) as terminal:
        terminal.until(lambda text: "Mills report" in text)
        open_first_link(terminal)
        terminal.until(lambda _: visited.exists() and visited.read_text("utf-8").endswith("\n"))
        terminal.type("q")
        assert terminal.status() == 0
        assert b"noise" not in terminal.bytes
    assert visited.read_text("utf-8").splitlines() == [url.replace("&amp;", "&")]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "//news.example/a"])
def test_n20_a_link_of_a_page_that_is_no_web_address_reaches_nobody(url: str, visited: Path, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(FEED.format(url), "utf-8")
    with Terminal(str(path), size=(120, 40)) as terminal:
        terminal.until(lambda text: "Mills report" in text)
        open_first_link(terminal)
        terminal.until(lambda text: "not an http or https address" in text or "no link in this article" in text)
    assert not visited.exists()


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://example.org/a",
        "http://",
        "http:///path",
        "https://[",
        "mailto:a@example.org",
        "/relative",
        "http://example.org/a b",
        "http://example.org/\x1b]0;x\x07",
        "--help",
        "",
    ],
)
def test_n20_what_is_no_web_address_is_none(url: str) -> None:
    assert not is_web(url)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "http://example.org/\x1b]0;x\x07", "--help"])
async def test_n20_what_is_no_web_address_is_refused_and_said(visited: Path, url: str) -> None:
    app = reading(Article("Odd", paragraphs=("Words.",), related=(Related("Look here now", url, 1),)))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("2", "o", "1")
        assert "not opened:" in await seen(pilot)
    assert not visited.exists()
