"""The least that a figure can be compared with: small programs that do one thing and nothing around it."""
