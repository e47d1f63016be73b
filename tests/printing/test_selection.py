import pytest

from amends.finding import UsageError
from amends.printing.kinds import fingerprints, print_jobs
from amends.printing.selection import Selection
from hotel import Hotel


def selected(hotel: Hotel, selection: Selection) -> list[str]:
    everything = hotel.sheets()
    jobs = print_jobs(everything[0], fingerprints(everything[0]))
    return [job.path.removeprefix("print/") for job in selection.of(jobs)]


def test_who_wishes_nothing_gets_everything(hotel: Hotel) -> None:
    assert len(selected(hotel, Selection())) == 20
    assert Selection().locales_of(hotel.sop()) == ("en", "zh")


def test_who_wishes_one_kind_gets_that_kind(hotel: Hotel) -> None:
    assert selected(hotel, Selection(kinds=("cards",))) == [
        "cards.pdf",
        "cards/front-desk.pdf",
        "departments/reception.pdf",
        "cards/manager.pdf",
        "departments/office.pdf",
    ]


def test_who_names_something_gets_its_pdf_and_no_other(hotel: Hotel) -> None:
    selection = Selection((), {"step": ("solve",), "role": ("manager",), "department": ("reception",)})

    assert selected(hotel, selection) == ["checklists/solve.pdf", "departments/reception.pdf", "cards/manager.pdf"]


def test_who_wants_one_kind_and_names_something_of_another_is_told_the_other(hotel: Hotel) -> None:
    with pytest.raises(UsageError, match="--step is no option of cards; write  amends print checklists"):
        selected(hotel, Selection(("cards",), {"step": ("solve",)}))


def test_who_names_a_locale_gets_that_locale(hotel: Hotel) -> None:
    assert Selection(locales=("zh",)).locales_of(hotel.sop()) == ("zh",)


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ({"step": ("solv",)}, "there is no step “solv”; the nearest is `solve`"),
        ({"step": ("nope",)}, "there is no step “nope”; known are: `accept`, `solve`, `watch`"),
        (
            {"role": ("case-owner",)},
            "there is no role with a card “case-owner”; known are: `front-desk`, `manager`",
        ),
        (
            {"department": ("garden",)},
            "there is no department with cards “garden”; known are: `office`, `reception`",
        ),
    ],
)
def test_who_names_something_that_is_not_there_is_told_what_is(
    hotel: Hotel, named: dict[str, tuple[str, ...]], message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        selected(hotel, Selection(named=named))
    assert str(caught.value) == message


def test_who_names_a_locale_that_is_not_there_is_told_what_is(hotel: Hotel) -> None:
    with pytest.raises(UsageError, match="there is no locale “de”; known are: `en`, `zh`"):
        Selection(locales=("de",)).locales_of(hotel.sop())


def test_what_is_not_there_among_many_is_told_in_whole_words(hotel: Hotel) -> None:
    step = "{title: Wait, purpose: Time., phase: settle, standing: true, accountable: manager, responsible: manager"
    steps = "".join(f"  wait-{number}: {step}, actions: {{wait: {{do: Wait.}}}}}}\n" for number in range(20))
    (hotel.folder / "more.yml").write_text(f"steps:\n{steps}", encoding="utf-8")

    with pytest.raises(UsageError, match="there is no step “nope”; see the steps that are defined"):
        selected(hotel, Selection(named={"step": ("nope",)}))
