"""Whatever is wrong with the files: a message with its place, the reason and the way out; never a traceback, never a
half-written output, and never the words of the libraries that found it.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from functools import cache
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from amends import read
from amends.check.engine import findings_for
from amends.cli import main
from amends.content import loader
from amends.content.place import Place
from amends.content.yaml_reader import read_yaml
from amends.file_bytes import file_bytes
from amends.finding import Finding
from amends.glyphs import CHINESE_PACKAGE
from amends.model.sop import COLLECTIONS, Sop
from amends.printing import fonts
from amends.self_docs.json_schema import content_schema
from builders import FILES, TODAY

CLEAN, FINDINGS, USAGE, BUG = 0, 1, 2, 3
FOREIGN = ("Input should be", "[type=", "pydantic", "validation error", "Traceback", "None", "{'", "['", "<class")
"""Words of libraries, and Python's notation for what stands in a file."""

ValuePath = tuple[str | int, ...]


class Shop:
    """The small SOP in a folder of its own, which is the folder that we are in: paths in messages are short."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write(**FILES)

    def write(self, **files: str) -> None:
        for name, text in files.items():
            (self.folder / f"{name}.yml").write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        assert FILES[name].count(old) == 1
        self.write(**{name: FILES[name].replace(old, new)})

    def check(self, *arguments: str) -> Result:
        return run("check", "--today", str(TODAY), *arguments)

    def build(self, *arguments: str) -> Result:
        return run("build", "--today", str(TODAY), *arguments)


def run(*arguments: str) -> Result:
    """What a person sees; whatever it is, no library speaks and no bug shows."""
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code != BUG, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert [words for words in FOREIGN if words in result.output] == []
    return result


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with what it holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    monkeypatch.chdir(tmp_path)
    return Shop(tmp_path)


def test_the_small_sop_has_nothing_wrong(shop: Shop) -> None:
    result = shop.check("--strict")

    assert (result.exit_code, result.output) == (CLEAN, "clean: no findings in 6 files\n")


# One kind of bad input after the other --------------------------------------------------------------------------------


def test_a_wrong_key(shop: Shop) -> None:
    shop.change("people", 'phone: "ext. 1"', 'fone: "ext. 1"')
    result = shop.check()

    assert result.exit_code == FINDINGS
    assert result.stdout == (
        "people.yml:7:47: error M002 unknown-field\n"
        "  contacts/counter: there is no field `fone` here\n"
        '      7 |   counter: {title: {en: "Counter", zh: "柜台"}, fone: "ext. 1"}\n'
        "        |                                                 ^\n"
        "  way out: known are: `added`, `email`, `hours`, `note`, `phone`, `place`, `sources`, `title`\n\n"
    )
    assert result.stderr == "1 error in 6 files\n"


def test_a_dangling_id(shop: Shop) -> None:
    shop.change("steps", "responsible: manager", "responsible: managr")
    result = shop.check()

    assert result.exit_code == FINDINGS
    assert result.stdout == (
        "steps.yml:55:5: error R101 unknown-reference\n"
        "  steps/review: there is no `managr` in `roles`\n"
        "     55 |     responsible: managr\n"
        "        |     ^\n"
        "  way out: the nearest is `manager`\n\n"
    )


def test_the_same_id_in_two_files(shop: Shop) -> None:
    shop.write(more='contacts:\n  counter: {title: {en: "Counter", zh: "柜台"}}\n')
    result = shop.check()

    assert result.exit_code == FINDINGS
    assert result.stdout == (
        "people.yml:7:3: error C001 duplicate-id\n"
        "  `contacts/counter` is already defined at more.yml:2:3\n"
        '      7 |   counter: {title: {en: "Counter", zh: "柜台"}, phone: "ext. 1"}\n'
        "        |   ^\n"
        "  way out: put all that it says into one of the two places, or give one of them another id\n\n"
    )


def test_a_duration_without_unit(shop: Shop) -> None:
    shop.change("steps", "within: 1 hour", "within: 90")
    result = shop.check()

    assert result.exit_code == FINDINGS
    assert result.stdout == (
        "steps.yml:8:5: error M003 wrong-value\n"
        "  steps/accept: “90” has no unit\n"
        "      8 |     within: 90\n"
        "        |     ^\n"
        "  way out: say of what: 90 minutes, 90 working hours, 90 business days\n\n"
    )


def test_a_missing_translation_is_a_warning_and_an_error_only_when_strict(shop: Shop) -> None:
    shop.change("people", 'title: {en: "Counter", zh: "柜台"}', 'title: {en: "Counter"}')
    lenient, strict = shop.check(), shop.check("--strict")

    assert (lenient.exit_code, strict.exit_code) == (CLEAN, FINDINGS)
    assert lenient.stdout == strict.stdout
    assert lenient.stdout.startswith("people.yml:7:13: warning L701 missing-translation\n")
    assert lenient.stderr == "1 warning in 6 files\n"


def test_broken_yaml(shop: Shop) -> None:
    shop.change("people", "roles:\n", "roles\n")
    result = shop.check()

    assert result.exit_code == FINDINGS
    assert result.stdout == (
        "people.yml:3:1: error Y001 not-yaml\n"
        "  a “:” is missing after this field name\n"
        "      3 | roles\n"
        "        | ^\n"
        "  way out: write  name: value; the lines of a long text are further in than its field\n\n"
    )
    assert result.stderr == "1 error in 6 files\n"


def test_two_problems_in_two_files_are_shown_at_once(shop: Shop) -> None:
    shop.change("people", 'phone: "ext. 1"', 'fone: "ext. 1"')
    shop.change("steps", "next: end/settled", "next: end/setled")
    result = shop.check()

    assert result.exit_code == FINDINGS
    assert [line.split(": ")[0] for line in result.stdout.splitlines() if ": error " in line] == [
        "people.yml:7:47",
        "steps.yml:49:5",
    ]
    assert result.stderr == "2 errors in 6 files\n"


def test_an_empty_file(shop: Shop) -> None:
    shop.write(people="# nothing yet\n")
    result = shop.check()

    assert result.exit_code == FINDINGS
    assert result.stdout == (
        "people.yml: error Y017 empty-file\n  the file is empty\n  way out: write its entries, or delete the file\n\n"
    )


def test_an_empty_folder(tmp_path: Path) -> None:
    result = run("check", str(tmp_path))

    assert (result.exit_code, result.stdout) == (USAGE, "")
    assert result.stderr == (
        f"amends: {tmp_path}: no mkdocs.yml of a project and no sop.yml of an SOP here; "
        "go to a project's folder, name it, or use the shipped SOP by its name: “reference”\n"
    )


@pytest.mark.parametrize("command", ["check", "build", "print"])
def test_a_folder_that_is_not_there(shop: Shop, command: str) -> None:
    result = run(command, *(["all"] if command == "print" else []), "nowhere")

    assert (result.exit_code, result.stdout) == (USAGE, "")
    assert result.stderr == (
        "amends: nowhere: there is no such folder; name a project, a content folder, or “reference”\n"
    )
    assert set(snapshot(shop.folder)) == {f"{name}.yml" for name in FILES}


def test_a_yaml_file_that_is_a_folder(shop: Shop) -> None:
    (shop.folder / "more.yml").mkdir()
    result = shop.check()

    assert result.exit_code == FINDINGS
    assert result.stdout == (
        "more.yml: error C006 folder-named-as-file\n"
        "  this is a folder, not a file\n"
        "  way out: name it without the ending\n\n"
    )


def test_sop_yml_that_is_a_folder(shop: Shop) -> None:
    (shop.folder / "sop.yml").unlink()
    (shop.folder / "sop.yml").mkdir()
    result = shop.check()

    assert result.exit_code == USAGE
    assert "no sop.yml of an SOP here; " in result.stderr


def test_a_yaml_file_that_may_not_be_read_hides_no_other_problem(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may be root, to whom every file is open."""

    def refuse(path: Path, most: int) -> bytes:
        if path.name == "people.yml":
            raise PermissionError(13, "Permission denied", str(path))
        return file_bytes(path, most)

    monkeypatch.setattr("amends.content.loader.file_bytes", refuse)
    shop.write(more="rolez: {}\n")
    result = shop.check()

    assert result.exit_code == FINDINGS
    assert result.stdout.endswith(
        "people.yml: error C008 unreadable-file\n"
        "  this file cannot be read: Permission denied\n"
        "  way out: check its permissions, or delete it\n\n"
    )
    assert result.stdout.startswith("more.yml:1:1: error C002 unknown-collection\n")


def test_a_content_file_with_another_ending_is_not_ignored(shop: Shop) -> None:
    (shop.folder / "people.yml").rename(shop.folder / "people.yaml")
    result = shop.check()

    assert result.exit_code == FINDINGS
    assert result.stdout == (
        "people.yaml: error C007 misnamed-file\n"
        "  this file is not read: the names of content files end in .yml\n"
        "  way out: rename it to people.yml\n\n"
    )


@pytest.mark.parametrize(
    ("source", "place", "code"),
    [
        ("roles: \N{LATIN SMALL LETTER U WITH DIAERESIS}".encode("latin-1"), "people.yml:1:8", "Y003"),
        ("roles: 店员".encode("gbk"), "people.yml:1:8", "Y003"),
        ("roles: {}".encode("utf-16"), "people.yml", "Y003"),
        (b"roles:\n\tclerk: {}\n", "people.yml:2:1", "Y016"),
        (b"roles: {a: &x {}}\n", "people.yml:1:12", "Y007"),
        (b"roles: {a: !!python/object:os.system {}}\n", "people.yml:1:12", "Y007"),
        (b"a: " + b"[" * 100_000, "people.yml:1:43", "Y012"),
        (b"roles: {}\n---\nroles: {}\n", "people.yml:2:1", "Y015"),
        (b"roles: \x00\n", "people.yml:1:8", "Y004"),
    ],
)
def test_bytes_that_no_author_meant(shop: Shop, source: bytes, place: str, code: str) -> None:
    (shop.folder / "people.yml").write_bytes(source)
    result = shop.check()

    assert result.exit_code == FINDINGS
    assert result.stdout.startswith(f"{place}: error {code} ")
    assert "\n  way out: " in result.stdout


# Every shape where another is needed ----------------------------------------------------------------------------------

VALUES = {"a text": "words", "a list": "[words]", "a block": "{words: words}", "nothing": "null", "an empty text": "''"}


def header_with(line: str) -> str:
    field = line.partition(":")[0]
    kept = [text for text in FILES["sop"].splitlines() if not text.startswith(f"{field}:")]
    return "\n".join([line, *kept]) + "\n"


@pytest.mark.parametrize(
    ("field", "refused"),
    [
        ("title", "a list, a block, nothing, an empty text"),
        ("locales", "a text, a list, a block, nothing, an empty text"),
        ("default_locale", "a text, a list, a block, nothing, an empty text"),
        ("start", "a text, a list, a block, nothing, an empty text"),
        ("id", "a list, a block, nothing, an empty text"),
    ],
)
def test_a_field_of_the_header_of_the_wrong_shape(shop: Shop, field: str, refused: str) -> None:
    codes = {}
    for kind, value in VALUES.items():
        shop.write(sop=header_with(f"{field}: {value}"))
        result = shop.check()
        codes[kind] = result.exit_code
        if result.exit_code:
            assert result.stdout.startswith("sop.yml:1:") or f"\nsop.yml:1:{len(field) + 3}" in result.stdout
            assert "\n  way out: " in result.stdout

    assert ", ".join(kind for kind, code in codes.items() if code == FINDINGS) == refused


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("words\n", "1:1", "the file holds no collection"),
        ("[roles]\n", "1:1", "the file holds no collection"),
        ("roles: words\n", "1:1", "`roles` must hold entries, each under its id"),
        ("roles: [words]\n", "1:1", "`roles` must hold entries, each under its id"),
        ("roles:\n", "1:1", "`roles` must hold entries, each under its id"),
        ("roles: {a: words}\n", "1:9", "roles/a: a block of fields is needed here, not “words”"),
        ("roles: {a: [words]}\n", "1:9", "roles/a: a block of fields is needed here, not a list"),
        ("roles: {a: }\n", "1:9", "roles/a: a block of fields is needed here, not nothing"),
        ("roles: {a: {title: [x]}}\n", "1:13", "roles/a: a text is needed here, not a list"),
        ("roles: {a: {title: {en: [x]}}}\n", "1:21", "roles/a: the text for “en” must be one string"),
        ("roles: {a: {title: x, code: {x: y}}}\n", "1:23", "roles/a: one text is needed here, not a block"),
        ("roles: {a: {title: x, filled_by: b}}\n", "1:23", "roles/a: a list is needed here, not “b”"),
        ("roles: {a: {title: x, filled_by: [[b]]}}\n", "1:35", "roles/a: one text is needed here, not a list"),
        ("roles: {a: {title: x, duties: x}}\n", "1:23", "roles/a: a block of fields is needed here, not “x”"),
        ("roles: {a: {title: x, duties: {b: [x]}}}\n", "1:32", "roles/a: a text is needed here, not a list"),
        ("roles: {a: {title: x, calls: {b: x}}}\n", "1:31", "roles/a: a block of fields is needed here, not “x”"),
        (
            "roles: {a: {title: x, calls: {b: {when: x, role: [c]}}}}\n",
            "1:44",
            "roles/a: one text is needed here, not a list",
        ),
        ("roles: {A: {title: x}}\n", "1:9", "roles/A: “A” is not an id"),
    ],
)
def test_a_value_of_the_wrong_shape_at_every_level(shop: Shop, text: str, place: str, message: str) -> None:
    shop.write(more=text)
    lines = shop.check().stdout.splitlines()

    assert lines[0].startswith(f"more.yml:{place}: error ")
    assert lines[1] == f"  {message}"
    assert "  way out: " in lines[4]


# Building writes all or nothing ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [["build"], ["print"]])
def test_with_an_error_nothing_is_written(shop: Shop, command: list[str]) -> None:
    shop.change("steps", "next: end/settled", "next: end/setled")
    before = snapshot(shop.folder)
    result = run(*command, "--today", str(TODAY))

    assert result.exit_code == FINDINGS
    assert result.stdout.startswith("steps.yml:49:5: error R101 unknown-reference\n")
    assert snapshot(shop.folder) == before


@pytest.mark.parametrize("command", [["build"], ["print"]])
def test_without_the_chinese_font_nothing_is_written_and_the_command_that_helps_is_named(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    def find_spec(name: str) -> ModuleSpec | None:
        return None if name == CHINESE_PACKAGE else importlib.util.find_spec(name)

    monkeypatch.setattr(fonts, "find_spec", find_spec)
    before = snapshot(shop.folder)
    result = run(*command, "--today", str(TODAY))

    assert (result.exit_code, result.stdout) == (USAGE, "")
    assert result.stderr == (
        "amends: the font package for print is missing: justmytype_intl_cjk; "
        "install it with  pip install justmytype-intl-cjk\n"
    )
    assert snapshot(shop.folder) == before


def test_an_output_folder_that_is_not_ours_is_left_alone(shop: Shop) -> None:
    (shop.folder / "photos").mkdir()
    (shop.folder / "photos" / "cat.jpg").write_bytes(b"a cat")
    before = snapshot(shop.folder)
    result = shop.build("-o", "photos")

    assert (result.exit_code, result.stdout) == (USAGE, "")
    assert result.stderr == (
        "amends: photos: holds files that amends did not make (cat.jpg); move them away or name another folder\n"
    )
    assert snapshot(shop.folder) == before


@pytest.mark.parametrize("output", [".", "sop.yml", "steps.yml/site"])
def test_an_output_that_would_cost_the_content_is_refused(shop: Shop, output: str) -> None:
    before = snapshot(shop.folder)
    result = shop.build("-o", output)

    assert result.exit_code == USAGE
    assert result.stderr.startswith("amends: ")
    assert snapshot(shop.folder) == before


# How it is told -------------------------------------------------------------------------------------------------------


def test_json_is_told_to_programs_and_nothing_else(shop: Shop) -> None:
    shop.change("people", 'phone: "ext. 1"', 'fone: "ext. 1"')
    result = shop.check("--format", "json")

    assert (result.exit_code, result.stderr) == (FINDINGS, "")
    assert [(it["code"], it["file"], it["line"], it["column"]) for it in json.loads(result.stdout)] == [
        ("M002", "people.yml", 7, 47)
    ]


def test_json_of_a_sound_sop_is_an_empty_list(shop: Shop) -> None:
    assert json.loads(shop.check("--format", "json").stdout) == []


def test_an_author_s_text_is_no_workflow_command_on_github(shop: Shop) -> None:
    shop.write(more='roles:\n  a:\n    title: x\n    kind: "p\\n::set-env name=PATH::/tmp\\n::error::x"\n')
    result = shop.check("--format", "github")

    assert result.exit_code == FINDINGS
    assert [line for line in result.output.splitlines() if not line.startswith("::error file=more.yml,")] == []
    assert "“p%0A::set-env name=PATH::/tmp%0A::error::x” is not possible here" in result.stdout


def test_a_file_with_a_byte_order_mark_has_its_caret_in_the_right_place(shop: Shop) -> None:
    (shop.folder / "more.yml").write_bytes(b"\xef\xbb\xbfrolez: {}\n")

    assert shop.check().stdout.splitlines()[2:4] == ["      1 | rolez: {}", "        | ^"]


def test_a_pipe_that_closes_is_no_bug(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    shop.write(more="rolez: {}\n")
    monkeypatch.setattr("amends.cli._print_findings", closed)
    result = CliRunner().invoke(main, ["check"])

    assert result.exit_code == 1
    assert "bug" not in result.output


def test_a_terminal_that_knows_no_chinese_is_told_all_the_same(shop: Shop) -> None:
    shop.change("people", 'phone: "ext. 1"', 'fone: "ext. 1"')
    result = CliRunner(charset="cp1252").invoke(main, ["check"])

    assert result.exit_code == FINDINGS
    assert 'counter: {title: {en: "Counter", zh: "\\u67dc\\u53f0"}, fone: "ext. 1"}' in result.stdout


# Every value, changed in every way ------------------------------------------------------------------------------------

REST = """\
customer_types:
  shouting:
    title: Shouting
    recognise: {loud: "A loud voice."}
    do: {wait: "Let them finish."}
    say: [promise]
    escalate_to: manager
holders: {ann: {name: Ann, roles: [manager]}}
principles: {kind: {title: Kind, text: "Be kind.", steps: [accept]}}
pause_points:
  speak: {title: Before you speak, summary: Wait., steps: [accept], items: {hear: {do: Listen., covers: [steps/accept]}}}
letters:
  thanks:
    title: Thanks
    kind: acknowledgement
    by: manager
    when: {channel: letter}
    greeting: "Dear [name]"
    paragraphs: {thanks: {text: "Thank you.", use: Always., when: {kind: payments}, tells: [review]}}
    closing: {house: "Yours"}
    slots: {name: the name}
policy:
  how-long: {title: How long, text: "We hurry.", points: {desk: "Any desk."}, times: {heard: {says: Heard, limit: steps/accept}}}
kinds:
  payments: {title: Payments, short: payments, summary: By law., signs: {card: A card.}, known_as: [payment-services]}
channels: {letter: {title: Letter, short: by letter, owner: manager, say: [promise], records: [log], known_as: [post]}}
events: {escalated: {title: Escalated, since: from the escalation, follows: answered}}
tables: {on-call: {title: On call, summary: Who, columns: {who: Who, when: {title: When}}, rows: {shop: {who: Ann, when: Always}}}}
routing: {goods: {about: Goods, to: assistant, support: [manager]}}
validity: {right: {grounds: Enough, demand: Fair, finding: Grant it., say: [promise]}}
remedies: {repair: {title: Repair, when: It can be repaired.}}
compensation: {ours: {case: Our mistake, rule: All of it., never: {haggle: Haggle.}}}
goodwill: {regular: {title: Regulars, slight: A coffee, hardship: A voucher}}
authority:
  l1: {code: L1, roles: [assistant], limit: {amount: 50, currency: EUR}, severities: [p2]}
  l2: {code: L2, roles: [manager], limit: unlimited}
situations: {shouting: {title: A customer shouts, hint: Listen first., also: angry, go: [scripts/promise]}}
escalations: {late: {when: Nobody answers., to: manager, within: {p1: at once}, next: verify, say: [promise]}}
controls: {spot: {title: Spot check, what: Read ten cases., by: manager, every: 1 month, records: [log]}}
settlements:
  c1:
    code: C01
    title: Fast or thorough
    positions: {fast: {text: "Be fast.", sources: [manual-rules]}}
    settlement: Fast first.
    carried_by: [steps/accept]
glossary: {case: {term: case, meaning: One complaint., see: [case], settled_by: [c1]}}
"""
BLOCKS = json.loads(content_schema())["$defs"].values()
FIELDS = {*Sop.model_fields, *(name for block in BLOCKS for name in block.get("properties", ()))}
DELETED = object()
MUTATIONS: dict[str, Any] = {
    "deleted": DELETED,
    "text": "some words",
    "number": 7,
    "list": ["x"],
    "block": {"x": "y"},
    "null": None,
    "empty": "",
}


def paths_in(data: Any, path: ValuePath = ()) -> Iterator[ValuePath]:
    """The path of every value."""
    if path:
        yield path
    for key, value in data.items() if isinstance(data, dict) else enumerate(data if isinstance(data, list) else ()):
        yield from paths_in(value, (*path, key))


def field_of(path: ValuePath) -> ValuePath:
    """The path with a star for each id: the same lines judge the title of every step, and every text's strings."""
    names = tuple(part if part in FIELDS else "*" for part in path)
    return ("text", path[-1]) if path[-1] in ("en", "zh") else names


def mutated(data: Any, path: ValuePath, value: Any) -> Any:
    """The data with another value at a path."""
    key, *rest = path
    copy: Any = list(data) if isinstance(data, list) else dict(data)
    if rest:
        copy[key] = mutated(data[key], (*rest,), value)
    elif value is DELETED:
        del copy[key]
    else:
        copy[key] = value
    return copy


def shortcomings(finding: Finding) -> list[str]:
    """What a finding lacks that an author needs."""
    said = f"{finding.message} {finding.hint}"
    return [
        *(["no file"] if not finding.location.file.endswith(".yml") else []),
        *(["no line"] if finding.location.line < 1 or finding.location.column < 1 else []),
        *(["no message"] if not finding.message.strip() else []),
        *(["no way out"] if not finding.hint.strip() else []),
        *(f"speaks of {words!r}" for words in FOREIGN if words in said),
    ]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that did not change is parsed once; where an entry is broken the rules are left to the other tests."""
    monkeypatch.setattr(loader, "read_yaml", cache(read_yaml))
    monkeypatch.setattr(
        read,
        "findings_for",
        lambda subject, *how, **more: [] if subject.broken else findings_for(subject, *how, **more),
    )


def test_every_collection_is_there_to_be_changed() -> None:
    named = {name for text in [*FILES.values(), REST] for name in yaml.safe_load(text)}

    assert set(COLLECTIONS) <= named


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("name", [*FILES, "rest"])
def test_whatever_value_is_changed_in_whatever_way_every_finding_serves_its_author(tmp_path: Path, name: str) -> None:
    files = FILES | {"rest": REST}
    for file, text in files.items():
        (tmp_path / f"{file}.yml").write_text(text, encoding="utf-8")
    data = read_yaml(files[name].encode(), name).data
    place = Place(tmp_path, tmp_path, None)

    useless, codes = [], set()
    for path in {field_of(path): path for path in paths_in(data)}.values():
        for kind, value in MUTATIONS.items():
            (tmp_path / f"{name}.yml").write_text(json.dumps(mutated(data, path, value)), encoding="utf-8")
            for finding in read.read_sop(place, TODAY).findings:
                codes.add(finding.code)
                useless += [(path, kind, finding, lacking) for lacking in shortcomings(finding)]

    assert useless == []
    assert {"M003", "R101"} <= codes
