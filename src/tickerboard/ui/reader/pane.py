"""The reader with its frame, find prompt, links and clippings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tickerboard.board.mentions import Lexicon
from tickerboard.board.reading_list import START, ReadingPosition, minutes
from tickerboard.export.clipping import clip
from tickerboard.text.clean import clean
from tickerboard.ui.frame import FramedPane
from tickerboard.ui.frame_parts import Caption
from tickerboard.ui.reader.following import MOST_BELOW
from tickerboard.ui.reader.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.widgets import Input

    from tickerboard.board.board import Board
    from tickerboard.ui.dialogs.links import Choice
    from tickerboard.ui.reader.find_prompt import FindPrompt

UNREAD, READ = "●", "○"


class ReaderPane(FramedPane):
    """The current article, with how far it is read in its frame."""

    JUMP: ClassVar[str] = "pane.reader"
    DEFAULT_CSS = """
    ReaderPane.-typing FindPrompt { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        # With priority the focus is in the prompt before the next key comes, however fast they are typed.
        Binding("slash", "find", "find in the article", id="find.open", priority=True),
        Binding("enter", "keep_found", "keep the matches", id="find.keep", priority=True),
        Binding("escape", "give_up", "stop finding", id="find.give_up", priority=True),
        Binding("o", "links", "links of the article", id="reader.links"),
        Binding("W", "save", "save the article as text", id="reader.save"),
    ]

    class Finished(Message):
        """The current article was read to its end."""

    class SourceWanted(Message):
        """The user wants a link as another source of the board."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

    def __init__(self, *, measure: int) -> None:
        super().__init__(id="reading")
        self._reader = Reader(measure=measure)
        self._prompt: FindPrompt | None = None
        self._standing = ReadingPosition()
        self._minutes = 0
        self._names: Mapping[str, str | None] = {}
        self._lexicon = Lexicon({})
        self._near = START

    def compose(self) -> ComposeResult:
        """Yield the article. The prompt is mounted below it when it is first opened."""
        yield from self.compose_framed(self._reader)

    def show(self, standing: ReadingPosition, board: Board) -> None:
        """Show the current article, with the quotes that it names highlighted."""
        if board.names != self._names:
            self._names, self._lexicon = board.names, Lexicon(board.names)
        if standing.article and standing.article is not self._standing.article:
            self._minutes = minutes(standing.article)
        self._standing = standing
        self._reader.light(self._lexicon, board.rows)
        place, articles = standing.place, board.articles
        following = articles[place : place + MOST_BELOW] + articles[: max(place - 1, 0)][:MOST_BELOW]
        self._reader.show(standing.article, standing.spot, following)
        self._say()

    @property
    def links(self) -> int:
        """How many links the article has."""
        return len(self._reader.links)

    def _say(self) -> None:
        """Show in the frame which article it is and how far it is read, the most important first."""
        standing, find = self._standing, self._reader.find
        found = [f"/{clean(find.words)} {find.count}"] if find else []
        if standing.article is None:
            self.set_caption(Caption(("Article",)))
            return
        place = f" {standing.place}/{standing.total}" if standing.total > 1 else ""
        section = standing.article.section
        title = [f"Article{place}", *([clean(section)] if section else []), f"{self._minutes} min"]
        count = self.links
        foot = [*found, f"{READ if standing.is_read else UNREAD} {self._reader.progress}%"]
        foot += [f"{standing.unread} unread"] if standing.total > 1 else []
        foot += [f"{count} link{'s' if count > 1 else ''}"] if count else []
        self.set_caption(Caption(tuple(title), tuple(foot)))

    def on_resize(self) -> None:
        """Update the frame once the text is wrapped."""
        self.call_after_refresh(self._say)

    def on_reader_moved(self, message: Reader.Moved) -> None:
        """Show the progress; at its end the article is read."""
        if self._reader.progress == 100 and self._standing.article and not self._standing.is_read:
            self.post_message(self.Finished())
        self._say()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable the keys of the prompt only in it, and `/` only outside."""
        typing = self._prompt is not None and self.screen.focused is self._prompt
        match action:
            case "find" | "links" | "save":
                return not typing
            case "keep_found" | "give_up":
                return typing
        return True

    async def action_find(self) -> None:
        """Open the find prompt, which is mounted when it is first needed."""
        if self._prompt is None:
            from tickerboard.ui.reader.find_prompt import FindPrompt

            self._prompt = FindPrompt()
            await self.mount(self._prompt, after=self._reader)
        self._near = self._reader.spot
        self.add_class("-typing")
        self._prompt.value = ""
        self.screen.set_focus(self._prompt)
        self._say()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as the user types, from where the search began."""
        if self.has_class("-typing"):
            self._reader.seek(event.value, self._near)

    def on_reader_sought(self, message: Reader.Sought) -> None:
        """Show the number of matches."""
        self._say()

    def action_keep_found(self) -> None:
        """Keep the matches and return to the article."""
        self.screen.set_focus(self._reader)

    def action_give_up(self) -> None:
        """Clear the matches and return to where the search began."""
        self.screen.set_focus(self._reader)
        self._reader.seek("", self._near)
        self._reader.go_to(self._near)

    def on_find_prompt_left(self, message: FindPrompt.Left) -> None:
        """Close the prompt."""
        self.remove_class("-typing")
        self.call_after_refresh(self._say)

    def action_save(self) -> None:
        """Save the article in the working folder."""
        if self._standing.article is None:
            return
        try:
            path = clip(self._standing.article, Path.cwd())
        except OSError as error:
            self.notify(f"not saved: {error.strerror or error}", severity="error", markup=False)
        else:
            self.notify(f"saved as {path}", markup=False)

    def action_links(self) -> None:
        """List the links to choose from."""
        from tickerboard.ui.dialogs.links import LinkList

        if self._reader.links:
            self.app.push_screen(LinkList(self._reader.links), self._open)
        else:
            self.notify("no link in this article has an address", markup=False)

    def _open(self, choice: Choice | None) -> None:
        from tickerboard.ui.dialogs.links import Where, is_web

        if choice is None:
            return
        url = choice.link.url
        if not is_web(url):
            self.notify(f"not opened: {url} is not an http or https address", severity="warning", markup=False)
        elif choice.where is Where.BOARD:
            self.post_message(self.SourceWanted(url))
        else:
            self.run_worker(self._browse(url))

    async def _browse(self, url: str) -> None:
        from tickerboard.ui.dialogs.links import open_in_browser

        if not await open_in_browser(url):
            self.notify(f"no browser could open {url}", severity="error", markup=False)
