"""The history on the board: recording, time travel, charts, and what moved."""
