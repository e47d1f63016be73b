import pytest

from amends.edition.address import Address, address_of, anchor_of
from amends.model.base import Citable
from amends.model.walk import entries
from hotel import Hotel


@pytest.mark.parametrize(
    ("full_name", "page", "anchor"),
    [
        ("steps/accept", "steps/accept", ""),
        ("steps/accept/actions/greet", "steps/accept", "action--greet"),
        ("steps/accept/decisions/kind/outcomes/real", "steps/accept", "decision--kind--outcome--real"),
        ("roles/finance/duties/refund", "roles/finance", "duty--refund"),
        ("customer_types/shouting", "customer-types/shouting", ""),
        ("letters/thanks/paragraphs/praise", "letters/thanks", "paragraph--praise"),
        ("policy/how-long", "policy", "policy--how-long"),
        ("frameworks/old-book/items/listen", "frameworks/old-book", "item--listen"),
        ("severities/p1", "decisions", "severity--p1"),
        ("severities/p1/triggers/hurt", "decisions", "severity--p1"),
        ("authority/l1", "decisions", "authority--l1"),
        ("remedies/refund", "decisions", "remedy--refund"),
        ("end_states/closed", "process", "end-state--closed"),
        ("source_documents/s001", "sources", "source-document--s001"),
        ("glossary/complaint", "glossary", "glossary--complaint"),
        ("situations/shouting", "index", "situation--shouting"),
    ],
)
def test_a_full_name_leads_to_a_page_and_a_place_on_it(full_name: str, page: str, anchor: str) -> None:
    assert address_of(full_name) == Address(page, anchor)


def test_every_entry_has_an_address(hotel: Hotel) -> None:
    names = {"/".join(map(str, path)) for path, entry in entries(hotel.sop()) if isinstance(entry, Citable)}
    of_the_header = {
        name for name in names if name.startswith("document/")
    }  # shown as a whole, with no place of their own

    addresses = {name: address_of(name) for name in names - of_the_header}

    assert len(addresses) > 60
    assert of_the_header == {"document/changes/2.1"}


def test_two_entries_with_a_page_of_their_own_never_share_an_address(hotel: Hotel) -> None:
    collections = ("steps", "scripts", "roles", "departments", "records", "customer_types", "frameworks", "metrics")
    names = ["/".join(map(str, path)) for path, _ in entries(hotel.sop()) if path[0] in collections]

    assert len({address_of(name) for name in names}) == len(names) > 40


def test_an_anchor_names_what_it_stands_in() -> None:
    assert anchor_of(["decisions", "kind", "outcomes", "real"]) == "decision--kind--outcome--real"
    assert anchor_of(["never_say", "rules"]) == "never-say--rules"
    assert anchor_of([]) == ""
