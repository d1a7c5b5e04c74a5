"""What the wheel ships for shells: completions and a man page, made from the commands when the wheel is built."""

from __future__ import annotations

from tickerboard.cli.shell.bash import bash
from tickerboard.cli.shell.fish import fish
from tickerboard.cli.shell.manual import manual
from tickerboard.cli.shell.zsh import zsh

FILES = {
    "share/man/man1/tickerboard.1": manual,
    "share/bash-completion/completions/tickerboard": bash,
    "share/zsh/site-functions/_tickerboard": zsh,
    "share/fish/vendor_completions.d/tickerboard.fish": fish,
}
"""Each file by its place below the installation's prefix, and what writes it."""
