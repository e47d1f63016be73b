"""The handbook as plain Markdown files, which MkDocs and Zensical build without amends."""
