"""An article as the reader sets it: blocks of text, and the links numbered in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tickerboard.model import Article, Related

HEADING_WORDS = 6
_CLOSED = tuple('.?!:;,”"’…)')
_QUOTES = ("“", '"', "«")
_RULE = re.compile(r"[=\-_*+|]{4,}")
_COLUMN_GAP = re.compile(r"\S {2,}\S")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”‘’«»)\]]++")
_AFTER_ADDRESS = ".,;:!?'"


class BlockKind(StrEnum):
    """What a block is; the values are the classes that style it."""

    HEADLINE = "reader--headline"
    BYLINE = "reader--byline"
    BODY = "reader--body"
    HEADING = "reader--heading"
    QUOTATION = "reader--quotation"
    TABLE = "reader--table"
    RELATED = "reader--related"


@dataclass(frozen=True, slots=True)
class Block:
    """Text that is wrapped as one: `lead` stands before its first line, `hang` before the others, both as wide.

    `gap` tells whether a blank line follows.
    """

    part: BlockKind
    text: str
    lead: str = ""
    hang: str = ""
    gap: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """An address in an article, under the number that stands beside it; 0 is the article's own."""

    number: int
    text: str
    url: str


class _Links:
    """Numbers the addresses in the order in which they come; one that comes again keeps its number."""

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
    parts = _parts(article.paragraphs)
    for at in range(len(article.paragraphs) + 1):
        blocks += [_related(each, links) for each in article.related if each.after == at]
        if at < len(parts):
            blocks.append(_paragraph(article.paragraphs[at], parts, at, links))
    own = (Link(0, "this article", article.url),) if article.url else ()
    return tuple(block for block in blocks if block.text), (*own, *links.all())


def _head(article: Article) -> list[Block]:
    published = _when(article.published) if article.published else None
    facts = [fact for fact in (article.section, article.byline, published) if fact]
    headline = Block(BlockKind.HEADLINE, _spaced(article.headline or ""), gap=not facts)
    return [headline, Block(BlockKind.BYLINE, _spaced(" · ".join(facts)))]


def _when(published: str) -> str:
    """Write an ISO date-time as people do: a space for the T, no seconds."""
    day, _, clock = published.partition("T")
    return f"{day} {clock[:5]}{clock[8:]}".strip()


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _parts(paragraphs: tuple[str, ...]) -> list[BlockKind]:
    """Tell what each paragraph is. A rule opens a table, which goes on to the next sentence; so do two aligned rows."""
    aligned = [_COLUMN_GAP.search(text) is not None for text in paragraphs]
    parts: list[BlockKind] = []
    for at, text in enumerate(paragraphs):
        in_table = bool(parts) and parts[-1] is BlockKind.TABLE
        beside = (at > 0 and aligned[at - 1]) or (at + 1 < len(aligned) and aligned[at + 1])
        if _RULE.match(text) or (aligned[at] and (in_table or beside)) or (in_table and not _is_sentence(text)):
            parts.append(BlockKind.TABLE)
        elif text.startswith(_QUOTES):
            parts.append(BlockKind.QUOTATION)
        elif 0 < at < len(paragraphs) - 1 and _is_heading(text):
            parts.append(BlockKind.HEADING)
        else:
            parts.append(BlockKind.BODY)
    return parts


def _is_sentence(text: str) -> bool:
    return len(text) > 80 or (text.endswith(_CLOSED) and len(text.split()) > 3)


def _is_heading(text: str) -> bool:
    """Tell a heading: a few words without closing punctuation, that are not figures."""
    return len(text.split()) <= HEADING_WORDS and not text.endswith(_CLOSED) and any(map(str.isalpha, text))


def _paragraph(text: str, parts: list[BlockKind], at: int, links: _Links) -> Block:
    part = parts[at]
    if part is BlockKind.TABLE:
        return Block(part, text, gap=parts[at + 1 : at + 2] != [BlockKind.TABLE])
    block = Block(part, _numbered(_spaced(text), links))
    return replace(block, lead="│ ", hang="│ ") if part is BlockKind.QUOTATION else block


def _numbered(text: str, links: _Links) -> str:
    """Put the number of a link behind each address in a text."""

    def number(match: re.Match[str]) -> str:
        url = match[0].rstrip(_AFTER_ADDRESS)
        return f"{url} [{links.number(url, url)}]{match[0][len(url) :]}"

    return _ADDRESS.sub(number, text)


def _related(related: Related, links: _Links) -> Block:
    """Set another story's headline apart: an arrow, its number where it has an address, its lines hanging behind."""
    text = _spaced(related.text)
    lead = f"→ [{links.number(related.url, text)}] " if related.url else "→ "
    return Block(BlockKind.RELATED, text, lead, " " * len(lead))
