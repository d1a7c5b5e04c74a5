"""Addresses of a page: made absolute, and only such as a browser may be sent to."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from tickerboard.text.clean import clean

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


def absolute(href: str | None, base: str | None) -> str | None:
    """Return the absolute form of an address; None where it is not http or https with a host."""
    if not href:
        return None
    href = "".join(clean(href).strip().split("\n")).replace(" ", "%20")
    try:
        url = urljoin(base or "", href)
        parts = urlsplit(url)
        whole = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:  # such as `http://[` or a port of six digits
        return None
    return url if whole else None


def own_address(root: LexborNode, url: str | None) -> str | None:
    """Return a page's own address: what it calls canonical, else its `og:url`, else where it was found."""
    link, meta = root.css_first('link[rel="canonical"]'), root.css_first('meta[property="og:url"]')
    said = (link.attributes.get("href") if link else None, meta.attributes.get("content") if meta else None)
    return next((found for each in said if (found := absolute(each, url))), absolute(url, None))


def base_address(root: LexborNode, url: str | None) -> str | None:
    """Return what a page's relative links start from: its `base`, where it was found, or what it calls canonical."""
    base = root.css_first("base[href]")
    found = absolute(base.attributes.get("href") if base else None, url)
    return found or absolute(url, None) or own_address(root, None)
