"""The model -> findings: one file per rule, and the engine that runs them."""
