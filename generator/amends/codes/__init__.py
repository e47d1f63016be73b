"""Every code that does not belong to a rule: its name, level and explanation, with one module per family."""
