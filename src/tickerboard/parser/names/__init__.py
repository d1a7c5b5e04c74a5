"""What a row is of: its symbol, its name, and the texts that stand where a name does and name nothing."""
