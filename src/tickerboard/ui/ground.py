"""The background style of a widget, worked out once for as long as its styles stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.style import Style
    from textual.widget import Widget as Base
else:
    Base = object  # Textual takes the style sheet of the first base that is a widget


class Grounded(Base):
    """A widget that draws its lines on one background: to work it out takes twice as long as a line."""

    _ground: Style | None = None

    @property
    def ground(self) -> Style:
        """The style of the widget without its parts."""
        self._ground = self._ground or self.rich_style
        return self._ground

    def notify_style_update(self) -> None:
        """Forget the style."""
        super().notify_style_update()
        self._ground = None
