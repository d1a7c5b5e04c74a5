"""The screen: the only part that knows Textual and Rich."""

import os

# Textual paints in step with a clock: behind a paint the next one waits for one to two ticks: 33 ms at 60 a second.
# Nothing here moves that fast; what shows is that a key is answered sooner.
os.environ.setdefault("TEXTUAL_FPS", "120")
