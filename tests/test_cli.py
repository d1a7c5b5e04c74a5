"""The command line, run for real."""

from __future__ import annotations

import ast
import csv
import json
import signal
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import tickerboard
from children import catches, default_signals, state_of, wait_for
from loopback import Loopback, answer

LINES = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\nKEL 4.66 No Change ▼ 0.00 (0%)\n"


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "tickerboard", *arguments], input=stdin, capture_output=True)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(LINES, "utf-8")
    return path


def test_json_keeps_the_digits_of_the_page(page: Path) -> None:
    done = run("parse", "--format", "json", str(page))
    assert b'"last": 114.90' in done.stdout
    assert b'"change": 0.00' in done.stdout
    value = json.loads(done.stdout, parse_float=Decimal)
    keys = ["schema", "source", "url", "observed", "observed_from", "quotes", "rates", "article", "stories", "problems"]
    assert list(value) == keys
    assert value["schema"] == 2
    assert value["article"] is None
    assert value["quotes"][0]["direction"] == "down"
    assert done.returncode == 0


def test_ndjson_is_one_line_a_page(page: Path) -> None:
    done = run("parse", "--format", "ndjson", str(page), "-", stdin=LINES.encode())
    assert [len(json.loads(line)["quotes"]) for line in done.stdout.splitlines()] == [2, 2]


def test_csv_has_the_header_of_the_contract(page: Path) -> None:
    rows = list(csv.reader(run("parse", "--format", "csv", str(page)).stdout.decode().splitlines()))
    assert ",".join(rows[0]) == (
        "source,observed,symbol,name,kind,sector,last,change,percent,direction,previous,open,high,low,volume,line"
    )
    row = dict(zip(rows[0], rows[1], strict=True))
    assert row.pop("observed").endswith("+00:00")
    assert {name: cell for name, cell in row.items() if cell} == {
        "source": str(page),
        "symbol": "ABL",
        "kind": "equity",
        "last": "114.90",
        "change": "-0.18",
        "percent": "-0.16",
        "direction": "down",
        "line": "1",
    }


def test_no_terminal_prints_what_parse_would(page: Path) -> None:
    assert run(str(page)).stdout == run("parse", str(page)).stdout
    assert run().stdout.startswith(b"sample page")


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [("missing.txt", None, 2), ("empty.txt", b"", 1), ("logo.png", b"\x89PNG\0\0\1", 2)],
)
def test_an_unreadable_source_is_one_line(tmp_path: Path, name: str, data: bytes | None, status: int) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    for command in ([], ["parse"]):
        done = run(*command, str(tmp_path / name))
        assert done.returncode == status
        assert len(done.stderr.splitlines()) == 1
        assert name.encode() in done.stderr


def test_a_folder_and_a_folder_without_pages(tmp_path: Path, page: Path) -> None:
    (tmp_path / "notes.json").write_text("{}")
    assert b"ABL" in run("parse", str(page.parent)).stdout
    (tmp_path / "empty").mkdir()
    done = run("parse", str(tmp_path / "empty"))
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_a_command_is_a_source() -> None:
    done = run("parse", "--exec", "printf 'ABL 114.90 Decreased By ▼ -0.18 (-0.16%%)\\n'")
    assert b"ABL" in done.stdout
    assert run("parse", "--exec", "exit 3").returncode == 2


def test_where_keeps_the_quotes_that_pass_a_filter(page: Path) -> None:
    done = run("parse", "--format", "csv", "--where", "percent < 0 and sector != cement", str(page))
    assert [line.split(",")[2] for line in done.stdout.decode().splitlines()[1:]] == ["ABL"]
    done = run("parse", "--where", "percnt < 0", str(page))
    assert done.returncode == 2
    assert done.stderr.decode().startswith("tickerboard: --where: unknown field 'percnt'; did you mean percent?")


def test_wrong_usage_is_one_line() -> None:
    for arguments in (["--evry", "3"], ["parse", "--format", "xml"], ["--every", "soon"], ["config", "what"]):
        done = run(*arguments)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_a_bad_config_is_one_line(tmp_path: Path, page: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text("them = 'x'")
    done = run("--config", str(config), str(page))
    assert done.returncode == 2
    assert b"did you mean theme?" in done.stderr


def test_parse_loads_no_screen_no_http_and_no_plugins(page: Path) -> None:
    code = (
        "import sys; from tickerboard.cli.main import main; main(['parse', sys.argv[1]])\n"
        "sys.exit(bool({'textual', 'rich', 'httpx', 'importlib.metadata'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(page)], capture_output=True).returncode == 0


def test_nothing_outside_ui_imports_textual_or_rich() -> None:
    root = Path(tickerboard.__file__).parent
    for path in root.rglob("*.py"):
        if "ui" in path.relative_to(root).parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.split(".")[0] in {"textual", "rich"}], path


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
@pytest.mark.parametrize("source", [["-"], ["--exec", "sleep 60"]])
def test_a_signal_ends_a_command_with_its_status(source: list[str], number: signal.Signals, status: int) -> None:
    command = [sys.executable, "-m", "tickerboard", "parse", *source]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, preexec_fn=default_signals) as process:
        wait_for(lambda: catches(process.pid, signal.SIGHUP) and state_of(process.pid) == "S")
        process.send_signal(number)
        assert process.wait(60) == status
        assert process.stderr is not None
        assert process.stderr.read() == b""


def test_sources_that_differ_only_in_secrets_are_numbered() -> None:
    """D12: one that is named twice counts once."""
    page = "ABL 75.25 Decreased By ▼ -0.18 (-0.24%)"
    with Loopback(lambda request: answer(page.replace("75.25", f"75.2{request.path[-1]}").encode())) as server:
        done = run("parse", "--format", "ndjson", f"{server.url}/q?s=4", f"{server.url}/q?s=5", f"{server.url}/q?s=4")
    pages = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["source"] for each in pages] == [f"{server.url}/q", f"{server.url}/q (2)"]
    assert [each["quotes"][0]["last"] for each in pages] == [75.24, 75.25]
