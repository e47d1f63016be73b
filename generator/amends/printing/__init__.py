"""Sheets -> PDF: what is printed, one module per kind, and how it becomes a file."""
