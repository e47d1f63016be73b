"""Pages -> Markdown, sheets -> PDF: how things look."""
