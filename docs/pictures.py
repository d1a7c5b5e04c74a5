"""Take the pictures of the docs from the real application, on a walk that is the same each time.

    python docs/pictures.py            write them
    python docs/pictures.py --check    write nothing; exit with status 1 where one is out of date

Clocks stand still and nothing moves by itself, so that equal code makes equal pictures.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

os.environ |= {"TZ": "UTC", "COLORTERM": "truecolor", "TEXTUAL_COLOR_SYSTEM": "truecolor"}
os.environ.pop("NO_COLOR", None)
time.tzset()

from textual.widgets import Input  # noqa: E402

import films  # noqa: E402  the colours of the terminal are read when Textual is imported
from tickerboard.board.board import Board  # noqa: E402
from tickerboard.board.listings import Listings  # noqa: E402
from tickerboard.history.store import Arrival, Store  # noqa: E402
from tickerboard.model import ObservedFrom  # noqa: E402
from tickerboard.parser.documents import Document, read_document  # noqa: E402
from tickerboard.settings.config import AlertSettings, Config  # noqa: E402
from tickerboard.sources.base import Pages  # noqa: E402
from tickerboard.sources.demo import DemoSource  # noqa: E402
from tickerboard.sources.pace import Pace  # noqa: E402
from tickerboard.sources.updates import Snapshots, parsed  # noqa: E402
from tickerboard.ui.app import TickerboardApp  # noqa: E402
from tickerboard.ui.board import lights  # noqa: E402
from tickerboard.ui.board.screen import BoardScreen  # noqa: E402
from tickerboard.ui.history.keeper import HistoryPlan  # noqa: E402
from tickerboard.ui.tape import Tape  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from rich.segment import Segment
    from textual.pilot import Pilot
    from textual.strip import Strip

FOLDER = Path(__file__).parent / "pictures"
SIZE = (120, 34)
OPEN, STEP, STEPS = datetime(2026, 1, 5, 9, 30, tzinfo=UTC), timedelta(minutes=10), 30
DELAY = timedelta(seconds=12)
"""How old the latest page is."""
LATEST = OPEN + STEP * (STEPS - 4)
"""The time of the last page that the history has."""
PATIENCE = 60.0
SAME = 8
"""How often the screen must be the same, 50 ms apart, to be taken for finished."""
lights.SECONDS = 1e6  # what lights up stays lit until it is put out


@dataclass
class Frozen:
    """A clock that stands still; whoever sleeps wakes at once."""

    time: datetime = LATEST + DELAY

    def now(self) -> datetime:
        """Return the time at which the pictures are taken."""
        return self.time

    async def sleep(self, seconds: float) -> None:
        """Go on at once."""


async def walk() -> list[Document]:
    """Return the pages of a session, one each `STEP`."""
    pages: list[Document] = []
    async for fetch in DemoSource(seed=7).follow(Pace(2, Frozen())):
        if isinstance(fetch, Pages):
            data = fetch.documents[0].data
            pages.append(Document("psx.txt", data, OPEN + STEP * len(pages), ObservedFrom.MTIME))
        if len(pages) == STEPS:
            break
    return pages


def update_of(document: Document) -> Snapshots:
    """Return the update of a page."""
    update = parsed(Pages(document.label, (document,)), document.observed or OPEN)
    if not isinstance(update, Snapshots):
        raise TypeError(f"{document.label}: no page")
    return update


@dataclass
class Camera:
    """The application on a walk, and the frames that were taken of it."""

    app: TickerboardApp
    clock: Frozen
    pilot: Pilot[None]
    later: list[Document]
    frames: list[tuple[float, list[Strip]]] = field(default_factory=list)

    @property
    def strips(self) -> list[Strip]:
        """What the screen shows, line by line."""
        return self.app.screen._compositor.render_strips(self.app.size)

    async def settle(self, seen: str = "") -> None:
        """Wait until a text is on screen, and until nothing changes any more."""
        end, same, text = time.monotonic() + PATIENCE, 0, ""
        before: list[list[Segment]] = []
        while same < SAME or seen not in text:
            if time.monotonic() > end:
                raise TimeoutError(f"{seen!r} never came:\n{text}")
            for prompt in self.app.screen.query(Input):
                prompt.cursor_blink = False
            await self.pilot.pause(0.05)
            now = [list(strip) for strip in self.strips]
            same, before = (same + 1 if now == before else 0), now
            text = "\n".join("".join(segment.text for segment in line) for line in now)

    async def press(self, *keys: str, seconds: float = 1.0, seen: str = "") -> None:
        """Press keys and take a frame, which stays for so many seconds."""
        await self.pilot.press(*keys)
        await self.settle(seen)
        self.frames.append((seconds, self.strips))

    async def refresh(self) -> None:
        """Take the next page in: what changed lights up, and goes out."""
        document = self.later.pop(0)
        self.clock.time = (document.observed or OPEN) + DELAY
        await self.app._take(update_of(document))
        await self.press(seconds=0.7)
        if isinstance(screen := self.app.screen, BoardScreen):
            screen._lights._fade()
        await self.press(seconds=0.5)

    async def back(self, first: datetime, steps: int) -> None:
        """Go back in time, a frame for each step; the first one leads to this time."""
        for at in range(steps):
            await self.press("left_square_bracket", seconds=0.6, seen=f"THEN {first - at * STEP:%H:%M}")

    async def roll(self, cells: int) -> None:
        """Move the tape."""
        tape = self.app.screen.query_one(Tape)
        for _ in range(cells):
            tape._tick()
        await self.press(seconds=0.2)


async def board(camera: Camera) -> None:
    """The board."""
    await camera.press("j", "j", "j", seen="row 4 of")


async def heat(camera: Camera) -> None:
    """The heat map."""
    await camera.press("m", seen="Heat map")


async def details(camera: Camera) -> None:
    """The details of a quote, with its chart."""
    await camera.press("j", "j", "j", "enter", seen="session")


async def help_(camera: Camera) -> None:
    """The help."""
    await camera.press("question_mark", seen="Keys and marks")


async def alerts(camera: Camera) -> None:
    """The alerts, one of which fired on the last refresh."""
    await camera.refresh()
    await camera.press("A", seen="Alerts")
    await camera.press(seen="psx.txt")
    del camera.frames[:-1]


async def travel(camera: Camera) -> None:
    """The board in the past."""
    await camera.back(LATEST - STEP, 9)
    del camera.frames[:-1]


async def moving(camera: Camera) -> None:
    """The tape, a refresh, a sort, a filter, time travel and the heat map."""
    await camera.press(seconds=1.0)
    for _ in range(6):
        await camera.roll(4)
    await camera.refresh()
    await camera.press("s", "s", "s", "s", "S", seconds=1.4, seen="percent")
    await camera.press("slash", seconds=0.3, seen="34 of 34 rows")
    for word in ("percent", " > 1"):
        keys = [{" ": "space", ">": "greater_than_sign"}.get(letter, letter) for letter in word]
        await camera.press(*keys, seconds=0.5)
    await camera.press("enter", seconds=1.4)
    await camera.press("escape", seconds=0.6)
    await camera.back(LATEST, 2)
    await camera.press("escape", seconds=0.8, seen="LIVE")
    await camera.press("m", seconds=2.0, seen="Heat map")


ALERTS = {
    "falls": AlertSettings(when="percent < -4"),
    "cement": AlertSettings(when="sector ~ cement and percent > 3", cooldown=600),
    "named": AlertSettings(when="mentioned and symbol in watchlist", bell=True),
}
SCENES: dict[str, Callable[[Camera], Awaitable[None]]] = {
    "board": board,
    "heat": heat,
    "details": details,
    "help": help_,
    "alerts": alerts,
    "travel": travel,
    "tour": moving,
}


async def taken(name: str, pages: Sequence[Document], history: Path) -> str:
    """Return the picture of a scene."""
    first = Board.of([update_of(pages[STEPS - 4])], Listings.load())
    plan = HistoryPlan(history, records=False)
    clock = Frozen()
    config = Config(motion=False, alerts=ALERTS if name == "alerts" else {})
    app = TickerboardApp(first, [], config, live=True, clock=clock, history=plan)
    async with app.run_test(size=SIZE) as pilot:
        camera = Camera(app, clock, pilot, list(pages[STEPS - 3 :]))
        await camera.settle("▁")
        await SCENES[name](camera)
        ground = app.theme_variables["background"], app.theme_variables["foreground"]
    return films.svg(camera.frames, SIZE, *ground)


async def pictures() -> dict[Path, str]:
    """Return every picture by its file."""
    pages = await walk()
    with tempfile.TemporaryDirectory() as folder:
        history = Path(folder) / "history.db"
        with Store(history) as store:
            arrivals = [Arrival(each.label, each, read_document(each), each.observed or OPEN) for each in pages[:-3]]
            for _ in store.add(arrivals):
                pass
        return {FOLDER / f"{name}.svg": await taken(name, pages, history) for name in SCENES}


def main(arguments: list[str]) -> int:
    """Write, or with `--check` only compare; return the exit status."""
    checking = arguments == ["--check"]
    made = asyncio.run(pictures())
    stale = {path: text for path, text in made.items() if not path.exists() or path.read_text("utf-8") != text}
    FOLDER.mkdir(exist_ok=True)
    for path, text in stale.items():
        if not checking:
            path.write_text(text, "utf-8")
        sys.stdout.write(f"docs/pictures/{path.name}: {'out of date' if checking else 'written'}\n")
    return 1 if checking and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
