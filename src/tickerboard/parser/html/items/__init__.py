"""Strips of markup: elements that each hold a name and figures, and what those of one list show together."""
