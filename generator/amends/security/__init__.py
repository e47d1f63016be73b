"""Rendered pages -> pages in which only the code of our own templates and files runs."""
