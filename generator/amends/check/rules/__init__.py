"""One file per rule: a docstring that explains it, then one pure generator. `registry.py` lists them all."""
