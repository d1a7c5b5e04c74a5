"""Cards of markup, each a name, a price and a move in any shape, and the quotes that are read of them."""

from __future__ import annotations

from tickerboard.parser.html import parse_html

SHARES = "<h2>Shares</h2>"
NAMES = (("ALPH", "Alpha Steel", "12.50", "+3.21%"), ("BETA", "Beta Foods", "88.10", "-2.05%"))


def quotes(markup: str) -> list[tuple[str, str | None, str, str]]:
    page = parse_html(f"<html><body>{markup}</body></html>")
    return [(quote.symbol, quote.name, str(quote.last), str(quote.percent)) for quote in page.quotes]


def cards(shape: str) -> str:
    return "".join(
        f"<div class=c>{shape}</div>".format(
            *row,
            number=at,
            sector=("Materials", "Staples")[at - 1],
            unsigned=row[3][1:],
            way="up" if row[3][0] == "+" else "down",
        )
        for at, row in enumerate(NAMES, 1)
    )


READ = [("ALPH", "Alpha Steel", "12.50", "3.21"), ("BETA", "Beta Foods", "88.10", "-2.05")]
