"""Elements of templates can be told from those that an author wrote."""

from __future__ import annotations

from jinja2 import DictLoader, Environment

from amends.security.marked_templates import MarkedTemplates


def rendered(template: str, **others: str) -> str:
    loader = MarkedTemplates(DictLoader({"page": template, **others}), "data-own")
    environment = Environment(loader=loader, autoescape=False)  # noqa: S701 - as in MkDocs
    return environment.get_template("page").render(text="<script>theirs()</script>")


def test_what_stands_in_a_template_is_marked_and_what_is_filled_in_is_not() -> None:
    assert rendered("<script>ours()</script>{{ text }}") == (
        "<script data-own>ours()</script><script>theirs()</script>"
    )


def test_templates_that_others_include_are_marked_too() -> None:
    assert rendered('{% include "part" %}', part="<form\nname=x><STYLE>a{}</STYLE>") == (
        "<form data-own\nname=x><STYLE data-own>a{}</STYLE>"
    )


def test_elements_that_only_begin_alike_are_left_alone() -> None:
    template = "<formula><based><metadata><scripted>"

    assert rendered(template) == template
