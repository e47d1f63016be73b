"""Old addresses lead to renamed entries."""

from __future__ import annotations

from amends.render.moved_pages import moved_pages
from hotel import Hotel

ALIASES = """\
aliases:
  steps/fix: steps/solve
  steps/solve: steps/accept
  roles/reception: contacts/porter
  contacts/door: contacts/porter
  steps/solve/actions/give: steps/solve/actions/offer
vocabulary:
"""


def test_each_old_page_leads_to_the_entry_of_today(hotel: Hotel) -> None:
    pages = moved_pages(hotel.replace("vocabulary:\n", ALIASES).edition("zh"))

    assert list(pages) == ["steps/fix.html", "roles/reception.html"]  # a page that is there stays
    page = pages["steps/fix.html"]().decode()
    assert '<meta http-equiv="refresh" content="0; url=solve.html">' in page
    assert '<a href="solve.html">解决问题</a>' in page
    assert "url=../contacts.html#contact--porter" in pages["roles/reception.html"]().decode()


def test_a_handbook_without_earlier_names_has_no_such_page(hotel: Hotel) -> None:
    assert moved_pages(hotel.edition()) == {}
