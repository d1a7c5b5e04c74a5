"""The tables of the history, as migrations from one schema version to the next.

Tables have names in the singular and may change with any version. Views have names in the plural; docs/history.md
documents them, and they stay. Times are microseconds since 1970 in UTC. Figures are text with the page's own digits.
"""

from __future__ import annotations

APPLICATION_ID = 0x7B0A2D01
"""SQLite's application id of a history file; databases of other programs have another."""

_FIRST = """
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,      -- SHA-256 of the bytes
    size INTEGER NOT NULL,
    data BLOB NOT NULL              -- zlib
);
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE page (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source,
    label TEXT NOT NULL,
    url TEXT NOT NULL,              -- '': none
    UNIQUE (source, label, url)
);
CREATE TABLE snapshot (
    id INTEGER PRIMARY KEY,
    page INTEGER NOT NULL REFERENCES page,
    document INTEGER NOT NULL REFERENCES document,
    time INTEGER NOT NULL,          -- when it was observed; when it was fetched where that is unknown
    observed_from TEXT,             -- NULL: unknown
    fetched INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,     -- when the page was last known to be the same
    charset TEXT,
    content_type TEXT,
    problems TEXT                   -- JSON; NULL: none
);
CREATE INDEX snapshot_time ON snapshot (time);
CREATE INDEX snapshot_page ON snapshot (page, time);
CREATE INDEX snapshot_document ON snapshot (document, time);
CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    symbol TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES source,
    UNIQUE (symbol, source)
);
CREATE TABLE description (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,             -- '': none, as in the columns below
    label TEXT NOT NULL,
    sector TEXT NOT NULL,
    currency TEXT NOT NULL,
    UNIQUE (kind, name, label, sector, currency)
);
CREATE TABLE quote (
    series INTEGER NOT NULL REFERENCES series,
    time INTEGER NOT NULL,
    snapshot INTEGER NOT NULL REFERENCES snapshot,
    last TEXT NOT NULL,
    change TEXT,                    -- change and percent are both NULL for a rate
    percent TEXT,
    open TEXT,
    high TEXT,
    low TEXT,
    previous TEXT,
    volume TEXT,
    line INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    description INTEGER NOT NULL REFERENCES description,
    PRIMARY KEY (series, time, snapshot)
) WITHOUT ROWID;
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    headline TEXT,
    byline TEXT,
    published TEXT,
    section TEXT,
    url TEXT,
    paragraphs TEXT NOT NULL,       -- JSON
    related TEXT NOT NULL           -- JSON
);
CREATE TABLE appearance (
    snapshot INTEGER NOT NULL REFERENCES snapshot,
    rank INTEGER NOT NULL,          -- 0: the page's article; from 1: its stories; below 0: of pages with this strip
    article INTEGER NOT NULL REFERENCES article,
    PRIMARY KEY (snapshot, rank)
) WITHOUT ROWID;
CREATE INDEX appearance_article ON appearance (article, snapshot);
CREATE VIEW quotes AS SELECT
    strftime('%Y-%m-%dT%H:%M:%S+00:00', quote.time / 1000000, 'unixepoch') AS time,
    series.symbol AS symbol, description.kind AS kind,
    CAST(quote.last AS REAL) AS last, CAST(quote.change AS REAL) AS change, CAST(quote.percent AS REAL) AS percent,
    CAST(quote.open AS REAL) AS open, CAST(quote.high AS REAL) AS high, CAST(quote.low AS REAL) AS low,
    CAST(quote.previous AS REAL) AS previous, CAST(quote.volume AS REAL) AS volume,
    quote.last AS last_text, quote.change AS change_text, quote.percent AS percent_text,
    nullif(description.name, '') AS name, nullif(description.sector, '') AS sector,
    nullif(description.currency, '') AS currency,
    page.label AS source, quote.line AS line, quote.snapshot AS snapshot
    FROM quote
    JOIN series ON series.id = quote.series
    JOIN description ON description.id = quote.description
    JOIN snapshot ON snapshot.id = quote.snapshot
    JOIN page ON page.id = snapshot.page;
CREATE VIEW snapshots AS SELECT
    snapshot.id AS snapshot,
    strftime('%Y-%m-%dT%H:%M:%S+00:00', snapshot.time / 1000000, 'unixepoch') AS time,
    snapshot.observed_from AS observed_from,
    strftime('%Y-%m-%dT%H:%M:%S+00:00', snapshot.fetched / 1000000, 'unixepoch') AS fetched,
    strftime('%Y-%m-%dT%H:%M:%S+00:00', snapshot.confirmed / 1000000, 'unixepoch') AS confirmed,
    page.label AS source,
    -- a query or a fragment may hold a token
    nullif(substr(page.url, 1, min(instr(page.url || '?', '?'), instr(page.url || '#', '#')) - 1), '') AS url,
    lower(hex(document.hash)) AS page, document.size AS bytes
    FROM snapshot
    JOIN page ON page.id = snapshot.page
    JOIN document ON document.id = snapshot.document;
CREATE VIEW articles AS SELECT
    strftime('%Y-%m-%dT%H:%M:%S+00:00', snapshot.time / 1000000, 'unixepoch') AS time,
    article.headline AS headline, article.byline AS byline, article.published AS published,
    article.section AS section, article.url AS url, article.paragraphs AS paragraphs,
    page.label AS source, appearance.rank AS rank, snapshot.id AS snapshot, article.id AS article
    FROM appearance
    JOIN article ON article.id = appearance.article
    JOIN snapshot ON snapshot.id = appearance.snapshot
    JOIN page ON page.id = snapshot.page;
"""

_SECOND = """
CREATE TABLE firing (
    alert TEXT NOT NULL,
    time INTEGER NOT NULL,          -- of the snapshot that made it true
    symbol TEXT NOT NULL,           -- '': it is about an article, as in the columns below
    last TEXT,
    percent TEXT,
    change TEXT,
    name TEXT,
    source TEXT NOT NULL,           -- the label of the page
    headline TEXT,
    url TEXT NOT NULL,
    UNIQUE (time, alert, symbol, url)
);
CREATE VIEW alerts AS SELECT
    alert, strftime('%Y-%m-%dT%H:%M:%S+00:00', time / 1000000, 'unixepoch') AS time, nullif(symbol, '') AS symbol,
    CAST(last AS REAL) AS last, CAST(change AS REAL) AS change, CAST(percent AS REAL) AS percent,
    name, source, headline, nullif(url, '') AS url
    FROM firing;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _SECOND)
"""The script at index n leads from schema version n to n + 1. A script that was released never changes."""
