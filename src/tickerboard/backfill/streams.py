"""Compressed bytes, read in pieces: what is cut or damaged is reported, never passed over."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from tickerboard.backfill.errors import DamagedError, UnreliableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PIECE = 64 * 1024
LINE_CAP = 16 * 1024 * 1024
"""Bytes that one line may have; a longer one is rejected without being held."""


class Inflater(Protocol):
    """One compressed member: zlib's and zstandard's decompression objects."""

    @property
    def eof(self) -> bool:
        """Whether the member is complete."""
        ...

    @property
    def unused_data(self) -> bytes:
        """The bytes behind it."""
        ...

    def decompress(self, data: bytes, /) -> bytes:
        """Return what the next bytes hold."""
        ...


def gzip_member() -> Inflater:
    """Return what decompresses a gzip member and checks it."""
    return zlib.decompressobj(31)


def zstd_frame() -> Inflater:
    """Return what decompresses a Zstandard frame."""
    import zstandard

    inflater: Any = zstandard.ZstdDecompressor().decompressobj()
    return inflater  # type: ignore[no-any-return]


INFLATERS: dict[str, Callable[[], Inflater]] = {".gz": gzip_member, ".zst": zstd_frame}
"""How a file is decompressed, by the last ending of its name."""


def inflate(stream: BinaryIO, new: Callable[[], Inflater]) -> Iterator[bytes]:
    """Yield what a stream of members holds. Raise DamagedError where it is cut or damaged."""
    inflater, begun = new(), False
    while data := stream.read(PIECE):
        while data:
            begun = True
            yield _decompressed(inflater, data)
            if not inflater.eof:
                break
            data, inflater, begun = inflater.unused_data.lstrip(b"\0"), new(), False  # zeros pad a member to a block
    if begun:
        raise DamagedError("cut", "the file ends within its compressed data")


def _decompressed(inflater: Inflater, data: bytes) -> bytes:
    try:
        return inflater.decompress(data)
    except Exception as error:  # zlib.error and zstandard.ZstdError have no base in common
        why = str(error).lower()
        if "data check" in why or "checksum" in why or "length check" in why:
            raise UnreliableError("the checksum does not match") from error
        raise DamagedError("damaged", "the compressed data is damaged") from error


def pieces(stream: BinaryIO) -> Iterator[bytes]:
    """Yield what a plain stream holds."""
    while data := stream.read(PIECE * 16):
        yield data


def lines(parts: Iterator[bytes]) -> Iterator[bytes | None]:
    """Yield lines without their ends; None stands for a line that is too long to be held."""
    rest, over = b"", False
    for part in parts:
        *whole, last = part.split(b"\n")
        if not whole:
            rest, over = (b"", True) if over or len(rest) + len(last) > LINE_CAP else (rest + last, False)
            continue
        yield None if over else rest + whole[0]
        yield from whole[1:]
        rest, over = last, False
    if rest or over:
        yield None if over else rest
