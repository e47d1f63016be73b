"""The model -> neutral pages and sheets: what is on them."""
