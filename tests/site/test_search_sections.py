"""A page is found by its sections, each with the text that stands under its heading."""

from __future__ import annotations

from amends.site.search_sections import SearchSection, search_sections


def test_the_text_above_the_first_heading_is_the_page_and_each_heading_begins_a_section() -> None:
    html = '<header><h1>Title</h1><p class="lead">Above</p></header>\n<h2 id="do">To do</h2>\n<ul>\n<li>Greet &amp; sit</li>\n</ul>'

    assert list(search_sections(html, ": ")) == [
        SearchSection("", "", "<p>Above</p>"),
        SearchSection("do", "To do", "<ul> <li>Greet &amp; sit</li> </ul>"),
    ]


def test_what_a_page_excludes_and_what_nobody_reads_is_not_found() -> None:
    html = '<p>Say</p><div data-search-exclude><h2 id="x">No</h2>never</div><svg><title>no</title></svg><script>no</script>'

    assert list(search_sections(html, ": ")) == [SearchSection("", "", "<p>Say</p>")]


def test_other_elements_leave_their_text_and_a_sign_in_an_attribute_ends_no_tag() -> None:
    html = '<p>a <a href="x" title="1 > 0 </p>"><b>b</b></a>\u00a0c</p><p> <span></span></p>'

    assert list(search_sections(html, ": ")) == [SearchSection("", "", "<p>a b\u00a0c</p>")]


def test_a_section_beside_others_in_a_list_has_the_text_beside_its_heading() -> None:
    html = '<h2 id="all">All</h2><ul><li><h3 id="loud">A guest shouts</h3><span>angry</span></li></ul>'

    assert [(part.anchor, part.text) for part in search_sections(html, ": ")] == [
        ("", ""),
        ("all", ""),
        ("loud", "angry"),
    ]


def test_a_row_with_an_address_is_a_section_of_its_own_named_by_its_first_cell() -> None:
    html = (
        '<h2 id="all">Who takes over</h2><p>Goes too far</p><table><thead><tr><th>What</th><th>Who</th></tr></thead>'
        '<tr id="fire"><th>Fire<small>Any.</small></th><td>All</td><td>now</td></tr></table>'
    )

    assert list(search_sections(html, ": ")) == [
        SearchSection("", "", ""),
        SearchSection("all", "Who takes over", "<p>Goes too far</p>"),
        SearchSection("fire", "Fire", "Any. All now"),
    ]


def test_texts_that_stand_beside_each_other_are_not_one_word() -> None:
    html = "<dl><div><dt>Target</dt><dd>Below 5%.</dd></div><div><dt>Reported by</dt><dd>Ann</dd></div></dl><b>a</b><i>b</i>"

    assert list(search_sections(html, ": ")) == [SearchSection("", "", "Target: Below 5%. Reported by: Ann ab")]

    row = '<table><tr id="kind"><th>老客户</th><td data-label="困扰轻微"><div>金额相同。</div></td></tr></table>'
    assert list(search_sections(row, "："))[-1].text == "困扰轻微：金额相同。"


def test_a_column_that_is_empty_in_a_row_is_not_named_there() -> None:
    row = '<table><tr id="bill"><th>Bill</th><td data-label="Lead">Ann</td><td data-label="Unless"><div> </div></td></tr></table>'

    assert list(search_sections(row, ": "))[-1].text == "Lead: Ann"


def test_between_a_label_and_its_value_stands_one_colon() -> None:
    html = '<p class="am-label"><svg></svg>Say instead</p><q>Yes.</q><dl><dt>Who:</dt><dd>Ann</dd></dl>'

    assert next(search_sections(html, ": ")).text == "<p>Say instead: </p>Yes. Who: Ann"


def test_french_keeps_the_colon_with_its_label() -> None:
    html = "<dl><div><dt>Qui</dt><dd>Le pilote</dd></div></dl>"

    assert list(search_sections(html, "\u00a0: ")) == [SearchSection("", "", "Qui\u00a0: Le pilote")]


def test_a_question_needs_no_colon_before_its_answer() -> None:
    html = "<dl><div><dt>Who decides?</dt><dd>Ann</dd></div></dl>"

    assert list(search_sections(html, ": ")) == [SearchSection("", "", "Who decides? Ann")]
