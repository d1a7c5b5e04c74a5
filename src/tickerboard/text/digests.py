"""Digests as `hashlib` gives them, without the OpenSSL that it loads: 4 MiB that a board does without.

They come from the interpreter's own modules, as in the standard library's `random`, and from `hashlib` where a build
has none of these. Over long texts they take five times as long: 3 ms a megabyte.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Callable


class Digest(Protocol):
    """A digest of bytes."""

    def digest(self) -> bytes:
        """Return it as bytes."""

    def hexdigest(self) -> str:
        """Return it in hexadecimal digits."""


def _first(name: str, *modules: str) -> Callable[..., Digest]:
    """Return a digest from the first module that there is."""
    module = next(each for each in modules if find_spec(each))
    return cast("Callable[..., Digest]", getattr(import_module(module), name))


sha256 = _first("sha256", "_sha2", "_sha256", "hashlib")
"""SHA-256 (FIPS 180-4) of bytes. The module is `_sha2` since Python 3.12."""
blake2b = _first("blake2b", "_blake2", "hashlib")
"""BLAKE2b (RFC 7693) of bytes; `digest_size` is its length in bytes."""
