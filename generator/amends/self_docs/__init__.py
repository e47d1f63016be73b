"""What amends says about its own format: JSON Schemas, tables of fields, the page of rules."""
