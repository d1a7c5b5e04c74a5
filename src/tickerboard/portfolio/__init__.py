"""What the user owns: lots from a plain file, and what they are worth by the board's quotes."""
