"""The strict reader promises: the author's text, a place for everything, one kind of error, and the same everywhere."""

from __future__ import annotations

import json
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from amends.codes import yaml_file
from amends.codes.code import Code
from amends.content import yaml_errors, yaml_reader
from amends.content.yaml_reader import Document, Position, PureLoader, read_yaml
from amends.content.yaml_source import LIMITS, Limits
from amends.finding import Finding, Findings, Location

LOADERS: dict[str, Any] = (
    {"libyaml": yaml.CSafeLoader, "pure": PureLoader} if yaml.__with_libyaml__ else {"pure": PureLoader}
)
NAMES = {code.code: code.name for code in vars(yaml_file).values() if type(code) is Code}
REFERENCE = Path(__file__).parents[2] / "sop" / "reference"

both_parsers = pytest.mark.parametrize("loader", LOADERS.values(), ids=LOADERS.keys())


def read(text: str, loader: type = PureLoader) -> Document:
    return read_yaml(text.encode(), "a.yml", loader=loader)


def findings_of(source: str | bytes, loader: type = PureLoader, limits: Limits = LIMITS) -> list[Finding]:
    """What is wrong with a file that cannot be read."""
    with pytest.raises(Findings) as caught:
        read_yaml(source.encode() if isinstance(source, str) else source, "a.yml", limits, loader)
    return caught.value.findings


def short(findings: list[Finding]) -> list[str]:
    """Place and code: `2:1 Y010`; `0:0` is the file as a whole."""
    return [f"{finding.location.line}:{finding.location.column} {finding.code}" for finding in findings]


def full(findings: list[Finding]) -> list[str]:
    """Every word that an author sees."""
    return [f"{finding.location} {finding.code} {finding.message} -> {finding.hint}" for finding in findings]


# What is read ---------------------------------------------------------------------------------------------------------


@both_parsers
def test_a_scalar_stays_the_text_that_the_author_wrote(loader: type) -> None:
    text = "[no, 007, 1.10, 12:30, 2024-01-02, true, 0x1F, 1e3, .inf, '~', \"null\", Null, NULL, =]"

    assert read(text, loader).data == [
        *("no", "007", "1.10", "12:30", "2024-01-02", "true", "0x1F", "1e3", ".inf"),
        *("~", "null", "Null", "NULL", "="),
    ]


@both_parsers
def test_only_an_empty_value_a_tilde_and_null_mean_nothing(loader: type) -> None:
    document = read("a:\nb: ~\nc: null\nd: ''\ne:\n  -\n  - {f, g: }\n", loader)

    assert document.data == {"a": None, "b": None, "c": None, "d": "", "e": [None, {"f": None, "g": None}]}


@both_parsers
def test_every_style_of_text_is_read_as_yaml_says(loader: type) -> None:
    text = "a: of two\n  lines\nb: |\n  kept\n   so\nc: >-\n  folded\n  so\nd: 'it''s'\ne: \"\\u00e9\\t\\\"\"\n"

    assert read(text, loader).data == {
        "a": "of two lines",
        "b": "kept\n so\n",
        "c": "folded so",
        "d": "it's",
        "e": 'é\t"',
    }


@both_parsers
def test_a_file_may_be_one_text_or_one_list(loader: type) -> None:
    assert read("--- hello\n...\n", loader).data == "hello"
    assert read("- a\n- b\n", loader).data == ["a", "b"]


@pytest.mark.shipped
def test_the_shipped_files_read_as_plain_yaml_does_with_and_without_libyaml() -> None:
    files = sorted(REFERENCE.rglob("*.yml"))
    assert files, f"nothing is shipped in {REFERENCE}"

    for path in files:
        copies = [read_yaml(path.read_bytes(), path.name, loader=loader) for loader in LOADERS.values()]
        assert is_the_same(copies[0].data, plain(path.read_bytes()))
        assert copies[0].data == copies[-1].data
        assert places_in(copies[0]) == places_in(copies[-1])


def plain(source: str | bytes) -> object:
    """What PyYAML reads where nothing but texts is made of scalars."""
    return yaml.load(source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506  # it makes texts only


def places_in(document: Document) -> dict[tuple[str | int, ...], Position]:
    return {path: document.locate(path) for path, _ in everything_in(document.data)}


def is_the_same(read_data: object, plain: object) -> bool:
    """Whether data equals PyYAML's `BaseLoader` data, to which `null` is a text."""
    if isinstance(read_data, dict) and isinstance(plain, dict):
        return list(read_data) == list(plain) and all(is_the_same(read_data[key], plain[key]) for key in plain)
    if isinstance(read_data, list) and isinstance(plain, list):
        return len(read_data) == len(plain) and all(map(is_the_same, read_data, plain))
    return plain in ("", "~", "null") if read_data is None else read_data == plain


# Any document ---------------------------------------------------------------------------------------------------------

characters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"]) | st.just("\n")
texts = st.text(characters, max_size=30)


def documents(keys: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, object]]:
    values = st.recursive(
        texts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
    )
    return st.dictionaries(keys, values, min_size=1, max_size=4)


@both_parsers
@given(data=documents(keys=texts), indent=st.sampled_from([None, 2]))
def test_any_text_in_quotes_comes_back_from_where_it_stands(loader: type, data: object, indent: int | None) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    lines = text.split("\n")
    document = read(text, loader)

    assert document.data == data
    for path, value in everything_in(data):
        span = document.locate(path)
        assert lines[span.line - 1][span.column - 1 :].startswith(beginning_of(value))
        if path and isinstance(path[-1], str):
            assert lines[span.key_line - 1][span.key_column - 1 :].startswith(beginning_of(path[-1]) + ":")


def everything_in(data: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    yield path, data
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in inner:
        yield from everything_in(value, (*path, part))


def beginning_of(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else "[{"[isinstance(value, dict)]


_SIGNS_WITH_A_RULE = set("?“‘„«＂＇\u00a0\u202f\u3000") | {chr(code) for code in range(0x2000, 0x200B)}


@both_parsers
@given(
    data=documents(keys=st.text("abc-", min_size=1, max_size=9)),
    style=st.sampled_from([None, '"', "'", "|", ">"]),
    is_flow=st.booleans(),
)
def test_any_document_reads_as_plain_yaml_does_but_for_none(
    loader: type, *, data: object, style: str | None, is_flow: bool
) -> None:
    text = yaml.dump(data, default_style=style, default_flow_style=is_flow, allow_unicode=True)
    assume(not _SIGNS_WITH_A_RULE & set(text))
    assume("\\\\" not in text)  # a path of Windows in double quotes, which has a rule of its own

    assert is_the_same(read(text, loader).data, plain(text))


# Where it stands ------------------------------------------------------------------------------------------------------

PLACES = """\
title: Accept
steps:
  - do: "Greet"
    say: {en: Good day, zh: 您好}
  -
    - inner
empty:
"""


@both_parsers
def test_each_value_has_its_place_and_that_of_its_key(loader: type) -> None:
    document = read(PLACES, loader)

    assert places_in(document) == {
        (): Position(1, 1, 1, 1),
        ("title",): Position(1, 8, 1, 1),
        ("steps",): Position(3, 3, 2, 1),
        ("steps", 0): Position(3, 5, 3, 5),
        ("steps", 0, "do"): Position(3, 9, 3, 5),
        ("steps", 0, "say"): Position(4, 10, 4, 5),
        ("steps", 0, "say", "en"): Position(4, 15, 4, 11),
        ("steps", 0, "say", "zh"): Position(4, 29, 4, 25),
        ("steps", 1): Position(6, 5, 6, 5),
        ("steps", 1, 0): Position(6, 7, 6, 7),
        ("empty",): Position(7, 7, 7, 1),
    }


@pytest.mark.parametrize("before", ["\ufeff", "\ufeff# 您好 😀\r\n"])
@both_parsers
def test_a_byte_order_mark_and_windows_line_ends_move_no_place(loader: type, before: str) -> None:
    lines_before = before.count("\n")
    document = read(before + PLACES.replace("\n", "\r\n"), loader)

    assert document.data == read(PLACES, loader).data
    assert document.locate(["steps", 0, "say", "zh"]) == Position(4 + lines_before, 29, 4 + lines_before, 25)


def test_parts_of_a_path_that_are_not_in_the_file_are_passed_over() -> None:
    document = read(PLACES)

    assert document.locate(["steps", 0, "function-plain", "say", "en"]) == document.locate(["steps", 0, "say", "en"])
    assert document.locate(["steps", 0, "title"]) == document.locate(["steps", 0])
    assert document.locate(["steps", 7]) == document.locate(["steps"])
    assert document.locate(["title", 0, "en"]) == document.locate(["title"])
    assert document.locate(["missing"]) == Position(1, 1, 1, 1)


def test_a_document_says_whether_it_holds_a_path() -> None:
    document = read(PLACES)

    assert document.holds([])
    assert document.holds(["steps", 0, "say", "en"])
    assert document.holds(["empty"])
    assert not document.holds(["steps", 0, "function-plain", "say"])
    assert not document.holds(["steps", 2])


# What is refused ------------------------------------------------------------------------------------------------------


@both_parsers
def test_a_duplicate_key_names_both_places(loader: type) -> None:
    assert full(findings_of("title: a\nsteps: {one: x, two: y, one: z}\ntitle: b\n", loader)) == [
        (
            "a.yml:2:25 Y010 the field “one” stands twice in this block: first in line 2, column 9, and here"
            " -> keep one of the two, or rename it"
        ),
        (
            "a.yml:3:1 Y010 the field “title” stands twice in this block: first in line 1, column 1, and here"
            " -> keep one of the two, or rename it"
        ),
    ]


def test_a_long_key_is_shown_in_one_line() -> None:
    key = '"a\\n' + "b" * 60 + '"'

    long, whole = findings_of(f"{key}: c\n{key}: d\n{'e' * 40}: f\n{'e' * 40}: g\n")

    assert long.message.startswith("the field “a " + "b" * 37 + "…” stands twice")
    assert whole.message.startswith("the field “" + "e" * 40 + "” stands twice")


def test_equal_keys_in_different_blocks_are_no_duplicates() -> None:
    assert read("a: {x: 1}\nb: {x: 1}\nx: 1\n").data == {"a": {"x": "1"}, "b": {"x": "1"}, "x": "1"}


@both_parsers
def test_all_signs_with_a_meaning_of_their_own_are_found_in_one_reading(loader: type) -> None:
    text = """\
base: &base {a: 1}
step:
  <<: *base
  do: !important now
*base : x
{{ customer }}: y
"""

    assert full(findings_of(text, loader)) == [
        "a.yml:1:7 Y007 a text that begins with “&” has a special meaning in YAML -> put the whole text in quotes",
        "a.yml:3:3 Y009 “<<” would merge another block into this one -> write its fields out here",
        "a.yml:3:7 Y007 a text that begins with “*” has a special meaning in YAML -> put the whole text in quotes",
        "a.yml:4:7 Y007 a text that begins with “!” has a special meaning in YAML -> put the whole text in quotes",
        "a.yml:5:1 Y007 a text that begins with “*” has a special meaning in YAML -> put the whole text in quotes",
        'a.yml:6:1 Y013 a field name cannot begin with this sign -> put the whole text in quotes:  "{{ customer }}"',
        'a.yml:6:2 Y013 a field name cannot begin with this sign -> put the whole text in quotes:  "{{ customer }}"',
    ]


@both_parsers
def test_signs_in_quotes_are_text(loader: type) -> None:
    data = {"<<": "*base", "": "&x", "?": "!important", "{{ customer }}": "? #12", "%": "@home: `x`"}

    assert read("\n".join(f"'{key}': '{value}'" for key, value in data.items()), loader).data == data


@both_parsers
def test_a_tag_never_runs_code(loader: type) -> None:
    assert short(findings_of("!!python/object/apply:os.system [exit 1]\n", loader)) == ["1:1 Y007"]


@both_parsers
def test_what_was_found_before_a_syntax_error_is_told_too(loader: type) -> None:
    assert short(findings_of("a: 1\na: 2\nb: Refund #12\nc: 'open\n", loader)) == ["2:1 Y010", "3:11 Y021", "4:4 Y001"]


@both_parsers
def test_the_bombs_of_other_readers_are_refused_at_their_first_sign(loader: type) -> None:
    laughs = "a: &a [x, x]\n" + "".join(f"{key}: &{key} [*a, *a]\n" for key in "bcdefgh")
    merges = "a: &a {x: 1}\n" + "".join(f"{key}:\n  <<: [*a, *a]\n" for key in "bcdefgh")

    assert short(findings_of(laughs, loader))[0] == "1:4 Y007"
    assert short(findings_of(merges, loader))[0] == "1:4 Y007"


@both_parsers
def test_a_second_document_is_refused_where_it_begins(loader: type) -> None:
    assert full(findings_of("---\na: 1\n---\na: 1\na: 1\n", loader)) == [
        "a.yml:3:1 Y015 a second document begins here -> delete this line, or put what follows it in a file of its own"
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "~\n", "\ufeff"])
@both_parsers
def test_a_file_without_content_is_a_finding(loader: type, text: str) -> None:
    assert full(findings_of(text, loader)) == ["a.yml Y017 the file is empty -> write its entries, or delete the file"]


# TABs -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n\tb: 1\n", "2:1"),
        ("a:\n  \tb: 1\n", "2:3"),
        ("a: b\n\tc\n", "2:1"),
        ("a: |\n\tb\n", "2:1"),
        ("a: |\n  \tb\n", "2:3"),
        ("a: |\t\n  b\n", "1:5"),
        ("a: [\n\tb,\n\tc\n]\n", "2:1"),
        ("a:\tb\n", "1:3"),
        ("-\tb\n", "1:2"),
        ("a: b\tc\n", "1:5"),
        ("a: b\t\n", "1:5"),
        ("a: b\t# c\n", "1:5"),
        ("a: 'b'\t\n", "1:7"),
        ("a: 'b\t' # c\n\n\t\nd: e\n", "3:1"),
    ],
)
@both_parsers
def test_a_tab_outside_quotes_is_refused(loader: type, text: str, place: str) -> None:
    assert short(findings_of(text, loader)) == [f"{place} Y016"]


@both_parsers
def test_a_tab_may_stand_in_quotes_in_a_text_and_in_a_comment(loader: type) -> None:
    text = "a: 'b\tc'\nd: \"e\tf\n\tg\"\nh: |\n  i\tj\n# k\tl\nm: n#o # \tp\n"

    assert read(text, loader).data == {"a": "b\tc", "d": "e\tf g", "h": "i\tj\n", "m": "n#o"}


@pytest.mark.parametrize(
    ("text", "place", "code", "said"),
    [
        ("a:\n  title： b\n  c: d\n", "2:8", "Y022", "“：” is the colon of Chinese text"),
        ("- title：b\n", "1:8", "Y022", "“：” is the colon of Chinese text"),
        ("a:\u00a0b\n", "1:3", "Y022", "the no-break space (U+00A0)"),
        ("a:\n\u3000\u3000b: c\n", "2:1", "Y022", "the ideographic space (U+3000)"),
        ("a: {b: “c, d”}\n", "1:8", "Y022", "““” is no quote"),
        ("a: {b: 1,500}\n", "1:10", "Y026", "a comma ends the number"),
        (r'a: "D:\new\temp"', "1:4", "Y025", "is a TAB"),
        (r'a: "\\desk\new"', "1:4", "Y025", "ends the line"),
        ("a: b\u200bc\n", "1:5", "Y004", "ZERO WIDTH SPACE"),
        ("b\u00adc: d\n", "1:2", "Y004", "SOFT HYPHEN"),
        ("a:\n<<<<<<< HEAD\n  b: c\n=======\n  b: d\n>>>>>>> desk\n", "2:1", "Y024", "git has left"),
    ],
)
@both_parsers
def test_a_sign_that_only_looks_right_is_named(loader: type, text: str, place: str, code: str, said: str) -> None:
    found = findings_of(text, loader)

    assert short(found) == [f"{place} {code}"]
    assert said in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "a: 现在：开始\n",
        "a: |\n  title： b\n  \u3000\u3000c\n",
        "a: 'b\n  c：d'\n",
        "a: “您好。我来帮您。”\n",
        "a: “Yes,” she said\n",
        "a: '“Yes”'\n",
        "a: {b: 1, 500: c}\n",
        "a: ភាសា\u200bខ្មែរ\n",
        r'a: "b\nc\td"',
        "a: 'D:\\new'\n",
        "a: b\n# <<<<<<< HEAD\n",
    ],
)
@both_parsers
def test_a_sign_that_is_meant_is_left_alone(loader: type, text: str) -> None:
    assert read(text, loader).findings == ()


@both_parsers
def test_curly_quotes_around_a_text_are_told_since_they_are_printed(loader: type) -> None:
    found = read("a: “Refund”\nb: ＂Refund＂\n", loader).findings

    assert [(finding.code, finding.location.line, finding.level) for finding in found] == [
        ("Y023", 1, "warning"),
        ("Y023", 2, "warning"),
    ]


@both_parsers
def test_a_tab_is_told_before_the_syntax_error_that_follows_it(loader: type) -> None:
    assert short(findings_of("a: [\n\tb\n]\nc: d: e\n", loader)) == ["2:1 Y016"]
    assert short(findings_of("a: 'b\tc' d\n", loader)) == ["1:10 Y001"]
    assert short(findings_of("a: 'b\tc\n\td\n", loader)) == ["1:4 Y001"]


# Bytes and characters -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "finding"),
    [
        (
            b"a: 1\r\nb: \xe4\xb8\xad Caf\xe9 au lait\n",
            "a.yml:2:9 Y003 the byte 0xe9 is not UTF-8 text; it is probably “é”, saved in an older Windows encoding",
        ),
        (
            "title: 受理投诉".encode("gbk"),
            "a.yml:1:8 Y003 the byte 0xca is not UTF-8 text; it is probably “受理”, saved in an older Windows encoding",
        ),
        (
            b"a: n\xe9\xe9s",
            "a.yml:1:5 Y003 the byte 0xe9 is not UTF-8 text; it is probably “é”, saved in an older Windows encoding",
        ),
        (b"a: \x81", "a.yml:1:4 Y003 the byte 0x81 is not UTF-8 text"),
        ("a: 1".encode("utf-16"), "a.yml Y003 the file is saved as UTF-16 (“Unicode”)"),
        ("a: 1".encode("utf-16-be"), "a.yml Y003 the file is saved as UTF-16 (“Unicode”)"),
        ("a: 1".encode("utf-16-le"), "a.yml Y003 the file is saved as UTF-16 (“Unicode”)"),
        (
            b"\x05\0\x06\0\xff",
            "a.yml:1:5 Y003 the byte 0xff is not UTF-8 text; it is probably “ÿ”, saved in an older Windows encoding",
        ),
        (
            b"\x7f\0\xcb\0",
            "a.yml:1:3 Y003 the byte 0xcb is not UTF-8 text; it is probably “Ë”, saved in an older Windows encoding",
        ),
    ],
)
def test_another_encoding_is_told_with_the_place_and_a_guess(source: bytes, finding: str) -> None:
    assert full(findings_of(source)) == [f"{finding} -> in the editor choose Save As, then the encoding UTF-8"]


def test_all_hidden_characters_are_found_with_their_names() -> None:
    assert full(findings_of("a: \0\nb: x\u202ey\n# \x85\nc: '\ufeff'\n")) == [
        "a.yml:1:4 Y004 the invisible character U+0000 has no place in a text -> delete it, or type the text anew",
        (
            "a.yml:2:5 Y005 the invisible character U+202E RIGHT-TO-LEFT OVERRIDE can disguise what readers see"
            " -> delete it"
        ),
        "a.yml:3:3 Y004 the invisible character U+0085 has no place in a text -> delete it, or type the text anew",
        (
            "a.yml:4:5 Y004 the invisible character U+FEFF ZERO WIDTH NO-BREAK SPACE has no place in a text"
            " -> delete it, or type the text anew"
        ),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (r'a: "\0"', "Y004"),
        (r'a: "\x1b[31m"', "Y004"),
        (r'a: "\u2028"', "Y004"),
        (r'a: "\u202e"', "Y005"),
        ("a: x\u200fy", "Y005"),
        ("a: x\u061cy", "Y005"),
        ("a: x\U000e0041y", "Y004"),
        (r'"\u2066": a', "Y005"),
        (r'a: "\ud83d\ude00"', "Y001"),
        (r'a: "\U00110000"', "Y001"),
        (r'a: "\UFFFFFFFF"', "Y001"),
    ],
)
@both_parsers
def test_an_escape_brings_in_no_hidden_character(loader: type, text: str, code: str) -> None:
    assert [finding.code for finding in findings_of(text, loader)] == [code]


# Limits ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "limits", "finding"),
    [
        ("a: 12345\n", Limits(file_bytes=8), "a.yml Y002 the file has more than 8 bytes, and cannot be read"),
        ("a: [b, c]\n", Limits(values=4), "a.yml:1:8 Y006 the file holds more than 4 values"),
        (
            "a: 1\nbcd: 2\n",
            Limits(key_characters=2),
            "a.yml:2:1 Y008 this field name has 3 characters; at most 2 can be read",
        ),
        ("a: |\n  b\n", Limits(text_characters=1), "a.yml:1:4 Y011 this text has 2 characters; at most 1 can be read"),
        ("a:\n  - [b]\n", Limits(depth=2), "a.yml:2:5 Y012 this is nested more than 2 levels deep"),
    ],
)
@both_parsers
def test_a_limit_stops_at_the_first_excess(loader: type, text: str, limits: Limits, finding: str) -> None:
    assert [line.split(" -> ")[0] for line in full(findings_of(text, loader, limits))] == [finding]


def test_what_reaches_a_limit_exactly_is_read() -> None:
    limits = Limits(file_bytes=10, values=5, key_characters=1, text_characters=1, depth=2)

    assert read_yaml(b"a: [b, c]\n", "a.yml", limits).data == {"a": ["b", "c"]}


def test_the_limits_are_those_that_the_format_promises() -> None:
    assert Limits() == Limits(
        file_bytes=2_000_000, depth=40, values=200_000, text_characters=200_000, key_characters=200
    )


@pytest.mark.parametrize("sign", ["[", "{", "- ", "? ", "a: {"])
@both_parsers
def test_a_hundred_kilobytes_of_brackets_are_a_finding(loader: type, sign: str) -> None:
    assert findings_of(sign * (100_000 // len(sign)), loader)[-1].code in {"Y001", "Y007", "Y012", "Y013"}


@both_parsers
def test_brackets_are_refused_at_the_first_that_is_too_deep(loader: type) -> None:
    assert short(findings_of("[" * 100_000, loader)) == ["1:41 Y012"]


def test_a_hundred_errors_are_enough() -> None:
    assert len(findings_of("a: 1\n" * 1000)) == 100
    assert len(findings_of("a: " + "\x01" * 1000)) == 100


# Text that a comment cuts ---------------------------------------------------------------------------------------------


@both_parsers
def test_a_text_cut_by_a_comment_without_a_space_is_read_with_a_warning(loader: type) -> None:
    document = read("a: Refund   #12 rules\nb: #1\nc:\n  - [达标 #2, x\n    ]\n", loader)

    assert document.data == {"a": "Refund", "b": None, "c": [["达标"]]}
    assert full(list(document.findings)) == [
        f"a.yml:{place} Y021 {message} -> put the whole text in quotes; or, if it is a comment, a space after the “#”"
        for place, message in [
            ("1:13", "only “Refund” is read here: “#12 rules” counts as a comment"),
            ("2:4", "nothing is read here: “#1” counts as a comment"),
            ("4:9", "only “达标” is read here: “#2, x” counts as a comment"),
        ]
    ]
    assert not any(finding.is_error for finding in document.findings)


@pytest.mark.parametrize(
    "text",
    [
        "a: b # see 12\n",
        "a: 72 hours # 3 days\n",
        "a: b#12\n",
        "a: 'b #12'\n",
        "a: 'b' #12\n",
        "a: |\n  b #12\n",
        "#1\na: b\n #2\n",
    ],
)
@both_parsers
def test_a_comment_with_a_space_and_a_quoted_text_are_no_warning(loader: type, text: str) -> None:
    assert read(text, loader).findings == ()


# Syntax errors in plain words -----------------------------------------------------------------------------------------

BROKEN = [
    ("%YAML 1.2\n---\na: b\n", 1, "Y001", "a line cannot begin with “%”"),
    ("a: b\n%c\n", 2, "Y001", ""),
    ("a: *Important* call\n", 1, "Y007", "a text that begins with “*” or “&” has a special meaning in YAML"),
    ("a: & co\n", 1, "Y007", "a text that begins with “*” or “&” has a special meaning in YAML"),
    ("a: !<b\n", 1, "Y007", "a text that begins with “!” has a special meaning in YAML"),
    ("a: !b!c d\n", 1, "Y007", "a text that begins with “!” has a special meaning in YAML"),
    ("a: ? b\n", 1, "Y007", "a text that begins with “?” has a special meaning in YAML"),
    ("?\n: a\n", 1, "Y007", "a text that begins with “?” has a special meaning in YAML"),
    ("[?a, b]\n", 1, "Y007", "a text that begins with “?” has a special meaning in YAML"),
    ("? a\n", 1, "Y007", "a text that begins with “?” has a special meaning in YAML"),
    ("a:\n  - ? b\n", 2, "Y007", "a text that begins with “?” has a special meaning in YAML"),
    ('a: "b\n\\q"\n', 2, "Y001", "no sign that YAML knows begins with this “\\”"),
    ('a: "b\n\n\\ud800"\n', 3, "Y001", "no sign that YAML knows begins with this “\\”"),
    ('a: "\\x4"\n', 1, "Y001", "no sign that YAML knows begins with this “\\”"),
    ("a: 'b\nc: d\n", 1, "Y001", "the quote that opens here is never closed"),
    ('a: "b\n---\n', 1, "Y001", "the quote that opens here is never closed"),
    ("a: > 5 items\n", 1, "Y001", "a text cannot follow “|” or “>” in the same line"),
    ("a: |#\n  b\n", 1, "Y001", "a text cannot follow “|” or “>” in the same line"),
    ("a: Refunds: the rules\n", 1, "Y001", "a text with “: ” needs quotes"),
    ("a: b\n  c: d\n", 2, "Y001", "this line is further in than `a` above, which has its value already"),
    ("a: it's: b\n", 1, "Y001", "this “:” does not fit here"),
    ('a: "b\nc: d\ne: "f"\n', 1, "Y001", "the quote that opens here is closed only in line 3"),
    ("a: - b\n", 1, "Y001", "a list cannot begin here"),
    ("a: b\nc\nd: e\n", 2, "Y001", "a “:” is missing after this field name"),
    ("a: @home\n", 1, "Y001", "a text cannot begin with this sign"),
    (": a\n", 1, "Y001", "this does not fit in with the fields that begin in line 1"),
    ("a: {: b}\n", 1, "Y001", "a value is missing here, or a bracket is not closed"),
    ("a: , b\n", 1, "Y001", "a text cannot begin with this sign"),
    ("a: [b, c\nd: e\n", 1, "Y001", "the bracket that opens here is never closed"),
    ("a: {b: c: d}\n", 1, "Y001", "a text with “: ” needs quotes"),
    ('a: {en: "b, zh: "c"}\n', 1, "Y001", "the quote that opens here is never closed"),
    ("a: {b: c # 3}\nd: e\n", 1, "Y001", "“# 3}” counts as a comment, with the bracket in it"),
    ("a: b\nc:d\ne: f\n", 2, "Y001", "a space is missing after this “:”"),
    ("a: {{ b }} c\n", 1, "Y013", "a field name cannot begin with this sign"),
    (
        "a: {\n  b: c\n  d: e\n}\n",
        3,
        "Y001",
        "a comma is missing here, or the bracket that opens in line 1 is not closed",
    ),
    ("a: [b, c", 1, "Y001", "a comma is missing here, or the bracket that opens in line 1 is not closed"),
    ("a:\n  - [b,\n\n", 2, "Y001", "a value is missing here, or a bracket is not closed"),
    ("a: [b,, c]\n", 1, "Y001", "a value is missing here, or a bracket is not closed"),
    ("a: [Late?, Early?]\n", 1, "Y001", ""),
    ("a: [late:, b]\n", 1, "Y001", ""),
    ("a: 'it's'\n", 1, "Y001", "this follows a text that has ended with its closing quote or bracket"),
    ("a: [b] c\n", 1, "Y001", "this follows a text that has ended with its closing quote or bracket"),
    ('"a" b\n', 1, "Y001", "this follows a text that has ended with its closing quote or bracket"),
    ("a:\n  - b\n  c: d\n", 3, "Y001", "this does not fit into the list that begins in line 2"),
    ("a:\n    b: c\n  d: e\n", 3, "Y001", "this line begins in column 3, and `b` above it in column 5"),
    ("a: b\n- c\n", 2, "Y001", "this does not fit in with the fields that begin in line 1"),
    ("  a: b\nc: d\n", 2, "Y001", "this does not line up with what stands above it"),
    ("a: b\n...\nc: d\n", 3, "Y001", "this does not line up with what stands above it"),
]
"""Broken files, with the line, the code, and how the message begins where both parsers lead to the same one."""


@pytest.mark.parametrize(("text", "line", "code", "message"), BROKEN)
@both_parsers
def test_a_broken_file_is_told_in_plain_words(loader: type, text: str, line: int, code: str, message: str) -> None:
    (finding,) = findings_of(text, loader)

    assert (finding.location.line, finding.code) == (line, code)
    assert finding.message.startswith(message)
    assert finding.hint


@pytest.mark.parametrize("text", ["a: *Important* call\n", "a: & co\n", "a: !<b\n", "a: 'b\n\nc: d\n", "a: @b\n"])
@both_parsers
def test_a_text_that_breaks_the_file_is_told_where_it_begins(loader: type, text: str) -> None:
    assert short(findings_of(text, loader))[0].startswith("1:4 ")


@both_parsers
def test_each_sentence_is_said_for_one_of_the_broken_files(loader: type) -> None:
    said = {finding.hint for text, *_ in BROKEN for finding in findings_of(text, loader)}
    sentences = yaml_errors._SENTENCES  # the table itself is what is held against the files

    assert {sentence.hint for sentence in sentences} - said == set()


def test_a_problem_that_no_sentence_knows_is_told_in_the_parsers_words() -> None:
    class NewParser(PureLoader):
        def get_event(self) -> yaml.Event | None:
            raise yaml.scanner.ScannerError(None, None, "found a new problem", self.get_mark())

    assert full(findings_of("a: b\n", NewParser)) == [
        "a.yml:1:1 Y001 this is not YAML (found a new problem) -> compare it with an example"
    ]


def test_without_libyaml_the_reader_takes_pyyamls_own_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)

    assert runpy.run_path(yaml_reader.__file__)["LOADER"].__name__ == "PureLoader"


# Whatever is in the file ----------------------------------------------------------------------------------------------

ENTRY = """\
steps:
  accept:
    title: {en: "Accept: the complaint", zh: '受理投诉'}
    list:
    - one
    - two # comment
    note: |
      A text
        of lines
    long: >-
      folded
      text
    flow: [a, "b", {c: d}]
    plain: of two
      lines
    none: ~
"""

signs = st.sampled_from(
    (
        *("\t", "  ", "\n", "\n  ", "\r", "'", '"', "[", "]", "{", "}", ", ", ": ", "- ", " #", " #x", "? ", "~"),
        *("&a ", "*a ", "!a ", "|", ">", "%", "@", "`", "\\", "\\u00", "<<: ", "---\n", "...\n", "a: b\n"),
        *("é", "受理", "😀", "\u2028"),
    )
)


@both_parsers
@given(source=st.binary() | st.lists(signs).map(lambda parts: "".join(parts).encode()) | st.text().map(str.encode))
@example(source=b'"\\U' + b"F" * 8 + b'"')
@example(source=b"%YAML " + b"1" * 5000)
@example(source=b"a\n...\n%YAML " + b"1" * 5000)
def test_any_bytes_give_a_document_or_findings(loader: type, source: bytes) -> None:
    try:
        document = read_yaml(source, "a.yml", loader=loader)
    except Findings as refused:
        findings = refused.findings
        assert any(finding.is_error for finding in findings)
    else:
        findings = list(document.findings)
        assert not any(finding.is_error for finding in findings)

    for finding in findings:
        assert finding.name == NAMES[finding.code]
        assert finding.message
        assert finding.hint
        assert finding.location == Location("a.yml") or finding.location.column >= 1
        assert finding.location.line <= source.count(b"\n") + source.count(b"\r") + 1


@given(at=st.integers(0, len(ENTRY)), sign=signs, taken=st.integers(0, 3))
def test_one_slip_reads_the_same_with_and_without_libyaml(at: int, sign: str, taken: int) -> None:
    text = ENTRY[:at] + sign + ENTRY[at + taken :]

    outcomes = [outcome(text, loader) for loader in LOADERS.values()]

    assert outcomes[0] == outcomes[-1]


def outcome(text: str, loader: type) -> object:
    """The data with its warnings; or, where there is an error, the line of the first."""
    try:
        document = read(text, loader)
    except Findings as refused:
        return next(finding.location.line for finding in refused.findings if finding.is_error)
    return document.data, document.findings
