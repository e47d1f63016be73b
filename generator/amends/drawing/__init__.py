"""The process map as a drawing: where each box, line and word stands."""
