"""Alerts: conditions on quotes and articles, when they fire, and how that is delivered."""
