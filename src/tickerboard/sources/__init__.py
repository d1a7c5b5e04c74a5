"""Where page text comes from."""
