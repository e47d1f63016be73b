"""The pages of what leaves the organisation in writing: each letter, a list of all, and the public policy."""

from __future__ import annotations

from collections.abc import Iterator

from amends.documents.page import Page, Section
from amends.documents.policy_sheet import cited_in
from amends.documents.sheets import Sheets
from amends.edition.edition import Edition

_ASSETS = ("letter.css",)


def letter_pages(sheets: Sheets, boost: float) -> Iterator[Page]:
    """A list of the letters and a page for each, and the page of the policy; nothing of what the SOP does not have.

    `boost` is the weight of a letter in the search: less than that of the words that people say.
    """
    words = sheets.edition.words
    if sheets.letters:
        data: dict[str, object] = {"letters": sheets.letters}
        yield Page("letters/index", words("page.letters"), "letters.html.j2", data, repeats=True)
    for key, letter in sheets.letters.items():
        data = {"letter": letter, "text": text_path(key)}
        yield Page(f"letters/{key}", letter.title, "letter.html.j2", data, f"letters/{key}", boost, assets=_ASSETS)
    if sheets.edition.sop.policy:
        data = {"parts": sheets.policy, "cited": cited_in(sheets.policy)}
        yield Page("policy", words("page.policy"), "policy.html.j2", data, assets=_ASSETS)


def letter_entries(edition: Edition) -> Iterator[str | Section]:
    """Their places in the navigation."""
    if edition.sop.letters:
        pages = ("letters/index", *(f"letters/{key}" for key in edition.sop.letters))
        yield Section(edition.words("nav.letters"), pages)
    if edition.sop.policy:
        yield "policy"


def text_path(letter_id: str) -> str:
    """The file with the plain text of a letter, below the locale's site."""
    return f"letters/{letter_id}.txt"
