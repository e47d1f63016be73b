"""One file per rule: what it says and why in its docstring, then one pure generator. `registry.py` lists them."""
