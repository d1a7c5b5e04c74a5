"""Hostile text: what each piece tries, the pages that carry it, and what must not reach a terminal."""

from __future__ import annotations

PAYLOADS = {
    "T1 title": "\x1b]0;pwned\x07",
    "T2 clipboard": "\x1b]52;c;cHduZWQ=\x07",
    "T3 clear": "\x1b[2J\x1b[3J",
    "T4 reset": "\x1bc\x1b[!p",
    "T5 query": "\x1b[6n\x1b[5n\x1bZ",
    "T6 C1": "\x9b31m\x9d0;pwned\x9c\x85",
    "T7 DCS and APC": "\x1bPq#0\x1b\\\x1b_Gf=1\x1b\\",
    "T7 unfinished": "\x1b]0;pwned",
    "T8 link": "\x1b]8;;http://evil.example/\x1b\\link\x1b]8;;\x1b\\",
    "T9 bidi": "\u202e1.00\u202c\u2066x\u2069",
    "T10 tags": "\U000e0041\U000e0042\ufeff\u200b",
    "T11 marks": "e" + "\u0301" * 500 + "日本",
    "M1 closing": "[/][/bold] x[/",
    "M2 figures": "[-1.2%] [50%] [BTC]",
    "M3 click": "[@click=app.quit]click[/] [@click='app.bell']",
    "M4 link": "[link=x]a[/link] [$x]b",
    "M5 title": "[b]bold[/b] [on red]ground[/]",
    "M6 backslash": "\\[ \\",
}
HARMFUL = (
    *(
        b"\x1b]0;",
        b"\x1b]52;",
        b"\x1b[2J",
        b"\x1b[3J",
        b"\x1bc",
        b"\x1b[!p",
        b"\x1b[6n",
        b"\x1b[5n",
        b"\x1bZ",
        b"\x1bP",
    ),
    *(b"\x1b_", b"\x1b]8;", b"\xc2\x9b", b"\xc2\x9d", b"\xe2\x80\xae", b"\xe2\x81\xa6", b"\xf3\xa0\x81\x81"),
)
"""What no page may write to a terminal; the board itself writes none of it but for the clipboard, when asked to."""
WORDS = (b"pwned", b"cHduZWQ")
"""What is in whole sequences, which go from a page with all that is in them."""


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


ALL = " ".join(PAYLOADS[name] for name in sorted(PAYLOADS, key=lambda name: "unfinished" in name))


def harm(written: bytes) -> list[bytes]:
    """Give what came through that must not."""
    return [each for each in HARMFUL if each in written]
