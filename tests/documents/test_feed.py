"""Feeds in, stories out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickerboard.model import Article, Related
from tickerboard.parser.documents import Document, read_document
from tickerboard.parser.feed import parse_feed
from tickerboard.parser.sitemap import parse_sitemap

SAMPLES = Path(__file__).parent / "samples"
RSS = (SAMPLES / "rss.xml").read_text("utf-8")
ITEM = '<rss version="2.0"><channel><item><title>Looms</title>{}</item></channel></rss>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a0 "ha">{}]>'.format(
    "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
)


def test_rss_2() -> None:
    page = parse_feed(RSS)
    assert page.problems == ()
    assert page.article is None
    assert page.stories == (
        Article(
            headline="Looms & wool",
            byline="Ann Weaver",
            published="2025-01-06T10:00:00+05:00",
            section="Markets",
            paragraphs=("The first paragraph.", "The last one."),
            related=(Related("Shepherds count their flocks", "https://news.example/news/9", 1),),
            url="https://news.example/news/1",
        ),
        Article(
            headline="Wool is dear",
            published="2025-01-06T05:00:00+00:00",
            paragraphs=("Prices rose.", "They may fall."),
        ),
    )


@pytest.mark.parametrize(
    ("name", "headline", "published", "url"),
    [
        ("atom.xml", "Looms again", "2025-01-06T09:00:00+05:00", "https://news.example/a"),
        ("rss1.xml", "Looms once more", "2025-01-06T10:00:00+05:00", "https://news.example/r"),
    ],
)
def test_other_feeds(name: str, headline: str, published: str, url: str) -> None:
    page = parse_feed((SAMPLES / name).read_bytes())
    assert page.problems == ()
    assert page.stories == (Article(headline, "Ann Weaver", published, "Markets", ("One line.",), url=url),)


def test_a_cut_feed_gives_what_it_has_and_says_so() -> None:
    page = parse_feed(RSS[: RSS.index("<title>Wool")])
    assert page.stories[0].headline == "Looms & wool"
    assert [problem.code for problem in page.problems] == ["feed"]


@pytest.mark.parametrize("text", ["", "no feed at all", "<html></html>", "https://news.example/feed", "/etc/hostname"])
def test_no_feed_is_a_problem_and_nothing_is_opened(text: str) -> None:
    page = parse_feed(text)
    assert page.stories == ()
    assert [problem.code for problem in page.problems] == ["feed"]


def test_entities_do_not_blow_up() -> None:
    page = parse_feed(f"<?xml version='1.0'?>{LAUGHS}" + ITEM.format("<description>&a9;</description>"))
    assert sum(len(text) for story in page.stories for text in story.paragraphs) < 100


def test_outside_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret", "utf-8")
    prolog = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    assert "the secret" not in repr(parse_feed(prolog + ITEM.format("<description>&e;</description>")))


@pytest.mark.parametrize(
    ("said", "published"),
    [
        ("Mon, 06 Jan 2025 10:00:00 +0500", "2025-01-06T10:00:00+05:00"),
        ("Mon, 06 Jan 2025 10:00 -0330", "2025-01-06T10:00:00-03:30"),
        ("2025-01-06T10:00:00Z", "2025-01-06T10:00:00+00:00"),
        ("2025-01-06", "2025-01-06"),
        ("yesterday", None),
        ("Mon, 06 Jan 2025 10:00:00 +9999", None),
        ("Mon, 99 Jan 2025 10:00:00", None),
        ("9" * 5_000, None),
    ],
)
def test_dates(said: str, published: str | None) -> None:
    assert parse_feed(ITEM.format(f"<pubDate>{said}</pubDate>")).stories[0].published == published


def test_a_declared_charset_that_no_longer_holds_is_passed_over() -> None:
    text = '<?xml version="1.0" encoding="iso-8859-1"?>' + ITEM.format("<description>Café ▲</description>")
    assert parse_feed(text).stories[0].paragraphs == ("Café ▲",)
    latin = text.replace("▲", "").encode("latin-1")
    assert parse_feed(latin).stories[0].paragraphs == ("Café",)


def test_text_is_clean() -> None:
    feed = ITEM.format("<description>a&amp;#x1b;]52;c;QQ&amp;#7;b&amp;#x202e;c [/] [50%]</description>")
    assert parse_feed(feed).stories[0].paragraphs == ("abc [/] [50%]",)


def test_a_namespace_that_no_reader_expects_is_a_problem() -> None:
    page = parse_feed('<rss version="2.0" xmlns:a="two words"><channel><a:b>x</a:b></channel></rss>')
    assert [problem.code for problem in page.problems] == ["feed"]


@given(st.one_of(st.text(), st.binary()))
def test_anything_is_survived(data: str | bytes) -> None:
    parse_feed(data)


@given(st.integers(0, len(RSS)), st.integers(0, len(RSS)), st.text(alphabet="<>/&;]['\" !?-ax\0\ud800", max_size=9))
def test_any_damage_is_survived(start: int, end: int, put: str) -> None:
    parse_feed(RSS[:start] + put + RSS[end:])


def test_e4_an_item_without_headline_and_text_is_no_story() -> None:
    empty = "<item><link>https://news.example/1</link></item><item/>"
    page = parse_feed(f"<rss><channel>{empty}<item><title>Looms</title></item></channel></rss>")
    assert [story.headline for story in page.stories] == ["Looms"]


def test_f6_what_a_picture_shows_is_not_the_text_of_the_item() -> None:
    media = (
        '<media:content xmlns:media="http://search.yahoo.com/mrss/" url="https://news.example/p.jpg">'
        "<media:description>A man before a loom.</media:description></media:content>"
    )
    own = "<description>The mills said that orders rose.</description>"
    for markup in (own + media, media + own):
        (story,) = parse_feed(ITEM.format(markup)).stories
        assert story.paragraphs == ("The mills said that orders rose.",)


SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://news.example/1?a=b&amp;c=d</loc><news:news>
<news:publication><news:name>Desk</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-01-05T10:00:00+05:00</news:publication_date>
<news:title><![CDATA[Mills & looms <report>]]></news:title><news:keywords>wool, looms</news:keywords></news:news>
<image:image><image:loc>https://news.example/p.jpg</image:loc><image:title>A loom</image:title></image:image></url>
<url><loc>https://news.example/2</loc><news:news><news:publication_date>2026-01-04</news:publication_date>
<news:title>Wool is dear</news:title></news:news></url>
<url><loc>https://news.example/about</loc></url>
</urlset>"""


def test_f7_a_news_sitemap_is_stories() -> None:
    page = read_document(Document("x", SITEMAP.encode())).page
    assert page.stories == (
        Article("Mills & looms <report>", published="2026-01-05T10:00:00+05:00", url="https://news.example/1?a=b&c=d"),
        Article("Wool is dear", published="2026-01-04", url="https://news.example/2"),
    )
    assert (page.article, page.quotes, page.problems) == (None, (), ())


def test_f7_a_sitemap_without_news_is_a_problem() -> None:
    page = read_document(Document("x", b"<urlset><url><loc>https://news.example/</loc></url></urlset>")).page
    assert [each.code for each in page.problems] == ["feed"]
    assert (page.stories, page.article) == ((), None)


def test_a_news_sitemap_may_name_its_news_otherwise() -> None:
    page = read_document(Document("x", SITEMAP.replace("news:", "n:").replace(":news=", ":n=").encode())).page
    assert [story.headline for story in page.stories] == ["Mills & looms <report>", "Wool is dear"]


def test_an_index_of_sitemaps_is_a_problem() -> None:
    index = b"<sitemapindex><sitemap><loc>https://news.example/1.xml</loc></sitemap></sitemapindex>"
    page = read_document(Document("x", index)).page
    assert [each.message for each in page.problems] == ["an index of sitemaps: open one of those that it lists"]
    assert (page.stories, page.article) == ((), None)


@given(st.integers(0, len(SITEMAP)), st.integers(0, len(SITEMAP)), st.text(alphabet="<>/![]&", max_size=9))
def test_f7_a_damaged_sitemap_is_survived(start: int, end: int, put: str) -> None:
    parse_sitemap(SITEMAP[:start] + put + SITEMAP[end:])
