"""Meaning as vectors: the language model, its words and its file, all on the user's own machine."""
