"""The public Python API, and the examples of docs/python.md."""

from __future__ import annotations

import doctest
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tickerboard

DOCS = Path(__file__).parent.parent / "docs"
LINE = "KEL 4.66 Increased By ▲ 0.10 (2.19%)\n"


def test_the_examples_of_the_docs_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from decimal import Decimal

    monkeypatch.chdir(tmp_path)
    text = (DOCS / "python.md").read_text("utf-8")
    example = doctest.DocTestParser().get_doctest(text, {"Decimal": Decimal}, "python.md", None, 0)
    assert len(example.examples) > 10
    failed, _ = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example)
    assert failed == 0


def test_every_public_name_is_there_and_documented() -> None:
    text = (DOCS / "python.md").read_text("utf-8")
    for name in tickerboard.__all__:
        assert getattr(tickerboard, name) is not None
        assert name in dir(tickerboard)
        assert name == "__version__" or f"`{name}`" in text
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        tickerboard.nothing  # noqa: B018


def test_the_package_root_and_parse_stay_cheap() -> None:
    code = (
        "import sys, tickerboard; root = [name for name in sys.modules if name.startswith('tickerboard.')]\n"
        "tickerboard.parse('x'); heavy = {'textual', 'rich', 'httpx', 'feedparser', 'sqlite3'} & set(sys.modules)\n"
        "sys.exit(str((root, heavy)) if root or heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_parse_takes_text_bytes_and_markup() -> None:
    (quote,) = tickerboard.parse(LINE).quotes
    assert tickerboard.parse(LINE.encode()).quotes == (quote,)
    assert tickerboard.parse(LINE.encode("utf-16")).quotes == (quote,)
    page = tickerboard.parse("<html><body><p>Prices in Zürich</p></body></html>".encode("latin-1"))
    assert "Zürich" in str(page)
    page = tickerboard.parse(b"caf\xe9 prices rose", content_type="text/plain; charset=iso-8859-1")
    assert "café" in str(page)
    with pytest.raises(TypeError, match="not int"):
        tickerboard.parse(3)  # type: ignore[arg-type]


@pytest.mark.parametrize("header", ["", ";", "text/plain; charset*=a''b; charset*0*=c", "x\r\ny: z", "a; charset=\0"])
def test_a_hostile_content_type_does_not_matter(header: str) -> None:
    assert tickerboard.parse(LINE.encode(), content_type=header).quotes


@given(st.binary(max_size=2_000) | st.text(max_size=2_000), st.sampled_from([None, "text/html", "application/rss+xml"]))
def test_parse_never_raises(page: str | bytes, content_type: str | None) -> None:
    found = tickerboard.parse(page, url="https://e.org/", content_type=content_type)
    assert isinstance(found.to_dict(), dict)
    assert isinstance(found._repr_html_(), str)


def test_parse_in_threads_is_parse_in_one() -> None:
    pages = [LINE * (at % 7 + 1) + f"A sentence of the number {at}, which is long enough.\n" for at in range(40)]
    expected = [tickerboard.parse(page) for page in pages]
    found: dict[int, tickerboard.Page] = {}

    def work(start: int) -> None:
        for at in range(start, 40, 4):
            found[at] = tickerboard.parse(pages[at])

    threads = [threading.Thread(target=work, args=(start,)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[at] for at in range(40)] == expected


def test_read_returns_what_it_can_and_warns_of_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LINE, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\0\0\0\0" * 100)
    with pytest.warns(UserWarning, match=r"b\.txt"):
        snapshots = tickerboard.read(tmp_path)
    assert [each.source for each in snapshots] == [str(tmp_path / "a.txt")]
    with pytest.raises(tickerboard.SourceError, match="no such file"):
        tickerboard.read(tmp_path / "none.txt")


async def test_read_works_where_a_loop_runs_as_in_a_notebook() -> None:
    from loopback import Loopback, answer

    with Loopback(lambda _: answer(LINE.encode())) as server:
        (snapshot,) = tickerboard.read(server.url + "/page?token=secret")
    assert snapshot.page.quotes[0].symbol == "KEL"
    assert (snapshot.url or "").startswith(server.url)
    assert snapshot.to_dict()["schema"] == 2
