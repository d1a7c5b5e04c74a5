"""What stands above an article's body: chrome, section, headline, kickers, teaser, byline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.prose.dates import Byline, is_date, read_byline
from tickerboard.parser.prose.furniture import is_chrome, is_kicker, is_menu, is_sentence, section_line
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence


HEAD_LINES = 14
"""Filled lines that a head takes at most; with more of them above its byline, a whole page's menus are among them."""
LOOK_BELOW = 60
"""Filled lines that are looked through below one, at most: a page of teasers would take for ever."""
_SECTION_WORDS = 3
_HEADLINE_CAP = 250
_DATELINE = pattern(r"[A-Z][A-Z .,/'-]{2,40}: ")
# A sentence ends within it and another begins: a paragraph, though the page is cut before its full stop.
_SENTENCES = pattern(r"[a-z]{4}[.?!]”? [A-Z“]")


class Head:
    """What stands above the body; `start` is the place where the body begins.

    `links_by_shape` is whether a lone open line in the body is a link to another story, as it is on the main site.
    """

    def __init__(self, headline: str | None = None, start: int = 0, *, links_by_shape: bool = True) -> None:
        self.headline = headline
        self.byline: Byline | None = None
        self.section: str | None = None
        self.print_date: str | None = None
        self.start = start
        self.links_by_shape = links_by_shape


def read_head(texts: Sequence[str]) -> Head:
    """Read the head of an article from its stripped lines, the filled ones only."""
    head = Head()
    at_byline = _find_byline(texts)
    for at in range(_begin(texts, at_byline), len(texts)):
        text = texts[at]
        if at == at_byline or (head.byline and at == head.start and text.startswith(("Updated ", "Published "))):
            head.byline = _dated(head.byline, read_byline(text))
        elif not _is_furniture(texts, at, head) and text != head.headline:
            if head.headline is None and not head.byline and _is_headline(texts, at, at_byline):
                head.headline = text
            elif (at_byline is None or at > at_byline) and not is_teaser(texts, at):
                break
        head.start = at + 1
    return head


def _dated(first: Byline | None, other: Byline | None) -> Byline | None:
    """Return the first byline, with the date of the other where it has none."""
    if first is None or other is None or first.published:
        return first or other
    return Byline(first.name, other.published)


def _begin(texts: Sequence[str], at_byline: int | None) -> int:
    """Return where the head begins: in a whole page, with its many menus, at the last section above the byline."""
    if at_byline is None or at_byline < HEAD_LINES:
        return 0
    return next(at for at in range(at_byline, -1, -1) if at == 0 or section_line(texts[at]))


def is_teaser(texts: Sequence[str], at: int) -> bool:
    """Return whether a line is a teaser: the body begins with it, word for word, or does so up to its three dots."""
    teaser = texts[at].rstrip(".… ")
    body = ""
    for text in texts[at + 1 : at + LOOK_BELOW]:
        if len(body) > len(teaser):
            break
        if not (is_chrome(text) or is_kicker(text) or read_byline(text)):
            body = f"{body} {text}" if body else text
    dots = texts[at].endswith(("...", "…"))
    return bool(body) and (body.startswith(teaser) if dots or is_sentence(texts[at]) else body == texts[at])


def _find_byline(texts: Sequence[str]) -> int | None:
    """Find the head's byline: with at most one sentence above it that is no teaser or kicker, however many menus."""
    sentences = 0
    for at, text in enumerate(texts):
        if read_byline(text):
            return at
        sentences += at > 0 and is_sentence(text) and not (is_kicker(text) or is_teaser(texts, at))
        if sentences > 1:
            return None
    return None


def _is_furniture(texts: Sequence[str], at: int, head: Head) -> bool:
    """Return whether a line is neither headline nor body; note the section that it names."""
    text = texts[at]
    if (found := section_line(text)) and not head.headline:
        head.section, head.print_date = found
        return True
    if head.headline is None and head.section is None and _is_unknown_section(texts, at):
        head.section = text
        return True
    return found is not None or is_chrome(text) or is_kicker(text) or is_date(text)


def _is_unknown_section(texts: Sequence[str], at: int) -> bool:
    """Return whether a line is a section that no list names: one to three words between menu and headline."""
    if at == 0 or not (is_menu(texts[at - 1]) or is_date(texts[at - 1])) or at + 1 >= len(texts):
        return False
    text, below = texts[at], texts[at + 1]
    words = text.split()
    shape = len(words) <= _SECTION_WORDS and len(text) <= 30 and text.replace("&", "").replace(" ", "").isalpha()
    return shape and len(below.split()) > _SECTION_WORDS and not is_sentence(below) and not read_byline(below)


def _is_headline(texts: Sequence[str], at: int, at_byline: int | None) -> bool:
    """Return whether a line is the headline: the first above a byline but for teasers, or an open line above a text."""
    text = texts[at]
    if text.endswith(("...", "…")) or len(text) > _HEADLINE_CAP or is_teaser(texts, at):
        return False
    if at_byline is not None:
        return at < at_byline
    if is_sentence(text) or _SENTENCES.search(text):
        return False
    lower = texts[at + 1 : at + LOOK_BELOW]
    below = next((each for each in lower if each != text and not _is_plain_furniture(each)), "")
    headed = at > 0 and (is_menu(texts[at - 1]) or section_line(texts[at - 1]) is not None)
    return headed or text in texts[at + 1 : at + 3] or is_sentence(below) or _DATELINE.match(below) is not None


def _is_plain_furniture(text: str) -> bool:
    return is_chrome(text) or is_kicker(text) or section_line(text) is not None or is_date(text)
