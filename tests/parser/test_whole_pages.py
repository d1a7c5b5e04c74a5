"""A page put together of any parts: strip, chrome, head, body, tail. Each part comes back as what it is."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from strips import WHOLE, Figures, strips
from tickerboard.parser import parse_page

WHO = ["The finance ministry", "K-Electric", "Cement makers", "PSX", "Wheat growers in Punjab", "The State Bank"]
DID = ["rose on", "agreed with", "waited for", "lost ground to", "asked for", "closed below"]
WHAT = ["a 2.5% gain", "the KSE-100 Index", "Rs1.59 per litre", "370.9 points", "the new budget", "the tariff (NTDC)"]
WHEN = ["on Monday", "during intra-day trading", "in July-March 2020-21", "by the close", "at 11:30am"]
MENU = "Jul 05, 2022 PRINT EDITION ► BR MARKETS ► Dollar to PKR ►"
BOX = ["Coronavirus", "VERY HIGH", "Pakistan Deaths", "28,328", "1624hr", "Sindh", "466,154", "KPK", "177,048"]
CHROME: list[tuple[list[str], str | None]] = [
    ([], None),
    (["Markets"], "Markets"),
    (["Brecorder Logo", MENU, "Pakistan"], "Pakistan"),
    (["Business Recorder Logo", MENU], None),
    (["Business Recorder", "Mar 28, 2024", "World"], "World"),
    ([*BOX, "Business Recorder Logo", MENU, "Opinion"], "Opinion"),
]
BYLINES = [
    ("BR Web Desk 05 Jul, 2022", "BR Web Desk", "2022-07-05"),
    ("N H Zuberi 26 May 2021", "N H Zuberi", "2021-05-26"),
    ("Updated 23 Nov 2020", None, "2020-11-23"),
    ("Published July 8, 2024", None, "2024-07-08"),
    ("Reuters Published 16 Sep, 2022 11:06am", "Reuters", "2022-09-16T11:06:00"),
    ("Ali Khan & Sara Noor Published May 3, 2023 Updated May 4, 2023 12:04pm", "Ali Khan & Sara Noor", "2023-05-03"),
]
TAILS = [
    [],
    ["Copyright Business Recorder, 2024"],
    ["Copyright Business Recorder, 2024", "Comments", "Comments are closed."],
    ["Copyright Reuters, 2021", "Comments", "200 characters"],
    ["Comments", "200 characters"],
]


def put(*parts: list[str]) -> st.SearchStrategy[str]:
    return st.tuples(*map(st.sampled_from, parts)).map(" ".join)


headlines = put(WHO, DID, WHAT)
sentences = put(WHO, DID, WHAT, WHEN).map(lambda text: text + ".")
# Each sentence once: a paragraph that begins the next one word for word is a teaser, and rightly so.
bodies = st.lists(sentences, min_size=3, max_size=8, unique=True).map(
    lambda said: [said[0], " ".join(said[1:3]), *said[3:]]
)


class Paper(NamedTuple):
    """A page and what it says."""

    text: str
    quotes: list[Figures]
    head: tuple[str | None, ...]
    paragraphs: list[str]
    related: list[str]


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    quotes = draw(strips())
    strip = WHOLE[draw(st.sampled_from(["a line each", "without arrows", "a token a paragraph"]))](quotes)
    chrome, section = draw(st.sampled_from(CHROME))
    headline = draw(headlines)
    byline, name, published = draw(st.sampled_from(BYLINES))
    kickers = [f"  • {each}" for each in draw(st.lists(sentences, max_size=2))]
    body = draw(bodies)
    links = [draw(st.none() | headlines.filter(lambda text: text != headline)) for _ in body[1:]]
    between = draw(st.sampled_from([[], ["Follow us"], ["Photo: Reuters"]]))
    lines = [*draw(st.sampled_from([[], [""]])), *chrome, "", headline, "", *kickers, byline, *between]
    for paragraph, link in zip(body, [*links, None], strict=True):
        lines += ["", paragraph] + (["", link] if link else [])
    lines += [each for line in draw(st.sampled_from(TAILS)) for each in ("", line)]
    head = (headline, name, published, section)
    return Paper(strip + "\n".join(lines) + "\n", quotes, head, body, [link for link in links if link])


@given(papers())
def test_each_part_comes_back_as_what_it_is(paper: Paper) -> None:
    page = parse_page(paper.text)
    article = page.article
    assert article is not None
    assert (article.headline, article.byline, article.published, article.section) == paper.head
    assert list(article.paragraphs) == paper.paragraphs
    assert [each.text for each in article.related] == paper.related
    assert [each.symbol for each in page.quotes] == [each.symbol for each in paper.quotes]
    assert not page.problems
