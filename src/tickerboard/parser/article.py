"""What is left of a page beside its strip: an article, or the teasers of a listing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tickerboard.model import Article, Related
from tickerboard.parser.chrome import cut_tail, is_chrome, is_kicker, section_line, without_box
from tickerboard.parser.dates import BARE_DATE, read_byline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.dates import Byline

_CLOSED = tuple('.?!:;”"…)')
_RULED = re.compile(r"[=\-_*]{4,}")
_STORY_END = re.compile(r"(?:Published|Updated) .{3,40}")
HEAD_LINES = 14


@dataclass(slots=True)
class _Head:
    """What stands above the body, as it is found."""

    headline: str | None = None
    byline: Byline | None = None
    section: str | None = None
    print_date: str | None = None
    teasers: list[str] = field(default_factory=list)


def read_article(lines: Sequence[str]) -> tuple[Article | None, tuple[Article, ...]]:
    """Read the article of a page's lines (strip lines blanked), or else the stories of a listing."""
    left = cut_tail(without_box(list(lines)))
    texts = [text.strip() for text in left]
    if sum(_STORY_END.fullmatch(text) is not None for text in texts) > 1 or _opens_listing(texts):
        return None, _stories(texts)
    head, body = _split(texts)
    paragraphs, related = _body(body, head)
    if not paragraphs and head.headline is None:
        return None, ()
    article = Article(
        headline=head.headline,
        byline=head.byline.name if head.byline else None,
        published=(head.byline.published if head.byline else None) or head.print_date,
        section=head.section,
        paragraphs=tuple(paragraphs),
        related=tuple(related),
    )
    return article, ()


def _split(texts: list[str]) -> tuple[_Head, list[str]]:
    """Take the head off: all up to a byline near the top, or else chrome, sections and a headline."""
    head = _Head()
    filled = [at for at, text in enumerate(texts) if text]
    at_byline = next((at for at in filled[:HEAD_LINES] if read_byline(texts[at])), None)
    start = 0
    for place, at in enumerate(filled):
        text = texts[at]
        if section := section_line(text):
            head.section, head.print_date = section
        elif not (is_chrome(text) or is_kicker(text) or BARE_DATE.fullmatch(text)):
            if at_byline is None or at > at_byline:
                following = texts[filled[place + 1]] if place + 1 < len(filled) else ""
                if at_byline is None and head.headline is None and _heads(text, following):
                    head.headline = text
                elif text != head.headline:
                    break
            elif at == at_byline:
                head.byline = read_byline(text)
            elif head.headline is None and not _is_prose(text):
                head.headline = text
            elif text != head.headline:
                head.teasers.append(text)
        start = at + 1
    return head, texts[start:]


def _heads(text: str, following: str) -> bool:
    """Tell a headline without a byline below: a short open line, with prose after it."""
    return not _is_prose(text) and bool(following) and following != text and _is_prose(following)


def _is_prose(text: str) -> bool:
    """Tell a sentence from a headline: it is long, or it is closed and of some length."""
    return len(text) > 150 or (text.endswith((".", "”", ":")) and len(text) > 20)


def _body(texts: list[str], head: _Head) -> tuple[list[str], list[Related]]:
    """Take the paragraphs and, where they stood, the related stories."""
    paragraphs: list[str] = []
    related: list[Related] = []
    table = False
    last = max((at for at, text in enumerate(texts) if text and not is_chrome(text)), default=0)
    for at, text in enumerate(texts):
        if not text or is_chrome(text) or text == head.headline or read_byline(text):
            continue
        table = _RULED.match(text) is not None or (table and not _is_prose(text))
        if not table and paragraphs and at < last and _is_related(texts, at):
            related.append(Related(text, None, len(paragraphs)))
        else:
            paragraphs.append(text)
    return paragraphs, related


def _is_related(texts: list[str], at: int) -> bool:
    """Tell a related story: a lone headline between paragraphs, without closing punctuation.

    The last line is a paragraph that a crawl cut; a line of one to three words is a heading of the article's own.
    """
    text = texts[at]
    alone = at > 0 and not texts[at - 1] and at + 1 < len(texts) and not texts[at + 1]
    shape = 20 <= len(text) <= 160 and len(text.split()) > 3 and any(each.islower() for each in text)
    return alone and shape and not text.endswith(_CLOSED) and not is_kicker(text) and "  " not in text


def _opens_listing(texts: list[str]) -> bool:
    """Tell a listing by its first blocks: title, section, the title again."""
    filled = [text for text in texts if text][:6]
    return any(
        section_line(middle) is not None and first == last
        for first, middle, last in zip(filled, filled[1:], filled[2:], strict=False)
    )


def _stories(texts: list[str]) -> tuple[Article, ...]:
    """Take the stories of a listing: what stands between a section line and the next date line."""
    stories: list[Article] = []
    section: str | None = None
    block: list[str] = []
    for text in texts:
        if not text or is_chrome(text):
            continue
        if found := section_line(text):
            section, block = found[0], []
        elif _STORY_END.fullmatch(text):
            if block and section:
                byline = read_byline(text)
                published = byline.published if byline else None
                body = tuple(each for each in block[1:] if each != block[0])
                stories.append(Article(block[0], None, published, section, body))
            block = []
        else:
            block.append(text)
    if len(block) > 1 and section:
        stories.append(
            Article(block[0], section=section, paragraphs=tuple(each for each in block[1:] if each != block[0]))
        )
    return tuple(stories)
