"""Everything that opens above the board."""
