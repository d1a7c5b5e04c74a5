"""E1, E7: twice the markup takes at most two and a half times the processor time, whatever element or attribute it is.

Each shape is read at two sizes, the best of a few runs each, in processor time of this process, so that neither the
machine's speed nor its load is measured. The whole lists are slow; those that were found to grow too fast run always.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tickerboard.parser.feed import parse_feed
from tickerboard.parser.html import parse_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Shape = Callable[[str, int], str]

SMALL = 40_000
FLOOR = 0.1
"""Seconds of processor time below which a ratio says more about the clock than about the reader."""
RATIO = 2.5

ELEMENTS = (
    "a abbr acronym address annotation-xml applet area article aside audio b base basefont bdi bdo bgsound big "
    "blink blockquote body br button canvas caption center cite code col colgroup data datalist dd del details "
    "dfn dialog dir div dl dt em embed fieldset figcaption figure font footer foreignObject form frame "
    "frameset h1 h2 h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen label legend "
    "li link listing main map mark marquee math menu menuitem meta meter mi mo nav nobr noembed noframes "
    "noscript object ol optgroup option output p param path picture plaintext pre progress q rb rbc rp rt rtc "
    "ruby s samp script search section select slot small source spacer span strike strong style sub summary "
    "sup svg table tbody td template text textarea tfoot th thead time title tr track tt u ul var video wbr "
    "x-y xmp "
)
STORY = '<article class="story"><h1 class="story__title">x</h1><div class="story__content">'
MARKUP: dict[str, Shape] = {
    "open": lambda name, n: f"<{name}>x" * (n // (len(name) + 3)),
    "empty": lambda name, n: f"<{name}>" * (n // (len(name) + 2)),
    "closed": lambda name, n: f"<{name}>x</{name}>" * (n // (2 * len(name) + 6)),
    "ends": lambda name, n: f"<{name}>" + f"</{name}>" * (n // (len(name) + 3)),
    "in paragraphs": lambda name, n: f"<p><{name}>x" * (n // (len(name) + 6)),
    "in a select": lambda name, n: "<select>" + f"<{name}>x" * (n // (len(name) + 3)),
    "in ruby": lambda name, n: "<ruby>" + f"<{name}>x" * (n // (len(name) + 3)),
    "one attribute each": lambda name, n: "".join(f"<{name} a{at}=1>x" for at in range(n // (len(name) + 12))),
    "attributes": lambda name, n: f"<{name} " + " ".join(f"a{at}" for at in range(n // 7)) + ">x",
    "quoted attributes": lambda name, n: f"<{name} " + "".join(f'a{at}="<"' for at in range(n // 9)) + ">x",
}

FIELDS = (
    "a abstract admin:errorReportsTo author body category cc:license cloud comments content content:encoded "
    "contributor copyright created creativeCommons:license dc:creator dc:date description div docs email "
    "enclosure expirationDate feedburner:origLink fullitem generator geo:lat georss:point georss:polygon "
    "gml:Point gml:pos gml:posList guid icon id image info issued item itunes:author itunes:duration "
    "itunes:email itunes:explicit itunes:image itunes:keywords itunes:owner language lastBuildDate link logo "
    "managingEditor math media:category media:content media:credit media:description media:group "
    "media:keywords media:license media:rating media:thumbnail media:title modified name p prism:foo "
    "psc:chapter psc:chapters pubDate published publisher rights skipHours slash:comments source subtitle "
    "summary svg table tagline textInput title ttl updated uri url webMaster wfw:commentRss width xhtml:body "
)
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "itunes": "http://www.itunes.com/DTDs/PodCast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "georss": "http://www.georss.org/georss",
    "gml": "http://www.opengis.net/gml",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "cc": "http://web.resource.org/cc/",
    "creativeCommons": "http://backend.userland.com/creativeCommonsRssModule",
    "psc": "http://podlove.org/simple-chapters",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "admin": "http://webns.net/mvcb/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
}
RSS = '<rss version="2.0" {}><channel><item>'.format(
    " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
)
TEXTS: dict[str, Shape] = {
    "letters": lambda name, n: f"<{name}>{'a' * n}</{name}>",
    "digits": lambda name, n: f"<{name}>{'1' * n}</{name}>",
    "addresses": lambda name, n: f"<{name}>{'a@' * (n // 2)}</{name}>",
    "dates": lambda name, n: f"<{name}>{'1, a-b ' * (n // 7)}</{name}>",
    "spaces": lambda name, n: f"<{name}>{' ' * n}</{name}>",
    "entities": lambda name, n: f"<{name}>{'&lt;a&gt;' * (n // 9)}</{name}>",
    "ampersands": lambda name, n: f"<{name}>{'&x' * (n // 2)}</{name}>",
    "CDATA": lambda name, n: f"<{name}>{'<![CDATA[x]]>' * (n // 13)}</{name}>",
    "long attributes": lambda name, n: f'<{name} href="{"a" * n}" url="{"a" * n}" type="{"b" * n}">x</{name}>',
}
FEEDS = MARKUP | TEXTS


def page(shape: str, name: str, size: int) -> str:
    return STORY + MARKUP[shape](name, size)


def feed(shape: str, name: str, size: int) -> str:
    return RSS + FEEDS[shape](name, size) + "</item></channel></rss>"


def seconds(read: Callable[[str], object], text: str, runs: int) -> float:
    """The processor time of the fastest of some runs."""
    best = 600.0
    for _ in range(runs):
        start = time.process_time()
        read(text)
        best = min(best, time.process_time() - start)
    return best


def too_fast(
    read: Callable[[str], object], make: Callable[[str, str, int], str], name: str, shapes: Iterable[str]
) -> Iterator[str]:
    """Name the shapes of an element whose time more than doubles with their length; a doubt is measured again."""
    for shape in shapes:
        for runs in (1, 4):
            small = seconds(read, make(shape, name, SMALL), runs)
            large = seconds(read, make(shape, name, 2 * SMALL), runs)
            if large <= RATIO * max(small, FLOOR):
                break
        else:
            yield f"{shape}: {small:.2f} s, then {large:.2f} s"


@pytest.mark.parametrize("name", ["rt", "rp", "rb", "rtc", "option", "optgroup"])
def test_e7_elements_that_grew_too_fast(name: str) -> None:
    assert list(too_fast(parse_html, page, name, ["open", "empty", "in a select", "in ruby"])) == []


@pytest.mark.parametrize("name", ["p", "body", "html"])
def test_e7_attributes_that_grew_too_fast(name: str) -> None:
    assert list(too_fast(parse_html, page, name, ["one attribute each", "attributes", "quoted attributes"])) == []


def test_e1_e7_fields_that_grew_too_fast() -> None:
    assert list(too_fast(parse_feed, feed, "author", ["letters", "addresses", "attributes"])) == []


QUOTED = [' a{}="x y"', ' a{}="', " a{}='x'", 'a{}="1"', ' a{} = "<"', ' a{}="1"b']
BARE = [" a{}=x", " a{}", " a{}=/b/c", " a{}="]


@pytest.mark.parametrize("shape", QUOTED + BARE)
@pytest.mark.parametrize("number", [40, 900, 5_000])
def test_e7_any_number_of_attributes_of_any_shape(shape: str, number: int) -> None:
    """No attribute is matched in two ways: with two for each of forty it would take years."""
    tag = "<p " + "".join(shape.format(at) for at in range(number))
    assert seconds(parse_html, STORY + (tag + ">x</p>") * 20 + "x" * 2_000, 1) < 10


@pytest.mark.slow
@pytest.mark.parametrize("name", ELEMENTS.split())
def test_e7_every_element(name: str) -> None:
    assert list(too_fast(parse_html, page, name, MARKUP)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", FIELDS.split())
def test_e1_e7_every_field_of_a_feed(name: str) -> None:
    assert list(too_fast(parse_feed, feed, name, FEEDS)) == []
