"""E1, E7, E8: a document that takes too long or too much costs itself only, in a process that can be ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickerboard.model import Article, Kind, Page, Problem, Quote, Related
from tickerboard.parser import wire, workers
from tickerboard.parser.documents import Document, read_document
from tickerboard.parser.isolation import read_isolated
from tickerboard.parser.limits import ParsingError, Stopped
from tickerboard.parser.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = Path(__file__).parent / "samples"
HTML = (SAMPLES / "article.html").read_bytes()
LINE = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n".encode()
ENDLESS = b"<html>" + b"<p>x" * 1_000_000
"""A page that takes many times longer than a second, on any machine."""


@pytest.fixture
def pool() -> Iterator[Workers]:
    pool = Workers(2)
    yield pool
    pool.close()


def children() -> set[int]:
    """The processes that this one has started and not waited for."""
    tasks = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return {int(each) for task in tasks for each in task.read_text().split()}


def started_since(before: set[int]) -> set[int]:
    """Wait for a new process; the system's list of children misses one now and then while a thread ends."""
    for _ in range(500):
        if new := children() - before:
            return new
        time.sleep(0.01)
    return set()


def is_gone(process: int) -> bool:
    """Whether a process has ended; one that nobody has waited for yet has."""
    try:
        return "State:\tZ" in Path(f"/proc/{process}/status").read_text()
    except FileNotFoundError:
        return True


def wait_until_gone(process: int) -> None:
    end = time.monotonic() + 20
    while not is_gone(process):
        assert time.monotonic() < end, "it goes on"
        time.sleep(0.05)


@pytest.mark.parametrize("name", sorted(each.name for each in SAMPLES.iterdir()))
def test_a_page_from_a_worker_is_the_page(name: str, pool: Workers) -> None:
    document = Document("x", (SAMPLES / name).read_bytes(), url="https://news.example/a/b")
    assert pool.read(document, threading.Event()) == read_document(document).page


def test_a_snapshot_keeps_what_the_document_says() -> None:
    now = datetime(2026, 1, 5, tzinfo=UTC)
    snapshot = read_isolated(Document("x", HTML, now, url="https://news.example/a"))
    assert (snapshot.source, snapshot.observed, snapshot.url) == ("x", now, "https://news.example/a")


def test_short_text_starts_no_process() -> None:
    before = children()
    assert read_isolated(Document("x", LINE)).page.quotes
    assert children() <= before


def test_a_worker_serves_again(pool: Workers) -> None:
    pool.read(Document("x", HTML), threading.Event())
    first = children()
    pool.read(Document("x", HTML), threading.Event())
    assert children() == first


def test_e7_e8_too_much_processor_time_ends_it_and_the_next_page_is_read(
    pool: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(workers, "PAGE_SECONDS", 1)
        patch.setattr(workers, "MEBIBYTE_SECONDS", 0)
        with pytest.raises(ParsingError, match=r"^parsing it takes more than 1 s$"):
            pool.read(Document("x", ENDLESS), threading.Event())
    assert pool.read(Document("x", HTML), threading.Event()).quotes


def test_e8_too_much_memory_is_one_line_and_the_next_page_is_read(
    pool: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "PAGE_MEMORY", 200 * 2**20)
    monkeypatch.setattr(workers, "MEMORY_RATIO", 0)
    with pytest.raises(ParsingError, match=r"200 MiB of memory$"):
        pool.read(Document("x", b"<html>" + b"<p>x" * 3_000_000), threading.Event())
    assert pool.read(Document("x", HTML), threading.Event()).quotes


def test_e8_too_large_a_page_is_refused(pool: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "REPLY_RATIO", 0)
    monkeypatch.setattr(workers, "REPLY_LEAST", 100)
    with pytest.raises(ParsingError, match="returns too much"):
        pool.read(Document("x", HTML), threading.Event())


def test_a_page_that_nobody_waits_for_is_given_up(pool: Workers) -> None:
    stop, before = threading.Event(), children()
    threading.Timer(0.5, stop.set).start()
    with pytest.raises(Stopped):
        pool.read(Document("x", ENDLESS), stop)
    assert children() == before


def test_who_waits_for_a_free_worker_gives_up_too(pool: Workers) -> None:
    stop = threading.Event()

    def give_up() -> None:
        with pytest.raises(Stopped):
            pool.read(Document("x", ENDLESS), stop)

    busy = [threading.Thread(target=give_up) for _ in range(2)]
    for each in busy:
        each.start()
    threading.Timer(0.5, stop.set).start()
    with pytest.raises(Stopped):
        pool.read(Document("x", ENDLESS), stop)
    for each in busy:
        each.join()


def test_a_worker_that_is_killed_is_replaced(pool: Workers) -> None:
    before = children()
    pool.read(Document("x", HTML), threading.Event())
    (worker,) = started_since(before)
    os.kill(worker, signal.SIGKILL)
    wait_until_gone(worker)
    assert pool.read(Document("x", HTML), threading.Event()).quotes


PARENT = """
import sys, threading
from pathlib import Path
from tickerboard.parser.documents import Document
from tickerboard.parser.workers import Workers

pool = Workers(1)
pool.read(Document("x", b"<html><p>x"), threading.Event())
print(Path("/proc/self/task/%d/children" % threading.get_native_id()).read_text(), flush=True)
pool.read(Document("x", b"<html>" + b"<p>x" * 1_000_000), threading.Event())
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_worker_dies_with_its_parent_whatever_it_parses(number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        time.sleep(0.5)  # it has begun to parse by now, or else will not
        parent.send_signal(number)
        parent.wait()
        wait_until_gone(worker)


def test_e2_a_worker_imports_nothing_from_the_working_folder(tmp_path: Path) -> None:
    for name in ("json", "decimal", "selectolax", "resource", "sitecustomize", "tickerboard_extra"):
        (tmp_path / f"{name}.py").write_text("open('imported', 'a').write(__name__)\n", "utf-8")
    page = tmp_path / "page.html"
    page.write_bytes(HTML)
    code = "import sys; sys.path.pop(0); from tickerboard.cli.main import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "parse", "--format", "csv", "page.html"], cwd=tmp_path, capture_output=True
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"ABL" in done.stdout
    assert not (tmp_path / "imported").exists()


texts = st.text(max_size=20)
figures = st.decimals(allow_nan=False, allow_infinity=False, places=4) | st.just(Decimal("-0.00"))
times = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=5))]))
quotes = st.builds(
    Quote, texts, st.sampled_from(Kind), figures, st.none() | figures, st.none() | figures, st.integers()
)
articles = st.builds(
    Article,
    st.none() | texts,
    paragraphs=st.lists(texts, max_size=3).map(tuple),
    related=st.lists(st.builds(Related, texts, st.none() | texts, st.integers()), max_size=3).map(tuple),
)
pages = st.builds(
    Page,
    st.lists(quotes, max_size=5).map(tuple),
    st.none() | articles,
    st.lists(articles, max_size=3).map(tuple),
    st.lists(st.builds(Problem, st.integers(), texts, texts, texts), max_size=3).map(tuple),
    crawled=st.none() | times,
)


@given(pages)
def test_a_page_is_the_same_behind_the_wire(page: Page) -> None:
    there = wire.decode_page(list(wire.encode_page(page)))
    assert there == page
    assert [str(quote.last) for quote in there.quotes] == [f"{quote.last:f}" for quote in page.quotes]


ODD = [
    b"",
    b"null",
    b"[]",
    b'["nobody", 1]',
    b'["quotes", {}]',
    b'["quotes", [[1]]]',
    b'["article", {"__reduce__": []}]',
    b'["crawled", "2021-02-13T00:00:00"]',
    b'["crawled", "yesterday"]',
    b"[" * 100_000,
    b'["quotes", [["ABL","equity","1e999999","0",null,1,null,null,null,null,null,null,null,null,null,null,""]]]',
    b'["quotes", [["ABL","equity",NaN,"0",null,1,null,null,null,null,null,null,null,null,null,null,""]]]',
    b'["quotes", [["ABL","house","1","0",null,1,null,null,null,null,null,null,null,null,null,null,""]]]',
    b'["problems", [[true, "", "", ""]]]',
]


@pytest.mark.parametrize("frame", ODD)
def test_what_is_no_page_is_refused(frame: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.decode_page([frame])


@given(st.recursive(st.none() | st.booleans() | st.integers() | texts, lambda inner: st.lists(inner, max_size=4)))
def test_any_json_is_a_page_or_refused(value: object) -> None:
    page = Page(quotes=(Quote("ABL", Kind.EQUITY, Decimal(1), Decimal(0), None, 1),))
    for name in ("quotes", "article", "stories", "problems", "rates", "crawled"):
        try:
            read = wire.decode_page([wire._json([name, value])])
        except wire.WireError:
            continue
        assert page._replace(**{name: getattr(read, name)}) is not None
