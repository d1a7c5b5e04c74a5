"""The grammars of all sites but the main one, loaded only for a page that needs them."""

from __future__ import annotations

from tickerboard.parser.strips import GRAMMARS, Grammar, board, columns, portal, sheet
from tickerboard.parser.strips.glued import both_moves, change, head, percent, unsigned
from tickerboard.parser.strips.items import items
from tickerboard.parser.strips.lines import bracketed, chained, line, run_on
from tickerboard.parser.strips.sentences import sentences
from tickerboard.parser.strips.stacked import stacked
from tickerboard.parser.tables import dated_line, headless, transposed
from tickerboard.parser.tables import text as text_table

for _grammar in (
    Grammar(
        "board",
        (
            "OpenHighLowLastChg.\nCORN\n5,000 bu minimum; cents per bushel\nMay 587¾ 595½ 586¼ 592½ +8¼\n"
            "Jul 578 585 576½ 583¼ — ½",
            "OpenHighLowSettleChg. COCOA 10 metric tons; $ per ton Mar 8612 8870 8530 8801 +121 May 8290 —88",
            "|Open\n|High\n|Low\n|Settle\n|Change\n|TEA\n|5 metric tons; $ per ton\n|Jan\n|2052\n|Up\n|14",
        ),
        "an opening price for the last one, a month of a chronicle: the header is a board's, and above the months "
        "stand a contract and its unit, a contract that is well-known below a word for futures, or prices per unit as "
        "of a time; months of one name without their years",
        board.read,
    ),
    Grammar(
        "table",
        (
            "Symbol Name Price Change %Chg\nAAPL Apple Inc. $179.66 -1.09 -0.60%",
            "Ticker\tVolume\tLast\tChg\tChg %\nAAPL\t\t180.57\t+2.75\t+1.55%",
            "Name\nKurs\n+/-\n+/- %\nSiemens AG\n102,00\n+2,00\n+2,00 %",
            "#NamePrice24h %7d %Market Cap\n1AlphaALPH$102.00+2.00%+9.10%$1.0B\n2BetaBETA$49.50-1.00%+3.00%$0.9B",
            "| Stock Name | Last Close | %Change |\n|---|---|---|\n| KG DENIM LTD. (X) | 44.55 | 13.87 |",
            "| Index | Close 17 April 2025 | Close 25 April 2025 | Chg |\n| Alpha (AX) | 100.00 | 110.00 | 10.00% |",
        ),
        "a table of ratings, results or goods: its header names a last price and a move and nothing foreign, or no row "
        "is a quote; a price cut out of a name, where no space parts the cells; times of a day below a header with no "
        "name",
        text_table.read,
    ),
    Grammar(
        "transposed",
        (
            "| | Dow Jones | S&P 500 |\n|---|---|---|\n| Last | 34,500.10 | 4,400.20 |\n| Change | +100.10 | -10.20 |\n"
            "| Chg % | +0.29% | -0.23% |",
        ),
        "figures of quarters, models or towns side by side: the rows name a last price and a move, and most columns "
        "are symbols, companies or well-known",
        transposed.read,
    ),
    Grammar(
        "dated",
        (
            "Company Closing Price 4th March 2022 Closing Price 25th February 2022 Change (%) DCB 180 170 +5.88% "
            "KA 80 80 0.00% NMG 405 380 +6.58%",
        ),
        "the older close for the last price: the dates show which it is, and the move of each row bears it out",
        dated_line.read,
    ),
    Grammar(
        "items",
        (
            "btc\nBitcoin\nBTC\n64,120.50\nUSDT\n-1.40%\neth\nEthereum\nETH\n3,180.20\nUSDT\n+0.80%\n"
            "sol\nSolana\nSOL\n142.10\nUSDT\n-2.10%",
        ),
        "a price or a move of another time among several figures: labels, arithmetic or the lack of others shows which "
        "they are, in three items or more; names that stand below their figures",
        items.read,
    ),
    Grammar(
        "sheet",
        (
            "Acme Tools Inc. (ACME)\nLast 228.87\nChange +3.12\n% Change +1.38%\nOpen 226.10",
            "DAX\nKurs\n13.664,00\nVeränderung\n-125,80\nVortag\n13.789,80",
            "Acme Tools Inc. (ACME)\nCurrent Price\n$228.87\n+3.12 (+1.38%)\nVolume 1,200",
        ),
        "a data sheet of something else: its keys name a last price and a move, and the line above is a symbol, a "
        "company or well-known",
        sheet.read,
    ),
    Grammar(
        "portal",
        ("KSE100 188,202.86\n341.59M\n-0.20%\n-384.80", "BRENT CRUDE 66.69 66.78\n65.00\n1.10\n1.68%"),
        "a row of another kind below a name and a figure: four lines of these shapes, or no row",
        portal.read,
    ),
    Grammar(
        "headless",
        (
            "AAPL\tApple Inc\tNASDAQ\t178.10\t180.57\t+2.75\t+1.55%\nF\tFord Co\tNYSE\t12.00\t12.24\t-0.26\t-2.08%",
            "| Siemens AG | 100,00 | 102,00 | +2,00 | +2,00 |\n| SAP SE | 50,00 | 49,00 | -1,00 | -2,00 |",
            "HRBR | 3.60 | +8.76% | QRRY | 7.20 | -10.00% |\nLMPS | 0.39 | +8.33% | RVBK | 2.50 | -5.30% |",
            "Alpha Group | 264.60 | 4.69%\nBeta Mining | 181.74 | -1.87%\nGamma Bank | 44.70 | -1.98%",
        ),
        "an opening price or a bid for the last price: exactly one choice of columns adds up in all rows",
        headless.read,
    ),
    Grammar(
        "chained",
        ("Alpha Group (ALG) 201.50p +7.70%SBeta (SBET) 307.50p +7.14%Gamma Mining (GAM) 562.00p -6.84%",),
        "the last words of a sentence for the first row's name; a company in brackets that an article names: two rows "
        "at least, nothing between them; moves of a week for the day's, as the words around the rows say",
        chained.read,
    ),
    Grammar(
        "bracketed",
        (
            "Stocks today: ALPH Vol 20 $68.50 (0.00) | BETA Vol 1,220 $14.27 (-0.23) | GAMA Vol 0 $40.00 (0.10) | "
            "DELT Vol 5 $3.71 (0.02) |",
        ),
        "an estimate with its error in brackets, a price with a fee or a percent: four rows, one of them with a minus "
        "within its brackets, on a page of a market, most of them with a volume, or so many that their figures show it",
        bracketed.read,
    ),
    Grammar(
        "columns",
        (
            "KEL 4.66 4.70 4.60 4.65 -0.05 -1.06% 1,234,567\nWTL 1.48 1.50 1.43 1.44 -0.04 -2.70% 234,567",
            "1 AAA Alpha plc 367.00p 367 7.00 1.94%\n2 BBB Beta plc 3,505.00p 3505 -13.00 -0.37%",
            "NDX ETF 7934.42 +9.25 +0.12\nDAX ETF 12270.7 -19.8 -0.2\nHSI ETF 28399 -6 -0\nSPX ETF 2904.6 -81.5 -2.7",
        ),
        "an open or a high for the last price: exactly one column adds up in every row, or none is read; figures of "
        "goods or a company's results, whose rows add up too: without a percent sign three rows on a page of a market",
        columns.read,
    ),
    Grammar(
        "line",
        (
            "HBL 114.90 +1.41 (+1.24%)",
            "DAX 13.664,00 −0,91%",
            "FSR Fisker Inc. $0.4825 -0.2457 -33.74%",
            "HBL 114.90 +1.41 +1.24",
            "FRESENIUS +1,10 +2,26% 49,74€",
            "CAC 40 7 345,67 +12,30 +0,17 %",
            "| AAPL | 128.23 | +1.57 | +1.24% |",
            "US 2-YR 4.61% +0.01\nUS 10-YR 4.23% -0.02",
            "DOW ▲ 46,912.30 +0.24% | OIL ▼ 59.53 -1.46%",
            "ASI: 7,161.8 (up 18 points, +0.25%)",
            "Brent-Öl: 63,20 US-Dollar je Barrel (-0,22 %)\nEuro: 1,1593 Dollar (-0,18 %)",
            "AAA 314.00 (8337) (-1) BBB 258.00 (5692) (0) CCC 9.37 (100) (0.03)",
        ),
        "a sentence that ends in figures, a row of an economic table, a day or a figure of a company for the name: the "
        "whole line is a name and figures; a change behind an arrow, `▲ 112.77 (0.24%)`, for the price",
        line.read,
    ),
    Grammar(
        "run-on",
        (
            "Nikkei 8,926.44 +84.46 FTSE 5,849.90 +54.80 Hang Seng 21,525.42 +96.84 CAC 40 4,273.00 -12.00",
            "Symbols Last Close Current Change %Change ALPH N3.80 N4.15 0.35 9.21% BET N2.35 N2.58 0.23 9.79% "
            "GAMM N2.18 N2.30 0.12 5.50%",
        ),
        "a sentence with figures, cut into rows: three rows at least with the same figures, each a quote by itself or "
        "by the arithmetic of all",
        run_on.read,
    ),
    Grammar(
        "glued-head",
        ("S&P/ASX 2007,896.90\n77.30 (0.99%)\nNikkei40,168.07\n-594.66 (-1.46%)",),
        "a price cut out of a name's digits: exactly one split adds up with the move below, or the row is a problem",
        head.read,
    ),
    Grammar(
        "stacked",
        ("KSE100\n86,057.51\n807.42\n(0.95%)", "• ASX 200\n7,394.40\n+8.00 (+0.11%)", "BA\n145.47\nUSD\n+3.42 +2.41%"),
        "a key and its value, such as `Market Cap:` above `$1.05T` and `0.28%`; a note between the two, such as "
        "`Delayed 15 min`, for the name; a heading above figures whose names stand below them; a move of `1 year`, as "
        "the line below it says, for the day's",
        stacked.read,
    ),
    Grammar(
        "glued",
        (
            "S&P 5004,392.59-54.00(-1.21%)Dow 3034,451.23-113.36(-0.33%)",
            "Nikkei38,707.64-99.74-0.26%Topix2,670.80+8.99+0.34%",
        ),
        "a price cut out of a name's digits: exactly one split adds up, or the row is a problem",
        both_moves.read,
    ),
    Grammar(
        "glued-unsigned",
        ("CAC 407,916.0874.03-0.93%", "DAX18.704,4212,35+0,07%MDAX26.104,10104,10+0,40%"),
        "a price that takes digits of the name or of the change: the change has the price's decimals and exactly one "
        "split adds up, or the row is a problem",
        unsigned.read,
    ),
    Grammar(
        "glued-percent",
        ("Bitcoin126209.12+2.42%", "btc$62.7k-0.9%"),
        "a price that takes the last digits of a name",
        percent.read,
    ),
    Grammar(
        "glued-change",
        ("Dow Jones Industrial Average46,155-44.77\nS&P 500 Index6,701+6.55",),
        "a price that takes the last digits of a name, or a name that loses them: two well-known names at least",
        change.read,
    ),
    Grammar(
        "sentences",
        (
            "- ASX 200 futures: -0.1% to 7,607 points\n- Iron ore: -5% to $US114.10/tonne",
            "MRS: Closed at N15.20 kobo, up 9.75 percent.\nCHAMS: Closed at N0.22 kobo, down 4.35 percent",
            "HARBOUR up + 4.20% to close at N3.97\nRIVERBANK down - 2.50% to close at N1.17",
            "Dow is up 266 points or 0.72% at 37345\nSpot gold down $50.00 or -2.77% at $1754.88",
            "S&P/TSX 21,849.15 up 19.30 or 0.09%\nDow 38,714.77 down 190.89 or 0.49%",
            "Corn Futures:\nMarch down 7 at 4.90\nMay down 6 at 5.01",
            "Corn: Up 3 cents at $4.35\nCrude oil: Down 88 cents at $59.53",
            "Ibovespa: - 0,48%, 128.500 pontos\nDólar comercial: - 0,25%, cotado a R$ 4,950",
            "Dec 25 Corn closed at $4.10/bushel, up $0.02\nDec 25 Wheat closed at $5.00/bushel, down $0.03",
            "ALPHA (+3,68% à 7,21 euros)\nBETA (-2,65% à 57,35 euros)",
            "Germany’s DAX at 14,812.45, up 0.01%\nGold Futures (Dec) at $1,992.00, down 0.12%.",
            "Abu Dhabi: The index fell 2.2% to 3676 points.\nQatar: The index rose 0.3%, recording 8,485 points.",
            "New York - Dow: UP 0.5 percent at 39,100.20 (close)\nGold: DOWN 0.1 percent at $2,391.22 an ounce",
            "Alpha Inc. (TSX:ALPH). Energy. Up 12 cents, or 0.30 per cent, to $39.88 on 9.1 million shares.\n"
            "Beta Corp. (TSX:BETA). Materials. Down two cents, or 0.40 per cent, to $5.02 on 812,000 shares.",
            "上证指数涨0.52%，报3044.60点；恒生指数跌1.10%，报16511.69点。",
            "AEX sloot 0,5 procent hoger op 880,12 punten\nWIG20 wzrósł o 0,5 proc. do 2.412,34 pkt",
            "Alpha plc opened at N1.00 and closed at N1.05 per share, gaining N0.05 or 5.00 percent\n"
            "Beta plc fell 4.76%, closing at N0.40 per share, down from N0.42",
            "2-year yield 5.209%, -0.4 basis points\n10-year note 4.870% (+2.3 bps)",
            "Italy’s FTSE MIB closed lower by 0.01% at 27626.61 (down 2.73 points)\n"
            "Germany’s DAX rose 0.16% to 15729.47, up 25.86 points",
            "Alpha Bank: Registering a gain of 1.11 percent, the shares ended the day at Rs 760.20\n"
            "Beta Group: With a loss of 1.60 percent, the stock settled at Rs 227.90",
            "Alpha PLC, up 8.8% at 82.65 pence, 12-month range 34.56p-103.55p.\nBeta PLC, down 3.0% at 6.58p",
        ),
        "a sentence of an article that names a price, a forecast, a sum, a price of goods or a move of the week; a "
        "year or a time for the price, the number of an index or another price for its change: two lines at least (or "
        "one of a close, or of something well-known with a change and a percent that prove each other), each a row "
        "with nothing else, or of a company with its exchange and symbol and what is said of it, one of them of a "
        "market, below no heading of another time",
        sentences.read,
    ),
):
    GRAMMARS.add(_grammar)


def all_grammars() -> list[Grammar]:
    """Return the declared grammars, in the order in which they read; those of plugins are not loaded."""
    return list(GRAMMARS)
