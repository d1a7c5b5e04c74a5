"""What a document is, and what it is written in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickerboard.parser.documents import Document, DocumentType, is_binary, read_document, sniff

SAMPLES = Path(__file__).parent / "samples"
LINE = "ABL 75.25 Decreased By ▼ -0.18 (-0.24%)"
RSS = (SAMPLES / "rss.xml").read_text("utf-8")
HTML = (SAMPLES / "article.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "said", "form"),
    [
        (LINE, None, DocumentType.TEXT),
        (LINE, "text/html; charset=utf-8", DocumentType.TEXT),
        (LINE, "application/rss+xml", DocumentType.TEXT),
        (f"{LINE}\n<b>bold</b> words & <html> in prose", None, DocumentType.TEXT),
        ("<3 from the desk\n" + LINE, None, DocumentType.TEXT),
        ("<ABL> 75.25", "text/plain", DocumentType.TEXT),
        ("", "text/html", DocumentType.TEXT),
        (HTML, None, DocumentType.HTML),
        (HTML, "text/plain", DocumentType.HTML),
        ("\ufeff\n <!-- x --> <!DOCTYPE HTML PUBLIC '-//W3C'><p>x", None, DocumentType.HTML),
        ("<?xml version='1.0'?><!DOCTYPE html><html></html>", "application/xml", DocumentType.HTML),
        ("<p>one</p>", None, DocumentType.HTML),
        ("one <p>two</p>", "text/html", DocumentType.HTML),
        (RSS, None, DocumentType.FEED),
        (RSS, "text/html", DocumentType.FEED),
        ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "text/plain", DocumentType.FEED),
        ("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss version='2.0'>", None, DocumentType.FEED),
        ("Warning: cache is old\n" + RSS, "application/rss+xml", DocumentType.FEED),
        ("<html><table class='x' id='listingsTable'></table>", None, DocumentType.MARKET),
    ],
)
def test_what_a_document_is(text: str, said: str | None, form: DocumentType) -> None:
    assert sniff(text, said) is form


def test_every_form_is_read_by_its_reader() -> None:
    texts = [LINE, HTML, RSS, "<table id=listingsTable></table>"]
    snapshots = [read_document(Document("x", text.encode(), None)) for text in texts]
    assert [len(shot.page.quotes) for shot in snapshots] == [1, 5, 0, 0]
    assert len(snapshots[2].page.stories) == 2
    assert snapshots[3].page.problems[0].code == "market"


def test_relative_links_start_from_where_the_page_was_found() -> None:
    markup = HTML.replace("rel='canonical'", "rel='else'").encode()
    article = read_document(Document("found", markup, url="https://found.example/n/1")).page.article
    assert article is not None
    assert article.related[0].url == "https://found.example/news/99"


@pytest.mark.parametrize("data", [b"\0", b"\0\0\0\0", b"ab\0cdefgh", bytes(range(256))])
def test_binary_data_is_told(data: bytes) -> None:
    assert is_binary(data)


@given(st.binary(), st.text(max_size=20) | st.none(), st.text(max_size=20) | st.none())
def test_any_document_is_survived(data: bytes, charset: str | None, said: str | None) -> None:
    read_document(Document("x", data, charset=charset, content_type=said))


def test_text_is_read_without_the_other_readers() -> None:
    code = (
        "import sys; from tickerboard.parser.documents import Document, read_document;"
        f"read_document(Document('x', {LINE.encode()!r}, None));"
        "print([name for name in ('selectolax', 'feedparser', 'trafilatura', 'textual') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
