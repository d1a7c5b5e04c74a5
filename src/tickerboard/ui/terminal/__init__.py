"""The terminal itself: driver, keyboard and output guard."""
