"""Text as it may be shown to strangers: without secrets, and without whose machine it is."""

from __future__ import annotations

import os
import pwd
import re
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import argparse

    from tickerboard.sources.base import Source

_ADDRESS = re.compile(r"(?<![a-z0-9+.-])[a-z0-9+.-]{2,}+:/++[^\s'\"<>]*[^\s'\"<>:;,.)]", re.IGNORECASE)
_PROGRAM = re.compile(r"(?:[\w./+-]*/)?([\w.+-]+)")


def redacted(text: str) -> str:
    """Give a text without user, password, query and fragment of addresses, home folder, account and host name."""
    text = _ADDRESS.sub(lambda found: _address(found[0]), text)
    for pattern, stands in _places():
        text = pattern.sub(stands, text)
    return text


def _address(address: str) -> str:
    """Shorten an address; what is no proper one may have its secrets anywhere."""
    scheme, _, rest = address.partition(":")
    try:
        parts = urlsplit(f"http://{rest.lstrip('/')}")
        proper = parts.port is None or parts.port >= 0
    except ValueError:
        proper = False
    return f"{scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}" if proper else f"{scheme}://…"


@cache
def _places() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Tell what betrays whose machine this is, and what stands for it: homes anywhere, names as parts of a path."""
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


def program(command: str) -> str:
    """Give the program that a command runs, where its first word is plainly one, and nothing else of it."""
    found = _PROGRAM.fullmatch((command.split() or [""])[0])
    return f"{found[1]} …" if found else "…"


def name_of(source: Source) -> str:
    """Give a source's name, in which a command is its program only."""
    from tickerboard.sources.command import ExecSource

    return f"--exec {program(source.command)}" if isinstance(source, ExecSource) else source.name


def command_line(command: str, options: argparse.Namespace) -> str:
    """Write a command line as it was understood, its commands by their programs only."""
    from tickerboard.sources import open_source

    words = [command]
    for name, value in vars(options).items():
        if name not in {"sources", "exec"} and value not in {None, False}:
            option = f"--{name.replace('_', '-')}"
            words += [option] if value is True else [option, str(value)]
    words += [f"--exec '{program(each)}'" for each in options.exec]
    return " ".join([*words, *("-" if each == "-" else name_of(open_source(each)) for each in options.sources)])
