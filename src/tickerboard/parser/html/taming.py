"""Markup that the tree builder reads in a time that grows with its length only.

Some of what HTML allows takes a time that grows with the square of its length, in any builder that follows the rules.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from tickerboard.text.word_lists import word_set

DEPTH_CAP = 512
"""Tags nested in each other, as in a browser: the tree builder's time grows with the square of the depth."""

# Left open over paragraphs, each of these with attributes of its own is made again in every later paragraph:
# 50 kB of `<p><b c=1><p><b c=2>…` become gigabytes. A span is never made again.
_FORMATTING = r"(?=[bcefinstu])(?:b|big|code|em|font|i|nobr|small|strong|tt|u)(?=[\s/>])"
_FORMATTING_OPENS = re.compile("<" + _FORMATTING, re.IGNORECASE | re.ASCII)
_FORMATTING_CLOSES = re.compile("</" + _FORMATTING, re.IGNORECASE | re.ASCII)
# Text that is struck through, which is of the same kind, becomes that of `del`, which is not.
_STRUCK_OPENS = re.compile(r"<s(?:trike)?(?=[\s/>])", re.IGNORECASE | re.ASCII)
_STRUCK_CLOSES = re.compile(r"</s(?:trike)?(?=[\s/>])", re.IGNORECASE | re.ASCII)
# Each of these has the builder look through all that is open, and left open they nest. No reader of ours looks at one.
_HINT = re.compile(r"</?(?:optgroup|option|r[bpt]|rtc)(?:[\s/][^<>]*+)?>", re.IGNORECASE | re.ASCII)
# Each further one adds its attributes to the first, where each is compared with all others.
_ROOT = re.compile(r"<(html|body)[\s/][^<>]*+>?", re.IGNORECASE | re.ASCII)
# The builder compares each attribute of a tag with all before it: 100,000 in one tag take a quarter of a minute.
# No attribute can be matched in two ways: each piece is possessive and begins with characters of its own.
_CROWDED = re.compile(
    r"(<[a-z][^\s/\"'<>]*+)"
    r"(?:[\s/\"']*+[^\s/\"'<>=]++"
    r"(?:\s*+=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|[^\s\"'<>]++|(?=[<>]|\Z))|(?!\s*+=))){1000,}",
    re.IGNORECASE | re.ASCII,
)
# The commonest of the tags that do not pile up are passed over at once.
_TAG = re.compile(r"<(/?(?!(?:td|tr|a|p|li)[\s/>])[a-z][a-z0-9-]*+)", re.IGNORECASE | re.ASCII)
# Tags without an end, or whose end may be left out, links, and the shapes of pictures: they do not pile up.
_FLAT = word_set("""
    a area base br col embed hr img input link meta param source track wbr html head body p li dt dd thead tbody tfoot
    tr td th colgroup path rect circle ellipse line polygon polyline use stop image
""")
_PASSED = _FLAT | {f"/{name}" for name in _FLAT}


def tamed(markup: str) -> tuple[str, bool]:
    """Return a page's markup without what would take the builder long, and whether it was cut as it nests too deep."""
    # Two patterns with plain replacements: one with a group takes half as long again.
    markup = _FORMATTING_CLOSES.sub("</span", _FORMATTING_OPENS.sub("<span", markup))
    if _STRUCK_OPENS.search(markup):
        markup = _STRUCK_CLOSES.sub("</del", _STRUCK_OPENS.sub("<del", markup))
    markup = with_few_attributes(_with_one_root(_HINT.sub("", markup)))
    end = _too_deep(markup)
    return markup[:end], end is not None


def with_few_attributes(markup: str) -> str:
    """Return markup in which a tag with a thousand attributes has none."""
    return _CROWDED.sub(r"\1", markup)


def _with_one_root(markup: str) -> str:
    """Return markup in which only the first `html` and the first `body` have attributes."""
    seen: set[str] = set()

    def kept(found: re.Match[str]) -> str:
        name = found[1].lower()
        if name not in seen:
            seen.add(name)
            return found[0]
        return f"<{name}>"

    return _ROOT.sub(kept, markup)


def _too_deep(markup: str) -> int | None:
    """Return where a page nests more than `DEPTH_CAP` tags, by their names alone; None for any ordinary page."""
    opened: Counter[str] = Counter()
    depth = 0
    for place, tag in enumerate(map(str.lower, _TAG.findall(markup))):
        if tag in _PASSED:
            continue
        if tag[0] != "/":
            opened[tag] += 1
            depth += 1
            if depth > DEPTH_CAP:
                return next(islice(_TAG.finditer(markup), place, None)).start()
        elif opened[tag[1:]]:
            opened[tag[1:]] -= 1
            depth -= 1
    return None
