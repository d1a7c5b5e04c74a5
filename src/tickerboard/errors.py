"""The base of every error that a user can cause."""


class TickerboardError(Exception):
    """Something a user can cause and put right: a missing file, a bad setting, an unreachable page.

    The message is one plain, printable line. Commands print it and end with status 2.
    """
