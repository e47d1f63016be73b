"""The SOP as the readers of one locale get it: texts, words, addresses, and who names whom."""
