"""The texts of a project for translators: coverage of a language; files for Excel, Weblate and others, and back."""
