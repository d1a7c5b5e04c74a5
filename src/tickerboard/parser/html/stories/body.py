"""The body of a story that was read by the rules of text, with what its markup shows: links, parts, related stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.model import InlineLink, Part, Related
from tickerboard.parser.html.links import absolute
from tickerboard.parser.prose.about import is_stamp
from tickerboard.parser.prose.furniture import is_sentence
from tickerboard.parser.prose.parts import parts_of
from tickerboard.parser.prose.printed import printed_date
from tickerboard.parser.prose.vocabulary import INVITATIONS
from tickerboard.text.word_lists import phrase_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.model import Article
    from tickerboard.parser.html.blocks import Block

_SAID_BESIDE = phrase_set("""
    advertisement|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertise with us
""")
_SHORT = 120
_RELATED_WORDS = 3
"""Words of a headline at least: a shorter link is a tag, a symbol or a button."""
_BEYOND = 50
"""Characters of a line with the author's name that may say something else, such as a date."""


def with_markup(article: Article, blocks: Sequence[Block], base: str | None) -> Article:
    """Return an article whose paragraphs have their links and parts, and without the lines about it.

    A paragraph that is nothing but a link is a related story, unless it is a sentence.
    """
    by_text = {block.text: block for block in blocks}
    linked = {text: href for block in blocks for _, text, href in block.links}
    related: list[Related] = []
    paragraphs: list[str] = []
    for text, is_related in _in_order(article):
        block = by_text.get(text)
        if _is_about(text, article) or (block is not None and (block.beside or _is_menu(block))):
            continue
        is_link = block is not None and block.all_link
        if is_related or (is_link and not is_sentence(text)):
            href = block.href if block is not None and is_link else linked.get(text)
            if not is_related and _is_spaced(text) and len(text.split()) < _RELATED_WORDS:
                continue
            related.append(Related(text, absolute(href, base), len(paragraphs)))
        else:
            paragraphs.append(text)
    while paragraphs and _is_mostly_link(by_text.get(paragraphs[-1])):
        paragraphs.pop()
    return article._replace(
        paragraphs=tuple(paragraphs),
        parts=_parts(paragraphs, by_text),
        links=_links(paragraphs, by_text, base),
        related=tuple(related),
    )


def _in_order(article: Article) -> Iterator[tuple[str, bool]]:
    """Yield the paragraphs and related stories of an article in the order of the page; True for related ones."""
    waiting = list(article.related)
    for at, text in enumerate(article.paragraphs):
        while waiting and waiting[0].after <= at:
            yield waiting.pop(0).text, True
        yield text, False
    for each in waiting:
        yield each.text, True


def _is_about(text: str, article: Article) -> bool:
    """Return whether a line is about the article: its headline, its author, its date, a word by an advertisement."""
    if text in (article.byline, article.section) or text.casefold() in _SAID_BESIDE or is_stamp(text):
        return True
    if text.isdecimal():  # how many liked it, or the number of a picture
        return True
    if article.headline and _letters(text) == _letters(article.headline):  # in a heading of several parts
        return True
    if len(text) > _SHORT or is_sentence(text):
        return False
    if article.byline and article.byline in text:
        return len(text) - len(article.byline) <= _BEYOND
    return len(text) <= _BEYOND and bool(article.published) and printed_date(text) == (article.published or "")[:10]


def _is_spaced(text: str) -> bool:
    """Return whether a text is of a script that puts spaces between words: not Japanese or Chinese."""
    return not any("\u3040" <= each <= "\u9fff" for each in text)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _is_menu(block: Block) -> bool:
    """Return whether a block is several links and next to nothing else, or invites to subscribe by a link."""
    if any(text.casefold().strip(" .!→›»") in INVITATIONS for _, text, _ in block.links):
        return True
    return len(block.links) > 1 and sum(len(text) + 1 for _, text, _ in block.links) * 5 >= len(block.text) * 4


def _is_mostly_link(block: Block | None) -> bool:
    """Return whether half of a block or more is links: at the end of a story it leads to another page."""
    return block is not None and sum(len(text) for _, text, _ in block.links) * 2 >= len(block.text)


def _parts(paragraphs: Sequence[str], by_text: dict[str, Block]) -> tuple[Part, ...]:
    """Return what each paragraph is: what its tags make of it, or else what its shape does."""
    shapes = parts_of(paragraphs)
    marked = (by_text[text].part if text in by_text else Part.PARAGRAPH for text in paragraphs)
    return tuple(shape if part is Part.PARAGRAPH else part for shape, part in zip(shapes, marked, strict=True))


def _links(paragraphs: Sequence[str], by_text: dict[str, Block], base: str | None) -> tuple[InlineLink, ...]:
    return tuple(
        InlineLink(at, end, text, url)
        for at, paragraph in enumerate(paragraphs)
        if paragraph in by_text
        for end, text, href in by_text[paragraph].links
        if (url := absolute(href, base))
    )
