"""Alerts on the board."""
