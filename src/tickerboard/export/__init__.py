"""Snapshots and rows as text and files for other programs."""
