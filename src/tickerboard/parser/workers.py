"""The processes that parse, seen from the side that asks them."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tickerboard.parser.limits import (
    FRAME_CAP,
    MEBIBYTE_SECONDS,
    MEMORY_RATIO,
    PAGE_MEMORY,
    PAGE_SECONDS,
    REPLY_LEAST,
    REPLY_RATIO,
    WALL_RATIO,
    WALL_SECONDS,
    ParsingError,
    Stopped,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tickerboard.model import Page
    from tickerboard.parser.documents import Document
    from tickerboard.parser.worker import Request

WORKERS = 4
CHECK_SECONDS = 0.05
_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_START = (
    "import json, sys; sys.path += [each for each in json.loads(sys.argv[1]) if each not in sys.path];"
    "from tickerboard.parser.worker import main; main(int(sys.argv[2]))"
)


def _request(document: Document) -> Request:
    from tickerboard.parser.worker import Request

    size = len(document.data)
    seconds = PAGE_SECONDS + MEBIBYTE_SECONDS * size // 2**20
    memory = PAGE_MEMORY + MEMORY_RATIO * size
    return Request(size, document.url, document.charset, document.content_type, seconds, memory)


class Workers:
    """A few workers, each of which parses one document at a time. Threads wait for a free one."""

    def __init__(self, most: int) -> None:
        self._room = threading.BoundedSemaphore(most)
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []

    def read(self, document: Document, stop: threading.Event) -> Page:
        """Parse a document. Raises ParsingError and Stopped."""
        while not self._room.acquire(timeout=CHECK_SECONDS):
            if stop.is_set():
                raise Stopped
        try:
            worker = self._take()
            try:
                page, last = worker.read(document, stop)
            except BaseException:
                worker.close()
                raise
            if last:
                worker.close()
            else:
                with self._lock:
                    self._idle.append(worker)
            return page
        finally:
            self._room.release()

    def _take(self) -> _Worker:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.is_alive:
                    return worker
                worker.close()
        return _Worker()

    def close(self) -> None:
        """End the workers that are idle; the others end with this process."""
        with self._lock:
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.close()


class _Worker:
    """A process that parses. Raises ParsingError where the system has no room for one."""

    def __init__(self) -> None:
        lifeline, self._lifeline = os.pipe()
        command = [sys.executable, "-I", "-c", _START, json.dumps(_module_folders()), str(lifeline)]
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pass_fds=(lifeline,),
                cwd="/",
                env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
                start_new_session=True,  # no key of the terminal reaches it
                bufsize=0,
            )
        except OSError as error:
            os.close(self._lifeline)
            raise ParsingError(f"its parser cannot be started ({(error.strerror or 'no room').lower()})") from error
        finally:
            os.close(lifeline)
        assert self._process.stdin is not None and self._process.stdout is not None  # noqa: S101, PT018
        self._to, self._from = self._process.stdin.fileno(), self._process.stdout.fileno()
        os.set_blocking(self._to, False)
        os.set_blocking(self._from, False)

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked again."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the process, whatever it is doing."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        if self._lifeline >= 0:
            os.close(self._lifeline)
            self._lifeline = -1
        self._process.wait()

    def read(self, document: Document, stop: threading.Event) -> tuple[Page, bool]:
        """Parse a document; return its page, and whether this was the worker's last one."""
        from tickerboard.parser.wire import WireError, decode_page

        request = _request(document)
        watch = _Watch(request.seconds, stop)
        end: dict[str, Any] = {}
        try:
            self._send(request.line() + document.data, watch)
            page = decode_page(self._frames(request, watch, end))
        except (BrokenPipeError, EOFError) as error:
            raise ParsingError(self._cause(request)) from error
        except WireError as error:
            raise ParsingError("its parser returned no page") from error
        match end.get("error"):
            case None:
                return page, bool(end.get("last"))
            case "memory":
                raise ParsingError(f"parsing it takes more than {request.memory // 2**20:,} MiB of memory")
            case _:
                raise ParsingError("its parser failed")

    def _send(self, data: bytes, watch: _Watch) -> None:
        """Write a request; the process may be slow to read it."""
        rest = memoryview(data)
        while rest:
            watch.until(self._to, selectors.EVENT_WRITE)
            rest = rest[os.write(self._to, rest[:1_048_576]) :]

    def _frames(self, request: Request, watch: _Watch, end: dict[str, Any]) -> Iterator[bytes]:
        """Return the frames of the reply as they come, and fill in the object that ends it."""
        left = max(REPLY_LEAST, REPLY_RATIO * request.size)
        while True:
            size = int.from_bytes(self._receive(8, watch), "big")
            left -= size
            if left < 0 or size > FRAME_CAP:
                raise ParsingError("parsing it returns too much")
            frame = self._receive(size, watch)
            if frame.startswith(b"{"):
                end |= json.loads(frame)
                return
            yield frame

    def _receive(self, size: int, watch: _Watch) -> bytes:
        data = bytearray()
        while len(data) < size:
            watch.until(self._from, selectors.EVENT_READ)
            chunk = os.read(self._from, min(size - len(data), 1_048_576))
            if not chunk:
                raise EOFError
            data += chunk
        return bytes(data)

    def _cause(self, request: Request) -> str:
        """Return why the process ended before it replied."""
        try:
            status = self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            status = 0
        if status == -signal.SIGXCPU:
            return f"parsing it takes more than {request.seconds} s"
        return f"its parser ended with {signal.Signals(-status).name}" if status < 0 else "its parser ended"


class _Watch:
    """Waits for a worker, for no longer than it may take and not at all once nobody waits for us."""

    def __init__(self, seconds: float, stop: threading.Event) -> None:
        self._seconds, self._stop = WALL_SECONDS + seconds * WALL_RATIO, stop
        self._end = time.monotonic() + self._seconds

    def until(self, pipe: int, event: int) -> None:
        """Wait until a pipe can be read or written. Raises Stopped and ParsingError."""
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, event)
            while not selector.select(CHECK_SECONDS):
                if self._stop.is_set():
                    raise Stopped
                if time.monotonic() > self._end:
                    raise ParsingError(f"parsing it takes more than {self._seconds:.0f} s")


def _module_folders() -> list[str]:
    """Return where modules are found, without the working folder, in which anybody may have put some."""
    here = {"", ".", os.getcwd()}  # noqa: PTH109
    own = str(Path(__file__).resolve().parents[2])
    return [*(each for each in sys.path if each not in here), own]


workers = Workers(WORKERS)
atexit.register(workers.close)
