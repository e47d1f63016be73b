"""Findings in every form in which people and programs ask for them."""
