"""The board records what it shows, and lives on where it cannot."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from boards import put
from children import PATIENCE
from commands import run
from recording import prices
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ABL = "ABL {} Increased By ▲ 0.82 (0.71%)\n"


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "kept" / "history.db"
    monkeypatch.setenv("TICKERBOARD_HISTORY", str(path))
    return path


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(ABL.format("115.90"), "utf-8")
    return path


def wait_for(seen: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not seen():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_the_first_read_and_every_refresh_go_to_the_history(history: Path, page: Path) -> None:
    with Terminal("--live", str(page)) as terminal:
        terminal.until(lambda text: "115.90" in text)
        put(page, ABL.format("116.01"))
        terminal.until(lambda text: "116.01" in text)
        terminal.type("q")
        assert terminal.status() == 0
    assert prices(history) == ["115.90", "116.01"]
    assert history.stat().st_mode & 0o777 == 0o600


def test_a_board_shows_the_past_that_was_recorded_under_another_path(
    history: Path, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("record", "--once", page)
    put(page, ABL.format("116.01"))
    monkeypatch.chdir(page.parent)
    with Terminal("--no-motion", "page.txt") as terminal:
        terminal.until(lambda text: "116.01" in text)
        terminal.type("[")
        text = terminal.until(lambda text: "THEN" in text)
        assert "115.90" in text
        assert " page.txt" in text.splitlines()[0]
        terminal.type("]")
        terminal.until(lambda text: "THEN" not in text and "116.01" in text)
        terminal.type("q")
        assert terminal.status() == 0
    assert prices(history) == ["115.90", "116.01"]


def test_a_page_that_is_opened_once_is_recorded_though_nothing_follows_it(history: Path, page: Path) -> None:
    for _ in range(2):
        with Terminal(str(page)) as terminal:
            terminal.until(lambda text: "115.90" in text)
            wait_for(history.exists)
            terminal.type("q")
            assert terminal.status() == 0
    assert prices(history) == ["115.90"]


@pytest.mark.parametrize("arguments", [[], ["--demo"]], ids=["sample", "demo"])
def test_sample_and_demo_are_never_recorded(history: Path, arguments: list[str]) -> None:
    with Terminal("--no-motion", *arguments) as terminal:
        terminal.until(lambda text: "AIRLINK" in text)
        terminal.read(3)
        terminal.type("q")
        assert terminal.status() == 0
    assert not history.exists()


def test_the_setting_turns_recording_off(history: Path, page: Path, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text("history = false\n", "utf-8")
    with Terminal("--config", str(config), str(page)) as terminal:
        terminal.until(lambda text: "115.90" in text)
        terminal.until_silent()
        terminal.type("q")
        assert terminal.status() == 0
    assert not history.exists()


def test_a_folder_of_dated_pages_is_not_recorded_and_one_of_others_is(history: Path, tmp_path: Path) -> None:
    for folder, names in (("dated", ["psx-2026-01-05.txt", "psx-2026-01-06.txt"]), ("others", ["a.txt", "b.txt"])):
        (tmp_path / folder).mkdir()
        for at, name in enumerate(names):
            (tmp_path / folder / name).write_text(ABL.format(f"{at + 1}.00"), "utf-8")
        with Terminal(str(tmp_path / folder)) as terminal:
            terminal.until(lambda text: "2.00" in text or "1.00" in text)
            terminal.until_silent()
            terminal.type("q")
            assert terminal.status() == 0
        assert history.exists() == (folder == "others")


def test_a_damaged_history_is_moved_aside_and_reported_and_the_board_ends_well(history: Path, page: Path) -> None:
    history.parent.mkdir()
    history.write_bytes(b"no database" * 1_000)
    with Terminal(str(page)) as terminal:
        terminal.until(lambda text: " the history was damaged; it is now history.db.damaged-" in text)
        terminal.type("q")
        assert terminal.status() == 0
    assert prices(history) == ["115.90"]


def test_the_board_lives_on_without_a_history_says_why_and_resumes(history: Path, page: Path) -> None:
    history.parent.write_text("a file where a folder is wanted", "utf-8")
    with Terminal("--live", str(page), size=(160, 40)) as terminal:
        terminal.until(lambda text: "history paused: " in text and "115.90" in text)
        put(page, ABL.format("116.01"))
        terminal.until(lambda text: "116.01" in text)  # the board goes on
        history.parent.unlink()
        terminal.until(lambda text: "history paused" not in text and "history resumed" in text)
        terminal.type("q")
        assert terminal.status() == 0
    assert prices(history) == ["115.90", "116.01"]
