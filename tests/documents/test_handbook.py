import re
from collections import Counter

import pytest

from amends.documents import handbook
from amends.documents.handbook import handbook_pages, navigation
from amends.documents.page import Page, Section
from amends.documents.sheets import Sheets
from amends.edition.address import address_of
from amends.model.walk import full_names
from amends.printing.kinds import fingerprints
from hotel import Hotel
from page_html import html_of_pages

PAGES = """\
index process pause-points timeline steps/watch steps/accept steps/solve
checklists/index checklists/watch checklists/accept checklists/solve cases
scripts/index scripts/welcome scripts/sorry wording customer-types/index customer-types/shouting
roles/index roles/front-desk roles/manager roles/case-owner roles/insurer responsibilities
departments/index departments/reception departments/office contacts
questions/give questions/takes questions/ours questions/grave questions/ended
decisions records/index records/form controls metrics/index metrics/ppm document-control print-room
principles glossary frameworks/index frameworks/old-book settlements sources
"""


def pages(hotel: Hotel, locale: str = "en") -> dict[str, Page]:
    everything = {sheets.edition.locale: sheets for sheets in hotel.sheets()}
    marks = fingerprints(everything[locale])
    found = handbook_pages(everything[locale], marks, lambda _: None)
    assert len({page.path for page in found}) == len(found)
    return {page.path: page for page in found}


def outline(children: tuple[str | Section, ...] | list[str | Section], depth: int = 0) -> list[str]:
    """The tree as indented lines."""
    lines = []
    for child in children:
        if isinstance(child, str):
            lines.append("  " * depth + child)
        else:
            lines += ["  " * depth + f"[{child.title}]", *outline(child.children, depth + 1)]
    return lines


def test_the_handbook_has_a_page_for_each_thing_and_overviews(hotel: Hotel) -> None:
    assert list(pages(hotel)) == PAGES.split()


def test_every_entry_has_its_page_in_the_handbook(hotel: Hotel) -> None:
    wanted = {address_of(name).page for name in full_names(hotel.sop())}

    assert wanted - set(PAGES.split()) == set()


def test_the_navigation_leads_from_the_desk_to_the_background(hotel: Hotel) -> None:
    assert (
        "\n".join(outline(navigation(Sheets(hotel.edition()))))
        == """\
index
[Process]
  process
  pause-points
  timeline
  [Receive]
    steps/watch
    steps/accept
  [Settle]
    steps/solve
[Checklists]
  checklists/index
  checklists/watch
  checklists/accept
  checklists/solve
cases
[What to say]
  [Scripts]
    scripts/index
    scripts/welcome
    scripts/sorry
  wording
  [Difficult behaviour]
    customer-types/index
    customer-types/shouting
[Who does what]
  [Roles]
    roles/index
    roles/front-desk
    roles/manager
    roles/case-owner
    roles/insurer
  responsibilities
  [Departments]
    departments/index
    departments/reception
    departments/office
  contacts
[Decide and record]
  questions/give
  questions/takes
  questions/ours
  questions/grave
  questions/ended
  decisions
  [Records and forms]
    records/index
    records/form
[Manage]
  controls
  [Metrics]
    metrics/index
    metrics/ppm
  document-control
  print-room
[Background]
  principles
  glossary
  [Frameworks of the sources]
    frameworks/index
    [The old book]
      frameworks/old-book
  settlements
  sources"""
    )


def test_many_checklists_stand_by_phase_since_every_checklist_shows_the_whole_list(
    hotel: Hotel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handbook, "LONGEST_LIST", 2)

    [checklists] = [
        part
        for part in navigation(Sheets(hotel.edition()))
        if isinstance(part, Section) and "checklists/index" in part.children
    ]

    assert checklists.children == (
        "checklists/index",
        Section("Receive", ("checklists/watch", "checklists/accept")),
        Section("Settle", ("checklists/solve",)),
    )


def test_every_page_stands_in_the_navigation_exactly_once(hotel: Hotel) -> None:
    listed = Counter(line.strip() for line in outline(navigation(Sheets(hotel.edition()))) if "[" not in line)

    assert listed == Counter(PAGES.split())


def test_a_page_knows_its_title_in_its_language_and_the_entry_from_which_it_comes(hotel: Hotel) -> None:
    english, chinese = pages(hotel), pages(hotel, "zh")

    assert (english["steps/accept"].title, chinese["steps/accept"].title) == ("Accept the complaint", "受理投诉")
    assert chinese["checklists/accept"].title == "检查表：受理投诉"
    assert chinese["frameworks/old-book"].title == "三条规则"
    assert english["checklists/accept"].source == "steps/accept"
    assert english["customer-types/shouting"].source == "customer_types/shouting"
    assert english["decisions"].source == ""


def test_steps_and_scripts_come_first_in_the_search_and_sources_last(hotel: Hotel) -> None:
    boost = {path: page.boost for path, page in pages(hotel).items()}

    assert boost["steps/accept"] == boost["scripts/sorry"] == 3
    assert boost["contacts"] == boost["decisions"] == 3
    assert boost["index"] == 4.5
    assert boost["records/form"] == boost["customer-types/shouting"] == 2
    assert boost["roles/manager"] == 1
    assert boost["frameworks/old-book"] == boost["settlements"] == 0.3


def test_a_page_that_repeats_others_is_known_to_the_search_by_its_title_alone(hotel: Hotel) -> None:
    found = pages(hotel)

    assert {path for path, page in found.items() if page.repeats} == {
        *("checklists/index", "checklists/watch", "checklists/accept", "checklists/solve"),
        *("scripts/index", "customer-types/index", "departments/index", "records/index", "metrics/index"),
        *("frameworks/index", "print-room"),
        *(f"questions/{name}" for name in ("give", "takes", "ours", "grave", "ended")),
    }


def test_the_home_page_leads_from_what_has_happened_to_where_the_handbook_helps(hotel: Hotel) -> None:
    text = html_of_pages([Sheets(hotel.edition())])["index"]
    [card] = re.findall(r"<details.*?</details>", text, re.DOTALL)

    assert re.findall(r'<h3 id="(.*?)">(.*?)</h3>', card) == [("situation--loud", "A guest shouts")]
    assert re.findall(r'href="(.*?)"', card) == [
        "customer-types/shouting.html",
        "steps/solve.html#action--offer",
        "decisions.html#escalation--fire",
    ]
    assert "<span hidden>angry, furious</span></summary>" in card, "the search finds it by other words too"


def test_a_page_names_the_situations_in_which_it_helps(hotel: Hotel) -> None:
    texts = html_of_pages([Sheets(hotel.edition("zh"))])
    line = '适用情形：<a href="../index.html#situation--loud">客人大声嚷嚷</a><span hidden>：生气、发火</span>'

    assert [path for path, text in texts.items() if line in text] == ["steps/solve", "customer-types/shouting"]


def test_a_checklist_page_carries_the_mark_of_its_sheet(hotel: Hotel) -> None:
    marks = fingerprints(Sheets(hotel.edition("zh")))

    assert pages(hotel, "zh")["checklists/solve"].values()["fingerprint"] == marks["steps/solve"]


def test_a_phase_without_a_step_is_no_section(hotel: Hotel) -> None:
    hotel.replace("phases:\n", "phases:\n  dream: {title: Dream}\n")

    assert "  [Dream]" not in outline(navigation(Sheets(hotel.edition())))
