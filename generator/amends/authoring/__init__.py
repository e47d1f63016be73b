"""What authors ask of a project while they write: rename an entry, list entries, find words, see what is left over."""
