"""The alerts: list, make for a row, snooze, edit, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tickerboard.errors import TickerboardError
from tickerboard.text.times import clock_time
from tickerboard.ui.dialogs.base import Box
from tickerboard.ui.dialogs.lists import ListDialog, Prompt, empty
from tickerboard.ui.hints import hint
from tickerboard.ui.parts import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.widgets import Input, OptionList

    from tickerboard.alerts.firing import Firing
    from tickerboard.alerts.rule import Rule
    from tickerboard.ui.alerts.board_alerts import BoardAlerts
    from tickerboard.ui.dialogs.base import Keys

TITLE = "Alerts"


class AlertsScreen(ListDialog[None]):
    """Every alert with its condition and when it last fired on this board."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,A", "back", "back", id="alerts.back"),
        Binding("down,j", "cursor('cursor_down')", "down", id="alerts.down"),
        Binding("up,k", "cursor('cursor_up')", "up", id="alerts.up"),
        Binding("home,g", "cursor('first')", "first alert", id="alerts.first"),
        Binding("end,G", "cursor('last')", "last alert", id="alerts.last"),
        Binding("n", "new", "new alert for the row under the cursor", id="alerts.new"),
        Binding("enter,e", "edit", "edit the condition", id="alerts.edit"),
        Binding("z", "snooze", "snooze or wake the alert", id="alerts.snooze"),
        Binding("d,delete", "remove", "remove the alert", id="alerts.remove"),
    ]
    ABOUT: ClassVar[str] = "A condition in the words of a filter: the alert fires for each row that comes to meet it."
    KEYS: ClassVar[Keys] = (
        ("alerts.new", "new"),
        ("alerts.edit", "edit"),
        ("alerts.snooze", "snooze"),
        ("alerts.remove", "remove"),
        ("alerts.back", "back"),
    )
    PROMPT_KEYS: ClassVar[Keys] = (("prompt.done", "save"), ("prompt.back", "back"))

    def __init__(self, alerts: BoardAlerts, symbol: str | None) -> None:
        """Take the alerts, and the symbol of the row under the cursor."""
        super().__init__()
        self._alerts, self._symbol = alerts, symbol
        self._editing = ""
        self._at = 0

    def on_mount(self) -> None:
        """List the alerts."""
        self.fill()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show what the focus is on."""
        self.fill()

    def _say(self) -> None:
        self.entitle(f"{TITLE}: {self._editing} fires when" if self._is_typing else TITLE)

    @property
    def _is_typing(self) -> bool:
        return isinstance(self.focused, Prompt)

    @property
    def keys(self) -> Keys:
        """The keys to show now: without an alert there is nothing to edit, snooze or remove."""
        if self._is_typing or self._alerts.listed:
            return super().keys
        return tuple(each for each in self.KEYS if each[0] in {"alerts.new", "alerts.back"})

    def fill(self) -> None:
        """List the alerts, without a cursor while the condition of a new one is typed."""
        listed = self._alerts.listed
        if self.listing.highlighted is not None:
            self._at = self.listing.highlighted
        self.listing.set_options([self.option(described(*each)) for each in listed])
        is_new = self._is_typing and self._editing not in {rule.name for rule, _, _ in listed}
        self.listing.highlighted = min(self._at, len(listed) - 1) if listed and not is_new else None
        if not (listed or self._is_typing):
            what = f"makes one for {self._symbol}" if self._symbol else "makes one"
            self.listing.add_option(empty(f"no alerts; {hint(self, ('alerts.new', what))}"))
        self._say()

    @property
    def _rule(self) -> Rule | None:
        """The alert under the cursor."""
        at, listed = self.listing.highlighted, self._alerts.listed
        return listed[at][0] if at is not None and at < len(listed) else None

    def action_back(self) -> None:
        """Close the prompt, or else the dialog."""
        if prompts := self.query(Prompt):
            prompts.first().remove()
            self.listing.focus()
        else:
            self.dismiss(None)

    async def action_new(self) -> None:
        """Open a prompt for a new alert."""
        symbol = self._symbol or "HBL"
        names = {rule.name for rule, _, _ in self._alerts.listed}
        numbered = (f"{symbol}-{number}" for number in range(2, len(names) + 3))
        self._editing = next(name for name in (symbol, *numbered) if name not in names)
        quoted = f'"{symbol}"' if " " in symbol else symbol
        await self._prompt(f"symbol = {quoted} and abs(percent) > 3")

    async def action_edit(self) -> None:
        """Open a prompt for the condition under the cursor."""
        if (rule := self._rule) is not None:
            self._editing = rule.name
            await self._prompt(rule.when)

    async def _prompt(self, text: str) -> None:
        if not self.query(Prompt):
            await self.query_one(Box).mount(Prompt(text), before=self.listing)
        prompt = self.query_one(Prompt)
        prompt.value, prompt.cursor_position = text, len(text)
        prompt.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save the condition; where it cannot be evaluated, show why and go on."""
        event.stop()
        if self._try(lambda: self._alerts.save(self._editing, event.value)):
            event.input.remove()
            self.listing.focus()
            self.fill()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Edit the alert that was clicked."""
        self.run_worker(self.action_edit())

    def action_snooze(self) -> None:
        """Deliver the alert no more, or again."""
        if (rule := self._rule) is not None:
            self._alerts.snooze(rule.name)
            self.fill()

    def action_remove(self) -> None:
        """Remove the alert."""
        if (rule := self._rule) is None:
            return
        name = rule.name
        if self._try(lambda: self._alerts.remove(name)):
            self.fill()

    def _try(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except TickerboardError as error:
            self.query_one(Box).border_title = Content.styled(f"{TITLE}: {error}", "$chip-failed")
            return False
        return True


def described(rule: Rule, last: Firing | None, snoozed: bool) -> Content:  # noqa: FBT001
    """Return an alert on two lines: its name and condition, then whether it is snoozed and what it fired last."""
    fired = "has not fired" if last is None else f"{clock_time(last.time)}  {last.words}"
    return Content.assemble(
        (rule.name, "bold $primary"),
        f": {rule.when}\n  ",
        *([("snoozed", "bold $warning"), (SEPARATOR, "$quote-flat")] if snoozed else []),
        (fired, "$quote-flat"),
    )
