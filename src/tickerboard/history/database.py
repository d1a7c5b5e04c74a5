"""The SQLite file: created private, migrated, opened to write or to read, moved aside where it is damaged.

The file is never opened in another way than by SQLite: closing any descriptor of it would drop the locks that SQLite
holds for this process.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
import stat
import time
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.history.errors import (
    DamagedError,
    HistoryError,
    LockedError,
    NoHistoryError,
    RefusedError,
    plain_errors,
)
from tickerboard.history.schema import APPLICATION_ID, MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

WRITE_SECONDS = 5.0
"""How long a writer waits for another program's lock before it reports it."""
READ_SECONDS = 2.0
WRITER_CACHE, READER_CACHE = 4_096, 4_096
"""Memory for pages of the file (KiB), used as it is needed: a snapshot of 500 symbols is on 500 pages of 4 KiB."""
CHECKED_BYTES = 256 * 1024 * 1024
"""The size up to which a file is checked throughout when it is opened to write."""
_SIDES = ("-journal", "-wal", "-shm")
_FIXED = ((3, 44, 6, 3, 45, 0), (3, 50, 7, 3, 51, 0))
"""The versions between which SQLite's WAL fault was fixed before 3.51.3."""


class Identity(NamedTuple):
    """Whether a file is still the one that was opened, or another by the same name."""

    device: int
    inode: int


def identity_of(path: Path) -> Identity | None:
    """Return the identity of a file; None where there is none, or nothing in it."""
    try:
        status = path.stat()
    except OSError:
        return None
    return Identity(status.st_dev, status.st_ino) if status.st_size else None


def journal_mode(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str:
    """Return the journal that is safe with a version of SQLite.

    A reset of the write-ahead log can corrupt the file below 3.51.3, 3.44.6 and later 3.44 and 3.50.7 and later 3.50
    apart.
    """
    fixed = version >= (3, 51, 3) or any(fix[:3] <= version < fix[3:] for fix in _FIXED)
    return "wal" if fixed else "delete"


def open_writer(path: Path, migrations: Sequence[str] = MIGRATIONS) -> sqlite3.Connection:
    """Open the history to write: create and migrate it where needed. Raise HistoryError."""
    with plain_errors(path), _locked(path):
        _create(path)
        connection = _connect(path, "rw", WRITE_SECONDS)
        try:
            _set_cache(connection, WRITER_CACHE)
            _migrate(connection, path, migrations)
            if path.stat().st_size <= CHECKED_BYTES:
                check(connection, path)
            _settle(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def open_reader(path: Path, migrations: Sequence[str] = MIGRATIONS) -> sqlite3.Connection:
    """Open the history to read only. Raise NoHistoryError where there is none, HistoryError where it is unreadable."""
    if not path.exists():
        raise NoHistoryError(f"{path}: no history yet; 'tickerboard record SOURCE' starts one")
    if not path.is_file():
        raise HistoryError(f"{path}: not a regular file")
    with plain_errors(path):
        connection = _connect_to_read(path)
        try:
            version = _version(connection, path)
        except BaseException:
            connection.close()
            raise
        if version == 0 or version > len(migrations):
            connection.close()
            _refuse_newer(path, version, migrations)
            raise NoHistoryError(f"{path}: no history yet; 'tickerboard record SOURCE' starts one")
        if version < len(migrations):  # only a writer may change the file
            connection.close()
            open_writer(path, migrations).close()
            connection = _connect_to_read(path)
        return connection


def move_aside(path: Path) -> Path | None:
    """Move a damaged history to a name of its own and return that; None where the file proves to be whole."""
    with plain_errors(path), _locked(path):
        if not path.exists() or _is_whole(path):
            return None
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        number, away = 1, path.with_name(f"{path.name}.damaged-{stamp}")
        while away.exists():
            number += 1
            away = path.with_name(f"{path.name}.damaged-{stamp}-{number}")
        path.rename(away)
        for side in _SIDES:
            beside = path.with_name(path.name + side)
            if beside.exists():
                beside.rename(away.with_name(away.name + side))
        return away


def _connect(path: Path, mode: str, seconds: float) -> sqlite3.Connection:
    """Connect without ever creating the file; transactions are begun by hand."""
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, timeout=seconds, isolation_level=None, check_same_thread=False, uri=True)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _connect_to_read(path: Path) -> sqlite3.Connection:
    """Connect to read only, after what a killed writer left behind was rolled back."""
    connection = _connect(path, "ro", READ_SECONDS)
    try:
        recover(connection, path)
        _set_cache(connection, READER_CACHE)
    except BaseException:
        connection.close()
        raise
    return connection


def _set_cache(connection: sqlite3.Connection, kibibytes: int) -> None:
    """Give a connection its cache. This reads the file, so it needs one that is rolled back."""
    connection.execute(f"PRAGMA cache_size = -{kibibytes}")


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock under which the file is created, migrated and moved. The lock file is never removed."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        end = time.monotonic() + WRITE_SECONDS
        while not _try_lock(descriptor):
            if time.monotonic() > end:
                raise LockedError(f"{path}: locked by another program")
            time.sleep(0.02)
        yield
    finally:
        os.close(descriptor)


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _create(path: Path) -> None:
    """Create the file for its owner only, and take an existing one from others."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise HistoryError(f"{path}: not a regular file") from None
        if status.st_mode & 0o077 and status.st_uid == os.geteuid():
            path.chmod(0o600)


def _migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[str]) -> None:
    """Bring the schema up to date, one transaction a version, so that a kill leaves the version before."""
    version = _version(connection, path)
    _refuse_newer(path, version, migrations)
    for number, script in enumerate(migrations[version:], version + 1):
        if version == 0:
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _statements(script: str) -> Iterator[str]:
    """Split a script, for `executescript` would commit before its first statement."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


_STATE = """
SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
FROM pragma_user_version, pragma_application_id"""
"""One statement: between two of them another program may begin the history."""


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the schema version, 0 for an empty file. Raise RefusedError for a database of another program."""
    version, identity, tables = connection.execute(_STATE).fetchone()
    if identity != APPLICATION_ID and (tables or version or identity):
        raise RefusedError(f"{path}: not a tickerboard history; it is left untouched")
    return int(version)


def _refuse_newer(path: Path, version: int, migrations: Sequence[str]) -> None:
    if version > len(migrations):
        raise RefusedError(
            f"{path}: written by a later version of tickerboard (schema {version}, this one knows {len(migrations)}); "
            "it is left untouched"
        )


def recover(connection: sqlite3.Connection, path: Path) -> None:
    """Let SQLite roll back what a killed writer left behind, which a connection that only reads cannot do."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) not in _NEEDS_RECOVERY:
            raise
        with closing(_connect(path, "rw", READ_SECONDS)) as writer:
            writer.execute("SELECT count(*) FROM sqlite_schema").fetchone()


_NEEDS_RECOVERY = (sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY, sqlite3.SQLITE_READONLY_CANTINIT)


def _settle(connection: sqlite3.Connection) -> None:
    """Choose the journal, and make each commit last through a power failure."""
    wanted = journal_mode()
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != wanted:
        connection.execute(f"PRAGMA journal_mode = {wanted}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = OFF")


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Raise DamagedError unless SQLite's own check passes."""
    if (found := connection.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
        raise DamagedError(f"{path}: damaged ({found.splitlines()[-1]})")


def _is_whole(path: Path) -> bool:
    try:
        with plain_errors(path), closing(_connect(path, "rw", WRITE_SECONDS)) as connection:
            check(connection, path)
    except DamagedError:
        return False
    return True
