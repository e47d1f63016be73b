"""amends: complaint-handling SOPs as code."""
