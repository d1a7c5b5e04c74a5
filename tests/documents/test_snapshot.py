"""What a document is, and what it is written in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickerboard.parser.documents import Form, is_binary, sniff, take
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
    assert [len(shot.page.quotes) for shot in snapshots] == [1, 5, 0, 0]
    assert len(snapshots[2].page.stories) == 2
    assert snapshots[3].page.problems[0].code == "market"


def test_relative_links_start_from_where_the_page_was_found() -> None:
    markup = HTML.replace("rel='canonical'", "rel='else'").encode()
    article = take(Document("https://found.example/n/1", markup, None)).page.article
    assert article is not None
    assert article.related[0].url == "https://found.example/news/99"


@pytest.mark.parametrize("data", [b"\0", b"\0\0\0\0", b"ab\0cdefgh", bytes(range(256))])
def test_binary_data_is_told(data: bytes) -> None:
    assert is_binary(data)


@given(st.binary(), st.text(max_size=20) | st.none(), st.text(max_size=20) | st.none())
def test_any_document_is_survived(data: bytes, charset: str | None, said: str | None) -> None:
    take(Document("x", data, None, charset, said))


def test_text_is_read_without_the_other_readers() -> None:
    code = (
        "import sys; from tickerboard.parser.documents import take; from tickerboard.sources.base import Document;"
        f"take(Document('x', {LINE.encode()!r}, None));"
        "print([name for name in ('selectolax', 'feedparser', 'trafilatura', 'textual') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
