from amends.documents.framework_view import applied_counts, framework_view
from hotel import Hotel


def test_a_framework_shows_its_items_in_the_order_of_the_source_with_where_each_is_applied(hotel: Hotel) -> None:
    view = framework_view(hotel.edition(), "old-book")

    listen, thank = view.items
    assert (listen.id, [child.id for child in listen.children]) == ("listen", ["never"])
    assert (thank.id, thank.children) == ("thank", ())
    assert listen.applied_in[:2] == ("steps/accept/actions/greet", "wording/calm-down")
    assert thank.applied_in == ("end_states/closed", "scripts/sorry/lines/short", "authority/l2")
    assert listen.children[0].applied_in == ()


def test_a_framework_counts_its_applied_items_and_names_what_cites_it_as_a_whole(hotel: Hotel) -> None:
    view = framework_view(hotel.edition(), "old-book")

    assert (view.applied_count, view.applied_in) == (2, ("steps/solve",))


def test_the_title_of_a_framework_is_the_words_of_its_source(hotel: Hotel) -> None:
    assert framework_view(hotel.edition(), "old-book").title == "Three rules {{ here }}"


def test_every_framework_is_counted(hotel: Hotel) -> None:
    assert applied_counts(hotel.edition()) == {"old-book": 2}


def test_an_item_leads_to_the_fields_that_it_wants_recorded_each_in_the_first_record_that_has_it(hotel: Hotel) -> None:
    hotel.replace(
        '"Listen *first*.", zh: "先倾听。"}\n', '"Listen *first*.", zh: "先倾听。"}\n        records: [how, what]\n'
    )
    hotel.replace("controls:\n", "  other: {title: Other, fields: {what: {title: What, kind: text}}}\ncontrols:\n")

    listen, thank = framework_view(hotel.edition(), "old-book").items

    assert listen.fields == ("records/form/fields/how", "records/form/fields/what")
    assert thank.fields == ()
