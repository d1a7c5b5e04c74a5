"""What stands above the body on a page of any other site: menus, section, headline, names, dates, buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.prose.about import read_about
from tickerboard.parser.prose.bylines import is_role, names_in, read_names
from tickerboard.parser.prose.dates import Byline, read_byline
from tickerboard.parser.prose.furniture import is_chrome, is_sentence, section_elsewhere
from tickerboard.parser.prose.head import Head
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_ZONE = 80
"""Filled lines in which a head is looked for."""
_MOST_SENTENCES, _LONGEST_DEK = 1, 220
"""Sentences that may stand above names and dates, and how long each: more or longer ones are the body."""
_MENU = 3
"""So many buttons above a text are the menu of a whole page."""
_SHORT_WORDS, _SHORT, _SHORT_CJK = 3, 30, 8
_LONGEST_HEADLINE = 250
_MOST_LINES, _MOST_SHORT = 4, 2
"""Lines that a headline and what is set below it take at most, and short lines among these."""
_NAME_WORDS = range(2, 5)
_ABOVE = 3
"""Lines above a headline that may be its section and its date."""
_CJK = pattern(r"[\u3040-\u30ff\u3400-\u9fff]")


def read_head_elsewhere(texts: Sequence[str]) -> Head | None:
    """Read the head of an article by its line of names or of dates, or else below a menu.

    `texts` are the filled lines. None where the page has none of these, or no sentence below them.
    """
    zone = _zone(texts)
    if not _is_elsewhere(texts[:zone]):
        return None
    anchor = _anchor(texts, zone)
    headline = _headline_above(texts, zone if anchor is None else anchor)
    head = Head(start=_below_menu(texts, zone) if headline is None else headline + 1, links_by_shape=False)
    if headline is not None:
        head.headline = texts[headline]
        head.section = _section_above(texts, headline)
    _read_below(texts, head, -1 if anchor is None else anchor)
    if headline is not None and not (head.byline and head.byline.published):
        head.byline = _merged(head.byline, _date_above(texts, headline))
    return head if any(is_sentence(text) for text in texts[head.start :]) else None


def read_head_of(headline: str, texts: Sequence[str]) -> Head:
    """Read the head of an article whose headline is known, from its filled lines; it may be one of them."""
    start = texts.index(headline) + 1 if headline in texts[:_ZONE] else 0
    below = texts[start:]
    anchor = _anchor(below, _zone(below))
    head = Head(headline, start=start, links_by_shape=False)
    _read_below(texts, head, -1 if anchor is None else start + anchor)
    return head


def _zone(texts: Sequence[str]) -> int:
    """Return how many lines may belong to the head."""
    sentences = 0
    for at, text in enumerate(texts[:_ZONE]):
        if is_sentence(text) and not (is_chrome(text) or read_about(text)):
            sentences += 1
            if sentences > _MOST_SENTENCES or len(text) > _LONGEST_DEK:
                return at
    return min(len(texts), _ZONE)


def _is_elsewhere(texts: Sequence[str]) -> bool:
    """Return whether lines have a menu, or names or dates in a form that the main site does not print."""
    if sum(is_chrome(text) for text in texts) >= _MENU:
        return True
    house = list(map(read_byline, texts))
    if any(each and each.name for each in house):
        return False
    return any(read_about(text) for text, byline in zip(texts, house, strict=True) if byline is None)


def _anchor(texts: Sequence[str], zone: int) -> int | None:
    """Return the place of the line of names, or else of the last line of dates."""
    named = next((at for at in range(zone) if read_names(texts[at])), None)
    if named is not None:
        return named
    return next((at for at in range(zone - 1, -1, -1) if read_about(texts[at])), None)


def _is_short(text: str) -> bool:
    if _CJK.search(text):
        return len(text) < _SHORT_CJK
    return len(text) < _SHORT and len(text.split()) <= _SHORT_WORDS


def _headline_above(texts: Sequence[str], end: int) -> int | None:
    """Return the place of the headline: the first line of the block right above `end` that is no sentence.

    A line that the page prints twice is taken before others. With nothing but short lines above, the nearest is taken.
    """
    block: list[int] = []
    short: list[int] = []
    for at in range(end - 1, -1, -1):
        text = texts[at]
        if is_chrome(text) or read_about(text) or section_elsewhere(text):
            if block or short:
                break
        elif _is_name(texts, at) and not block and not short and _is_open(texts, at - 1):
            continue
        elif _is_short(text):
            if block or len(short) == _MOST_SHORT:
                break
            short.append(at)
        else:
            block.append(at)
            if len(block) == _MOST_LINES:
                break
    twice = [at for at in block if texts.count(texts[at]) > 1]
    open_lines = [at for at in block if not is_sentence(texts[at]) and len(texts[at]) <= _LONGEST_HEADLINE]
    return min(twice or open_lines, default=short[0] if short else None)


def _is_open(texts: Sequence[str], at: int) -> bool:
    """Return whether a line may be a headline: neither a button nor a section nor a line of names or dates."""
    return at >= 0 and not (is_chrome(texts[at]) or section_elsewhere(texts[at]) or read_about(texts[at]))


def _below_menu(texts: Sequence[str], zone: int) -> int:
    """Return the place below the last button of the head."""
    return max((at + 1 for at in range(zone) if is_chrome(texts[at]) or read_about(texts[at])), default=0)


def _section_above(texts: Sequence[str], headline: int) -> str | None:
    """Return the section right above a headline; a line of a menu is none, unless the page prints it twice."""
    for at in range(headline - 1, max(headline - 1 - _ABOVE, -1), -1):
        if section := section_elsewhere(texts[at]):
            in_menu = at > 0 and section_elsewhere(texts[at - 1]) is not None
            is_twice = texts[at].casefold() in map(str.casefold, texts[:at])
            return section if not in_menu or is_twice else None
        if not (is_chrome(texts[at]) or read_about(texts[at])):
            return None
    return None


def _date_above(texts: Sequence[str], headline: int) -> Byline | None:
    """Return the date right above a headline."""
    for at in range(headline - 1, max(headline - 1 - _ABOVE, -1), -1):
        if found := read_about(texts[at]):
            return found
    return None


def _read_below(texts: Sequence[str], head: Head, anchor: int) -> None:
    """Read names and dates from below the headline down to the body, where `head.start` then stands."""
    for at in range(head.start, len(texts)):
        text = texts[at]
        if found := read_about(text):
            head.byline = _merged(head.byline, found)
        elif _is_name(texts, at):
            head.byline = _merged(head.byline, Byline(names_in(text), None))
        elif is_role(text) and at <= anchor:
            pass
        elif head.headline is None and at > anchor and _is_headline_below(texts, at):
            head.headline = text
        elif at > anchor and not (is_chrome(text) or text == head.headline or section_elsewhere(text)):
            return
        head.start = at + 1


def _merged(first: Byline | None, other: Byline | None) -> Byline | None:
    if first is None or other is None:
        return first or other
    return Byline(first.name or other.name, first.published or other.published)


def _is_name(texts: Sequence[str], at: int) -> bool:
    """Return whether a line is a name without a word such as `By`: next to a date or above what its author is.

    It has two to four words with a capital.
    """
    text = texts[at]
    if len(text.split()) not in _NAME_WORDS or section_elsewhere(text) or is_chrome(text) or names_in(text) != text:
        return False
    if at + 1 < len(texts) and is_role(texts[at + 1]):
        return True
    beside = (texts[each] for each in (at - 1, at + 1) if 0 <= each < len(texts))
    return any((found := read_about(each)) is not None and found.name is None for each in beside)


def _is_headline_below(texts: Sequence[str], at: int) -> bool:
    """Return whether a line is a headline below its date: an open line with a sentence below it."""
    text = texts[at]
    if is_sentence(text) or is_chrome(text) or _is_short(text) or len(text) > _LONGEST_HEADLINE:
        return False
    return any(is_sentence(each) for each in texts[at + 1 : at + 1 + _MOST_LINES])
