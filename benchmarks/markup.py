"""Made-up pages in markup, in the shape of real ones: a news page, and the exchange's table."""

from __future__ import annotations

from decimal import Decimal

from benchmarks.pages import prose, strip

COLUMNS = ("SYMBOL", "SECTOR", "LISTED IN", "LDCP", "OPEN", "HIGH", "LOW", "CURRENT", "CHANGE", "CHANGE (%)", "VOLUME")
ROOM = 170_000
"""Characters of a real news page; most of it is menus, scripts and boxes of other stories."""


def news_page(rows: int = 34, words: int = 600) -> str:
    """Write a page of the main site: menus, the strip, the article, and boxes of other stories up to the usual size."""
    items = "".join(map(_item, strip(rows).splitlines()))
    body = "".join(f"<p>{text}</p>\n" for text in prose(words).split("\n\n"))
    story = (
        "<article class='story single'><span class='badge'><a href='/markets'>Markets</a></span>"
        "<h1 class='story__title'><a href='/1'>Markets wait for the afternoon</a></h1>"
        "<span class='story__byline'><a class='story__byline__link' href='/a'>Reporter Desk</a></span>"
        "<span class='story__time'><span class='timestamp--label'>Published</span>"
        "<span class='timestamp--date'>November 17, 2023</span></span>"
        f"<div class='story__content'>{body}</div></article>"
    )
    page = f"<html><body><div class='js-ticker'>{items}</div>{story}"
    boxes = (_box(at) for at in range((ROOM - len(page)) // len(_box(0))))
    return page + "".join(boxes) + "</body></html>"


def _item(line: str) -> str:
    name, last, *word, arrow, change, percent = line.split()
    return (
        f'<div class="text-green-400"><span class="pr-1"><a href="/q/{name}">{name}</a></span>\n'
        f'<span class="pr-1 whitespace-nowrap">{last}</span>\n<span class="sr-only">{" ".join(word)}</span>\n'
        f'<span class="whitespace-nowrap">{arrow} {change} {percent}</span></div>\n'
    )


def _box(at: int) -> str:
    picture = f"<picture><img class='w-full' src='/i/{at:05}.jpg' alt='' width='640' height='384'></picture>"
    return (
        f"<div class='flex'><figure class='media media--left'>{picture}</figure>\n"
        f"<h2 class='text-lg'><a class='story__link' href='/{at:05}'>Another story number {at:05} of today</a></h2>"
        f"<script>var slot{at:05} = {{size: [300, 250], lazy: true, target: 'div-{at:05}'}};</script></div>\n"
    )


def market(rows: int = 500) -> str:
    """Write the exchange's table of so many companies."""
    heads = "".join(f"<th>{name}</th>" for name in COLUMNS)
    body = "".join(_company(at) for at in range(rows))
    return f'<html><table id="listingsTable"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></html>'


def _company(at: int) -> str:
    previous, change = Decimal(at * 37 % 9000 + 500) / 100, Decimal(at * 13 % 41 - 20) / 100
    percent = (change / previous * 100).quantize(Decimal("0.01"))
    last, name, way = previous + change, f"S{at}", f"change__text--{'neg' if change < 0 else 'pos'}"
    cells = [_cell(figure) for figure in (previous, previous, max(previous, last), min(previous, last), last)]
    cells += [
        f'<td class="right {way}" data-order="{move}"><i class="icon {way}"></i>{move}{sign}</td>'
        for move, sign in ((change, ""), (percent, "%"))
    ]
    link = f'<a class="tbl__symbol" href="/company/{name}" data-title="{name} Limited"><strong>{name}</strong></a>'
    first = f'<td data-search="{name} {name} Limited" data-order="{name}">{link}</td><td>0807</td><td>ALLSHR</td>'
    return f"<tr>{first}{''.join(cells)}{_cell(at * 1000)}</tr>\n"


def _cell(figure: Decimal | int) -> str:
    return f'<td class="right" data-order="{figure}">{figure:,}</td>'


_QUOTE_ROW = (
    "<tr class=row><td><a href=/q/S{at}>S{at}</a></td><td>Company {at} Inc.</td><td><span>{last}.57</span></td>"
    "<td><span class=up>+2.75</span></td><td><span class=up>+{percent:.2f}%</span></td><td>1,{at:03}</td></tr>"
)


def quote_table(rows: int = 250, size: int = 300_000) -> str:
    """Write a page of another site, of about the size in characters: a table of quotes, scripts and menus."""
    names = ("Symbol", "Name", "Last", "Change", "% Change", "Volume")
    heads = "".join(f"<th><span>{name}</span></th>" for name in names)
    lines = (_QUOTE_ROW.format(at=at, last=100 + at, percent=275 / (97.82 + at)) for at in range(rows))
    menu = "<nav><ul>" + "".join(f"<li><a href=/m/{at}>Market {at}</a></li>" for at in range(200)) + "</ul></nav>"
    page = f"<!doctype html><html><body>{menu}<table><tr>{heads}</tr>{''.join(lines)}</table>"
    script = "<script>" + "run(function (a) { return a + 1 });" * 50 + "</script>"
    return page + script * ((size - len(page)) // len(script)) + "</body></html>"
