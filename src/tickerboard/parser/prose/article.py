"""What is left of a page beside its strip: an article, or the teasers of a listing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.model import Article, Related
from tickerboard.parser.prose.dates import ends_story
from tickerboard.parser.prose.foot import is_house, without_foot
from tickerboard.parser.prose.furniture import is_chrome, is_credit, is_kicker, is_rule, is_sentence, without_box
from tickerboard.parser.prose.head import Head, read_head
from tickerboard.parser.prose.listing import is_listing, read_stories
from tickerboard.parser.prose.parts import parts_of
from tickerboard.parser.prose.pointers import read_pointer
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLOSED = tuple('.?!:;,”"…')
# The word that stands for a picture, glued to the dateline below it: `imageNAIROBI: …`.
_IMAGE = pattern(r"\Aimage(?=[A-Z]{3}[A-Z .,/'-]{0,37}: )")
_LEFTOVERS = 3
"""So many short lines without one sentence are what a page has beside an article, and none."""


def read_article(lines: Sequence[str]) -> tuple[Article | None, tuple[Article, ...]]:
    """Read the article of a page's lines (strip lines blanked), or else the stories of a listing."""
    texts, house = _texts(lines)
    filled = [text for text in texts if text]
    if is_listing(filled):
        return None, read_stories(filled)
    return _story(texts, read_head(filled) if house else _read_head(filled)), ()


def read_listing(lines: Sequence[str]) -> tuple[Article, ...]:
    """Read the stories of a listing's lines; none of any other page."""
    filled = [text for text in _texts(lines)[0] if text]
    return read_stories(filled) if is_listing(filled) else ()


def read_story(lines: Sequence[str], headline: str | None = None) -> Article | None:
    """Read the article of lines that are known to be of one story; None where they have none.

    `headline` is the story's where it is known; what stands above it in the lines is left out.
    """
    texts, house = _texts(lines)
    filled = [text for text in texts if text]
    if headline is None:
        return _story(texts, read_head(filled) if house else _read_head(filled))
    from tickerboard.parser.prose.head_elsewhere import read_head_of

    return _story(texts, read_head_of(headline, filled))


def _texts(lines: Sequence[str]) -> tuple[list[str], bool]:
    """Return the lines of a story, stripped, without what only its page has; and whether that is the main site's.

    Of several empty lines in a row one is left.
    """
    texts = list(map(str.strip, lines))
    texts = [
        _IMAGE.sub("", text) if text.startswith("image") else text
        for text, above in zip(texts, ["", *texts], strict=False)
        if text or above
    ]
    house = is_house(texts)
    return without_foot(without_box(texts)), house


def _read_head(filled: Sequence[str]) -> Head:
    """Read the head of a page that may be of any site."""
    from tickerboard.parser.prose.head_elsewhere import read_head_elsewhere  # many patterns: few pages need them

    return read_head_elsewhere(filled) or read_head(filled)


def _story(texts: Sequence[str], head: Head) -> Article | None:
    paragraphs, related = _read_body(_below(texts, head.start), head)
    if head.headline is None and not _is_article(paragraphs):
        return None
    return Article(
        headline=head.headline,
        byline=head.byline.name if head.byline else None,
        published=(head.byline.published if head.byline else None) or head.print_date,
        section=head.section,
        paragraphs=tuple(paragraphs),
        related=tuple(related),
        parts=parts_of(paragraphs),
    )


def _below(texts: Sequence[str], count: int) -> Sequence[str]:
    """Return the lines below so many filled ones."""
    for at, text in enumerate(texts):
        if not count:
            return texts[at:]
        count -= bool(text)
    return []


def _is_article(paragraphs: Sequence[str]) -> bool:
    return bool(paragraphs) and (len(paragraphs) < _LEFTOVERS or any(is_sentence(text) for text in paragraphs))


def _read_body(texts: Sequence[str], head: Head) -> tuple[list[str], list[Related]]:
    """Take the paragraphs and, where they stood, the related stories."""
    paragraphs: list[str] = []
    related: list[Related] = []
    table = False
    last = _last(texts) if head.links_by_shape else 0
    pointer: str | None = None
    for at, text in enumerate(texts):
        if not text or text == head.headline or is_chrome(text) or ends_story(text) or _is_caption(texts, at):
            continue
        is_pointed, pointer = pointer == "", read_pointer(text)
        table = is_rule(text) or (table and not is_sentence(text))
        if pointer is not None:
            related += [Related(pointer, None, len(paragraphs))] if pointer else []
        elif (is_pointed and not is_sentence(text)) or (
            not table and paragraphs and at < last and _is_related(texts, at)
        ):
            related.append(Related(text, None, len(paragraphs)))
        else:
            paragraphs.append(text)
    return paragraphs, related


def _last(texts: Sequence[str]) -> int:
    """Return the place of the last line of a body; 0 where it has none."""
    return next((at for at in range(len(texts) - 1, -1, -1) if texts[at] and not is_chrome(texts[at])), 0)


def _is_caption(texts: Sequence[str], at: int) -> bool:
    """Return whether a line and the credit of a picture below it stand alone between empty lines."""
    if at + 2 >= len(texts) or not texts[at + 1] or texts[at + 2] or (at and texts[at - 1]):
        return False
    return is_credit(texts[at + 1])


def _is_related(texts: Sequence[str], at: int) -> bool:
    """Return whether a line is a related story: a lone headline between paragraphs, without closing punctuation.

    The last line is a paragraph that a crawl cut; a line of one to three words is a heading of the article's own; a
    row of figures is part of a table.
    """
    text = texts[at]
    if texts[at - 1] or texts[at + 1] or not 20 <= len(text) <= 160 or text.endswith(_CLOSED):
        return False
    if text[0] == "(" and text[-1] == ")":  # a note of the desk's
        return False
    words = sum(word[0].isalpha() for word in text.split())
    return words > 3 and any(each.islower() for each in text) and not is_kicker(text) and "  " not in text
