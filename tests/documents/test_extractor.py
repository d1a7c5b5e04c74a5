"""A3: the extra `extract` works where it is installed, and says so where it is broken."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

SENTENCE = "The central bank kept its rate unchanged on Monday and said that prices would fall. "
PAGE = (
    "<html><head><title>Rates</title></head><body><nav>Home News</nav><article><h1>Bank keeps its rate</h1>"
    f"<p>{SENTENCE} <a href='https://bank.example/rate'>The bank said why</a> in a letter to all of its members.</p>"
    + "".join(f"<p>{SENTENCE * 3}({number})</p>" for number in range(4))
    + "</article></body></html>"
)
READ = "import sys, tickerboard; page = tickerboard.parse(open(sys.argv[1]).read()); "


def read(path: Path, before: str, what: str) -> str:
    path.write_text(PAGE)
    done = subprocess.run([sys.executable, "-c", before + READ + what, str(path)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a3_the_extra_imports_and_finds_the_article(tmp_path: Path) -> None:
    if find_spec("trafilatura") is None:
        pytest.skip("the extra `extract` is not installed")
    what = "print(len(page.article.paragraphs), page.problems, 'trafilatura' in sys.modules, page.article.links[0].url)"
    assert read(tmp_path / "page.html", "", what) == "5 () True https://bank.example/rate\n"


FIELDS = """
import sys, tickerboard
for name in sys.argv[1:]:
    article = tickerboard.parse(open(name).read(), url="https://site.example/page").article
    print(name, article and (article.headline, article.byline, article.published, article.section, article.url))
"""


def test_the_extra_reads_the_same_fields_as_the_built_in_reader() -> None:
    if find_spec("trafilatura") is None:
        pytest.skip("the extra `extract` is not installed")
    pages = sorted(map(str, (Path(__file__).parents[1] / "articles" / "pages").glob("*.html")))
    without = "import importlib.util as u; u.find_spec = lambda name: None"
    commands = [[sys.executable, "-c", before + FIELDS, *pages] for before in ("", without)]
    first, second = (subprocess.run(each, capture_output=True, text=True, check=True).stdout for each in commands)
    assert "('Looms" in first
    assert first == second


def test_a3_a_broken_extra_is_a_problem_and_the_page_is_read(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    (broken / "trafilatura").mkdir(parents=True)
    (broken / "trafilatura" / "__init__.py").write_text("raise ImportError('No module named lxml.html.clean')")
    what = "print(len(page.article.paragraphs), [each.code for each in page.problems], page.problems[0].message)"
    found = read(tmp_path / "page.html", f"import sys; sys.path.insert(0, {str(broken)!r}); ", what)
    assert found.startswith("5 ['extractor'] trafilatura cannot be imported (No module named lxml.html.clean)")
