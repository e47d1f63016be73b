from amends.edition.inline import Run, runs_of


def placeholder(name: str) -> Run:
    return Run(f"<{name}>", entry="steps/verify") if name == "step:verify" else Run(f"<{name}>")


def slot(name: str) -> Run:
    return Run(name.upper(), "slot")


def test_the_limited_markdown_becomes_runs() -> None:
    assert runs_of("Say **now**, *softly*: `R01`, see [the law](https://law.example/a_b).", placeholder) == (
        Run("Say "),
        Run("now", "strong"),
        Run(", "),
        Run("softly", "emphasis"),
        Run(": "),
        Run("R01", "code"),
        Run(", see "),
        Run("the law", link="https://law.example/a_b"),
        Run("."),
    )


def test_a_placeholder_takes_the_style_of_its_place_and_keeps_the_entry_that_it_speaks_of() -> None:
    assert runs_of("**Go to {{ step:verify }}** with {{customer}}", placeholder) == (
        Run("Go to ", "strong"),
        Run("<step:verify>", "strong", entry="steps/verify"),
        Run(" with "),
        Run("<customer>"),
    )


def test_a_placeholder_in_the_label_of_a_link_leads_where_the_link_leads() -> None:
    assert runs_of("[About {{ step:verify }}](page.html)", placeholder) == (
        Run("About ", link="page.html"),
        Run("<step:verify>", link="page.html"),
    )


def test_a_link_that_could_run_code_is_only_its_label() -> None:
    assert runs_of("[click](javascript:alert%281%29)", placeholder) == (Run("click"),)


def test_slots_are_known_only_in_scripts() -> None:
    assert runs_of("By [time] at **[place]**.", placeholder, slot) == (
        Run("By "),
        Run("TIME", "slot"),
        Run(" at "),
        Run("PLACE", "slot"),
        Run("."),
    )
    assert runs_of("By [time] at the [gate].", placeholder) == (Run("By [time] at the [gate]."),)


def test_marks_without_a_partner_are_text() -> None:
    for text in ("2 * 3 * 4", "a ** b", "`open", "[label]( not a link )", "{ customer }"):
        assert runs_of(text, placeholder) == (Run(text),)


def test_what_a_placeholder_stands_for_is_never_read_again() -> None:
    runs = runs_of("{{ name }}", lambda _: Run("**{{ name }}** [x](javascript:y)"))

    assert runs == (Run("**{{ name }}** [x](javascript:y)"),)
