"""What a document is, and what it is written in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickerboard.snapshot import Form, decode, is_binary, sniff, take
from tickerboard.sources.base import Document

SAMPLES = Path(__file__).parent / "samples"
LINE = "ABL 75.25 Decreased By ▼ -0.18 (-0.24%)"
RSS = (SAMPLES / "rss.xml").read_text("utf-8")
HTML = (SAMPLES / "article.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "said", "form"),
    [
        (LINE, None, Form.TEXT),
        (LINE, "text/html; charset=utf-8", Form.TEXT),
        (LINE, "application/rss+xml", Form.TEXT),
        (f"{LINE}\n<b>bold</b> words & <html> in prose", None, Form.TEXT),
        ("<3 from the desk\n" + LINE, None, Form.TEXT),
        ("<ABL> 75.25", "text/plain", Form.TEXT),
        ("", "text/html", Form.TEXT),
        (HTML, None, Form.HTML),
        (HTML, "text/plain", Form.HTML),
        ("\ufeff\n <!-- x --> <!DOCTYPE HTML PUBLIC '-//W3C'><p>x", None, Form.HTML),
        ("<?xml version='1.0'?><!DOCTYPE html><html></html>", "application/xml", Form.HTML),
        ("<p>one</p>", None, Form.HTML),
        ("one <p>two</p>", "text/html", Form.HTML),
        (RSS, None, Form.FEED),
        (RSS, "text/html", Form.FEED),
        ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "text/plain", Form.FEED),
        ("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss version='2.0'>", None, Form.FEED),
        ("Warning: cache is old\n" + RSS, "application/rss+xml", Form.FEED),
        ("<html><table class='x' id='listingsTable'></table>", None, Form.MARKET),
    ],
)
def test_what_a_document_is(text: str, said: str | None, form: Form) -> None:
    assert sniff(text, said) is form


def test_every_form_is_read_by_its_reader() -> None:
    texts = [LINE, HTML, RSS, "<table id=listingsTable></table>"]
    snapshots = [take(Document("x", text.encode(), None)) for text in texts]
    assert [len(shot.page.quotes) for shot in snapshots] == [1, 7, 0, 0]
    assert len(snapshots[2].page.stories) == 2
    assert snapshots[3].page.problems[0].code == "market"


def test_relative_links_start_from_where_the_page_was_found() -> None:
    markup = HTML.replace("rel='canonical'", "rel='else'").encode()
    article = take(Document("https://found.example/n/1", markup, None)).page.article
    assert article is not None
    assert article.related[0].url == "https://found.example/news/99"


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8"])
@pytest.mark.parametrize("text", [LINE, HTML, RSS])
def test_unicode_is_told_without_a_name(text: str, name: str) -> None:
    data = text.encode(name)
    assert decode(data).lstrip("\ufeff") == text
    assert not is_binary(data)


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (b"caf\xe9", None, "café"),
        (b"caf\xe9", "iso-8859-1", "café"),
        (b"\x93caf\xe9\x94", "latin1", "“café”"),
        (b"\x80 5", "us-ascii", "€ 5"),
        ("цена".encode("cp1251"), "windows-1251", "цена"),
        ("市場".encode("shift_jis"), "Shift_JIS", "市場"),
        ("市場".encode("iso2022_jp"), "iso-2022-jp", "市場"),
        ("▲ café".encode(), "windows-1252", "▲ café"),
        ("▲ café".encode(), "ascii", "▲ café"),
        (b"caf\xe9", "utf-8", "café"),
        ("▲ ▲ ▲".encode()[:-1], None, "▲ ▲ \ufffd"),
        ("▲ ▲ ▲".encode()[:-1], "utf-8", "▲ ▲ \ufffd"),
        (b"<meta charset=windows-1251>" + "цена".encode("cp1251"), None, "<meta charset=windows-1251>цена"),
        (b"plain", "utf-16", "plain"),
        (b"plain", "utf-32", "plain"),
    ],
)
def test_charsets(data: bytes, charset: str | None, text: str) -> None:
    assert decode(data, charset) == text


@pytest.mark.parametrize(
    "declaration",
    [
        '<META http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        "<meta charset='windows-1251'>",
        '<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_declared_charsets(declaration: str) -> None:
    assert decode(f"{declaration}<p>цена</p>".encode("cp1251")).endswith("<p>цена</p>")


def test_the_header_goes_before_the_declaration() -> None:
    assert decode("<meta charset=koi8-r>цена".encode("cp1251"), "cp1251").endswith("цена")


@pytest.mark.parametrize(
    "name",
    ["utf-7", "base64", "rot13", "hex", "zlib", "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape",
     "nonesuch", "", "\0", "a" * 9_999, "../x", "utf-8\n", "mbcs", "aliases"],
)  # fmt: skip
def test_names_that_are_not_for_text_are_passed_over(name: str) -> None:
    data = b"+AGEAYg- caf\xe9 \\u0041 YWJj"
    assert decode(data, name) == "+AGEAYg- café \\u0041 YWJj"


@pytest.mark.parametrize("data", [b"\0", b"\0\0\0\0", b"ab\0cdefgh", bytes(range(256))])
def test_binary_data_is_told(data: bytes) -> None:
    assert is_binary(data)


@given(st.binary(), st.text(max_size=20) | st.none(), st.text(max_size=20) | st.none())
def test_any_document_is_survived(data: bytes, charset: str | None, said: str | None) -> None:
    take(Document("x", data, None, charset, said))


def test_text_is_read_without_the_other_readers() -> None:
    code = (
        "import sys; from tickerboard.snapshot import take; from tickerboard.sources.base import Document;"
        f"take(Document('x', {LINE.encode()!r}, None));"
        "print([name for name in ('selectolax', 'feedparser', 'trafilatura', 'textual') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
