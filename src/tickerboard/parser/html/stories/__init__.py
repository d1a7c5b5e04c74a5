"""The story of a page by its markup: its metadata, its box, its head, its body, and stories that are listed."""
