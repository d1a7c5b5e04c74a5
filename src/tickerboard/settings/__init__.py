"""The config, the state, and where both are kept."""
