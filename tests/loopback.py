"""A real server on the loopback address whose answers are switched by the tests."""

from __future__ import annotations

import os
import socket
import socketserver
import struct
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    Answer = Callable[["Request"], bytes]


@dataclass
class Request:
    """What was asked, and the means to answer piece by piece."""

    path: str
    headers: dict[str, str]
    write: Callable[[bytes], object]
    closing: threading.Event
    at: float
    _socket: socket.socket

    def reset(self) -> None:
        """Break the connection off at once, without a farewell."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        os.close(self._socket.detach())

    def drip(self, piece: bytes, every: float = 0.05) -> bytes:
        """Send a piece again and again, for as long as somebody listens."""
        while not self.closing.wait(every):
            self.write(piece)
        return b""


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """Write a whole answer; an underscore in a header's name stands for a hyphen."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class Loopback:
    """Listens on a free port, or on `port`; `reply` answers, `requests` remembers. With `tls` it is an https server."""

    def __init__(
        self, reply: Answer, tls: ssl.SSLContext | None = None, address: str = "127.0.0.1", port: int = 0
    ) -> None:
        self.reply, self.tls, self.address = reply, tls, address
        self.requests: list[Request] = []
        self.most_at_once = 0
        self._at_once = 0
        self._counting = threading.Lock()
        self._closing = threading.Event()
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                outer._handle(self)

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True

            def get_request(self) -> tuple[socket.socket, object]:
                ours, address = super().get_request()
                if tls is not None:
                    ours = tls.wrap_socket(ours, server_side=True, do_handshake_on_connect=False)
                return ours, address

        self._server = Server((address, port), Handler)

    @property
    def url(self) -> str:
        return f"http{'s' if self.tls else ''}://{self.address}:{self._server.server_address[1]}"

    def _handle(self, handler: socketserver.StreamRequestHandler) -> None:
        try:
            path, headers = self._asked(handler)
        except OSError:  # a client that does not trust our certificate
            return
        request = Request(path, headers, handler.wfile.write, self._closing, time.monotonic(), handler.request)
        with self._counting:
            self.requests.append(request)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            handler.wfile.write(self.reply(request))
        except OSError:
            return
        finally:
            with self._counting:
                self._at_once -= 1

    def _asked(self, handler: socketserver.StreamRequestHandler) -> tuple[str, dict[str, str]]:
        first = handler.rfile.readline().decode("latin-1").split()
        headers = {}
        while line := handler.rfile.readline().decode("latin-1").strip():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        return first[1], headers

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
