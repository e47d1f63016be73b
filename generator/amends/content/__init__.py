"""The authors' files as plain data: where they are, what they say, and how layers are merged."""
