"""Two SOPs, or a project and its base, side by side: what changed, in words, and what an upgrade touches."""
