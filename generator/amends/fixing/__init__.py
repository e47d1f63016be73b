"""`amends check --fix`: what can be mended without a doubt, with comments and layout as they were."""
