"""Pages that carry their quotes in a table."""
