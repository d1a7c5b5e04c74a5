"""What the tests share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_textual_snapshot
from hypothesis import HealthCheck, settings
from pytest_textual_snapshot import SVGImageExtension

from commands import PAGE

if TYPE_CHECKING:
    from syrupy.location import PyTestLocation

# No deadline and no check of the speed: neither may depend on how busy the machine is.
_UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("default", _UNTIMED)
settings.register_profile("ci", _UNTIMED, derandomize=True)
settings.register_profile("brief", _UNTIMED, derandomize=True, max_examples=20)
settings.load_profile("ci" if os.environ.get("CI") else "default")

# The colours of the screen do not depend on the terminal that the tests are run in.
os.environ["COLORTERM"] = "truecolor"

# The commands that the tests start keep their byte code, as an installed program does.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

SHARED = Path(__file__).parent.parent.parent / "shared" / "pages"

_ONCE = (
    *("alerts/test_board_alerts", "backfill/test_damage", "backfill/test_formats", "faults/test_canaries"),
    *("faults/test_http_", "faults/test_markup", "faults/test_text", "live/test_live_screen"),
    *("portfolio/test_on_the_board", "reader/", "test_column_room", "test_dialogs", "test_first_picture", "test_heat"),
    *("test_keys", "test_lists", "test_look", "test_panes", "test_snapshots", "test_table", "test_themes"),
    *("test_third_pane", "test_view", "travel/test_chart", "travel/test_moved_screen", "travel/test_pictures"),
    *("travel/test_replay",),
)
"""Files and folders of tests marked `once`: what a screen shows and what odd answers do is the same on every Python."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what CI need not run on every Python."""
    for item in items:
        if item.path.relative_to(Path(__file__).parent).as_posix().startswith(_ONCE):
            item.add_marker(pytest.mark.once)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Run two tests for each core with `-n auto`: most of the time a test waits for a terminal."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(2 * cores, 16)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A file with the page that the tests of commands read."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def shared_pages() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the folder of real pages is not beside this checkout")
    return SHARED


@pytest.fixture
def visited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that writes down where it was sent."""
    log = tmp_path / "visited"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{log}"\necho noise; echo noise >&2\n', "utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    return log


@pytest.fixture(autouse=True)
def _own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test see, or write to, what the board of whoever runs it remembers."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own-config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "own-state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own-data"))


@pytest.fixture(scope="session", autouse=True)
def _snapshots_at_the_top() -> None:
    """Keep the pictures in the top-level `snapshots/`."""

    class TopLevel(SVGImageExtension):  # type: ignore[misc]
        @classmethod
        def dirname(cls, *, test_location: PyTestLocation) -> str:
            return str(Path(__file__).parent.parent / "snapshots")

    pytest_textual_snapshot.SVGImageExtension = TopLevel
