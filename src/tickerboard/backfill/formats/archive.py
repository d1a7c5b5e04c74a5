"""The blocks of an archive's records. Damage costs the broken record, which is reported, and no other.

FastWARC ends at damage and yields a record that is cut as if it were whole. So each compressed member is checked by
its own checksum before its records are read, lengths are compared, and reading goes on where the next record begins.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from tickerboard.backfill.errors import DamagedError
from tickerboard.backfill.formats.onward import Inflated, Onward
from tickerboard.backfill.streams import INFLATERS, PIECE, inflate

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from tickerboard.backfill.streams import Inflater

RECORD_CAP = 64 * 1024 * 1024
"""Bytes of a member that are held. What is longer is no record of its own: the whole file is one member."""
_MAGIC = {".gz": b"\x1f\x8b\x08", ".zst": b"\x28\xb5\x2f\xfd"}
_BEGIN = b"WARC/1."
_END = b"\r\n\r\n"
_HEADER = 32 * 1024
_SEARCHED = 1024 * 1024
_HEAD = re.compile(rb"\nWARC/1\.[01]\r?\n[A-Za-z-]{1,40}:")
_LOOKED_AT = 64


@dataclass(frozen=True, slots=True)
class Block:
    """A record's headers and its whole content; `data` is None for a record that has no page."""

    record: Any
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that is cut or damaged, and why."""

    code: str
    message: str


def blocks(stream: BinaryIO, ending: str) -> Iterator[Block | Broken]:
    """Yield the records of an archive, plain or compressed as the ending of its name says."""
    if ending not in _MAGIC:
        yield from _plain(stream)
        return
    at: int | None = 0
    while at is not None:
        member = _member(stream, at, INFLATERS[ending])
        match member:
            case None:
                return
            case _Whole(data, end):
                yield from _plain(io.BytesIO(data))
                at = end
            case _Endless():
                stream.seek(0)
                yield from _streamed(stream, INFLATERS[ending])
                return
            case Broken():
                yield member
                at = _next(stream, at + 1, _MAGIC[ending], INFLATERS[ending])


@dataclass(frozen=True, slots=True)
class _Whole:
    data: bytes
    end: int


class _Endless:
    """A member of more than RECORD_CAP bytes."""


def _member(stream: BinaryIO, at: int, new: Callable[[], Inflater]) -> _Whole | _Endless | Broken | None:
    """Read the compressed member at an offset; None at the end of the file."""
    stream.seek(at)
    inflater, parts, size, read = new(), [], 0, 0
    while not inflater.eof:
        if not (piece := stream.read(PIECE)):
            return Broken("cut", f"the archive ends within the record at byte {at:,}") if read else None
        read += len(piece)
        try:
            parts.append(inflater.decompress(piece))
        except Exception:  # noqa: BLE001  zlib.error and zstandard.ZstdError have no base in common
            return Broken("damaged", f"the record at byte {at:,} is damaged")
        size += len(parts[-1])
        if size > RECORD_CAP:
            return _Endless()
    return _Whole(b"".join(parts), at + read - len(inflater.unused_data))


def _next(stream: BinaryIO, start: int, magic: bytes, new: Callable[[], Inflater]) -> int | None:
    """Return where the next member with a record begins, from an offset on; None where there is none."""
    for at in _occurrences(stream, start, magic):
        stream.seek(at)
        if _head(new(), stream.read(PIECE)).startswith(_BEGIN):
            return at
    return None


def _head(inflater: Inflater, data: bytes) -> bytes:
    """Return what the beginning of a member holds; nothing for bytes that only look like one."""
    try:
        return inflater.decompress(data)
    except Exception:  # noqa: BLE001  zlib.error and zstandard.ZstdError have no base in common
        return b""


def _occurrences(stream: BinaryIO, start: int, wanted: bytes) -> Iterator[int]:
    """Yield the offsets of some bytes, from one on."""
    base, kept = start, b""
    while True:
        stream.seek(base + len(kept))
        if not (piece := stream.read(_SEARCHED)):
            return
        window, at = kept + piece, -1
        while (at := window.find(wanted, at + 1)) >= 0:
            yield base + at
        keep = len(wanted) - 1
        base, kept = base + len(window) - keep, window[-keep:]


def _streamed(stream: BinaryIO, new: Callable[[], Inflater]) -> Iterator[Block | Broken]:
    """Yield the records of an archive that is one compressed member: what follows damage is lost."""
    from fastwarc import ArchiveIterator

    source = Inflated(inflate(stream, new))
    try:
        for record in ArchiveIterator(source, parse_http=False):
            yield _block(record) or Broken("cut", "the archive ends within a record")
    except OSError as error:
        raise source.fault or DamagedError("damaged", "the rest of the archive cannot be read") from error
    if source.fault:
        raise source.fault


def _plain(stream: BinaryIO) -> Iterator[Block | Broken]:
    """Yield the records of plain bytes, and go on behind damage."""
    at: int | None = 0
    while at is not None:
        at = yield from _until_damage(stream, at)


def _until_damage(stream: BinaryIO, start: int) -> Generator[Block | Broken, None, int | None]:
    """Yield records from an offset; return where to go on behind damage, None at the end."""
    from fastwarc import ArchiveIterator

    held: _Held | None = None  # until what follows a record shows that its length is right
    damaged = False
    stream.seek(start)
    try:
        for record in ArchiveIterator(Onward(stream), parse_http=False):
            if held:
                yield held.block or Broken("cut", f"the record at byte {held.at:,} is cut")
            held = _Held(start + record.stream_pos, record.content_length, _block(record))
    except OSError:
        damaged = True
    end = held.end(stream) if held else start
    if held and held.block and end is not None:
        yield held.block
    elif held:
        yield Broken("damaged" if damaged else "cut", f"the record at byte {held.at:,} is incomplete")
        return next(_records(stream, held.at + 1), None)
    if not damaged or end is None:
        return None
    stream.seek(end)
    head = stream.read(_HEADER)
    code = "cut" if len(head) < _HEADER and _END not in head else "damaged"
    yield Broken(code, f"the record at byte {end:,} is {code}")
    return next(_records(stream, end + 1), None)


@dataclass(frozen=True, slots=True)
class _Held:
    """A record that was read: its offset, the length that its header states, and its block, None where it is short."""

    at: int
    length: int
    block: Block | None

    def end(self, stream: BinaryIO) -> int | None:
        """Return where the next record should begin; None where this one does not end where its header says."""
        stream.seek(self.at)
        begin = stream.read(_HEADER).find(_END)
        if begin < 0:
            return None
        end = self.at + begin + len(_END) + self.length
        stream.seek(end - 1)
        tail = stream.read(1 + len(_END))
        return end - 1 + len(tail) if tail and _END.startswith(tail[1:]) else None


def _records(stream: BinaryIO, start: int) -> Iterator[int]:
    """Yield the offsets from one on at which a plain record seems to begin."""
    for at in _occurrences(stream, start, _BEGIN):
        stream.seek(at - 1)
        if _HEAD.match(stream.read(_LOOKED_AT)):
            yield at


def _block(record: Any) -> Block | None:
    """Return a record with its content, where it is of a type that has a page; None for one that is cut."""
    from fastwarc import WarcRecordType as Type

    if not record.record_type & (Type.response | Type.resource | Type.conversion):
        return Block(record, None)
    data = record.reader.read()
    return Block(record, data) if len(data) == record.content_length else None
