"""The authors' files as plain data: where they are, what they say, and the fixed words beside them."""
