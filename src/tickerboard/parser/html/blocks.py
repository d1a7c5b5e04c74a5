"""What a reader sees of a page, block by block: a paragraph, a heading, a table's row, a line of preformatted text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tickerboard.model import Related
from tickerboard.parser.html.links import absolute
from tickerboard.parser.html.tree import squeeze, walk
from tickerboard.parser.prose.furniture import is_chrome
from tickerboard.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selectolax.lexbor import LexborNode

_BLOCK = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset "  # noqa: SIM905
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre "
    "section summary table tbody tfoot thead tr ul".split()
)
_CELL = frozenset(("td", "th"))
# What stands beside a story, even within its own box: captions, menus, related boxes, the comment form.
_BESIDE = frozenset(("figure", "figcaption", "nav", "aside", "footer", "form"))


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its text on one line, its first link's address as written, whether that link is all there is.

    `beside` tells what is no part of the story that it stands in.
    """

    text: str
    href: str | None = None
    all_link: bool = False
    beside: bool = False


@dataclass(slots=True)
class _Open:
    """The block that is being read."""

    pieces: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    href: str | None = None


def read_blocks(root: LexborNode) -> list[Block]:
    """Read every block below a node that has text."""
    found: list[Block] = []
    block = _Open()
    in_link = in_pre = in_beside = 0
    for node, opens in walk(root):
        if node.is_text_node:
            text = node.text_content or ""
            block.pieces.append(text)
            if in_link:
                block.linked.append(text)
            continue
        tag, step = node.tag or "", 1 if opens else -1
        if tag == "a":
            in_link += step
            if opens and block.href is None:
                block.href = node.attributes.get("href")
        elif tag in _CELL:
            block.pieces.append(" ")
        elif tag in _BLOCK:
            found += _close(block, preformatted=in_pre > 0, beside=in_beside > 0)
            block = _Open()
            in_pre += step if tag == "pre" else 0
            in_beside += step if tag in _BESIDE else 0
    return found + _close(block, preformatted=False, beside=False)


def _close(block: _Open, *, preformatted: bool, beside: bool) -> list[Block]:
    """End a block; preformatted text keeps its lines and spaces, for the tables in it."""
    whole = "".join(block.pieces)
    if preformatted:
        return [Block(line.rstrip(), beside=beside) for line in clean(whole).split("\n") if line.strip()]
    text = squeeze(whole)
    if not text:
        return []
    return [Block(text, block.href, block.href is not None and squeeze("".join(block.linked)) == text, beside)]


def as_text(blocks: Iterable[Block]) -> str:
    """Give blocks as a text dump would: on lines of their own, blank lines between."""
    return "\n\n".join(block.text for block in blocks)


def read_body(root: LexborNode, base: str | None, headline: str | None) -> tuple[tuple[str, ...], tuple[Related, ...]]:
    """Read a story's paragraphs, and the related stories where they stood: blocks that are nothing but a link."""
    paragraphs: list[str] = []
    related: list[Related] = []
    for block in read_blocks(root):
        if block.beside:
            continue
        if block.all_link and (url := absolute(block.href, base)):
            related.append(Related(block.text, url, len(paragraphs)))
        elif not is_chrome(block.text) and block.text != headline:
            paragraphs.append(block.text)
    return tuple(paragraphs), tuple(related)
