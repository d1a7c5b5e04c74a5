"""Untrusted text to plain text, once, before anything else looks at it."""

from __future__ import annotations

from tickerboard.text.patterns import pattern

_SEQUENCES = pattern(
    r"\x1b\[[0-?]*+[ -/]*+[@-~]?"  # CSI: colours, cursor, queries
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*+(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS, APC, PM, SOS
    r"|\x9b[0-?]*+[ -/]*+[@-~]?"
    r"|\x1b[ -/]*+[0-~]?"
)
# Default_Ignorable_Code_Point of Unicode 16.0 (DerivedCoreProperties.txt), without ZWNJ (U+200C) and ZWJ (U+200D):
# characters that no font draws. They hide text, and terminals disagree about their width.
_IGNORABLE = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# The skin tones of emoji: some terminals draw them as a character of their own.
_SKIN_TONES = "\U0001f3fb-\U0001f3ff"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
_DROPPED = _CONTROLS + _IGNORABLE + _SKIN_TONES
# Arabic to Thaana and N'Ko, the scripts of India, Khmer, Mongolian: joiners between their letters are spelling.
_JOINING = "\u0600-\u08ff\u0900-\u0dff\u1780-\u18af"
_INVISIBLE = pattern(f"[{_DROPPED}]|(?<![{_JOINING}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINING}])")
# Every separator but "\n" and the tab is a plain space: a row stays one row, and its fields stay apart.
_SEPARATORS = "\x0b\x0c\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_SPACES = pattern(f"[{_SEPARATORS}]")
_UNCLEAN = pattern(f"[\r\u200c\u200d{_SEPARATORS}{_DROPPED}]")
_USUAL = "▲▼►•…’‘“”–—"
"""What most pages have beside ASCII, all of it clean: looked at first."""
_PLAIN = bytes((0x09, 0x0A, *range(0x20, 0x7F)))
"""The characters of ASCII that are clean."""


def clean(text: str) -> str:
    """Return the text without escape sequences, controls and invisible characters, its line count unchanged."""
    return clean_columns(text).replace("\t", " ")


def clean_columns(text: str) -> str:
    """Return the text cleaned as `clean` does, but with its tabs, which part the columns of a table."""
    if text.isascii() and text.isprintable():
        return text
    # Nearly every page is clean, and has few characters that are not plain ASCII: only these are looked at.
    others = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")
    if not others.strip(_USUAL) or (others.isprintable() and not _UNCLEAN.search(others)):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _INVISIBLE.sub("", _SPACES.sub(" ", _SEQUENCES.sub("", text)))


def shown(name: str) -> str:
    """Return a name as it may be printed: clean, on one line."""
    return clean(name.encode("utf-8", "replace").decode()).replace("\n", " ")
