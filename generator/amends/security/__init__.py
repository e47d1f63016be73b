"""Rendered pages -> pages in which nothing runs but what our own templates and files hold."""
