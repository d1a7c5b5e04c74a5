"""Markup in, the same page out as its text dump gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickerboard.model import Kind
from tickerboard.parser import parse_page
from tickerboard.parser.html import parse_html

SAMPLES = Path(__file__).parent / "samples"
ARTICLE = (SAMPLES / "article.html").read_text("utf-8")
STORY = "<article class=story><h1 class=story__title>Looms</h1><div class='story__content'>{}</div></article>"
TICKER = '<div class="js-ticker"><div><div>{}</div></div></div>'


def paragraphs(markup: str) -> tuple[str, ...]:
    article = parse_html(STORY.format(markup)).article
    assert article is not None
    return article.paragraphs


def test_the_same_page_as_its_text_dump() -> None:
    html, text = parse_html(ARTICLE), parse_page((SAMPLES / "article.txt").read_text("utf-8"))
    assert html.article is not None
    assert text.article is not None
    strip = [(q.symbol, q.kind, str(q.last), str(q.change), str(q.percent), q.line) for q in html.quotes[:4]]
    assert strip == [(q.symbol, q.kind, str(q.last), str(q.change), str(q.percent), q.line) for q in text.quotes]
    for name in ("headline", "byline", "section", "paragraphs"):
        assert getattr(html.article, name) == getattr(text.article, name)
    assert [(each.text, each.after) for each in html.article.related] == [
        (each.text, each.after) for each in text.article.related
    ]
    assert html.problems == text.problems == ()


def test_markup_tells_more_than_text() -> None:
    article = parse_html(ARTICLE).article
    assert article is not None
    assert article.published == "2025-01-29T22:34:17+05:00"
    assert article.url == "https://news.example/news/101"
    assert article.related[0].url == "https://news.example/news/99"


def test_side_widgets() -> None:
    page = parse_html(ARTICLE)
    assert [(q.symbol, q.kind, str(q.change), q.name) for q in page.quotes[4:]] == [
        ("OIL", Kind.COMMODITY, "0.25", "Crude oil USD/barrel"),
    ]
    assert page.quotes[1].name == "K-Electric Limited"
    assert [(rate.symbol, rate.kind, str(rate.last), rate.name) for rate in page.rates] == [
        ("SPX", Kind.INDEX, "6067.70", "S&P 500"),
        ("USDPKRSELL", Kind.CURRENCY, "278.93", "USD PKR selling"),
    ]


def test_a_widget_row_that_cannot_be_read_is_told() -> None:
    page = parse_html(ARTICLE.replace(">278.93</div>", ">278,93.1</div>"))
    assert [(problem.code, problem.text) for problem in page.problems] == [("not-a-quote", "USDPKRSELL 278,93.1")]


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("<a>PIBTL</a> <span>9.80</span> <span>Decreased By</span> <span>▼ -0.1</span>", "cut-line"),
        ("<a>ABL</a> <span>75.25</span> <span>Increased By</span> <span>▼ 0.18 (0.24%)</span>", "direction"),
    ],
)
def test_a_damaged_item_is_a_problem_never_a_quote(item: str, code: str) -> None:
    page = parse_html(TICKER.format(item))
    assert not page.quotes
    assert [(problem.line, problem.code) for problem in page.problems] == [(1, code)]


def test_a_strip_in_other_markup_is_read_as_text() -> None:
    page = parse_html("<ul><li>ABL 75.25 Decreased By ▼ -0.18 (-0.24%)</li></ul>" + STORY.format("<p>Text.</p>"))
    assert [quote.symbol for quote in page.quotes] == ["ABL"]


def test_a_listing_gives_its_stories_once_each() -> None:
    page = parse_html((SAMPLES / "listing.html").read_text("utf-8"))
    assert page.article is None
    assert [(s.headline, s.url, s.section, s.published, s.paragraphs) for s in page.stories] == [
        (
            "Looms are late",
            "https://news.example/news/1",
            "Markets",
            "2025-01-05",
            ("The yard says that the ships wait for the tide...",),
        ),
        ("Wool is dear", "https://news.example/news/2", None, None, ()),
    ]


def test_a_page_of_another_site() -> None:
    page = parse_html((SAMPLES / "elsewhere.html").read_text("utf-8"))
    assert [quote.symbol for quote in page.quotes] == ["HBL", "OGDC", "PPL"]
    assert page.article is not None
    assert page.article.published == "2025-02-01T08:00:00+00:00"
    assert page.article.headline == "The harbour opens again"
    assert page.article.byline == "Ann Weaver"
    assert len(page.article.paragraphs) == 3


def test_a_text_page_with_every_line_in_a_paragraph() -> None:
    text = (SAMPLES / "article.txt").read_text("utf-8")
    html = parse_html("<html><body>" + "".join(f"<p>{line}</p>\n" for line in text.split("\n")) + "</body></html>")
    told = parse_page(text)
    assert [(q.symbol, q.last, q.change, q.percent) for q in html.quotes] == [
        (q.symbol, q.last, q.change, q.percent) for q in told.quotes
    ]
    assert html.article is not None
    assert told.article is not None
    assert html.article == told.article


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<!-- x -->",
        "<template>x</template>",
        "<p hidden>x</p>",
        "<p style='DISPLAY:none'>x</p>",
        "<p class='hidden'>x</p>",
        "<textarea>x</textarea>",
    ],
)
def test_what_a_page_hides_is_not_read(hidden: str) -> None:
    assert paragraphs(f"<p>Seen.</p>{hidden}<p>Also seen.</p>") == ("Seen.", "Also seen.")


def test_blocks() -> None:
    assert paragraphs("One<br>two <i>th</i>ree<div>four</div>five") == ("One", "two three", "four", "five")
    assert paragraphs("<table><tr><td>a<td>1<tr><td>b<td>2</table>") == ("a 1", "b 2")
    assert paragraphs("<pre>a   1\n====\nb   2</pre>") == ("a   1", "====", "b   2")


def test_text_is_clean() -> None:
    assert paragraphs("<p>a\x1b[31mb&#x1b;]52;c;QQ&#7;c\u202ed&#x202e;e\0f [/] [-1.2%]</p>") == ("abcdef [/] [-1.2%]",)


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("/n/1", "https://news.example/n/1"),
        ("//other.example/x", "https://other.example/x"),
        ("http://other.example/a b", "http://other.example/a%20b"),
    ],
)
def test_related_links_are_absolute(href: str, url: str) -> None:
    markup = STORY.format(f'<p>Text.</p><p><a href="{href}">A headline elsewhere</a></p>')
    article = parse_html(markup, "https://news.example/n/0").article
    assert article is not None
    assert [(each.text, each.url) for each in article.related] == [("A headline elsewhere", url)]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "file:///x", "http://", "http://[", "http://h:999999/", "data:x"]
)
def test_a_link_that_leads_nowhere_is_text(href: str) -> None:
    assert paragraphs(f'<p><a href="{href}">A headline elsewhere</a></p>') == ("A headline elsewhere",)


def test_dates_with_an_offset_go_first() -> None:
    script = '<script type="application/ld+json">{"x": [{"datePublished": "2025-03-01T10:00:00+05:00"}]}</script>'
    meta = '<meta property="article:published_time" content="2025-03-02">'
    article = parse_html(meta + script + STORY.format("<p>x</p>")).article
    assert article is not None
    assert article.published == "2025-03-01T10:00:00+05:00"


def test_a_page_that_nests_too_deep_is_cut_and_told() -> None:
    page = parse_html(STORY.format("<p>First.</p>" + "<div>" * 10_000 + "last"))
    assert page.article is not None
    assert page.article.paragraphs == ("First.",)
    assert [problem.code for problem in page.problems] == ["deep"]


@given(st.text())
def test_any_text_is_survived(markup: str) -> None:
    parse_html(markup)


@given(
    st.integers(0, len(ARTICLE)), st.integers(0, len(ARTICLE)), st.text(alphabet="<>/='\" divapx\0\ud800", max_size=9)
)
def test_damage_invents_no_figure(start: int, end: int, put: str) -> None:
    markup = ARTICLE[:start] + put + ARTICLE[end:]
    digits = markup.replace(",", "").replace("\ud800", "").replace("\0", "")
    for quote in parse_html(markup).quotes:
        assert str(quote.last) in digits


def test_the_real_page(shared_pages: Path) -> None:
    page = parse_html((shared_pages.parent / "html" / "article.html").read_text("utf-8"))
    assert len([quote for quote in page.quotes if quote.line <= 34]) == 34
    assert page.problems == ()
    assert page.article is not None
    assert (page.article.section, page.article.published) == ("Pakistan", "2025-01-29T22:34:17+05:00")
    assert (len(page.article.paragraphs), len(page.article.related)) == (7, 1)
    assert {rate.kind for rate in page.rates} == {Kind.INDEX, Kind.COMMODITY, Kind.CURRENCY}


def test_a_table_without_a_price_has_no_quotes_and_is_reported() -> None:
    rows = ["Symbol|Volume|Change %", "ACME|52.10M|+1.41%", "BLTC|12.00M|-0.83%"]
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows)
    page = parse_html(f"<html><body><h2>Most active</h2><table>{body}</table></body></html>")
    assert page.quotes == ()
    assert [each.code for each in page.problems] == ["not-a-quote", "not-a-quote"]


def test_a_raised_figure_is_no_digit_of_the_price_before_it() -> None:
    listed = "<p>ABC 102.50<sup>1</sup> +0.50 (+0.49%)</p><p>DEF 12.50<sup>2</sup> -0.10 (-0.79%)</p>"
    page = parse_html(f"<html><body>{listed}</body></html>")
    assert [(quote.symbol, str(quote.last)) for quote in page.quotes] == [("ABC", "102.50"), ("DEF", "12.50")]
    pips = "<p>EUR/USD 1.2345<sup>6</sup> +0.12%</p><p>GBP/USD 1.30<sup>12</sup> -0.12%</p>"
    assert parse_html(f"<html><body>{pips}</body></html>").quotes == ()


def test_the_digits_of_two_elements_are_no_price() -> None:
    rows = [
        ("Apple", "4", "195.20", "+1.2%"),
        ("Alphabet", "3", "140.15", "+0.7%"),
        ("Beta AG", "402.10", "5", "-0.5%"),
    ]
    items = "".join(f"<li>{''.join(f'<span>{text}</span>' for text in row)}</li>" for row in rows)
    page = parse_html(f"<html><body><ul>{items}</ul></body></html>")
    assert page.quotes == ()
    assert len(page.problems) == len(rows)
