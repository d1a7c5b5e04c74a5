"""The process in which documents are parsed that may take long: it reads one after the other and prints their pages.

It is started by `workers` and speaks to nobody else. A request is one line of JSON (`Request`) and the document's
bytes. The reply is frames of JSON, each behind its length in eight bytes: the page as in `wire`, then an object that
ends it, `{"error": …}` where there is no page.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import resource
import signal
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, BinaryIO

from tickerboard.parser.documents import Document, read_document
from tickerboard.parser.wire import encode_page

if TYPE_CHECKING:
    from collections.abc import Iterator

RETIRING = 300 * 1024 * 1024
"""Bytes of memory after which a worker is replaced: what a large page took is not given back to the system."""


@dataclass(frozen=True, slots=True)
class Request:
    """What goes before a document's bytes: their number, what the server declares, and the limits.

    `seconds` are of processor time, `memory` is in bytes of address space.
    """

    size: int
    url: str | None
    charset: str | None
    content_type: str | None
    seconds: int
    memory: int

    def line(self) -> bytes:
        """Return the request as it is sent."""
        return json.dumps(asdict(self)).encode() + b"\n"


def main(lifeline: int) -> None:
    """Serve standard input until it ends; `lifeline` is a pipe whose other end only our parent holds."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent(lifeline)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    serve(sys.stdin.buffer, sys.stdout.buffer)


def die_with_parent(lifeline: int) -> None:
    """Have the system end this process as soon as the other end of a pipe is closed, whatever is being computed."""
    signal.signal(signal.SIGIO, signal.SIG_DFL)  # whose default is the end
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)


def serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Reply to each request until there are no more."""
    for request, data in _requests(requests):
        document = Document("", data, None, None, request.url, request.charset, request.content_type)
        with _limited(request):
            replies.writelines(len(frame).to_bytes(8, "big") + frame for frame in _reply(document, request.memory))
        replies.flush()


def _requests(stream: BinaryIO) -> Iterator[tuple[Request, bytes]]:
    while line := stream.readline():
        request = Request(**json.loads(line))
        yield request, stream.read(request.size)


def _reply(document: Document, memory: int) -> Iterator[bytes]:
    """Return the frames of a document's page, or of why there is none."""
    error = None
    try:
        yield from encode_page(read_document(document).page)
    except MemoryError:
        error = "memory"
    except Exception as fault:  # noqa: BLE001  a fault of a reader costs its own page only
        # A library that gets no memory may raise anything.
        error = "memory" if _peak() > memory // 2 else type(fault).__name__
    yield json.dumps({"error": error, "last": error is not None or _peak() > RETIRING}).encode()


@contextlib.contextmanager
def _limited(request: Request) -> Iterator[None]:
    """Limit processor time and memory while a document is parsed; the system ends what takes longer."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + request.seconds + 1)
    _limit(resource.RLIMIT_AS, request.memory)
    try:
        yield
    finally:
        _limit(resource.RLIMIT_AS, resource.RLIM_INFINITY)


def _limit(what: int, most: int) -> None:
    with contextlib.suppress(ValueError, OSError):  # such as memory on macOS, which has no such limit
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _peak() -> int:
    """Return the most memory that this process has had, in bytes."""
    with contextlib.suppress(OSError, StopIteration), open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123
        # What getrusage says is inherited from the parent.
        return int(next(line for line in status if line.startswith("VmHWM:")).split()[1]) * 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
