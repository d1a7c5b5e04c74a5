"""P16: charsets that are wrong, that lie, and that nobody should use."""

from __future__ import annotations

import json

import pytest

from commands import run
from loopback import Loopback, answer
from tickerboard.text.charset import decode, is_binary

LINE = "ABL 75.25 Decreased By ▼ -0.18 (-0.24%)"
TEXTS = (LINE, f"<!doctype html><p>{LINE}", f"<rss version='2.0'><title>{LINE}</title></rss>")


@pytest.mark.parametrize("said", ["iso-8859-1", "utf-16", "utf-7", "koi8-r", "nonesuch", "\xff"])
def test_p16_a_page_comes_through_whatever_its_server_says(said: str) -> None:
    page = answer(LINE.encode(), Content_Type=f"text/plain; charset={said}")
    with Loopback(lambda _: page) as server:
        done = run("parse", "--format", "json", server.url)
    assert (done.returncode, done.stderr) == (0, "")
    assert [quote["last"] for quote in json.loads(done.stdout)["quotes"]] == [75.25]


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8"])
@pytest.mark.parametrize("text", TEXTS)
def test_p16_unicode_is_told_without_a_name(text: str, name: str) -> None:
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
def test_p16_charsets(data: bytes, charset: str | None, text: str) -> None:
    assert decode(data, charset) == text


@pytest.mark.parametrize(
    "declaration",
    [
        '<META http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        "<meta charset='windows-1251'>",
        '<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_p16_declared_charsets(declaration: str) -> None:
    assert decode(f"{declaration}<p>цена</p>".encode("cp1251")).endswith("<p>цена</p>")


def test_p16_the_header_goes_before_the_declaration() -> None:
    assert decode("<meta charset=koi8-r>цена".encode("cp1251"), "cp1251").endswith("цена")


@pytest.mark.parametrize(
    "name",
    ["utf-7", "base64", "rot13", "hex", "zlib", "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape",
     "nonesuch", "", "\0", "a" * 9_999, "../x", "utf-8\n", "mbcs", "aliases"],
)  # fmt: skip
def test_p16_names_that_are_not_for_text_are_passed_over(name: str) -> None:
    data = b"+AGEAYg- caf\xe9 \\u0041 YWJj"
    assert decode(data, name) == "+AGEAYg- café \\u0041 YWJj"
