"""Compares two SOPs, or a project with its base: what changed, in words, and what an upgrade touches."""
