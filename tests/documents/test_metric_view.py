import pytest

from amends.documents.metric_view import metric_view, metrics_by_family
from amends.edition.inline import Run
from hotel import Hotel


def metric(formula: str, unit: str = "number", **values: str) -> str:
    """A metric with one example, as YAML."""
    return (
        f"metrics:\n  figure:\n    title: Figure\n    family: speed\n    meaning: Something.\n    unit: {unit}\n"
        f"    formula: {formula}\n    variables: {{{', '.join(f'{name}: of {name}' for name in values)}}}\n"
        f"    examples: {{one: {{values: {{{', '.join(f'{name}: {value}' for name, value in values.items())}}}}}}}\n"
    )


def test_a_worked_example_is_computed_from_the_formula(hotel: Hotel) -> None:
    view = metric_view(hotel.edition(), "ppm")

    [example] = view.examples
    assert view.formula == "complaints ÷ nights × 1,000,000"
    assert example.title is not None
    assert (example.title.plain, example.calculation, example.result) == (
        "March",
        "7 ÷ 350,000 × 1,000,000",
        "20 PPM",
    )


def test_the_formula_is_also_told_in_the_words_of_the_reader(hotel: Hotel) -> None:
    assert metric_view(hotel.edition("zh"), "ppm").in_words.runs == (
        Run("投诉数", "slot"),
        Run(" ÷ "),
        Run("间夜数", "slot"),
        Run(" × 1,000,000"),
    )


@pytest.mark.parametrize(
    ("formula", "values", "calculation", "result"),
    [
        ("late / all * 100", {"late": "1", "all": "3"}, "1 ÷ 3 × 100", "33.3333"),
        ("a_sum / a", {"a_sum": "9", "a": "4"}, "9 ÷ 4", "2.25"),
        ("a * 10000000", {"a": "2"}, "2 × 10,000,000", "20,000,000"),
        ("a * 21000000.12345", {"a": "0"}, "0 × 21,000,000.12345", "0"),
        ("a - b", {"a": "1.50", "b": "1.50001"}, "1.50 - 1.50001", "0"),
        ("(a + b) / 2", {"a": "1234567", "b": "0.5"}, "(1,234,567 + 0.5) ÷ 2", "617,283.75"),
        ("q1 + q10", {"q1": "1000", "q10": "2000"}, "1,000 + 2,000", "3,000"),
    ],
)
def test_figures_take_the_places_of_the_variables_and_are_easy_to_read(
    hotel: Hotel, formula: str, values: dict[str, str], calculation: str, result: str
) -> None:
    (hotel.folder / "metrics.yml").write_text(metric(formula, **values), encoding="utf-8")

    [example] = metric_view(hotel.edition(), "figure").examples

    assert (example.calculation, example.result) == (calculation, result)


@pytest.mark.parametrize(
    ("unit", "result"), [("percent", "50%"), ("days", "50 days"), ("ppm", "50 PPM"), ("number", "50")]
)
def test_a_result_has_its_unit(hotel: Hotel, unit: str, result: str) -> None:
    (hotel.folder / "metrics.yml").write_text(metric("a * 100", unit, a="0.5"), encoding="utf-8")

    assert [example.result for example in metric_view(hotel.edition(), "figure").examples] == [result]


def test_a_metric_without_a_formula_has_nothing_to_compute(hotel: Hotel) -> None:
    (hotel.folder / "metrics.yml").write_text(
        "metrics: {median: {title: Median, family: speed, meaning: How long., how: Sort the cases.}}", encoding="utf-8"
    )

    view = metric_view(hotel.edition(), "median")

    assert (view.formula, view.examples, view.in_words.runs) == (None, (), ())


def test_metrics_stand_in_families_and_a_family_without_a_metric_is_left_out(hotel: Hotel) -> None:
    hotel.replace(
        "metrics:\n",
        "metrics:\n  talk: {title: Talk, family: learning, meaning: We talk.}\n  pace: {title: Pace, family: speed, meaning: Quick.}\n",
    )

    assert [(family.title, family.metrics) for family in metrics_by_family(hotel.edition())] == [
        ("Speed", ("pace",)),
        ("Quality", ("ppm",)),
        ("Learning", ("talk",)),
    ]


def test_an_sop_may_have_families_of_its_own(hotel: Hotel) -> None:
    hotel.replace(
        "variables:\n",
        'families: {uptime: {en: "Up time", zh: "可用率"}}\nvariables:\n',
    ).replace("family: quality", "family: uptime")

    assert [(it.title, it.metrics) for it in metrics_by_family(hotel.edition())] == [("Up time", ("ppm",))]
    assert metric_view(hotel.edition("zh"), "ppm").family == "可用率"


def test_a_family_that_nobody_declared_is_told_with_the_way_out(hotel: Hotel) -> None:
    [finding] = [it for it in hotel.replace("family: quality", "family: uptime").reading().findings if it.is_error]

    assert finding.message == "metrics/ppm: there is no family of metrics `uptime`"
    assert finding.hint.endswith("; or declare it:  families: {uptime: ...}")
