"""Text for the eyes of strangers: without secrets, and without whose machine it is."""

from __future__ import annotations

import os
import pwd
import re
from contextlib import suppress
from functools import cache
from urllib.parse import urlsplit

_ADDRESS = re.compile(r"(?<![a-z0-9+.-])[a-z0-9+.-]{2,}+:/++[^\s'\"<>]*[^\s'\"<>:;,.)]", re.IGNORECASE)


def redacted(text: str) -> str:
    """Return the text without users, passwords, queries and fragments of addresses, home folders, account and host."""
    text = _ADDRESS.sub(lambda found: _address(found[0]), text)
    for pattern, stands in _places():
        text = pattern.sub(stands, text)
    return text


def _address(address: str) -> str:
    """Shorten an address; an invalid one may have its secrets anywhere."""
    scheme, _, rest = address.partition(":")
    try:
        parts = urlsplit(f"http://{rest.lstrip('/')}")
        proper = parts.port is None or parts.port >= 0
    except ValueError:
        proper = False
    return f"{scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}" if proper else f"{scheme}://…"


@cache
def _places() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return patterns that reveal whose machine this is, and their replacements: homes anywhere, names within paths."""
    homes, names = {os.environ.get("HOME", "")}, {os.uname().nodename: "<host>"}
    with suppress(KeyError):  # an account that the system does not know
        account = pwd.getpwuid(os.getuid())
        homes.add(account.pw_dir)
        names[account.pw_name] = "<user>"
    names.pop("localhost", None)
    paths = {home.rstrip("/") for home in homes | {os.path.realpath(home) for home in homes if home}} - {""}
    longest = sorted(paths, key=len, reverse=True)
    return (
        *((re.compile(rf"(?<![\w.~-]){re.escape(home)}(?![\w.-])"), "~") for home in longest),
        *((re.compile(rf"(?<=/){re.escape(name)}(?![\w-])"), stands) for name, stands in names.items() if name),
    )
