"""Markup that the tree builder reads in a time that grows with its length only.

Some of what HTML allows takes a time that grows with the square of its length, in any builder that follows the rules.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DEPTH_CAP = 512
"""Tags nested in each other, as in a browser: the tree builder's time grows with the square of the depth."""

# Left open over paragraphs, each of these with attributes of its own is made again in every later paragraph:
# 50 kB of `<p><b c=1><p><b c=2>…` become gigabytes. A span is never made again.
_AS_SPANS = word_set("b big code em font i nobr small strong tt u")
# Text that is struck through, which is of the same kind, becomes that of `del`, which is not.
_AS_DEL = word_set("s strike")
# Each of these has the builder look through all that is open, and left open they nest. No reader of ours looks at one.
_HINTS = word_set("optgroup option rb rp rt rtc")
_HINT = re.compile(rf"</?(?:{'|'.join(sorted(_HINTS))})(?:[\s/][^<>]*+)?>", re.IGNORECASE | re.ASCII)
# Each further one adds its attributes to the first, where each is compared with all others.
_ROOT = re.compile(r"<(html|body)[\s/][^<>]*+>?", re.IGNORECASE | re.ASCII)
# The builder compares each attribute of a tag with all before it: 100,000 in one tag take a quarter of a minute.
# No attribute can be matched in two ways: each piece is possessive and begins with characters of its own. A tag with a
# few plain attributes, as most are, is passed over at once; one with three at most even without a repeat.
_PLAIN = r"\s[^\s/\"'<>=]++=(?:\"[^\"]*+\"|'[^']*+')"
_CROWDED = re.compile(
    rf"(<[a-z][^\s/\"'<>]*+)(?!>|{_PLAIN}(?:>|{_PLAIN}(?:>|{_PLAIN}(?:>|(?:{_PLAIN}){{0,6}}\s*+/?>))))"
    r"(?:[\s/\"']*+[^\s/\"'<>=]++"
    r"(?:\s*+=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|[^\s\"'<>]++|(?=[<>]|\Z))|(?!\s*+=))){1000,}",
    re.IGNORECASE | re.ASCII,
)
# The commonest of the tags that do not pile up are passed over at once.
_TAG = re.compile(r"<(?!/?(?:td|tr|a|p|li)[\s/>])(/?[a-zA-Z][a-zA-Z0-9-]*+)", re.ASCII)
# Tags without an end, or whose end may be left out, links, and the shapes of pictures: they do not pile up.
_FLAT = word_set("""
    a area base br col embed hr img input link meta param source track wbr html head body p li dt dd thead tbody tfoot
    tr td th colgroup path rect circle ellipse line polygon polyline use stop image
""")
_COMMON = ("span", "div")
_BUILT = {**dict.fromkeys(_AS_SPANS, "span"), **dict.fromkeys(_AS_DEL, "del")}
"""What the builder is given for each tag that is made again; each other tag is itself."""


def tamed(markup: str) -> tuple[str, bool]:
    """Return a page's markup without what would take the builder long, and whether it was cut as it nests too deep."""
    tags = _TAG.findall(markup)
    plain = _HINT.sub("", markup) if not _HINTS.isdisjoint(_names(tags)) else markup
    plain = with_few_attributes(plain)
    if plain != markup:  # what is left may make new tags
        tags = _TAG.findall(plain)
    if formatting := _AS_SPANS & _names(tags):
        plain = _renamed(plain, formatting, "span")
    if not _AS_DEL.isdisjoint(tag.lower() for tag in {*tags}):  # an end alone is none
        plain = _renamed(plain, _AS_DEL, "del")
    plain = _with_one_root(plain)
    place = _too_deep(tags)
    if place is None:
        return plain, False
    return plain[: next(islice(_TAG.finditer(plain), place, None)).start()], True


def _names(tags: Sequence[str]) -> set[str]:
    """Return the names of the elements that some tags, as written, begin or end."""
    return {tag.lower().removeprefix("/") for tag in {*tags}}


def _renamed(markup: str, names: Iterable[str], new: str) -> str:
    """Return markup in which the elements of some names have a new one.

    Two patterns with plain replacements: one with a group takes half as long again.
    """
    old = rf"(?:{'|'.join(sorted(names))})(?=[\s/>])"
    markup = re.sub("<" + old, "<" + new, markup, flags=re.IGNORECASE | re.ASCII)
    return re.sub("</" + old, "</" + new, markup, flags=re.IGNORECASE | re.ASCII)


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


def _too_deep(tags: Sequence[str]) -> int | None:
    """Return the place among the tags of a page of the one that nests deeper than `DEPTH_CAP`; None for most pages.

    The commonest elements without others in them are one level each, and left out at first.
    """
    few = "<" + "><".join(tags) + ">"
    for name in _COMMON:
        few = few.replace(f"<{name}></{name}>", "")
    if _deeper([*filter(None, few[1:-1].split("><"))], DEPTH_CAP - len(_COMMON)) is None:
        return None
    return _deeper(tags, DEPTH_CAP)


def _deeper(tags: Sequence[str], cap: int) -> int | None:
    """Return the place of the first of some tags that nests deeper than a cap."""
    names = {tag: tag.lower().removeprefix("/") for tag in {*tags}}
    built = {tag: _BUILT.get(name, name) for tag, name in names.items() if name not in _FLAT}
    opened = dict.fromkeys(built.values(), 0)
    depth = 0
    for place, tag in enumerate(tags):
        name = built.get(tag)
        if name is None:
            continue
        if tag[0] != "/":
            opened[name] += 1
            depth += 1
            if depth > cap:
                return place
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
    return None
