"""The content as frozen, typed objects: one module per part of the handbook."""
