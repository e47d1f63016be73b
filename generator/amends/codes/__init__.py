"""Every code that amends gives outside the rules: its name, its severity and its explanation, one module per family."""
