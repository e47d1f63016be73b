"""The model -> findings: the rules, one in each file, and the engine that runs them."""
