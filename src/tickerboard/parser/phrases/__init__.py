"""What a phrase says of the figures by it: of which time they are, and of what else than a quote."""
