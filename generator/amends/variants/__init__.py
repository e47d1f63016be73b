"""Many handbooks from one project: which there are, how each is built, on one machine or on many."""
