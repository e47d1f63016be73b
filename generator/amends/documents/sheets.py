"""All sheets of one edition. Pages, PDFs, cases and the map of the process take them from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from amends.documents.letter_sheet import LetterSheet, letter_sheet
from amends.documents.policy_sheet import PolicyPart, policy_sheet
from amends.documents.process_description import node_descriptions
from amends.documents.process_map import ProcessMap, process_map
from amends.documents.role_card import RoleCard, role_card
from amends.documents.step_sheet import ScriptBox, StepSheet, script_box, step_sheet
from amends.edition.edition import Edition

Fingerprints = Mapping[str, str]
"""The mark of each printed sheet, by the full name of its entry (`steps/accept`, `roles/front-line`) or `process`."""


@dataclass(frozen=True)
class Sheets:
    """The sheets of one edition, each made once, when it is first asked for."""

    edition: Edition

    @cached_property
    def scripts(self) -> Mapping[str, ScriptBox]:
        """The words to say, by the ids of their scripts."""
        return {key: script_box(self.edition, key) for key in self.edition.sop.scripts}

    @cached_property
    def letters(self) -> Mapping[str, LetterSheet]:
        """The sheet of each letter, by its id, in the order of the SOP."""
        return {key: letter_sheet(self.edition, key) for key in self.edition.sop.letters}

    @cached_property
    def policy(self) -> tuple[PolicyPart, ...]:
        """How to complain, section by section."""
        return policy_sheet(self.edition)

    @cached_property
    def steps(self) -> Mapping[str, StepSheet]:
        """The sheet of each step, by its id, in the order of the SOP."""
        return {key: step_sheet(self.edition, key, self.scripts) for key in self.edition.sop.steps}

    @cached_property
    def cards(self) -> Mapping[str, RoleCard]:
        """The card of each role, by its id; only the cards of persons are printed."""
        return {key: role_card(self.edition, key, self.steps, self.scripts) for key in self.edition.sop.roles}

    @cached_property
    def map(self) -> ProcessMap:
        """The process as a map."""
        return process_map(self.edition, self.steps)

    @cached_property
    def box_descriptions(self) -> Mapping[str, str]:
        """A description of each box of the map, by its id."""
        return node_descriptions(self.edition, self.map)
