from datetime import date
from decimal import Decimal

import pytest

from amends.edition.edition import Chip, Edition
from amends.edition.inline import Run
from amends.edition.words import read_words
from amends.model.duration import BySeverity, Duration
from amends.model.money import Money
from amends.model.text import Text
from hotel import Hotel


def test_a_text_is_given_in_the_language_of_the_reader(hotel: Hotel) -> None:
    text = Text({"en": "Ask the {{ customer }}.", "zh": "请询问{{ customer }}。"})

    english, chinese = (edition.phrase(text) for edition in hotel.editions())

    assert (english.plain, english.locale, english.is_fallback) == ("Ask the guest.", "en", False)
    assert (chinese.plain, chinese.locale, chinese.is_fallback) == ("请询问客人。", "zh", False)


def test_a_text_that_nobody_translated_is_whole_in_its_own_language_and_says_so(hotel: Hotel) -> None:
    phrase = hotel.edition("zh").phrase(
        Text({"en": "Lead {{ a customer }} of {{ organisation }} to {{ quiet-place }}."})
    )

    assert phrase.plain == "Lead a guest of Grand Hotel to the small salon."
    assert (phrase.locale, phrase.is_fallback) == ("en", True)


def test_a_text_in_a_language_that_only_the_base_has_speaks_of_this_organisation(hotel: Hotel) -> None:
    english = hotel.edition("en").sop
    sop = english.model_copy(
        update={
            "locales": ("fr",),
            "default_locale": "fr",
            "organisation": english.organisation.model_copy(
                update={"name": Text({"en": "Grand Hotel", "fr": "Hôtel du Parc"})}
            ),
        }
    )

    phrase = Edition(sop, "fr", read_words("fr")).phrase(Text({"en": "{{ organisation }} asks {{ a customer }}."}))

    assert (phrase.plain, phrase.locale, phrase.is_fallback) == ("Hôtel du Parc asks a guest.", "en", True)


def test_a_title_has_the_locale_in_which_it_is_written(hotel: Hotel) -> None:
    sop = hotel.edition().sop
    french = Edition(sop, "fr", read_words("fr"))

    assert [edition.titled("steps/accept").locale for edition in (*hotel.editions(), french)] == ["en", "zh", "en"]
    assert french.titled(f"authority/{next(iter(sop.authority))}").locale == "fr"  # a code is in no language


def test_a_text_that_lacks_the_default_locale_is_shown_in_the_locale_that_it_has(hotel: Hotel) -> None:
    phrase = hotel.edition("en").phrase(Text({"zh": "{{ step:solve }}"}))

    assert (phrase.plain, phrase.locale, phrase.is_fallback) == ("解决问题", "zh", True)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{{ customer }}, {{ a customer }}, {{ customers }}", "guest, a guest, guests"),
        ("{{ Customer }}, {{ A customer }}, {{ Customers }}", "Guest, A guest, Guests"),
        ("{{ organisation }} {{quiet-place}}", "Grand Hotel the small salon"),
        ("{{ role:manager }} {{ script:sorry }} {{ record:form }}", "Manager Regret Complaint form"),
    ],
)
def test_placeholders_stand_for_words_and_titles(hotel: Hotel, written: str, read: str) -> None:
    assert hotel.edition().plain(Text({"en": written})) == read


def test_a_title_in_a_text_leads_to_its_entry(hotel: Hotel) -> None:
    phrase = hotel.edition().phrase(Text({"en": "Back to {{ step:accept }}."}))

    assert phrase.runs == (Run("Back to "), Run("Accept the complaint", entry="steps/accept"), Run("."))


def test_a_slot_is_shown_in_words(hotel: Hotel) -> None:
    slots = {"time": Text({"en": "the time", "zh": "时间"})}

    phrase = hotel.edition("zh").phrase(Text({"zh": "[time]前在[place]见。"}), slots)

    assert phrase.runs == (Run("时间", "slot"), Run("前在"), Run("place", "slot"), Run("见。"))


def test_words_of_a_source_are_never_substituted(hotel: Hotel) -> None:
    edition = hotel.edition()

    assert edition.verbatim(edition.sop.frameworks["old-book"].title).runs == (Run("Three rules {{ here }}"),)
    assert edition.verbatim(Text({"en": "Listen *first*."})).runs == (Run("Listen *first*."),)
    assert edition.title("frameworks/old-book") == "Three rules {{ here }}"


@pytest.mark.parametrize(
    ("full_name", "title"),
    [
        ("steps/accept", "Accept the complaint"),
        ("steps/accept/actions/greet", "Lead the guest to the small salon."),
        ("steps/accept/decisions/kind/outcomes/real", "Yes"),
        ("steps/accept/tips/calm", "Stay calm."),
        ("glossary/complaint", "complaint"),
        ("routing/room", "The room"),
        ("escalations/fire", "There is a fire."),
        ("wording/calm-down", "Relax, please."),
        ("authority/l1", "L1"),
        ("records/form/fields/what", "What happened"),
        ("steps/solve/actions/offer/when", "Offer a remedy."),
    ],
)
def test_every_kind_of_entry_has_a_name_that_people_call_it_by(hotel: Hotel, full_name: str, title: str) -> None:
    assert hotel.edition().title(full_name) == title


@pytest.mark.parametrize(
    ("duration", "english", "chinese"),
    [
        (Duration(1, "hour"), "1 hour", "1小时"),
        (Duration(2, "business day"), "2 business days", "2个工作日"),
        (Duration(0, "at once"), "at once", "立即"),
        (Duration(0, "unlimited"), "no limit", "不限"),
    ],
)
def test_durations_are_in_words(hotel: Hotel, duration: Duration, english: str, chinese: str) -> None:
    assert [edition.duration(duration) for edition in hotel.editions()] == [english, chinese]


HOUR, DAY = Duration(1, "hour"), Duration(1, "business day")


@pytest.mark.parametrize(
    ("limit", "chips"),
    [
        (None, ()),
        (BySeverity(HOUR), (Chip("", "1 hour"),)),
        (BySeverity(None, (("high", HOUR),)), (Chip("HI", "1 hour"),)),
        (BySeverity(None, (("high", HOUR), ("low", DAY))), (Chip("HI", "1 hour"), Chip("LO", "1 business day"))),
        (BySeverity(None, (("high", DAY), ("low", DAY))), (Chip("", "1 business day"),)),
    ],
    ids=["none", "for all", "for one", "for each", "the same for each"],
)
def test_a_limit_becomes_labelled_values_and_needs_no_label_where_it_holds_for_all(
    hotel: Hotel, limit: BySeverity | None, chips: tuple[Chip, ...]
) -> None:
    assert hotel.edition().chips(limit) == chips


def test_neighbours_with_the_same_limit_share_a_value(hotel: Hotel) -> None:
    hotel.replace("severities:\n", "severities:\n  top: {title: Top, short: TOP, triggers: {x: X}}\n")

    chips = hotel.edition().chips(BySeverity(None, (("top", HOUR), ("high", HOUR), ("low", DAY))))

    assert chips == (Chip("TOP/HI", "1 hour"), Chip("LO", "1 business day"))


def test_a_value_has_the_rank_of_its_gravest_severity_and_none_where_it_holds_for_all(hotel: Hotel) -> None:
    hotel.replace("severities:\n", "severities:\n  top: {title: Top, short: TOP, triggers: {x: X}}\n")
    edition = hotel.edition()

    ranks = [edition.rank(Chip(label, "1 hour")) for label in ("TOP/HI", "HI", "HI/LO", "LO", "")]

    assert ranks == [1, 2, 2, 3, None]


def test_what_was_added_beyond_the_sources_is_named_where_there_is_a_word_for_it(hotel: Hotel) -> None:
    assert hotel.edition().added(["within", "unheard-of", "title"]) == "Added here: time limit, title"
    assert hotel.edition().added(["unheard-of"]) == "Partly added beyond the sources"


@pytest.mark.parametrize(
    ("amount", "english", "chinese"),
    [
        ("2000", "CNY 2,000", "2,000元"),
        ("49.50", "CNY 49.50", "49.50元"),
    ],
)
def test_sums_are_written_out(hotel: Hotel, amount: str, english: str, chinese: str) -> None:
    money = Money(amount=Decimal(amount), currency="CNY")

    assert [edition.money(money) for edition in hotel.editions()] == [english, chinese]


def test_a_currency_without_a_word_is_named_by_its_code(hotel: Hotel) -> None:
    assert hotel.edition("zh").money(Money(amount=Decimal(5), currency="SEK")) == "5SEK"


def test_days_are_written_as_the_locale_writes_them(hotel: Hotel) -> None:
    assert [edition.date(date(2026, 2, 3)) for edition in hotel.editions()] == ["3 February 2026", "2026年2月3日"]


def test_steps_of_the_case_are_numbered_and_standing_steps_are_not(hotel: Hotel) -> None:
    assert hotel.edition().numbers == {"accept": 1, "solve": 2}


def test_each_source_knows_where_it_is_applied_but_neither_settlements_nor_sources_apply_it(hotel: Hotel) -> None:
    assert hotel.edition().applied == {
        "old-book": ("steps/solve",),
        "old-book/thank": ("end_states/closed", "scripts/sorry/lines/short", "authority/l2"),
        "old-book/listen": (
            "steps/accept/actions/greet",
            "wording/calm-down",
            "principles/kind",
            "records/form/fields/what",
        ),
    }


def test_each_entry_knows_which_entries_name_it(hotel: Hotel) -> None:
    used_by = hotel.edition().used_by

    assert used_by["scripts/sorry"] == ("steps/accept", "steps/solve", "wording/calm-down", "customer_types/shouting")
    assert used_by["severities/high"] == ("steps/accept", "steps/solve")
    assert used_by["contacts/office"] == ("roles/manager",)
    assert "document/owner" not in used_by["roles/manager"], "the header is no entry, so nothing can lead to it"


def test_an_entry_knows_the_situations_that_lead_to_it_or_to_a_part_of_it(hotel: Hotel) -> None:
    assert hotel.edition().situations == {
        "customer_types/shouting": ("loud",),
        "steps/solve": ("loud",),
        "escalations/fire": ("loud",),
    }
