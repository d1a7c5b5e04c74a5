"""F: files and folders that are replaced, rewritten, gone, or no files at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from boards import put
from following import Following
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

GONE = "no such file or directory"


def text(last: int, *more: str) -> str:
    """A page with one quote, or several at the same price."""
    return "".join(f"{symbol} {last}.50 No Change ▼ 0.00 (0%)\n" for symbol in ("ABL", *more))


def quotes(last: int, *more: str) -> list[tuple[str, Any]]:
    """What is printed of that page."""
    return [(symbol, last + 0.5) for symbol in ("ABL", *more)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(text(100), "utf-8")
    return path


def test_f1_three_atomic_renames_are_three_updates(path: Path) -> None:
    with Following(path) as following:
        assert following.page() == quotes(100)
        for last in (101, 102, 103):
            put(path, text(last))
            assert following.page() == quotes(last)


def test_f2_deleted_and_made_again(path: Path) -> None:
    with Following(path) as following:
        assert following.page() == quotes(100)
        path.unlink()
        assert following.complaint() == f"tickerboard: {path}: {GONE}"
        path.write_text(text(101), "utf-8")
        assert following.page() == quotes(101)


def test_f1_f2_on_the_screen(path: Path) -> None:
    with Terminal("--live", str(path), size=(160, 30)) as terminal:
        terminal.until(lambda shown: "100.50" in shown and "LIVE" in shown)
        put(path, text(101))
        terminal.until(lambda shown: "101.50" in shown)
        path.unlink()
        shown = terminal.until(lambda shown: GONE in shown)
        assert "101.50" in shown
        path.write_text(text(102), "utf-8")
        terminal.until(lambda shown: "102.50" in shown and GONE not in shown)


@pytest.mark.parametrize("mode", ["w", "r+"])
def test_f3_written_in_halves_nothing_torn_is_shown(path: Path, mode: str) -> None:
    symbols = tuple(f"S{at}" for at in range(9))
    path.write_text(text(100, *symbols), "utf-8")
    with Following(path) as following:
        assert following.page() == quotes(100, *symbols)
        for last in (101, 102):
            data = text(last, *symbols).encode()
            with path.open(mode + "b") as file:
                for at in range(0, len(data), 40):
                    file.write(data[at : at + 40])
                    file.flush()
                    time.sleep(0.1)
            assert following.page() == quotes(last, *symbols)


def test_f4_of_the_same_size(path: Path) -> None:
    with Following(path) as following:
        assert following.page() == quotes(100)
        path.write_text(text(101), "utf-8")
        assert following.page() == quotes(101)


def test_f5_the_time_of_the_file_goes_back_or_stays(path: Path) -> None:
    before = path.stat()
    with Following(path) as following:
        assert following.page() == quotes(100)
        path.write_text(text(101), "utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert following.page() == quotes(101)
        put(path, text(102))
        os.utime(path, (1_000_000_000, 1_000_000_000))
        assert following.page() == quotes(102)


def test_f6_rotation(path: Path) -> None:
    with Following(path) as following:
        assert following.page() == quotes(100)
        path.rename(path.with_suffix(".txt.1"))
        assert following.complaint() == f"tickerboard: {path}: {GONE}"
        path.write_text(text(101), "utf-8")
        assert following.page() == quotes(101)
        shutil.copy(path, path.with_suffix(".txt.1"))
        with path.open("r+") as file:
            file.truncate(0)
            file.write(text(102))
        assert following.until(quotes(102)) in ([], [[]])  # it may be seen empty, as it was for a moment


HOSTILE = [
    b"\xff\xfe.txt",
    b"a\nb.txt",
    b"\x1b]0;pwned\x07.txt",
    b"-.txt",
    b"[b].txt",
    b"%s.txt",
    "\u202e.txt".encode(),
]


@pytest.fixture
def hostile(tmp_path: Path) -> list[Path]:
    return [Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)) for name in HOSTILE]


def test_f7_files_of_hostile_names(hostile: list[Path]) -> None:
    for at, path in enumerate(hostile):
        path.write_text(text(at), "utf-8")
    with Following(*hostile) as following:
        assert sorted(following.page()[0][1] for _ in hostile) == [at + 0.5 for at in range(len(hostile))]
        for at, path in enumerate(hostile, 100):
            put(path, text(at))
        assert sorted(following.page()[0][1] for _ in hostile) == [at + 100.5 for at in range(len(hostile))]
        for path in hostile:
            path.unlink()
        for said in [following.complaint() for _ in hostile]:
            assert said.isprintable()
            assert said.endswith(GONE)


def test_f7_hostile_names_beside_it_end_no_watch(path: Path, hostile: list[Path]) -> None:
    with Following(path) as following:
        assert following.page() == quotes(100)
        for each in hostile:
            each.write_text("x", "utf-8")
        for last in (101, 102):
            put(path, text(last))
            assert following.page() == quotes(last)


def test_f8_the_folder_is_removed_and_made_again(path: Path) -> None:
    with Following(path) as following:
        assert following.page() == quotes(100)
        shutil.rmtree(path.parent)
        assert following.complaint() == f"tickerboard: {path}: {GONE}"
        path.parent.mkdir()
        path.write_text(text(101), "utf-8")
        assert following.page() == quotes(101)
        put(path, text(102))
        assert following.page() == quotes(102)


def test_f8_another_folder_takes_its_place(path: Path) -> None:
    with Following(path.parent) as following:
        assert following.page() == quotes(100)
        path.parent.rename(path.parent.with_name("old"))
        following.complaint()
        path.parent.mkdir()
        path.write_text(text(101), "utf-8")
        assert following.page() == quotes(101)


RUN = "from tickerboard.cli.main import main; sys.exit(main())"
# In a user namespace of its own, root is nobody special and may set limits for itself.
AS_NOBODY = f"import ctypes\nctypes.CDLL(None).unshare(0x10000000) and sys.exit(77)\n{RUN}"
WITHOUT_INOTIFY = AS_NOBODY.replace(
    RUN,
    f"""
try:
    open("/proc/sys/user/max_inotify_instances", "w").write("0")
except OSError:
    sys.exit(77)
{RUN}""",
)


def test_f9_inotify_exhausted_it_polls_and_says_so(path: Path) -> None:
    arguments = ("--live", str(path))
    with Terminal(*arguments, size=(160, 30), program=WITHOUT_INOTIFY) as terminal:
        terminal.read(1)
        if terminal.process.poll() == 77:
            pytest.skip("this system lets nobody lower his own limit of inotify")
        terminal.until(lambda shown: "100.50" in shown and "polling" in shown)
        put(path, text(101))
        terminal.until(lambda shown: "101.50" in shown and "polling" in shown)
        terminal.type("q")
        assert terminal.status() == 0
        terminal.assert_given_back()
        assert b"xception" not in terminal.bytes


def test_f9_with_inotify_it_says_nothing_of_polling(path: Path) -> None:
    with Terminal("--live", str(path), size=(160, 30)) as terminal:
        terminal.until(lambda shown: "100.50" in shown)
        terminal.read(1)
        put(path, text(101))
        assert "polling" not in terminal.until(lambda shown: "101.50" in shown)


def a_fifo(folder: Path) -> Path:
    os.mkfifo(folder / "it")
    return folder / "it"


def a_loop(folder: Path) -> Path:
    (folder / "it").symlink_to(folder / "it")
    return folder / "it"


def a_socket(folder: Path) -> Path:
    import socket

    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / "it"))
    return folder / "it"


NO_PAGES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a pipe": (a_fifo, "no program writes to this pipe"),
    "a device": (lambda _: Path("/dev/zero"), "not a regular file"),
    "a socket": (a_socket, "not a regular file"),
    "a link to itself": (a_loop, "too many levels of symbolic links"),
    "a file as a folder": (lambda folder: a_fifo(folder) / "page.txt", "not a directory"),
    "a name that is too long": (lambda folder: folder / ("x" * 300), "file name too long"),
}


@pytest.mark.parametrize("what", NO_PAGES)
def test_f10_what_is_no_page_is_refused_at_once(what: str, tmp_path: Path) -> None:
    make, why = NO_PAGES[what]
    path = make(tmp_path)
    for form in (["parse"], []):
        done = subprocess.run([sys.executable, "-m", "tickerboard", *form, str(path)], capture_output=True, timeout=10)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == f"tickerboard: {path}: {why}\n"


@pytest.mark.parametrize(("forbidden", "read"), [("page.txt", "page.txt"), (".", "."), (".", "page.txt")])
def test_f10_without_permission(forbidden: str, read: str, path: Path) -> None:
    (path.parent / forbidden).chmod(0)
    command = [sys.executable, "-c", "import sys\n" + (AS_NOBODY if os.getuid() == 0 else RUN)]
    done = subprocess.run([*command, "parse", str(path.parent / read)], capture_output=True, timeout=10)
    path.parent.chmod(0o700)
    if done.returncode == 77:
        pytest.skip("root is forbidden nothing here, and cannot be made to be")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"tickerboard: {path.parent / read}: permission denied\n"


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_f10_a_page_that_becomes_something_else(make: Callable[[Path], None], path: Path) -> None:
    with Following(path) as following:
        assert following.page() == quotes(100)
        path.unlink()
        make(path)
        while (said := following.complaint()).endswith(GONE):
            continue
        assert said == f"tickerboard: {path}: not a regular file"
        path.unlink() if make is os.mkfifo else path.rmdir()
        path.write_text(text(101), "utf-8")
        assert following.page() == quotes(101)


@pytest.mark.parametrize("count", [3_000, pytest.param(30_000, marks=pytest.mark.slow)])
def test_f11_many_writes_end_on_the_last(count: int, path: Path) -> None:
    with Following(path) as following:
        assert following.page() == quotes(100)
        for at in range(1_001, 1_001 + count):
            path.write_text(text(at), "utf-8")
        before = following.until(quotes(1_000 + count))
        assert len(before) < 20
        assert following.is_silent(1)
