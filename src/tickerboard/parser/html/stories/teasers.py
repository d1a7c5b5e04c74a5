"""The stories of a front page or a section page: boxes with a heading that is a link, and a few words below."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tickerboard.model import Article
from tickerboard.parser.html.links import absolute
from tickerboard.parser.html.stories.beside import is_within
from tickerboard.parser.html.stories.published import iso_date
from tickerboard.parser.html.tree import text_of
from tickerboard.parser.prose.printed import printed_date

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_HEADINGS = "h1 a[href], h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[href] h4"
_FEWEST, _MOST = 3, 500
_HIGHEST = 5
"""Elements above a heading that may be the box of its story."""
_WORDS = 3
"""Words of a headline at least: fewer are the name of a section. A text that is not ASCII may have no spaces."""
_BESIDE: frozenset[str] = frozenset(("menu", "nav", "footer"))


def read_teasers(root: LexborNode, base: str | None) -> tuple[Article, ...]:
    """Return the stories that a page lists, three or more, each once; none where it lists fewer."""
    headings = [node for node in root.css(_HEADINGS)[:_MOST] if not is_within(node, _BESIDE)]
    counts: Counter[int] = Counter()
    for node in headings:
        counts.update(each.mem_id for each in _above(node))
    stories: dict[tuple[str | None, str | None], Article] = {}
    for node in headings:
        boxes = [each for each in _above(node) if counts[each.mem_id] == 1 and each.tag not in {"html", "body"}]
        if story := _story(node, boxes[-1] if boxes else node, base):
            stories.setdefault((story.headline, story.url), story)
    return tuple(stories.values()) if len(stories) >= _FEWEST else ()


def _above(node: LexborNode) -> list[LexborNode]:
    """Return the elements around a heading's link, inner ones first."""
    found: list[LexborNode] = []
    around = node.parent
    while around is not None and len(found) < _HIGHEST:
        found.append(around)
        around = around.parent
    return found


def _story(heading: LexborNode, box: LexborNode, base: str | None) -> Article | None:
    link = next((each for each in (heading, *_above(heading)) if each.tag == "a"), heading)
    headline, url = text_of(heading), absolute(link.attributes.get("href"), base)
    if len(headline.split()) < _WORDS and not (len(headline) >= 3 * _WORDS and not headline.isascii()):
        return None
    texts = (text_of(node) for node in box.css("p")[:_HIGHEST] if not node.css_first("h1, h2, h3, h4"))
    teaser = next((text for text in texts if len(text.split()) >= _WORDS and text != headline), None)
    return Article(headline, published=_date(box), paragraphs=(teaser,) if teaser else (), url=url)


def _date(box: LexborNode) -> str | None:
    time = box.css_first("time")
    if time is None:
        return None
    return iso_date(time.attributes.get("datetime") or "") or printed_date(text_of(time))
