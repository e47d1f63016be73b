"""Which findings `amends check` tells: profiles and settings, notes in the files, known findings of a baseline."""
