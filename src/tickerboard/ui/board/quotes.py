"""What is known of the board: details of its quotes, charts, moves, what changed in a text, and past messages."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType

from tickerboard.board.mentions import MentionCounts
from tickerboard.errors import TickerboardError
from tickerboard.ui.board.status_line import StatusLine
from tickerboard.ui.board.travel import TravelScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from tickerboard.board.board import Board
    from tickerboard.board.row import Row
    from tickerboard.history.moved import Moved
    from tickerboard.history.revisions import Revision
    from tickerboard.history.steps import Period
    from tickerboard.settings.state import State
    from tickerboard.sources.clock import Clock
    from tickerboard.ui.board.side import SideLines
    from tickerboard.ui.dialogs.details import Details
    from tickerboard.ui.history.series import Series
    from tickerboard.ui.messages import MessagesApp
    from tickerboard.ui.table.quote_table import QuoteTable


class QuotesScreen(TravelScreen):
    """A screen whose rows open in a dialog."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("M", "moved", "what moved, and the articles that name it", id="board.moved"),
        Binding("E", "messages", "messages of the board", id="board.messages"),
        Binding("dollar_sign", "mask", "hide or show the amounts of your lots", id="board.mask"),
        Binding("D", "changes", "what changed in the article", id="article.changes"),
    ]

    def __init__(self, board: Board, read: Iterable[str], clock: Clock) -> None:
        super().__init__(board, read, clock)
        self._mentions = MentionCounts()

    @property
    def idle(self) -> frozenset[str]:
        """The ids of keys that have nothing to act on."""
        return super().idle | (frozenset() if self.find_past else frozenset(("board.moved", "article.changes")))

    def action_moved(self) -> None:
        """Show what moved, up to the time that is shown."""
        from tickerboard.ui.history.moved import MovedScreen

        find_past, present, now = self.find_past, self.present, self._clock.now()
        if find_past is None:
            self.notify("no history", markup=False)
            return

        def find(period: Period | datetime) -> Moved | None:
            from tickerboard.ui.history.moved import span_of

            past = find_past(present)
            until = past.last_by(now)
            return None if until is None else past.history.moved(*span_of(period, until))

        def go(at: int | None) -> None:
            if at is None:
                return
            entry = screen.entries[at]
            if entry.revision is not None:
                self._show_changes(entry.revision)
            elif entry.article is not None:
                self._open_article(entry.article)
            else:
                self.go_to(entry.symbol)

        screen = MovedScreen(find, self.state.last_look, self.real_now())
        self.app.push_screen(screen, go)

    def on_quote_table_asking(self, message: QuoteTable.Asking) -> None:
        """Show which key the table waits for."""
        self.query_one(StatusLine).ask(message.what)

    async def action_filter(self) -> None:
        """Filter the rows from any pane; the prompt stands below the table."""
        self._show_alone("table")
        await self.pane.action_filter()

    def action_messages(self) -> None:
        """List the messages that the board has shown."""
        from tickerboard.ui.dialogs.messages import open_messages

        open_messages(cast("MessagesApp", self.app))

    def action_mask(self) -> None:
        """Hide the amounts of the user's lots, or show them again."""
        if not self.board.holdings.lots:
            self.notify("no lots to hide", markup=False)
            return
        self.pane.table.sheet.masked = not self.pane.table.sheet.masked
        self.pane.show(self.board)

    def action_changes(self) -> None:
        """Show what changed in the article since its earlier text."""
        article, find_past, present = self._reading.standing.article, self.find_past, self.present
        if find_past is None or article is None:
            self.notify("no history" if article else "no article", markup=False)
            return
        self.run_worker(self._look_for_changes(lambda: find_past(present).history.revision(article)), group="changes")

    async def _look_for_changes(self, find: Callable[[], Revision | None]) -> None:
        try:
            revision = await asyncio.to_thread(find)
        except TickerboardError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        if revision is None:
            self.notify("no earlier text of this article in the history", markup=False)
        else:
            self._show_changes(revision)

    def _show_changes(self, revision: Revision) -> None:
        from tickerboard.ui.history.revision import RevisionDialog

        self.app.push_screen(RevisionDialog(revision, self._clock.now()))

    @property
    def state(self) -> State:
        """What to remember for the next run."""
        raise NotImplementedError

    def go_to(self, symbol: str) -> None:
        """Put the table's cursor on a symbol."""
        raise NotImplementedError

    def on_side_lines_chosen(self, message: SideLines.Chosen) -> None:
        """Go to the row of a symbol that was chosen in the third pane, or open an article."""
        if isinstance(message.target, str):
            self.go_to(message.target)
        else:
            self._open_article(message.target)

    def on_quote_table_chosen(self, message: QuoteTable.Chosen) -> None:
        """Show a quote's details."""
        self.app.push_screen(self._details(message.row))

    def _details(self, row: Row) -> Details:
        from tickerboard.ui.dialogs.details import details

        mentions = self._mentions.of(self.board.articles, self.board.names)
        dialog = details(row, self.board, mentions, self._clock.now())
        dialog.find_series = self._series_of(row)
        return dialog

    def _series_of(self, row: Row) -> Callable[[str | None], Series] | None:
        """Return what finds the prices of a row's symbol up to the time that is shown; None where there are none."""
        find_past, present, at = self.find_past, self.present, self._clock.now()
        if find_past is None or (self.stop is None and present.is_marked):
            return None

        def find(period: str | None) -> Series:
            from tickerboard.history.steps import Period
            from tickerboard.ui.history.series import series

            return series(find_past(present), row, None if period is None else Period(period), at)

        return find

    def on_details_step_wanted(self, message: Details.StepWanted) -> None:
        """Show the details of the next row, or of the previous one."""
        table = self.pane.table
        table.action_move(message.by)
        if table.rows:
            dialog = self._details(table.rows[table.cursor])
            dialog.period = message.period
            self.app.switch_screen(dialog)

    def on_details_articles_wanted(self, message: Details.ArticlesWanted) -> None:
        """List the articles that name a symbol."""
        if naming := self._mentions.naming(message.symbol):
            self.offer_articles(naming)
        else:
            self.notify(f"no article names {message.symbol}", markup=False)
