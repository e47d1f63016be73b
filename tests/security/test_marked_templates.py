"""Elements of templates can be told from those that an author wrote."""

from __future__ import annotations

from jinja2 import DictLoader, Environment

from amends.security.marked_templates import mark_elements


def rendered(template: str, **others: str) -> str:
    environment = Environment(loader=DictLoader({"page": template, **others}), autoescape=False)  # noqa: S701 - as in MkDocs
    mark_elements(environment, "data-own")
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


def test_a_mark_stands_where_a_template_would_replace_nothing_too() -> None:
    assert rendered("{% raw %}<script>{{ text }}</script>{% endraw %}") == "<script data-own>{{ text }}</script>"
    assert rendered("{{ '<script>' }}<style>") == "<script data-own><style data-own>"
    assert rendered(r"{% set style = '\u003cstyle\u003e' %}{{ style }}{{ text }}") == (
        "<style data-own><script>theirs()</script>"
    )


def test_a_marked_template_is_the_same_source_in_every_build() -> None:
    environment = Environment(loader=DictLoader({"page": "<script>"}))  # noqa: S701 - as in MkDocs
    mark_elements(environment, "data-own-1")
    assert environment.loader is not None

    assert environment.loader.get_source(environment, "page")[0] == "<script {{ amends_mark }}>"
