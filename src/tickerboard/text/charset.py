"""Bytes to text: which characters a document is written in. Never raises, never runs a codec that is not for text."""

from __future__ import annotations

import codecs
import re

from tickerboard.text.patterns import pattern
from tickerboard.text.word_lists import word_set

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In `meta charset`, in the content of a `meta http-equiv`, and in an XML declaration.
_META = pattern(rb"<meta\s[^<>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_XML = pattern(rb"\s{0,20}<\?xml\s[^<>]{0,100}?encoding\s{0,5}=\s{0,5}[\"']([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_NAME = pattern(r"[A-Za-z0-9_.:-]{1,40}")
# Those that browsers read, by Python's names. Not among them: UTF-7 and the escapes, which hide text from every
# check; base64, rot13, idna and other transforms; UTF-16, which is known by its marks or NULs, whatever is declared.
_TEXT = word_set("""
    utf-8 big5 big5hkscs euc_jp euc_kr cp949 gbk gb18030 shift_jis iso2022_jp koi8-r koi8-u mac-roman mac-cyrillic cp866
    cp874 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-2 iso8859-3 iso8859-4 iso8859-5
    iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16
""")
# What calls itself so is written in the larger set, as browsers have it.
_MEANT = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_LOOKED_AT = 1_024
_SAMPLE = 65_536
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\f\r\x1b"))
_MAGIC = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF", b"BZh", b"\xfd7zXZ")
"""How pictures, PDF, archives and programs begin."""


def decode(data: bytes, charset: str | None = None) -> str:
    """Decode by byte order mark or NULs, as UTF-8, by `charset` (the header's), by XML declaration or meta tag.

    Text that is UTF-8 throughout is so by no chance, whatever is said of it. A name that does not fit the bytes is
    passed over; where none is left, UTF-8 with a few broken characters is forgiven, and all else is Windows-1252.
    """
    wide = _marked(data) or _by_nulls(data)
    if wide:
        return data.decode(wide, errors="replace")
    whole = _try(data, "utf-8")
    if whole is not None and not whole.isascii():
        return whole
    for said in (charset, *_declared(data)):
        name = _text_codec(said)
        if name is not None and (text := _try(data, name)) is not None:
            return text
    return _utf8(data)


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeError:
        return None


def is_binary(data: bytes) -> bool:
    """Return whether data is not text: a file type that is known by its beginning, or too many control characters.

    A stray NUL makes no page binary. Text in UTF-8 may have one control character in ten; all else one in fifty, for
    random bytes have one in ten and legacy encodings have none.
    """
    if _marked(data) or _by_nulls(data):
        return False
    head = data[:_SAMPLE]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return head.startswith(_MAGIC) or controls > len(head) // (10 if _is_utf8(head) else 50)


def stray_nul(data: bytes) -> int | None:
    """Return the number of the first line with a NUL that is no part of a wide encoding; None where there is none."""
    at = data.find(b"\0")
    return None if at < 0 or _marked(data) or _by_nulls(data) else data.count(b"\n", 0, at) + 1


def _is_utf8(head: bytes) -> bool:
    """Return whether the beginning of data is UTF-8; its last character may be cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head, final=False)
    except UnicodeError:
        return False
    return True


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _by_nulls(data: bytes) -> str | None:
    """Return the kind of UTF-16 without a mark: Latin text has a NUL in nearly every second place only."""
    head = data[:_LOOKED_AT]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(head) < 4 or (even + odd) * 5 < len(head) * 2:
        return None
    if even == 0:
        return "utf-16-le"
    return "utf-16-be" if odd == 0 else None


def _declared(data: bytes) -> list[str]:
    head = data[:_LOOKED_AT]
    return [found[1].decode("ascii") for form in (_XML.match(head), _META.search(head)) if (found := form)]


def _text_codec(said: str | None) -> str | None:
    """Return Python's name for a charset that may be used; None for any other."""
    if said is None or not _NAME.fullmatch(said):
        return None
    try:
        name = codecs.lookup(said).name
    except LookupError:
        return None
    name = _MEANT.get(name, name)
    return name if name in _TEXT else None


def _utf8(data: bytes) -> str:
    """Decode as UTF-8, a broken or cut character or two forgiven; as Windows-1252 where more is broken than whole."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if broken and broken * 2 >= sum(not each.isascii() for each in text):
        return data.decode("cp1252", errors="replace")
    return text
