"""What a page's metadata says of its article: JSON-LD, Open Graph, microdata, and `meta` elements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tickerboard.parser.html.stories.json_ld import article_of, authors_in, read_things, section_of, text_in
from tickerboard.parser.html.tree import squeeze, text_of
from tickerboard.parser.prose.bylines import without_by
from tickerboard.text.patterns import pattern
from tickerboard.text.word_lists import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selectolax.lexbor import LexborNode

_SUFFIX = pattern(r"\s+[|–—•·-]\s+[^|–—•·]{2,40}\Z")
_AUTHORS = phrases("""
    author|article:author|parsely-author|sailthru.author|dc.creator|byl|cXenseParse:author|articleAuthor
""")
_SECTIONS = ("article:section", "parsely-section", "section", "articleSection")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of its article; `is_article` is whether it says that it is one.

    `byline` names persons; `house` is the organisation that is named as the author, or the site where it names itself.
    """

    headline: str | None = None
    byline: str | None = None
    house: str | None = None
    section: str | None = None
    is_article: bool = False


def read_metadata(root: LexborNode) -> Metadata:
    """Read the metadata of a page."""
    things, metas = read_things(root), read_metas(root)
    og_title, site = metas.get("og:title"), metas.get("og:site_name")
    title = _without_site(og_title, site) if og_title else None
    story = article_of(things, title)
    headline = text_in(story.get("headline")) or title or _marked(root, "headline")
    persons, houses = authors_in(story.get("author") or story.get("creator"), things)
    names = _names(persons) or _names([name for each in _AUTHORS if (name := metas.get(each.lower()))][:1])
    is_site = names is not None and site is not None and names.casefold() == site.casefold()
    return Metadata(
        headline=headline,
        byline=None if is_site else names,
        house=_names(houses) or (names if is_site else None),
        section=_section(root, metas, text_in(story.get("articleSection")) or section_of(things, headline)),
        is_article=bool(story) or metas.get("og:type") == "article" or _has_microdata(root),
    )


def read_metas(root: LexborNode) -> dict[str, str]:
    """Return the content of each `meta` element, by its property or name in small letters; of several, the first's."""
    return {name: squeeze(contents[0]) for name, contents in metas_of(root, "property", "name").items()}


def metas_of(root: LexborNode, *keys: str) -> dict[str, list[str]]:
    """Return the contents of the `meta` elements of a page by what attributes call them, in small letters."""
    found: dict[str, list[str]] = {}
    for meta in root.css("meta"):
        attributes = meta.attributes
        for name in {(attributes.get(key) or "").lower() for key in keys} - {""}:
            found.setdefault(name, []).append(attributes.get("content") or "")
    return found


def page_title(root: LexborNode) -> str | None:
    """Return what a page calls itself in its `title`, without the site's name."""
    node = root.css_first("title")
    title = squeeze(node.text()) if node else ""
    return _without_site(title, read_metas(root).get("og:site_name")) or None


def _section(root: LexborNode, metas: Mapping[str, str], first: str | None) -> str | None:
    said_first = next((text for name in _SECTIONS if (text := metas.get(name.lower()))), None)
    section = first or said_first or _marked(root, "articleSection")
    return None if section and "://" in section else section


def _marked(root: LexborNode, name: str) -> str | None:
    """Return what an element of microdata says."""
    node = root.css_first(f'[itemprop~="{name}"]')
    if node is None:
        return None
    return squeeze(node.attributes.get("content") or "") or text_of(node) or None


def _has_microdata(root: LexborNode) -> bool:
    return root.css_first('[itemtype$="Article"], [itemtype$="BlogPosting"]') is not None


def _names(names: list[str]) -> str | None:
    """Join the names of authors, without those that are addresses."""
    shown = [without_by(name) for name in names if "://" not in name and not name.startswith(("@", "www."))]
    return ", ".join(dict.fromkeys(shown)) or None


def _without_site(title: str, site: str | None) -> str:
    """Return a title without the site's name behind it."""
    if site and title.casefold().endswith(site.casefold()) and len(title) > len(site):
        return title[: -len(site)].rstrip(" |–—•·-")
    found = _SUFFIX.search(title)
    return title[: found.start()] if found and "|" in found[0] else title
