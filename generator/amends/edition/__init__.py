"""The SOP for the readers of one locale: texts, words, addresses, and which entry names which."""
