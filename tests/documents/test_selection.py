import pytest

from amends.documents.fingerprint import fingerprints
from amends.documents.print_jobs import print_jobs
from amends.documents.selection import Selection
from amends.finding import PlaceError
from hotel import Hotel


def selected(hotel: Hotel, selection: Selection) -> list[str]:
    editions = hotel.editions()
    jobs = print_jobs(editions[0], fingerprints(editions))
    return [job.path.removeprefix("print/") for job in jobs if selection.includes(job)]


def test_who_wishes_nothing_gets_everything(hotel: Hotel) -> None:
    assert len(selected(hotel, Selection())) == 11
    assert Selection().locales_of(hotel.sop()) == ("en", "zh")


def test_who_wishes_one_kind_gets_that_kind(hotel: Hotel) -> None:
    assert selected(hotel, Selection(kinds=("cards",))) == [
        "cards.pdf",
        "cards/front-desk.pdf",
        "cards/manager.pdf",
        "departments/reception.pdf",
        "departments/office.pdf",
    ]


def test_who_names_something_gets_its_pdf_and_no_other(hotel: Hotel) -> None:
    selection = Selection(kinds=("checklists",), steps=("solve",), roles=("manager",), departments=("reception",))

    assert selected(hotel, selection) == ["checklists/solve.pdf", "cards/manager.pdf", "departments/reception.pdf"]


def test_who_names_a_locale_gets_that_locale(hotel: Hotel) -> None:
    assert Selection(locales=("zh",)).locales_of(hotel.sop()) == ("zh",)


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (Selection(steps=("solv",)), "there is no step “solv”; the nearest is `solve`"),
        (Selection(steps=("nope",)), "there is no step “nope”; known are: `accept`, `solve`, `watch`"),
        (
            Selection(roles=("case-owner",)),
            "there is no role with a card “case-owner”; known are: `front-desk`, `manager`",
        ),
        (
            Selection(departments=("garden",)),
            "there is no department with cards “garden”; known are: `office`, `reception`",
        ),
        (Selection(locales=("de",)), "there is no locale “de”; known are: `en`, `zh`"),
    ],
)
def test_who_names_something_that_is_not_there_is_told_what_is(
    hotel: Hotel, selection: Selection, message: str
) -> None:
    with pytest.raises(PlaceError) as caught:
        selection.locales_of(hotel.sop())
    assert str(caught.value) == message


def test_what_is_not_there_among_many_is_told_in_whole_words(hotel: Hotel) -> None:
    step = "{title: Wait, purpose: Time., phase: settle, standing: true, accountable: manager, responsible: manager"
    steps = "".join(f"  wait-{number}: {step}, actions: {{wait: {{do: Wait.}}}}}}\n" for number in range(20))
    (hotel.folder / "more.yml").write_text(f"steps:\n{steps}", encoding="utf-8")

    with pytest.raises(PlaceError, match="there is no step “nope”; see the steps that are defined"):
        Selection(steps=("nope",)).locales_of(hotel.sop())
