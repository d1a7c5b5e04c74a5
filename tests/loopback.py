"""A real server on the loopback address whose answers are switched by the tests."""

from __future__ import annotations

import socketserver
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable

    Answer = Callable[["Request"], bytes]


@dataclass
class Request:
    """What was asked, and the means to answer piece by piece."""

    path: str
    headers: dict[str, str]
    write: Callable[[bytes], object]
    closing: threading.Event = field(default_factory=threading.Event)


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """Write a whole answer; an underscore in a header's name stands for a hyphen."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class Loopback:
    """Listens on a free port; `reply` answers, `requests` remembers."""

    def __init__(self, reply: Answer) -> None:
        self.reply = reply
        self.requests: list[Request] = []
        self.most_at_once = 0
        self._at_once = 0
        self._closing = threading.Event()
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                outer._handle(self)

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True

        self._server = Server(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def _handle(self, handler: socketserver.StreamRequestHandler) -> None:
        first = handler.rfile.readline().decode("latin-1").split()
        headers = {}
        while line := handler.rfile.readline().decode("latin-1").strip():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        request = Request(first[1], headers, handler.wfile.write, self._closing)
        self.requests.append(request)
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            handler.wfile.write(self.reply(request))
        except OSError:
            return
        finally:
            self._at_once -= 1

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
