"""What `tickerboard parse` prints, run in this process: so that its deadlines can be shortened."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from loopback import Request

PAGE = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n".encode()


class Printed(NamedTuple):
    """The exit status, standard output and standard error."""

    status: int
    out: str
    err: str

    def is_page(self) -> bool:
        """Tell whether it is the page of these tests, whole and without complaint."""
        return self.status == 0 and '"last": 114.90' in self.out and not self.err

    def is_refused(self, url: str, why: str) -> bool:
        """Tell whether nothing was printed but one line on standard error, that says why."""
        return (self.status, self.out, self.err) == (2, "", f"tickerboard: {url}: {why}\n")


def parse(capsys: pytest.CaptureFixture[str], *arguments: str) -> Printed:
    """Run `tickerboard parse --format json`."""
    status = main(["parse", "--format", "json", *arguments])
    return Printed(status, *capsys.readouterr())


def refused(capsys: pytest.CaptureFixture[str], reply: Callable[[Request], bytes], why: str) -> None:
    """Check that a page so answered is refused in one line that says why."""
    from loopback import Loopback

    with Loopback(reply) as server:
        printed = parse(capsys, server.url + "/page")
    assert printed.is_refused(server.url + "/page", why), printed
