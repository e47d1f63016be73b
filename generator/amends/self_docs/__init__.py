"""What amends says of its own format: JSON Schemas, tables of fields, the page of rules."""
