"""What all dialogs share: the keys that work in every one."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

R = TypeVar("R")


class BoardDialog(ModalScreen[R], inherit_bindings=False):
    """A screen in front of the board."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "app.help", "help, and back", id="app.help"),
        Binding("ctrl+p", "app.command_palette", "command palette", id="app.palette"),
    ]
