"""Style rules of a widget's own that come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.css.styles import RenderStyles


def unset(styles: RenderStyles, rule: str) -> None:
    """Take a rule away, where it is set: None lays the screen out again each time, `clear_rule` never does."""
    if styles.inline.has_rule(rule):
        setattr(styles, rule, None)
