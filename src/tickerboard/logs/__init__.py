"""The log file and what goes into it."""
