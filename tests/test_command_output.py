"""What the command prints, in which encoding, and onto what cannot be written."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from commands import PAGE, PROGRAM, run, shell

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>One</title><link>https://e.org/1</link></item><item><title>Two</title></item></channel></rss>"""


def test_d10_output_is_utf_8_in_every_locale(page: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "latin-1"}
    assert "▼" in run("parse", page, env=plain).stdout
    page.write_text(PAGE + "\nThe rupee’s fall – “a surprise” – went on for a third day in a row on Monday.\n", "utf-8")
    command = [*PROGRAM, "parse", "--follow", "--format", "ndjson", str(page)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | plain) as process:
        assert process.stdout is not None
        try:
            assert "rupee’s" in process.stdout.readline().decode("utf-8")
        finally:
            process.kill()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", ["parse PAGE", "parse --help", "--version", "config path", "doctor", "PAGE"])
def test_d11_a_full_disk_is_one_line(page: Path, command: str) -> None:
    done = shell(f"tb {command.replace('PAGE', str(page))} >/dev/full")
    assert (done.returncode, done.stderr) == (2, "tickerboard: standard output: no space left on device\n")


@pytest.mark.parametrize("command", ["parse PAGE", "parse --help", "config path", "PAGE"])
def test_d11_a_closed_output_is_one_line(page: Path, command: str) -> None:
    done = shell(f"tb {command.replace('PAGE', str(page))} >&-")
    assert (done.returncode, done.stderr) == (2, "tickerboard: standard output is closed\n")


def test_d11_a_broken_pipe_and_a_closed_standard_error_are_silent(page: Path) -> None:
    done = shell(f"tb parse --format ndjson {page} | true; echo ${{PIPESTATUS[0]}}")
    assert (done.stdout, done.stderr) == ("0\n", "")
    done = shell(f"tb parse {page}.missing 2>&-; echo $?")
    assert (done.stdout, done.stderr) == ("2\n", "")


def test_d13_json_is_a_list_for_several_pages_also_when_some_fail(page: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    done = run("parse", "--format", "json", page, missing)
    assert (done.returncode, [each["source"] for each in json.loads(done.stdout)]) == (2, [str(page)])
    assert json.loads(run("parse", "--format", "json", missing, tmp_path / "none.txt").stdout) == []
    assert run("parse", "--format", "json", missing).stdout == ""
    assert isinstance(json.loads(run("parse", "--format", "json", page).stdout), dict)
    (tmp_path / "folder").mkdir()
    assert json.loads(run("parse", "--format", "json", tmp_path / "folder").stdout) == []


def test_d13_a_page_that_is_removed_is_an_event(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    first, second = folder / "a.txt", folder / "b.txt"
    first.write_text(PAGE, "utf-8")
    second.write_text(PAGE, "utf-8")
    command = [*PROGRAM, "parse", "--follow", "--format", "ndjson", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            assert [json.loads(process.stdout.readline())["source"] for _ in "ab"] == [str(first), str(second)]
            second.unlink()
            gone = {"schema": 2, "event": "removed", "source": str(second)}
            assert json.loads(process.stdout.readline()) == gone
        finally:
            process.kill()


def test_d4_csv_of_a_feed_says_what_it_leaves_out(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED)
    done = run("parse", "--format", "csv", feed)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 1)
    assert done.stderr == f"{feed}: no quotes; csv leaves out 2 articles, json has them\n"
