"""A page on its way to the disk."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment

from amends.finding import Location
from amends.security.page_guard import PageGuard

TEMPLATE = "<html><head></head><script>ours()</script>{{ text }}</html>"


def page_of(guard: PageGuard, text: str, template: str = TEMPLATE) -> str:
    environment = Environment(loader=DictLoader({"page": template}))  # noqa: S701 - as in MkDocs
    guard.mark_templates(environment)
    guard.learn(environment.get_template("page").render(text=""))
    return guard.guarded(environment.get_template("page").render(text=text), Location("docs/page.md"))


def test_our_own_script_is_named_in_the_policy_and_the_mark_is_gone() -> None:
    guard = PageGuard()

    page = page_of(guard, "")

    assert "<script>ours()</script>" in page
    assert "script-src 'self' file: 'sha256-" in page
    assert "data-own" not in page
    assert guard.findings == []


def test_the_same_page_is_written_with_the_same_bytes() -> None:
    assert page_of(PageGuard(), "text") == page_of(PageGuard(), "text")


def test_a_foreign_script_is_a_finding_and_gets_no_hash() -> None:
    guard = PageGuard()

    page = page_of(guard, "<script>theirs()</script>")

    [finding] = guard.findings
    assert (finding.code, finding.level, finding.location) == ("X901", "error", Location("docs/page.md"))
    assert "extra_javascript" in finding.hint
    assert page.count("sha256-") == 1


def test_a_script_that_copies_ours_to_the_letter_is_still_a_finding() -> None:
    guard = PageGuard()

    page_of(guard, "<script>ours()</script>")

    assert len(guard.findings) == 1


@pytest.mark.parametrize("text", ['"+theirs()+"', "</script><script>theirs()</script>", "harmless"])
def test_a_script_of_a_template_into_which_an_author_s_text_is_filled_is_a_finding(text: str) -> None:
    guard = PageGuard()

    page_of(guard, text, '<html><head></head><script>ours("{{ text }}")</script></html>')

    assert "<script> of a template would act in another way on this page" in [it.message for it in guard.findings]


def test_a_preview_is_looked_at_as_strictly_and_has_no_policy_that_would_stop_its_reload() -> None:
    guard = PageGuard(is_preview=True)

    page = page_of(guard, "<script>theirs()</script>")

    assert len(guard.findings) == 1
    assert "Content-Security-Policy" not in page
    assert "data-own" not in page
