"""`amends serve`: the handbook in a browser, which follows every file that is saved."""
