"""What is left of a page beside its strip: articles, teasers and page furniture."""
