"""What is left over of a base in a project: its values, words of removed things, its money, its address."""

from __future__ import annotations

from amends.authoring.address_of_the_base import address_of_the_base
from amends.authoring.other_currencies import other_currencies
from amends.authoring.still_of_the_base import still_of_the_base
from amends.authoring.still_of_the_removed import still_of_the_removed
from amends.content.layers import Resolved

_PARTS = (still_of_the_base, still_of_the_removed, other_currencies, address_of_the_base)


def leftovers(content: Resolved) -> str:
    """What the project still shows of its base, as text to work through; empty if nothing is left over.

    Values to replace are YAML that can be pasted into a file of the project. Sentences are listed with their places.
    """
    return "\n".join(filter(None, (part(content) for part in _PARTS)))
