"""A recorder on a small disk that fills up, or becomes read-only, and recovers. Runs where it may mount."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from recording import arrival, is_whole, prices, strip
from tickerboard.history import database, recorder
from tickerboard.history.recorder import Recorder

database.WRITE_SECONDS = recorder.RETRY_SECONDS = 0.1
disk, fault = Path(sys.argv[1]), sys.argv[2]
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", disk], check=True)
path = disk / "history" / "history.db"
reported: list[str | None] = []
changed = threading.Event()


def report(trouble: str | None) -> None:
    """Note what the recorder says."""
    reported.append(trouble)
    changed.set()


def wait() -> None:
    """Wait for the next report."""
    assert changed.wait(60)
    changed.clear()


writer = Recorder(path, report=report)
stored = threading.Event()
writer._stored = lambda _: stored.set()
writer.put_work([arrival(strip(ABL="1.00"))])
assert stored.wait(60)
ballast = disk / "ballast"
if fault == "full":
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 4096):
                pass
        except OSError:
            pass
else:
    writer.close(60)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    writer = Recorder(path, report=report)
writer.put_work([arrival(strip(ABL="2.00", **{f"S{each:03}": "1.00" for each in range(900)}), 1)])
writer.put_work([arrival(strip(ABL="3.00"), 2)])
wait()
print("paused:", str(reported[0]).rpartition(": ")[2].removesuffix(" file system"))  # noqa: T201
if fault == "full":
    ballast.unlink()
else:
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
wait()
assert reported[1:] == [None], reported
print("resumed")  # noqa: T201
assert writer.close(60)
print(len(prices(path)), "prices")  # noqa: T201
print("whole" if is_whole(path) else "damaged")  # noqa: T201
