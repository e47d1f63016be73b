"""The folder of a built handbook: whole or untouched, and never with anything else in it."""
