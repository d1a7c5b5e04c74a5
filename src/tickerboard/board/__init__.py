"""Snapshots in, rows out: the state that every screen shows."""
