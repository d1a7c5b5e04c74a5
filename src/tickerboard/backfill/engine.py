"""The engine: Daft hands tasks to processes, on this machine or on Ray. Nothing else imports it.

The parser is Python and holds the interpreter's lock, so each core gets a process of its own. Daft's own readers are
not used: its WARC reader fails on a cut archive and silently skips what follows damage.
"""

from __future__ import annotations

import io
import os
import signal
import socket
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from tickerboard.backfill.errors import BackfillError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NATIVE, RAY = "native", "ray"
ENGINES = (NATIVE, RAY)
CONNECT_SECONDS = 10.0
_QUIET = {
    "DAFT_ANALYTICS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "DO_NOT_TRACK": "1",
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_BACKEND_LOG_LEVEL": "fatal",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
    "PYTHONSAFEPATH": "1",  # a module in the working folder is not run
}
"""The environment of the engine and its processes: no reports to anybody, no bar of its own."""


@dataclass(slots=True)
class Engine:
    """Which engine runs the tasks: `address` is Ray's, None begins one on this machine; `workers` 0 is one a core.

    It is begun once, before the first object of a store is listed: Daft keeps the engine that it used first.
    """

    name: str = NATIVE
    address: str | None = None
    workers: int = 0

    def run(self, tasks: Sequence[str]) -> Iterator[str]:
        """Run tasks, as JSON; yield the tally of each, as JSON, as they come to an end. Raise BackfillError."""
        daft = load()
        workers = self.workers
        runner = daft.cls(_Runner, max_concurrency=min(workers, len(tasks)), use_process=self.name == NATIVE)()
        frame = daft.from_pydict({"task": list(tasks)})
        if self.name == RAY:
            frame = frame.into_partitions(len(tasks))
        frame = frame.select(runner.run(frame["task"]).alias("tally"))
        try:
            for row in frame.iter_rows(results_buffer_size=workers):
                yield row["tally"]
        except BackfillError:
            raise
        except Exception as error:  # whatever a worker raised, or that it was killed
            raise BackfillError(f"the engine stopped: {_reason(error)}") from error

    def begin(self) -> None:
        """Choose the engine, and one worker a core where no number was chosen. Raise BackfillError."""
        self.workers = self._begin(load())

    def _begin(self, daft: Any) -> int:
        if self.name == NATIVE:
            daft.set_runner_native()
            return self.workers or len(os.sched_getaffinity(0))
        try:
            import ray as loaded
        except ImportError as error:
            raise BackfillError("--engine ray needs Ray: install tickerboard with its extra 'cluster'") from error
        ray: Any = loaded
        if self.address:
            _check_reachable(self.address)
        try:
            own: dict[str, Any] = {} if self.address else {"include_dashboard": False, "_node_ip_address": "127.0.0.1"}
            ray.init(self.address, log_to_driver=False, logging_level="ERROR", ignore_reinit_error=True, **own)
            daft.set_runner_ray(self.address, noop_if_initialized=True)
            return self.workers or max(int(ray.cluster_resources().get("CPU", 1)), 1)
        except Exception as error:
            raise BackfillError(f"Ray cannot be used: {_reason(error)}") from error


def _check_reachable(address: str) -> None:
    """Raise BackfillError where nothing listens at an address: Ray itself would try for minutes."""
    host, _, port = address.rpartition("//")[2].rpartition(":")
    if not port.isdecimal():
        raise BackfillError(f"invalid address {address!r}; use HOST:PORT or ray://HOST:PORT")
    try:
        socket.create_connection((host.strip("[]"), int(port)), CONNECT_SECONDS).close()
    except (OSError, OverflowError, ValueError) as error:
        raise BackfillError(f"Ray cannot be reached at {address} ({_reason(error)})") from error


class _Runner:
    """What a process of the engine runs, one task at a time."""

    def __init__(self) -> None:
        """Leave Ctrl+C, which a terminal sends to every process, to the one that began the run."""
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, signal.SIG_IGN)

    def run(self, task: str) -> str:
        """Do a task and return its tally, both as JSON."""
        import json

        from tickerboard.backfill.task import Task, run

        return json.dumps(run(Task.from_json(task)).to_dict())


def load() -> Any:
    """Return the module of the engine, with its reports switched off. Raise BackfillError where it is missing."""
    os.environ.update(_QUIET)
    try:
        import daft
        import fastwarc
        import pyarrow  # noqa: F401
        import zstandard  # noqa: F401
    except ImportError as error:
        raise BackfillError("backfill needs Daft: install tickerboard with its extra 'backfill'") from error
    del fastwarc
    return daft


def open_stored(path: str) -> BinaryIO:
    """Open an object of a store to read, in pieces. Raise OSError."""
    daft = load()
    try:
        return io.BufferedReader(_Stored(daft.File(path).open()))
    except Exception as error:
        raise OSError(_reason(error)) from error


class _Stored(io.RawIOBase):
    """Daft's file as Python's own: its `closed` is a method, which Arrow takes for a file that is closed."""

    def __init__(self, file: Any) -> None:
        super().__init__()
        self._file = file.__enter__()

    def close(self) -> None:
        """Close it."""
        if not self.closed:
            self._file.__exit__(None, None, None)
        super().close()

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def seekable(self) -> bool:
        """Return that it can be read from anywhere."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Read the next bytes into a buffer; return how many."""
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to an offset."""
        return int(self._file.seek(offset, whence))

    def tell(self) -> int:
        """Return the offset."""
        return int(self._file.tell())


def list_stored(pattern: str) -> Iterator[tuple[str, int]]:
    """Yield the addresses and sizes of the objects of a store that a pattern matches. Raise BackfillError."""
    daft = load()
    try:
        rows = list(daft.from_glob_path(pattern).select("path", "size").iter_rows())
    except Exception as error:
        raise BackfillError(f"{pattern}: {_reason(error)}") from error
    yield from ((row["path"], -1 if row["size"] is None else row["size"]) for row in rows)


def _reason(error: BaseException) -> str:
    """Return the last line of an error that says something."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__
