"""What the board remembers from one time to the next: the watchlist, and how the table was looked at."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class State:
    """The watchlist, in the order in which it was made, the last view of the table, and the columns chosen on screen.

    A filter or an order that has no name is not remembered: tomorrow's board would seem to lack rows.
    """

    watchlist: tuple[str, ...] = ()
    view: str = ""
    columns: tuple[str, ...] = ()


def state_path() -> Path:
    """Where the state is: TICKERBOARD_STATE, or the platform's place."""
    if chosen := os.environ.get("TICKERBOARD_STATE"):
        return Path(chosen)
    from platformdirs import user_state_path

    return user_state_path("tickerboard") / "state.json"


def load_state(path: Path) -> State:
    """Read the state; a damaged or missing one is an empty one, for nothing in it is worth a failure."""
    try:
        text = path.read_text("utf-8")
        import json

        given = json.loads(text)
        view = given["view"] if isinstance(given.get("view"), str) else ""
        watchlist, columns = (
            tuple(each for each in given.get(name) or () if isinstance(each, str)) for name in ("watchlist", "columns")
        )
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return State()
    return State(watchlist, view, columns)


def save_state(path: Path, state: State) -> None:
    """Write the state whole or not at all. Raises OSError."""
    import json
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
        json.dump(asdict(state), file)
    Path(file.name).replace(path)
