"""The handbook as a book: its chapters in the order in which they are read, for one PDF with page numbers."""
