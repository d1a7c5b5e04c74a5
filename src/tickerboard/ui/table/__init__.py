"""The quote table on screen."""
