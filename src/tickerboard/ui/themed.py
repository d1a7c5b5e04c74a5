"""The application's colours: the variables of its style sheets, and the styles of texts."""

from __future__ import annotations

from textual.color import Color

from tickerboard.ui.messages import MessagesApp
from tickerboard.ui.text_styles import TextStyles
from tickerboard.ui.themes import VARIABLES, own_variables


class ThemedApp(MessagesApp, inherit_bindings=False):
    """An application whose widgets take the styles of their texts from the theme."""

    _text_styles: TextStyles | None = None

    def get_css_variables(self) -> dict[str, str]:
        """Give every theme the colours of quotes and states, so that Textual's own themes work too."""
        self._text_styles = None
        variables = super().get_css_variables()
        self.theme_variables = own_variables(variables, self.current_theme) | variables
        return self.theme_variables

    @property
    def text_styles(self) -> TextStyles:
        """The styles of texts in the colours of the theme."""
        if self._text_styles is None:
            ground = Color.parse(self.theme_variables["background"])
            colours = {name: _in_words(self.theme_variables[name], ground) for name in VARIABLES}
            self._text_styles = TextStyles(colours, plain=self.native_ansi_color)
        return self._text_styles

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002  Textual's signature
        """Paint everything again: Textual paints what has other rules, but the colours of texts are in none."""
        super().refresh_css(animate)
        for screen in self.screen_stack:
            for each in screen.walk_children():
                each.refresh()


def _in_words(colour: str, ground: Color) -> str:
    """Return a colour, as it looks on the ground, as Rich names it; what is transparent is the terminal's own."""
    parsed = Color.parse(colour)
    if parsed.ansi is not None:
        return colour.removeprefix("ansi_")
    return (ground + parsed).hex6 if parsed.a else "default"
