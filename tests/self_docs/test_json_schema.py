"""The committed schemas are current, and editors that use them accept what amends accepts and refuse what it refuses."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from posixpath import dirname, normpath
from random import Random
from typing import Any

import pytest
import yaml

from amends.content.place import Place, find_place
from amends.file_bytes import unsaved
from amends.finding import UsageError
from amends.model.validate import validated
from amends.new_project import Wish, locales, new_project
from amends.read import read_layered
from amends.self_docs.json_schema import content_schema, layer_schema, variants_schema
from amends.self_docs.snippets import SNIPPETS
from amends.variants.fields import NAMES
from golden_files import Golden
from hotel import FILES
from mutants import mutants

SOP = Path(__file__).parents[2] / "sop"
SCHEMA: dict[str, Any] = json.loads(content_schema())
LAYER: dict[str, Any] = json.loads(layer_schema())
VARIANTS: dict[str, Any] = json.loads(variants_schema())
# An industry is a layer: its patches are not complete on their own, which the schema of a whole SOP asks for.
LAYERS = sorted(SOP.glob("industries/**/*.yml"))
SHIPPED = sorted(set(SOP.rglob("*.yml")) - set(LAYERS))

TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": int | float,
    "null": type(None),
}
SAYS_NOTHING = {
    *("properties", "required", "$defs", "$comment", "title", "description", "default", "examples", "format"),
    SNIPPETS,
}


BaseLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class EditorLoader(BaseLoader):  # type: ignore[misc]
    """YAML 1.2's core types, as editors see them: `2026-11-01` and `no` are texts, `true` and `7` are not."""


EditorLoader.yaml_implicit_resolvers = {}
for kind, pattern, first in (
    ("null", "~|null|", ["~", "n", ""]),
    ("bool", "true|false", ["t", "f"]),
    ("int", "[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?[0-9]*\.[0-9]+", list("-+0123456789.")),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(rf"^(?:{pattern})$"), first)


Problems = Iterator[str]


def problems(value: Any, schema: dict[str, Any] = SCHEMA, at: str = "") -> Problems:
    """Where a value breaks the schema; a keyword that is not known here is a KeyError, never passed over."""
    for keyword in schema.keys() - SAYS_NOTHING:
        yield from KEYWORDS[keyword](value, schema, at)


def inlined(schema: Any, parts: dict[str, Any]) -> Any:
    """A schema with every reference replaced by what it leads to; none of ours leads back to itself."""
    if isinstance(schema, list):
        return [inlined(one, parts) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return inlined(parts[schema["$ref"].removeprefix("#/$defs/")], parts)
    return {key: inlined(value, parts) for key, value in schema.items() if key != "$defs"}


def parts_of(schema: Any) -> Iterator[dict[str, Any]]:
    """Every block of a schema, however deep."""
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts_of(inner)


def without_what_is_said(part: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in part.items() if key not in {"title", "description", "default", SNIPPETS}}


def named_schema(text: str) -> str:
    """The path in the first line of a content file, which the YAML language server reads from the file's folder."""
    first_line, _, _ = text.partition("\n")
    match = re.fullmatch(r"# yaml-language-server: \$schema=((?:\.\./)+schema/[a-z]+\.schema\.json)", first_line)
    assert match, f"the first line names no schema: {first_line}"
    return match[1]


def problems_of_a_layer(text: str) -> list[str]:
    return list(problems(seen_by_an_editor(text), inlined(LAYER, LAYER["$defs"])))


def _reference(value: Any, schema: dict[str, Any], at: str) -> Problems:
    return problems(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], at)


def _any_of(value: Any, schema: dict[str, Any], at: str) -> Problems:
    if all(any(problems(value, option, at)) for option in schema["anyOf"]):
        yield f"{at}: {value!r} is none of what may stand here"


def _type(value: Any, schema: dict[str, Any], at: str) -> Problems:
    wanted = schema["type"]
    kinds = wanted if isinstance(wanted, list) else [wanted]
    if not any(isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool)) for kind in kinds):
        yield f"{at}: {value!r} is no {' or '.join(kinds)}"


def _fields(value: Any, schema: dict[str, Any], at: str) -> Problems:
    """Keywords `properties`, `additionalProperties` and `required`, which belong together."""
    if not isinstance(value, dict):
        return
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    yield from (f"{at}: {name} is missing" for name in schema.get("required", []) if name not in value)
    for name, inner in value.items():
        if name in known or isinstance(others, dict):
            yield from problems(inner, known.get(name, others), f"{at}/{name}")
        elif not others:
            yield f"{at}: unknown {name}"


def _names(value: Any, schema: dict[str, Any], at: str) -> Problems:
    for name in value if isinstance(value, dict) else ():
        yield from problems(name, schema["propertyNames"], f"{at}/{name}")


def _items(value: Any, schema: dict[str, Any], at: str) -> Problems:
    for number, item in enumerate(value if isinstance(value, list) else []):
        yield from problems(item, schema["items"], f"{at}/{number}")


def _choice(value: Any, schema: dict[str, Any], at: str) -> Problems:
    wanted = schema.get("enum", [schema.get("const")])
    if value not in wanted:
        yield f"{at}: {value!r} is not in {wanted}"


def _form(value: Any, schema: dict[str, Any], at: str) -> Problems:
    """Keywords `pattern`, `minLength` and `maxLength`, which say something of texts only."""
    if isinstance(value, str) and not (
        re.search(schema.get("pattern", ""), value)
        and schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value))
    ):
        yield f"{at}: {value!r} has not the form that it needs"


def _fewest(value: Any, schema: dict[str, Any], at: str) -> Problems:
    if isinstance(value, dict) and len(value) < schema["minProperties"]:
        yield f"{at}: too little"


KEYWORDS: dict[str, Callable[[Any, dict[str, Any], str], Problems]] = {
    "$ref": _reference,
    "anyOf": _any_of,
    "type": _type,
    "additionalProperties": _fields,
    "propertyNames": _names,
    "items": _items,
    "enum": _choice,
    "const": _choice,
    "pattern": _form,
    "minLength": _form,
    "maxLength": _form,
    "minProperties": _fewest,
}


def seen_by_an_editor(text: str) -> Any:
    return yaml.load(text, Loader=EditorLoader)  # noqa: S506 - a SafeLoader with fewer types


def test_the_committed_schema_is_current(golden: Golden) -> None:
    golden.check(SOP / "schema" / "sop.schema.json", content_schema())


def test_the_committed_schema_of_layers_is_current(golden: Golden) -> None:
    golden.check(SOP / "schema" / "layer.schema.json", layer_schema())


@pytest.mark.parametrize("schema", [SCHEMA, LAYER], ids=["sop", "layer"])
def test_what_many_fields_take_is_written_once(schema: dict[str, Any]) -> None:
    """A few words that say less than a reference would may stand twice."""
    written = Counter(json.dumps(without_what_is_said(part)) for part in parts_of(schema))

    assert [text for text, times in written.items() if times > 1 and len(text) > 140] == []
    assert written['{"$ref": "#/$defs/Text"}'] > 50


@pytest.mark.parametrize("schema", [SCHEMA, LAYER], ids=["sop", "layer"])
def test_a_reference_alone_says_what_is_refused(schema: dict[str, Any]) -> None:
    """Editors that know JSON Schema only up to draft 7 pass over everything else that stands beside it."""
    references = [part for part in parts_of(schema) if "$ref" in part]

    assert len(references) > 300
    assert [part for part in references if part.keys() - {"$ref", "title", "description", "default", SNIPPETS}] == []


def test_there_are_shipped_files_to_look_at() -> None:
    assert len(SHIPPED) > 40
    assert len(LAYERS) > 8


@pytest.mark.shipped
@pytest.mark.parametrize("file", [*SHIPPED, *LAYERS], ids=lambda file: file.relative_to(SOP).as_posix())
def test_every_shipped_file_tells_editors_where_its_schema_is(file: Path) -> None:
    schema = "layer.schema.json" if file in LAYERS else "sop.schema.json"

    assert (file.parent / named_schema(file.read_text(encoding="utf-8"))).resolve(
        strict=True
    ) == SOP / "schema" / schema


@pytest.mark.parametrize("locale", locales())
def test_every_content_file_of_a_new_project_tells_editors_where_its_schema_is(locale: str) -> None:
    files = new_project(Wish("reference", (locale,), "Inn"), "inn", "1.2.3", date(2026, 11, 20))
    content = [name for name in files if name.startswith("sop/") and name.endswith(".yml")]

    assert len(content) > 1
    for name in content:
        assert files[normpath(f"{dirname(name)}/{named_schema(files[name])}")] == layer_schema()
        assert problems_of_a_layer(files[name]) == []


@pytest.mark.shipped
@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.relative_to(SOP).as_posix())
def test_every_shipped_file_keeps_to_the_schema(file: Path) -> None:
    assert list(problems(seen_by_an_editor(file.read_text(encoding="utf-8")))) == []


@pytest.mark.shipped
@pytest.mark.parametrize("file", LAYERS, ids=lambda file: file.relative_to(SOP).as_posix())
def test_every_file_of_an_industry_keeps_to_the_schema_of_layers(file: Path) -> None:
    assert problems_of_a_layer(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "steps: {accept: {title: {zh: 受理}}}",
        "steps: {accept: null}",
        "steps: {accept: {within: null, consulted: {add: [doctor]}}}",
        "steps: {inspect: {after: accept, through: verify}}",
        "steps: {inspect: {replaced_by: verify}}",
        "frameworks: null",
    ],
)
def test_a_layer_says_only_what_differs(text: str) -> None:
    assert problems_of_a_layer(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "steps: {accept: {titel: x}}",
        "steps: {accept: {consulted: {plus: [doctor]}}}",
        "steps: {accept: 7}",
        "steps: {accept: {actions: {greet: {replaced_by: nod}}}}",
    ],
)
def test_an_editor_underlines_what_no_layer_may_say(text: str) -> None:
    [problem] = problems_of_a_layer(text)

    assert problem.startswith("/steps: ")


@pytest.mark.parametrize("name", FILES)
def test_every_short_form_of_the_hotel_keeps_to_the_schema(name: str) -> None:
    assert list(problems(seen_by_an_editor(FILES[name]))) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("stepz: {}", ": unknown stepz"),
        ("roles: []", "/roles: [] is no object"),
        ("roles: {a: {title: x, kind: persn}}", "/roles/a/kind: 'persn' is not in ['person', 'case', 'external']"),
        ("roles: {a: {}}", "/roles/a: title is missing"),
        ("roles: {a: {titel: x, title: x}}", "/roles/a: unknown titel"),
        (
            "controls: {a: {title: x, what: x, by: a, every: 5 days}}",
            "/controls/a/every: '5 days' is none of what may stand here",
        ),
        ("glossary: {a: {term: {}, meaning: x}}", "/glossary/a/term: {} is none of what may stand here"),
        ("authority: {a: {code: L1, roles: [], limit: 500}}", "/authority/a/limit: 500 is none of what may stand here"),
        ("contacts: {a: {title: x, phone: ''}}", "/contacts/a/phone: '' is none of what may stand here"),
        ("contacts: {a: {title: x, added: within}}", "/contacts/a/added: 'within' is none of what may stand here"),
    ],
)
def test_an_editor_underlines_what_amends_refuses(text: str, problem: str) -> None:
    assert list(problems(seen_by_an_editor(text))) == [problem]


@pytest.mark.parametrize(
    "text",
    [
        "contacts: {a: {title: 2026, phone: 12315}}",
        "glossary: {a: {term: true, meaning: 1.10}}",
        "authority: {a: {code: 1.10, roles: [], limit: {amount: 500, currency: CNY}}}",
        "organisation: {name: 7}",
    ],
)
def test_a_number_is_a_text_where_any_text_may_stand_as_amends_says_too(text: str) -> None:
    assert list(problems(seen_by_an_editor(text))) == []


@pytest.mark.parametrize(
    "text", ["glossary: {A b: {term: x, meaning: x}}", "glossary: {a: {term: {English: x}, meaning: x}}"]
)
def test_an_editor_underlines_names_that_are_no_ids_and_no_locales(text: str) -> None:
    assert list(problems(seen_by_an_editor(text)))


def test_an_editor_and_amends_judge_mutants_alike() -> None:
    """What the schema refuses, amends refuses; and the other way round for what a schema can judge."""
    place, chance = find_place("lean"), Random(5)  # noqa: S311 - a repeatable choice, and no secret
    compared = refused = 0
    for file in sorted(place.content.rglob("*.yml")):
        for mutant in mutants(file.read_bytes(), chance):
            by_amends = refused_by_amends(place, file, mutant.source)
            seen = as_an_editor_reads(mutant.source)
            if by_amends is None or seen is None:
                continue
            by_schema = list(problems(seen))
            compared += 1
            refused += bool(by_schema)
            assert bool(by_schema) == bool(by_amends), (mutant.kind, by_schema[:2], by_amends[:2])

    assert compared > 200
    assert refused > 50


def as_an_editor_reads(source: bytes) -> dict[str, Any] | None:
    """The mapping in a file; None if an editor cannot read it, so that the schema says nothing."""
    try:
        seen = seen_by_an_editor(source.decode("utf-8-sig"))
    except (yaml.YAMLError, ValueError):
        return None
    return seen if isinstance(seen, dict) else None


def refused_by_amends(place: Place, file: Path, source: bytes) -> list[str] | None:
    """What the model says of fields and values of the file; None if it cannot be read as strict YAML."""
    with unsaved({str(file.resolve()): source}):
        try:
            content = read_layered(place)
        except UsageError:
            return None
    own = [it for it in content.findings if it.is_error and it.location.file == str(file)]
    if any(it.code.startswith("Y") for it in own):
        return None
    model = validated(content.header, content.collections, content.authors_location)
    told = [it.message for it in (*own, *model.findings) if it.code[0] in "MC" and it.location.file == str(file)]
    # Each file is a part, so only all of them together may lack a field of the header.
    return [message for message in told if not message.startswith("the field `")]


def test_every_block_of_the_schema_refuses_fields_that_it_does_not_name() -> None:
    """`problems` relies on it."""
    blocks = {name: part for name, part in {"": SCHEMA, **SCHEMA["$defs"]}.items() if "properties" in part}

    assert len(blocks) > 30
    assert [name for name, part in blocks.items() if part["additionalProperties"] is not False] == []


def test_no_field_is_required_of_a_file_as_each_holds_a_part() -> None:
    assert list(problems({})) == []


# Variants --------------------------------------------------------------------------------------------------------------


def problems_of_variants(text: str) -> list[str]:
    return list(problems(seen_by_an_editor(text), inlined(VARIANTS, VARIANTS["$defs"])))


def test_the_examples_of_variants_keep_to_their_schema() -> None:
    page = (SOP.parent / "docs" / "variants.md").read_text(encoding="utf-8")
    examples = [text for text in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if "every:" in text]

    assert len(examples) == 2
    assert [problems_of_variants(text) for text in examples] == [[], []]


def test_an_editor_offers_what_a_variant_may_say() -> None:
    assert set(VARIANTS["$defs"]["Variant"]["properties"]) == set(NAMES)
    assert problems_of_variants("variants: {a: null, b: {layer: [x], contacts: {desk: null}}}\ntable: t.csv") == []


@pytest.mark.parametrize(
    "text",
    ["variant: {}", "variants: {a: {id: a}}", "variants: {a: {layer: 7}}", "every: {papper: a4}", "table: [t.csv]"],
)
def test_an_editor_underlines_what_no_list_of_variants_may_say(text: str) -> None:
    assert len(problems_of_variants(text)) == 1
