from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from amends.edition.words import read_words
from amends.portable.markdown import markdown
from amends.portable.ordinary_html import ordinary
from amends.portable.signs import signs_of


def plain(content: str, locale: str = "en") -> str:
    page = BeautifulSoup(content, "html.parser")
    ordinary(page, signs_of(read_words(locale)))
    return markdown(page)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("en", "-   **Who:** me\n"), ("zh", "-   **Who：**me\n"), ("fr", "-   **Who\u00a0:** me\n")],
)
def test_facts_are_a_list_with_the_colon_of_the_language(locale: str, expected: str) -> None:
    facts = '<dl class="am-facts"><div class="am-fact"><dt>Who</dt> <dd>me</dd></div></dl>'

    assert plain(facts, locale) == expected


def test_time_limits_are_separated() -> None:
    chips = '<p><span class="am-chips"><span class="am-chip"><b>P1</b> at once</span> <span class="am-chip">1 day</span> </span></p>'

    assert plain(chips) == "**P1** at once · 1 day\n"


def test_words_to_say_are_a_quotation_under_the_title_of_their_script() -> None:
    words = """<figure class="am-say"><figcaption><a href="s.html">Regret</a><button hidden>Copy</button></figcaption>
    <p>At once.</p><blockquote><ul><li>I am sorry, <span class="slot">name</span>.</li></ul></blockquote></figure>"""

    assert plain(words) == "> **[Regret](s.html)**\n>\n> At once.\n>\n> -   I am sorry, [name].\n"


def test_words_to_avoid_stand_in_the_quotation_marks_of_the_language() -> None:
    assert plain("<ul><li><q>Relax.</q></li></ul>") == "-   “Relax.”\n"
    assert plain("<ul><li><q>Relax.</q></li></ul>", "fr") == "-   «\u00a0Relax.\u00a0»\n"


def test_a_question_has_boxes_to_tick() -> None:
    choice = """<fieldset class="am-choice"><legend>Hurt?</legend>
    <label><input type="radio"><span><span class="am-do">Yes</span> Call.<small>Stay</small></span></label>
    <label><input type="radio"><span><span class="am-do">No</span></span></label></fieldset>"""

    assert plain(choice) == "**Hurt?**\n\n-   [ ] **Yes** Call.  \n    Stay\n-   [ ] **No**\n"


def test_a_folded_list_is_open() -> None:
    trace = '<details><summary>Sources <span class="am-count">1</span></summary><ul><li>A</li></ul></details>'

    assert plain(trace) == "*Sources*\n\n-   A\n"


def test_the_checks_of_a_pause_point_stand_under_its_bold_title() -> None:
    fold = """<details class="am-pause am-pause--fold"><summary><b>Before you speak</b> <small>2 checks</small></summary>
    <ol><li>A</li></ol></details>"""

    assert plain(fold) == "**Before you speak**\n\n1.  A\n"


def test_blocks_in_a_cell_become_its_lines() -> None:
    table = """<table><thead><tr><th>When</th></tr></thead><tbody>
    <tr><td><div>Fire<p>Now</p><ul><li>a</li><li>b</li></ul></div></td></tr></tbody></table>"""

    assert plain(table) == "| When |\n| --- |\n| Fire<br>Now<br>a<br>b |\n"


def test_two_rows_of_headings_become_one() -> None:
    table = """<table class="am-raci__table"><thead>
    <tr><th rowspan="2">Step</th><th colspan="2" class="am-raci__group">Office</th></tr>
    <tr><th class="am-raci__first">Clerk</th><th>Head</th></tr></thead>
    <tbody><tr><td>Listen</td><td><span class="am-raci__letter" data-part>R</span><span class="am-raci__letter">I</span></td>
    <td></td></tr></tbody></table>"""

    assert plain(table) == "| Step | *Office*<br>Clerk | Head |\n| --- | --- | --- |\n| Listen | (R) I | |\n"


def test_what_only_scripts_use_is_left_out() -> None:
    page = (
        "<dialog><form><label>Case <input name=n></label></form></dialog><p hidden>x</p><script>1</script><p>Stays.</p>"
    )

    assert plain(page) == "Stays.\n"
