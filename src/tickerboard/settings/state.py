"""What the board remembers between two runs: the watchlist, read articles, and the last view of the table.

Several boards may share one state. Each save therefore merges its own changes into what is on disk, under a lock.
"""

from __future__ import annotations

import contextlib
import errno
import os
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.text.files import read_regular

if TYPE_CHECKING:
    from collections.abc import Iterator

READ_CAP = 2_000
"""How many read articles are remembered; the oldest marks are dropped first."""
OPENED_CAP = 10
"""How many sources are remembered."""
LOCK_SECONDS = 0.5
"""How long a save waits for another board's save."""


class State(NamedTuple):
    """What the board remembers.

    `watchlist` has symbols in the order in which they were added; `view` is the name of the last view, empty for
    all rows; `columns` are those chosen on screen; `sort` is the order chosen on screen, as the config writes it
    (`percent desc, symbol`), empty for the view's own; `read` has hashes of articles that were read, newest last;
    `split` is the percentage of the panes that the table takes, empty for automatic; `used` has the ids of actions that
    were chosen in the command palette, newest last; `looked` is when a board was last left (ISO 8601, UTC).
    `opened` has the sources of boards that were left, as they can be opened from anywhere, newest last.
    A filter without a name is not remembered: tomorrow's board would seem to lack rows.
    """

    watchlist: tuple[str, ...] = ()
    view: str = ""
    columns: tuple[str, ...] = ()
    sort: str = ""
    read: tuple[str, ...] = ()
    split: str = ""
    used: tuple[str, ...] = ()
    looked: str = ""
    opened: tuple[str, ...] = ()

    @property
    def last_look(self) -> datetime | None:
        """When a board was last left (UTC); None where that is not known."""
        with contextlib.suppress(ValueError):
            time = datetime.fromisoformat(self.looked)
            return time if time.tzinfo is not None else None
        return None


def state_path() -> Path:
    """Return where the state is: TICKERBOARD_STATE, or the platform's folder. Raise PlaceError without a home."""
    from tickerboard.settings.places import user_file

    return user_file("state", "state.json")


def load_state(path: Path) -> State:
    """Read the state; a damaged or missing one is empty, because nothing in it is worth a failure."""
    try:
        text = read_regular(path)
        import json

        given = json.loads(text)
        return State(**{name: _value(default, given.get(name)) for name, default in State()._asdict().items()})
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return State()


def _value(default: Any, given: Any) -> Any:
    """Return a field's value if it is of the default's type. Raise TypeError for a list that is not one."""
    if isinstance(default, str):
        return given if isinstance(given, str) else default
    return tuple(each for each in given or () if isinstance(each, str))


def save_state(path: Path, after: State, before: State | None = None) -> State:
    """Merge what changed from `before` to `after` into the state on disk, and return what was written.

    The file is replaced whole or not at all. Raise OSError.
    """
    import json

    path = Path(os.path.realpath(path))  # a link to the state stays a link
    path.parent.mkdir(parents=True, exist_ok=True)
    with _locked(path):
        merged = _merged(load_state(path), State() if before is None else before, after)
        # One name for all boards, used under the lock only: a killed save leaves at most this file, and the next
        # one writes over it.
        draft = path.with_name(path.name + ".new")
        try:
            draft.write_text(json.dumps(merged._asdict()), "utf-8")
            draft.replace(path)
        except OSError:
            draft.unlink(missing_ok=True)
            raise
    return merged


def _merged(disk: State, before: State, after: State) -> State:
    """Return the state on disk with the changes of this board applied."""
    return State(
        watchlist=_with_changes(disk.watchlist, before.watchlist, after.watchlist),
        view=disk.view if after.view == before.view else after.view,
        columns=disk.columns if after.columns == before.columns else after.columns,
        sort=disk.sort if after.sort == before.sort else after.sort,
        split=disk.split if after.split == before.split else after.split,
        used=disk.used if after.used == before.used else after.used,
        read=_with_changes(disk.read, before.read, after.read)[-READ_CAP:],
        looked=max(disk.looked, after.looked),
        opened=_with_latest(disk.opened, () if after.opened == before.opened else after.opened)[-OPENED_CAP:],
    )


def _with_changes(disk: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    """Return a list with what this board removed taken out and what it added put at the end."""
    removed = set(before) - set(after)
    return tuple(dict.fromkeys((*(each for each in disk if each not in removed), *_added(before, after))))


def _with_latest(disk: tuple[str, ...], latest: tuple[str, ...]) -> tuple[str, ...]:
    """Return a list with these at its end, each once."""
    return (*(each for each in disk if each not in latest), *latest)


def _added(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    known = set(before)
    return (each for each in after if each not in known)


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock of a state file. Raise OSError after `LOCK_SECONDS`.

    The lock file is never removed: another board may be waiting for it.
    """
    import fcntl

    lock = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK, 0o600)
    try:
        end = time.monotonic() + LOCK_SECONDS
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() > end:
                    raise OSError(errno.EAGAIN, "locked by another board") from error
                time.sleep(0.01)
        yield
    finally:
        os.close(lock)
