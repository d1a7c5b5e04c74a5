"""An article as the reader sets it: blocks of text, and the links numbered in them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Part
from tickerboard.parser.prose.parts import parts_of
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tickerboard.model import Article, InlineLink, Related

_ADDRESS = pattern(r"https?://[^\s<>\"“”‘’«»)\]]++")
_AFTER_ADDRESS = ".,;:!?'"
_UTC = frozenset(("Z", "+00:00"))


class BlockKind(StrEnum):
    """What a block is; the values are the names of the styles."""

    HEADLINE = "reader--headline"
    BYLINE = "reader--byline"
    BODY = "reader--body"
    HEADING = "reader--heading"
    QUOTATION = "reader--quotation"
    TABLE = "reader--table"
    RELATED = "reader--related"
    LIST_ITEM = "reader--item"


class Block(NamedTuple):
    """Text that is wrapped as one: `lead` stands before its first line, `hang` before the others, both as wide.

    `gap` is whether a blank line follows.
    """

    part: BlockKind
    text: str
    lead: str = ""
    hang: str = ""
    gap: bool = True


_SET = {
    Part.PARAGRAPH: (BlockKind.BODY, "", ""),
    Part.HEADING: (BlockKind.HEADING, "", ""),
    Part.LIST_ITEM: (BlockKind.LIST_ITEM, "• ", "  "),
    Part.QUOTATION: (BlockKind.QUOTATION, "│ ", "│ "),
    Part.TABLE_ROW: (BlockKind.TABLE, "", ""),
}
"""How each part is set: its kind, what stands before its first line, and before the others."""
_CLOSE_TOGETHER = (Part.LIST_ITEM, Part.TABLE_ROW)
"""Parts without a blank line between two of them."""


class Link(NamedTuple):
    """An address in an article, under the number that stands beside it; 0 is the article's own."""

    number: int
    text: str
    url: str


class _Links:
    """Numbers addresses in their order; a repeated address keeps its number."""

    def __init__(self) -> None:
        self._known: dict[str, Link] = {}

    def number(self, url: str, text: str) -> int:
        return self._known.setdefault(url, Link(len(self._known) + 1, text, url)).number

    def all(self) -> tuple[Link, ...]:
        return tuple(self._known.values())


def set_blocks(article: Article) -> tuple[tuple[Block, ...], tuple[Link, ...]]:
    """Set an article: head, paragraphs by what they are, related stories where they stood; with its links."""
    links = _Links()
    blocks = _head(article)
    parts, inline = _parts(article)
    for at in range(len(article.paragraphs) + 1):
        blocks += [_related(each, links) for each in article.related if each.after == at]
        if at < len(parts):
            blocks.append(_paragraph(article.paragraphs[at], parts[at : at + 2], inline.get(at, ()), links))
    own = (Link(0, "this article", article.url),) if article.url else ()
    return tuple(block for block in blocks if block.text), (*own, *links.all())


def _parts(article: Article) -> tuple[tuple[Part, ...], dict[int, list[InlineLink]]]:
    """Return what each paragraph is, with the links in it; of an article stored without parts by the rules of text."""
    if len(article.parts) != len(article.paragraphs):
        return parts_of(article.paragraphs), {}
    inline: dict[int, list[InlineLink]] = {}
    for link in article.links:
        inline.setdefault(link.paragraph, []).append(link)
    return article.parts, inline


def _head(article: Article) -> list[Block]:
    published = _when(article.published) if article.published else None
    facts = [fact for fact in (article.section, article.byline, published) if fact]
    headline = Block(BlockKind.HEADLINE, _spaced(article.headline or ""), gap=not facts)
    return [headline, Block(BlockKind.BYLINE, _spaced(" · ".join(facts)))]


def _when(published: str) -> str:
    """Return an ISO date-time with a space for the T, without seconds, and with UTC for its offset of 0."""
    day, _, clock = published.partition("T")
    zone = clock.lstrip("0123456789:.")
    return " ".join(filter(None, (day, clock[:5], "UTC" if zone in _UTC else zone)))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _paragraph(text: str, parts: Sequence[Part], inline: Iterable[InlineLink], links: _Links) -> Block:
    """Set a paragraph; `parts` has what it is and what the next one is."""
    part, *after = parts
    kind, lead, hang = _SET[part]
    gap = part not in _CLOSE_TOGETHER or after != [part]
    if part is Part.TABLE_ROW:
        return Block(kind, text, gap=gap)
    return Block(kind, _numbered(text, inline, links).removeprefix("• "), lead, hang, gap)


def _numbered(text: str, inline: Iterable[InlineLink], links: _Links) -> str:
    """Put the number of its link behind each linked text and each address."""
    ends = {each.end: (each.url, each.text) for each in inline if 0 < each.end <= len(text)}
    for match in _ADDRESS.finditer(text):
        url = match[0].rstrip(_AFTER_ADDRESS)
        ends.setdefault(match.start() + len(url), (url, url))
    pieces, start = [], 0
    for end in sorted(ends):
        pieces += [text[start:end], f" [{links.number(*ends[end])}]"]
        start = end
    return _spaced("".join([*pieces, text[start:]]))


def _related(related: Related, links: _Links) -> Block:
    """Set the headline of a related story apart: an arrow, the number of its address, and a hanging indent."""
    text = _spaced(related.text)
    lead = f"→ [{links.number(related.url, text)}] " if related.url else "→ "
    return Block(BlockKind.RELATED, text, lead, " " * len(lead))
