"""Text before it means anything: cleaning, charsets, numbers, times, redaction. Imports nothing else of ours."""
