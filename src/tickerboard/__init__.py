"""tickerboard, the ticker board for the terminal.

The package root imports nothing, so that `tickerboard --version` and `tickerboard parse` start at once.
"""

__version__ = "0.1.0"
