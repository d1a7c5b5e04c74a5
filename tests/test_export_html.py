"""The board as one HTML file: whole, without scripts, and safe whatever the page says."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from commands import assert_refused, run

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """Markets are mixed <img src=x onerror=alert(1)>
By A. Writer, Reuters
23 November 2026

ABL 1114.90 Decreased By ▼ -0.18 (-0.02%)
KEL 4.66 Increased By ▲ 0.10 (2.19%)
HBL 4.66 Increased By ▲ 0.1

Shares of <b>KEL</b> rose & rose on Monday, said the <script>alert(1)</script> mills.
"""


class Reading(HTMLParser):
    """What a browser would find: the text, the elements and their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags, self.attributes = "", set[str](), set[str]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += f"{data}|"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


def test_the_file_has_quotes_article_and_problems_and_nothing_that_runs_or_loads(page: Path) -> None:
    file = page.with_name("board.html")
    file.write_text("an older one", "utf-8")
    done = run("export", "--html", file, page)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    html = file.read_text("utf-8")
    found = Reading(html)
    assert "|ABL|1,114.90|▼ -0.18|-0.02%|" in found.text
    assert "|KEL|K-Electric Limited|4.66|▲ +0.10|+2.19%|" in found.text
    assert "|2 quotes  ▲1 ▼1 ■0|" in found.text
    assert "Shares of <b>KEL</b> rose & rose on Monday, said the <script>alert(1)</script> mills." in found.text
    assert "|1 problem|" in found.text
    assert "page.txt:7: " in found.text
    assert not {"script", "img", "b", "link", "iframe"} & found.tags
    assert not {name for name in found.attributes if name.startswith("on") or name == "src"}
    assert "default-src 'none'" in html
    assert [each.name for each in page.parent.iterdir() if each.name.startswith(".")] == []


def test_a_source_that_fails_is_reported_and_the_others_are_written(page: Path) -> None:
    file = page.with_name("board.html")
    done = run("export", page, page.with_name("missing.txt"), "--html", file)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "missing.txt: no such file" in done.stderr
    found = Reading(file.read_text("utf-8"))
    assert "|KEL|" in found.text
    assert "missing.txt: no such file" in found.text


def test_nothing_is_written_where_nothing_is_found(page: Path) -> None:
    page.write_text("", "utf-8")
    file = page.with_name("board.html")
    done = run("export", "--html", file, page)
    assert (done.returncode, done.stderr) == (1, f"tickerboard: {page}: no quote and no article found\n")
    assert not file.exists()


def test_wrong_usage_is_one_line(page: Path) -> None:
    assert_refused(run("export", page), "--html")
    assert_refused(run("export", "--html", page.with_name("board.html")), "no SOURCE")
    assert_refused(run("export", "--html", page.parent, page), "is a directory")
    assert_refused(run("export", "--html", page.parent / "none" / "board.html", page), "no such file or directory")


def test_pages_come_by_a_pipe_and_the_file_may_be_one(page: Path) -> None:
    done = run("export", "--html", "/dev/stdout", stdin=page.read_bytes())
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("<!doctype html>\n")
    assert "|KEL|K-Electric Limited|4.66|▲ +0.10|+2.19%|" in Reading(done.stdout).text
