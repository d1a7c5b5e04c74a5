"""What the board remembers: merged on save, never littering, never lost without a word."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from boards import listed, text_of
from tickerboard.settings.config import Config
from tickerboard.settings.state import READ_CAP, State, load_state, save_state
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.memory import Memory

LIMITED = """
import resource, signal, sys
from pathlib import Path
from tickerboard.settings.state import State, load_state, save_state
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))
for _ in range(5):
    try:
        save_state(Path(sys.argv[1]), State((sys.argv[2] * 10_000,)))
    except OSError as error:
        print(error.strerror)
"""


def test_e10_two_boards_keep_both_watchlists_changes(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    first = State(("ABL", "KEL"))
    save_state(path, first)
    save_state(path, State(("ABL", "KEL", "HBL"), read=("1",)), first)
    save_state(path, State(("KEL", "OGDC"), sort="percent desc", read=("2",)), first)
    assert load_state(path) == State(("KEL", "HBL", "OGDC"), sort="percent desc", read=("1", "2"))


def test_e10_boards_that_save_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    program = (
        "import sys; from pathlib import Path; from tickerboard.settings.state import State, save_state\n"
        "before = State()\n"
        "for at in range(10):\n"
        "    after = State((*before.watchlist, f'{sys.argv[2]}{at}'))\n"
        "    save_state(Path(sys.argv[1]), after, before)\n"
        "    before = after\n"
    )
    boards = [subprocess.Popen([sys.executable, "-c", program, str(path), name]) for name in "ABC"]
    assert [board.wait() for board in boards] == [0, 0, 0]
    assert set(load_state(path).watchlist) == {f"{name}{at}" for name in "ABC" for at in range(10)}


def test_e9_a_full_disk_leaves_no_files_and_the_old_state(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    save_state(path, State(("ABL",)))
    done = subprocess.run([sys.executable, "-c", LIMITED, str(path), "KEL"], capture_output=True, text=True)
    assert done.stdout.splitlines() == ["File too large"] * 5
    assert load_state(path) == State(("ABL",))
    assert {each.name for each in tmp_path.iterdir()} == {"state.json", "state.json.lock"}


def test_e9_what_a_killed_save_left_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    (tmp_path / "state.json.new").write_text("half a sta")
    save_state(path, State(("ABL",)))
    assert {each.name for each in tmp_path.iterdir()} == {"state.json", "state.json.lock"}


async def test_e9_a_failed_save_is_shown_once_and_made_up_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a short path: the message is not wrapped
    folder = Path("state")
    folder.write_text("a file where the folder should be")
    memory = Memory(State(), folder / "state.json")
    app = TickerboardApp(listed(), [], Config(motion=False), memory=memory)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.press("w")
        while "not saved: file exists" not in text_of(app):  # the test's time limit ends it
            await pilot.pause(0.02)
        assert memory.keep(State(("ABL",))) is None
        folder.unlink()
        await pilot.press("j", "w")
        await pilot.pause()
    assert len(load_state(folder / "state.json").watchlist) == 2


def test_a_lock_that_is_held_is_an_error_not_a_board_that_hangs(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    save_state(path, State())
    with (tmp_path / "state.json.lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(OSError, match="locked by another board"):
            save_state(path, State(("ABL",)))


def test_e17_a_pipe_in_place_of_the_state_is_an_empty_state(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    os.mkfifo(path)
    assert load_state(path) == State()


def test_read_marks_are_bounded(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    save_state(path, State(read=tuple(map(str, range(READ_CAP + 5)))))
    assert load_state(path).read[0] == "5"


def test_fields_of_a_newer_version_and_of_wrong_types_are_ignored(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    path.write_text(json.dumps({"watchlist": ["ABL", 3], "sort": 5, "more": {}}))
    assert load_state(path) == State(("ABL",))
