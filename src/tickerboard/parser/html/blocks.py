"""What a reader sees of a page, block by block: a paragraph, a heading, a table's row, a line of preformatted text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import InlineLink, Part, Related
from tickerboard.parser.html.figure_pieces import DIGITS, is_digit, is_move, is_next_digit
from tickerboard.parser.html.links import absolute
from tickerboard.parser.html.tree import squeeze, walk
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.prose.furniture import is_chrome
from tickerboard.parser.prose.parts import part_of
from tickerboard.parser.strips.figures import INDEX_SIZES
from tickerboard.text.clean import clean
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from selectolax.lexbor import LexborNode

BLOCK = word_set("""
    address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table
    tbody tfoot thead tr ul
""")
_CELL = frozenset(("td", "th"))
# What stands beside a story, even within its own box: captions, menus, related boxes, the comment form.
_BESIDE = frozenset(("figure", "figcaption", "nav", "aside", "footer", "form"))


_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PARTS = {
    **dict.fromkeys(HEADINGS, Part.HEADING),
    "blockquote": Part.QUOTATION,
    "li": Part.LIST_ITEM,
    "dd": Part.LIST_ITEM,
    "tr": Part.TABLE_ROW,
    "pre": Part.TABLE_ROW,
}
"""What the text within a tag is; the innermost of them counts."""
# The end of an element's text, or all of a name that ends in digits, and the beginning of the next one's: a style sheet
# parts them, as it does not within a word or a figure. Nothing shows whether a whole number and decimals are one.
_SEAM = re.compile(
    r"[^\W_]\n[^\W\d_a-zà-ÿ]|(?:[^\W\d_]|[®™])\n[0-9+\u2212-]|[0-9%)]\n[+\u2212(-]|[%)]\n[^\W_]"
    r"|[^\W\d_][\w /.&-]{0,30}[0-9]\n[0-9]|(?<![0-9.,])[0-9]+\n[0-9]+[.,][0-9]|[0-9][.,][0-9]+\n[0-9]+(?![0-9.,])"
)
_NAME, _FIGURE = 32, 16
"""Characters at the end of a text that are looked at for a name, and at the beginning of one for a figure."""
LINKS_CAP, LINKED_CAP = 100, 20_000
"""How many links of one block are read, and up to which character: a hostile page may have any number."""


class Block(NamedTuple):
    """One block: its text on one line, its first link's address as written, whether that link is all there is.

    `beside` is whether it is not part of the story that it stands in, `part` what its tags make of it, and `links` has
    each link with the offset in the text at which it ends, its text and its address as written.
    """

    text: str
    href: str | None = None
    all_link: bool = False
    beside: bool = False
    part: Part = Part.PARAGRAPH
    links: tuple[tuple[int, str, str], ...] = ()


@dataclass(slots=True)
class _Open:
    """The block that is being read."""

    pieces: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    href: str | None = None
    ends: list[tuple[int, int, str]] = field(default_factory=list)
    """For each link the number of pieces before it and up to its end, and its address."""
    begun: tuple[int, str] | None = None
    seam: bool = False
    """Whether an element begins right behind another."""

    def may_join(self, text: str) -> bool:
        """Return whether no white space stands before a text."""
        return bool(self.pieces) and not (text[:1].isspace() or self.pieces[-1][-1:].isspace())

    def parts_from(self, text: str) -> bool:
        """Return whether a text in an element right behind another is no part of the word or the figure in that."""
        before = self.pieces[-1] if self.pieces else ""
        return self.seam and _SEAM.search(f"{before[-_NAME:]}\n{text[:_FIGURE]}") is not None

    def open_link(self, href: str | None, *, is_behind: bool) -> None:
        """Begin a link; one right behind another element, a label or a link, is parted from it."""
        if is_behind:
            self.pieces.append(" ")
        self.begun = (len(self.pieces), href) if href else None
        self.href = href if self.href is None else self.href

    def close_link(self) -> None:
        """End the link that was begun."""
        if self.begun is not None and len(self.ends) < LINKS_CAP:
            self.ends.append((self.begun[0], len(self.pieces), self.begun[1]))
        self.begun = None


@dataclass(slots=True)
class _Around:
    """The tags around the text that is being read: how many of each kind are open."""

    link: int = 0
    time: int = 0
    pre: int = 0
    beside: int = 0
    parts: list[tuple[str, Part]] = field(default_factory=list)

    def step(self, tag: str, *, opens: bool, beside: bool) -> None:
        """Enter or leave a tag."""
        by = 1 if opens else -1
        if tag == "pre":
            self.pre += by
        if beside or tag in _BESIDE:
            self.beside += by
        if (part := _PARTS.get(tag)) is not None:
            if opens:
                self.parts.append((tag, part))
            elif self.parts and self.parts[-1][0] == tag:
                self.parts.pop()

    @property
    def part(self) -> Part:
        """What the text is."""
        return self.parts[-1][1] if self.parts else Part.PARAGRAPH


def read_blocks(root: LexborNode, beside: Set[int] = frozenset()) -> list[Block]:
    """Read every block below a node that has text; `beside` are elements (`mem_id`) that are not part of the story."""
    found: list[Block] = []
    block, around = _Open(), _Around()
    has_lowered = root.css_first("sub") is not None
    last, before = root, ""
    is_behind = False  # right behind the end of an element
    for node, opens in walk(root):
        if node.is_text_node:
            text = node.text_content or ""
            piece = text.translate(_LOWERED) if has_lowered and _is_lowered(before, node) else text
            if (around.pre or block.may_join(text)) and (
                around.time or _is_apart(block, node, text, last, before) or _ends_name(before, piece)
            ):
                block.pieces.append(" ")
            block.pieces.append(piece)
            if around.link:
                block.linked.append(piece)
            block.seam, is_behind, last, before = False, False, node, text
            continue
        tag = node.tag or ""
        block.seam |= opens and is_behind
        if tag == "a":
            around.link += 1 if opens else -1
            if opens:
                block.open_link(node.attributes.get("href"), is_behind=is_behind)
            else:
                block.close_link()
        elif tag in _CELL:
            block.pieces.append(" ")
        elif tag == "time":
            around.time += 1 if opens else -1
            block.pieces.append(" ")
        is_beside = bool(beside) and node.mem_id in beside
        if is_beside or tag in BLOCK:
            block = _next(block, around, found)
            around.step(tag, opens=opens, beside=is_beside)
        is_behind = not opens
    _next(block, around, found)
    return found


def _is_apart(block: _Open, node: LexborNode, text: str, last: LexborNode, before: str) -> bool:
    """Return whether a text is no part of the word or the figure in the text `before` it, that of the node `last`."""
    if block.seam and block.parts_from(text):
        return True
    if not text[:1].isdigit() and text not in DIGITS:
        return False
    return (
        is_move(before[-_NAME:], last, node, text[:_FIGURE])
        or _is_footnote(node, text)
        or (before in DIGITS and _is_other_digit(last, node))
    )


def _is_footnote(node: LexborNode, text: str) -> bool:
    """Return whether a text is a raised figure, or a digit that is a link: it is no digit of the figure before it."""
    around = node.parent
    if not text[:1].isdigit() or around is None:
        return False
    return around.tag == "sup" or (around.tag == "a" and len(text) == 1)


def _is_lowered(before: str, node: LexborNode) -> bool:
    """Return whether a text is lowered within a figure: in `0.0<sub>4</sub>12` it says how many noughts stand there."""
    return before[-1:].isdecimal() and node.parent is not None and node.parent.tag == "sub"


def _is_other_digit(last: LexborNode, node: LexborNode) -> bool:
    """Return whether a text is one digit in an element that is not right behind that of the digit before it.

    Counters that roll have digits that nobody sees: what their elements hold together is not a figure.
    """
    return is_digit(node) and is_digit(last) and not is_next_digit(last, node)


def _ends_name(before: str, text: str) -> bool:
    """Return whether a figure stands right behind a text that is the name of an index with its number: `S&P 500`."""
    name = before.strip() if text[:1].isdecimal() else ""
    if not name[-1:].isdecimal():
        return False
    words, _, number = name.rpartition(" ")
    return (words[-1:].isalpha() and number in INDEX_SIZES) or known_kind(name) is not None


def _next(block: _Open, around: _Around, found: list[Block]) -> _Open:
    """Add the blocks of what was read; return the block to read next."""
    if block.pieces:
        found += _close(block, around)
    elif block.href is None:  # nothing was read
        block.seam = False
        return block
    return _Open()


def _close(block: _Open, around: _Around) -> list[Block]:
    """End a block; preformatted text keeps its lines and spaces, for the tables in it."""
    whole = "".join(block.pieces)
    if whole.isspace():
        return []
    beside = around.beside > 0
    if around.pre > 0:
        lines = clean(whole).split("\n")
        return [Block(line.rstrip(), beside=beside, part=Part.TABLE_ROW) for line in lines if line.strip()]
    text = squeeze(whole)
    if not text:
        return []
    all_link = block.href is not None and squeeze("".join(block.linked)) == text
    return [Block(text, block.href, all_link, beside, around.part, () if all_link else _links(block, text))]


def _links(block: _Open, text: str) -> tuple[tuple[int, str, str], ...]:
    """Return each link of a block with the offset at which it ends; one without text is left out."""
    links = []
    for first, last, href in block.ends:
        end = len(squeeze("".join(block.pieces[:last])))
        linked = squeeze("".join(block.pieces[first:last]))
        if end > LINKED_CAP:
            break
        if linked and text[:end].endswith(linked):
            links.append((end, linked, href))
    return tuple(links)


def as_text(blocks: Iterable[Block]) -> str:
    """Return blocks as a text dump would: on lines of their own, blank lines between."""
    return "\n\n".join(block.text for block in blocks)


class Body(NamedTuple):
    """The body of a story: the fields of an article that its markup gives."""

    paragraphs: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    links: tuple[InlineLink, ...] = ()
    related: tuple[Related, ...] = ()


def read_body(root: LexborNode, base: str | None, headline: str | None) -> Body:
    """Read a story's paragraphs, and the related stories where they stood: blocks that are nothing but a link."""
    blocks: list[Block] = []
    related: list[Related] = []
    for block in read_blocks(root):
        if block.beside:
            continue
        if block.all_link and (url := absolute(block.href, base)):
            related.append(Related(block.text, url, len(blocks)))
        elif not is_chrome(block.text) and block.text != headline:
            blocks.append(block)
    links = [
        InlineLink(at, end, text, url)
        for at, block in enumerate(blocks)
        for end, text, href in block.links
        if (url := absolute(href, base))
    ]
    parts = (part_of(block.text) if block.part is Part.PARAGRAPH else block.part for block in blocks)
    return Body(tuple(block.text for block in blocks), tuple(parts), tuple(links), tuple(related))
