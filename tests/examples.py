"""Puts the example of a code into the small SOP, in the way that fits its family, and gives the codes found."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from amends.codes.code import Code
from amends.content.place import find_place
from amends.content.translation_record import RECORD_FILE
from amends.content.yaml_reader import read_yaml
from amends.finding import Finding, Findings, Location
from amends.read import read_sop
from amends.self_docs.explanations import EXPLAINED
from amends.telling.languages import language
from amends.telling.told import Judgement
from amends.telling.wish import Options
from amends.variants.roster import read_roster
from builders import FILES, TODAY

# Most examples are in English only. The missing translation in the bilingual SOP is not what they show.
UNTRANSLATED = "L701"

_FILE = re.compile(r"^# (\S+\.(?:ya?ml|docx|json|lock)|\S+(?= -> ))(?: -> (\S+))?(?:[:,] .*)?\n", re.MULTILINE)
"""A comment that begins a file: `# terms/refund.yml`, `# terms.yml -> ../removed/terms.yml`, `# more.yml, and why`."""


@contextmanager
def told_in_every_language() -> Iterator[None]:
    """Fail if a finding that is made in the block has a message or a way out that some language does not know."""
    found: list[Finding] = []
    made = Code.finding

    def noted(code: Code, message: str, hint: str, location: Location) -> Finding:
        found.append(made(code, message, hint, location))
        return found[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Code, "finding", noted)
        yield
    for locale in ("zh", "fr"):
        for it in found:
            said = language(locale).said(it)
            assert it.message != said.message, f"{locale} does not know {it.code}: {it.message}"
            assert not it.hint or it.hint != said.hint, f"{locale} does not know {it.code}: {it.hint}"


def codes_in_the_sop(folder: Path, example: str) -> set[str]:
    """The codes found when the example is a part of the small SOP: its values replace those of the SOP.

    What stands below `# amends.translations.lock` is that file.
    """
    parts = [(path, text) for path, _, text in _files(example)]
    own = [text for path, text in parts if path != RECORD_FILE]
    (folder / "sop.yml").write_text(_as_json(_united(*FILES.values(), *own)), encoding="utf-8")
    (folder / RECORD_FILE).write_text("".join(text for path, text in parts if path == RECORD_FILE), encoding="utf-8")
    return _codes(folder)


def codes_in_a_layer(folder: Path, example: str) -> set[str]:
    """The codes found when the example is a part of a layer over the small SOP, which stands in `../base`.

    What stands below `# base.yml` is a part of that SOP.
    """
    base, layer = folder / "base", folder / "layer"
    parts = [(path, text) for path, _, text in _files(example)]
    below = [text for path, text in parts if path == "base.yml"]
    own = [text for path, text in parts if path != "base.yml"]
    for place, text in ((base, _as_json(_united(*FILES.values(), *below))), (layer, _as_json(_united(_LAYER, *own)))):
        place.mkdir()
        (place / "sop.yml").write_text(text, encoding="utf-8")
    return _codes(layer)


def codes_in_files(folder: Path, example: str | bytes) -> set[str]:
    """The codes found when the example is files beside those of the small SOP; lines for sop.yml are added to it."""
    _write_files(folder, example)
    return _codes(folder)


def codes_when_checked(folder: Path, example: str) -> set[str]:
    """The codes that `check` tells when the example is files beside those of the small SOP."""
    _write_files(folder, example)
    place = find_place(str(folder))
    told = Judgement(place, read_sop(place, TODAY), Options(), EXPLAINED, TODAY).told(lambda *_: "")
    return {finding.code for finding in told.findings}


def _write_files(folder: Path, example: str | bytes) -> None:
    for name, text in FILES.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    if isinstance(example, bytes):
        (folder / "more.yml").write_bytes(example)
        return
    for path, target, text in _files(example):
        file = folder / path
        file.parent.mkdir(exist_ok=True)
        if target:
            file.symlink_to(target)
        else:
            file.write_text(FILES["sop"] + text if path == "sop.yml" else text, encoding="utf-8")


def _files(example: str) -> Iterator[tuple[str, str, str]]:
    """Path, target of a link, and text of each file; the text before the first named file is `more.yml`."""
    before, *parts = _FILE.split(example)
    if before:
        yield "more.yml", "", before
    for path, target, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield path, target or "", text


def codes_in_variants(folder: Path, example: str) -> set[str]:
    """The codes found when the example lists the variants of the small SOP: as YAML, or as the table that it names."""
    shop = folder / "shop"
    for content in (shop, folder / "brands" / "north"):
        content.mkdir(parents=True)
    (shop / "sop.yml").write_text(_as_json(_united(*FILES.values())), encoding="utf-8")
    (folder / "brands" / "north" / "sop.yml").write_text("id: north\n", encoding="utf-8")
    first, _, rest = example.partition("\n")
    name, text = (first.removeprefix("# "), rest) if first.startswith("# ") else ("variants.yml", example)
    (folder / name).write_text(text, encoding="utf-8")
    try:
        variants = read_roster(folder / name).variants
    except Findings as error:
        return {finding.code for finding in error.findings}
    place = find_place(str(shop))
    read = [finding for it in variants for finding in read_sop(replace(place, variant=it), TODAY).findings]
    return {finding.code for finding in (*read, *(problem for it in variants for problem in it.problems))}


_LAYER = "{id: corner-shop-north, extends: ../base}"


def _codes(folder: Path) -> set[str]:
    return {finding.code for finding in read_sop(find_place(str(folder)), TODAY).findings}


def _as_json(data: Any) -> str:
    # JSON is YAML too; places do not matter here.
    return json.dumps(data, ensure_ascii=False, indent=1)


def _united(*texts: str) -> Any:
    data: Any = {}
    for text in texts:
        data = _merged(data, read_yaml(text.encode(), "part.yml").data)
    return data


def _merged(below: Any, patch: Any) -> Any:
    """The base with the patch: mappings are merged by key, any other value is replaced."""
    if not (isinstance(below, dict) and isinstance(patch, dict)):
        return patch
    return below | {key: _merged(below.get(key), value) for key, value in patch.items()}
