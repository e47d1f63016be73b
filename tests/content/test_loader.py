"""A content folder is one SOP: its files are united, every place is kept, and what does not fit together is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.content import loader
from amends.content.loader import Content, read_content
from amends.content.yaml_reader import Document, read_yaml
from amends.file_bytes import file_bytes

HEADER_FIELDS = ("id", "title", "start")
COLLECTIONS = ("steps", "roles", "scripts")


def content(folder: Path, **files: str) -> Content:
    """What is read of a folder with these files, `people__roles` being people/roles.yml."""
    for name, text in ({"sop": "id: shop\n"} | files).items():
        path = folder / f"{name.replace('__', '/')}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_content(folder, HEADER_FIELDS, COLLECTIONS)


def told(read: Content, folder: Path) -> list[tuple[str, str, str, str]]:
    """Code, place, message and way out of each finding, with the folder left out."""
    base = f"{folder}/"
    return [
        (it.code, str(it.location).removeprefix(base), it.message.replace(base, ""), it.hint) for it in read.findings
    ]


def test_the_collections_of_all_files_are_united_in_the_order_of_the_paths(tmp_path: Path) -> None:
    read = content(
        tmp_path,
        steps__02="steps:\n  verify: {title: b}\n",
        steps__01="steps:\n  accept: {title: a}\nroles:\n  clerk: {title: c}\n",
        people="roles:\n  manager: {title: d}\n",
    )

    assert read.collections == {
        "steps": {"accept": {"title": "a"}, "verify": {"title": "b"}},
        "roles": {"manager": {"title": "d"}, "clerk": {"title": "c"}},
        "scripts": {},
    }
    assert list(read.collections["roles"]) == ["manager", "clerk"]
    assert read.findings == ()
    assert read.is_complete


def test_the_header_is_what_sop_yml_says_besides_collections(tmp_path: Path) -> None:
    read = content(tmp_path, sop="id: shop\nsteps:\n  accept: {}\nstart: accept\n")

    assert read.header == {"id": "shop", "start": "accept"}
    assert list(read.collections["steps"]) == ["accept"]


def test_every_file_that_is_read_is_named(tmp_path: Path) -> None:
    read = content(tmp_path, people__roles="roles: {a: {}}\n")

    assert read.files == (str(tmp_path / "people" / "roles.yml"), str(tmp_path / "sop.yml"))


# Places ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("steps", "accept"), "steps.yml:2:3"),
        (("steps", "accept", "title"), "steps.yml:3:5"),
        (("steps", "accept", "records", 1), "steps.yml:6:9"),
        (("steps", "accept", "purpose"), "steps.yml:2:3"),
        (("steps", "accept", "title", "zh"), "steps.yml:3:5"),
        (("start",), "sop.yml:2:1"),
        (("title",), "sop.yml:1:1"),
        (("roles", "nobody"), "sop.yml:1:1"),
        ((), "sop.yml:1:1"),
    ],
)
def test_every_value_has_its_place_and_a_missing_one_that_of_its_nearest_holder(
    tmp_path: Path, path: tuple[str | int, ...], place: str
) -> None:
    steps = "steps:\n  accept:\n    title: Accept\n    records:\n      - log\n      - form\n"
    read = content(tmp_path, sop="id: shop\nstart: accept\n", steps=steps)

    assert str(read.location(path)) == f"{tmp_path}/{place}"


def test_without_a_header_that_can_be_read_its_place_is_the_folder(tmp_path: Path) -> None:
    read = content(tmp_path, sop="id: [\n", steps="steps:\n  accept: {}\n")

    assert read.header is None
    assert str(read.location(("title",))) == str(tmp_path)
    assert str(read.location(("steps", "accept"))) == f"{tmp_path}/steps.yml:2:3"


# What does not fit together -------------------------------------------------------------------------------------------


def test_the_same_id_in_two_files_names_both_places_and_the_first_stays(tmp_path: Path) -> None:
    read = content(tmp_path, a="roles:\n  clerk: {title: first}\n", b="roles:\n\n  clerk: {title: second}\n")

    assert told(read, tmp_path) == [
        (
            "C001",
            "b.yml:3:3",
            "`roles/clerk` is already defined at a.yml:2:3",
            "put all that it says into one of the two places, or give one of them another id",
        )
    ]
    assert read.collections["roles"] == {"clerk": {"title": "first"}}
    assert read.is_complete


def test_a_copy_of_a_file_is_told_once_and_not_for_each_entry(tmp_path: Path) -> None:
    roles = "roles:\n  a: {title: A}\n  b: {title: B}\n"
    read = content(tmp_path, roles=roles, roles_copy=roles)

    [(code, place, message, _)] = told(read, tmp_path)
    assert (code, place.partition(":")[0]) == ("C013", "roles_copy.yml")
    assert "roles.yml" in message
    assert read.is_complete


def test_a_copy_of_sop_yml_is_told_once(tmp_path: Path) -> None:
    read = content(tmp_path, sop_copy="id: shop\ntitle: Shop\nlocales: [en]\nsteps: {a: {}}\n")

    assert [(code, place) for code, place, *_ in told(read, tmp_path)] == [("C012", "sop_copy.yml:1:1")]
    assert read.collections["steps"] == {}


def test_entries_that_stand_beside_their_collection_are_told_as_such(tmp_path: Path) -> None:
    read = content(tmp_path, more="roles:\nfront-line:\n  title: A\nmanager:\n  title: B\nsteps:\n  x: {}\n")

    assert [(code, place, message) for code, place, message, _ in told(read, tmp_path)] == [
        ("C004", "more.yml:2:1", "`front-line` stands beside `roles`, not below it"),
        ("C004", "more.yml:4:1", "`manager` stands beside `roles`, not below it"),
    ]
    assert read.collections["steps"] == {"x": {}}


def test_the_same_id_in_two_collections_is_no_duplicate(tmp_path: Path) -> None:
    assert content(tmp_path, a="roles: {promise: {}}\nscripts: {promise: {}}\n").findings == ()


def test_a_collection_that_does_not_exist_is_told_the_nearest(tmp_path: Path) -> None:
    read = content(tmp_path, a="step:\n  accept: {}\nroles: {a: {}}\n")

    assert told(read, tmp_path) == [("C002", "a.yml:1:1", "there is no collection `step`", "the nearest is `steps`")]
    assert list(read.collections["roles"]) == ["a"]
    assert not read.is_complete


def test_in_sop_yml_the_nearest_may_be_a_field_or_a_collection(tmp_path: Path) -> None:
    read = content(tmp_path, sop="id: shop\ntitel: x\nrolez: {}\nanything: x\n")

    assert told(read, tmp_path) == [
        ("C002", "sop.yml:2:1", "there is no field or collection `titel`", "the nearest is `title`"),
        ("C002", "sop.yml:3:1", "there is no field or collection `rolez`", "the nearest is `roles`"),
        (
            "C002",
            "sop.yml:4:1",
            "there is no field or collection `anything`",
            "known are: `id`, `roles`, `scripts`, `start`, `steps`, `title`",
        ),
    ]
    assert read.header == {"id": "shop"}


def test_a_field_of_the_header_in_another_file_is_told_where_it_belongs(tmp_path: Path) -> None:
    read = content(tmp_path, a="title: x\nroles: {a: {}}\n")

    assert told(read, tmp_path) == [("C005", "a.yml:1:1", "`title` belongs into sop.yml", "move it to sop.yml")]
    assert read.header == {"id": "shop"}
    assert read.is_complete


def test_sop_yml_in_a_subfolder_is_no_header(tmp_path: Path) -> None:
    read = content(tmp_path, inner__sop="id: other\n")

    assert [(code, place) for code, place, _, _ in told(read, tmp_path)] == [("C005", "inner/sop.yml:1:1")]


@pytest.mark.parametrize("text", ["just words\n", "- accept\n- verify\n", "[]\n", "7\n"])
def test_a_file_that_is_no_block_holds_no_collection(tmp_path: Path, text: str) -> None:
    read = content(tmp_path, a=text)

    hint = "begin it with one:  steps:  or  roles:  ..."
    assert told(read, tmp_path) == [("C003", "a.yml:1:1", "the file holds no collection", hint)]
    assert not read.is_complete


def test_sop_yml_that_is_no_block_is_no_header_with_missing_fields(tmp_path: Path) -> None:
    read = content(tmp_path, sop="- id\n")

    assert [code for code, _, _, _ in told(read, tmp_path)] == ["C003"]
    assert read.header is None


@pytest.mark.parametrize(
    ("value", "more"),
    [("", "; to remove all of a base, write  steps: null"), ("[a, b]", ""), ("accept", ""), ("7", "")],
)
def test_a_collection_that_holds_no_entries_is_told_how(tmp_path: Path, value: str, more: str) -> None:
    read = content(tmp_path, a=f"roles: {{a: {{}}}}\nsteps: {value}\n")

    message = "`steps` must hold entries, each under its id"
    assert told(read, tmp_path) == [("C004", "a.yml:2:1", message, f"write  steps:  and below it  some-id: ...{more}")]
    assert not read.is_complete


def test_a_file_that_is_broken_hides_no_other(tmp_path: Path) -> None:
    read = content(tmp_path, a="roles: {a: {}\n", b="scripts:\n\tx: {}\n", c="steps: {accept: {}}\n")

    assert [(code, place.partition(":")[0]) for code, place, _, _ in told(read, tmp_path)] == [
        ("Y001", "a.yml"),
        ("Y016", "b.yml"),
    ]
    assert list(read.collections["steps"]) == ["accept"]
    assert not read.is_complete


def test_a_file_that_cannot_be_read_hides_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, most: int) -> bytes:
        if path.name == "a.yml":
            raise PermissionError(13, "Permission denied", str(path))
        return file_bytes(path, most)

    monkeypatch.setattr("amends.content.loader.file_bytes", refuse)
    read = content(tmp_path, a="roles: {a: {}}\n", b="stepz: {}\n")

    assert [(code, place) for code, place, _, _ in told(read, tmp_path)] == [("C008", "a.yml"), ("C002", "b.yml:1:1")]
    assert not read.is_complete


def test_a_warning_of_the_reader_leaves_nothing_out(tmp_path: Path) -> None:
    read = content(tmp_path, a="roles:\n  a:\n    title: Refunds #late\n  b: {}\n")

    assert [(it.code, it.level) for it in read.findings] == [("Y021", "warning")]
    assert read.is_complete
    assert list(read.collections["roles"]) == ["a", "b"]


def test_every_finding_has_a_name_and_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").touch()
    (tmp_path / "d.yml").mkdir()
    read = content(tmp_path, a="roles: {a: {}}\ntitle: x\n", b="roles: {a: {}}\nscripts: []\n", c="x: {}\n", e="[]\n")

    assert sorted((it.code, it.name, it.level) for it in read.findings) == [
        ("C001", "duplicate-id", "error"),
        ("C002", "unknown-collection", "error"),
        ("C003", "no-collection", "error"),
        ("C004", "not-a-collection", "error"),
        ("C005", "misplaced-header-field", "error"),
        ("C006", "folder-named-as-file", "error"),
        ("C007", "misnamed-file", "error"),
    ]


def test_a_file_is_parsed_again_only_when_its_bytes_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def noted(source: bytes, file: str) -> Document:
        parsed.append(Path(file).name)
        return read_yaml(source, file)

    monkeypatch.setattr(loader, "read_yaml", noted)
    (tmp_path / "sop.yml").write_text("id: shop\n", encoding="utf-8")
    (tmp_path / "more.yml").write_text("roles: {a: {title: A}}\n", encoding="utf-8")

    for text in ("roles: {a: {title: A}}\n", "roles: {a: {title: B}}\n"):
        (tmp_path / "more.yml").write_text(text, encoding="utf-8")
        first, again = (read_content(tmp_path, ["id"], ["roles"]) for _ in range(2))
        assert first.collections == again.collections

    assert parsed == ["more.yml", "sop.yml", "more.yml"]
    assert again.collections["roles"] == {"a": {"title": "B"}}
