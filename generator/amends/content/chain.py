"""The layers of an SOP: the content folder itself, the base that its `extends` names, and so on down."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PureWindowsPath

import yaml

from amends.codes.layers import SAME_LAYER_NAME, UNKNOWN_BASE
from amends.content.bases import REFERENCE, base_folder, bases
from amends.content.layers import Layer
from amends.content.loader import Content, read_content
from amends.content.place import DEFAULT_CONTENT, HEADER_FILE
from amends.finding import Finding, UsageError
from amends.nearest import nearest

_OF_A_WHOLE = ("title", "start", "end_states")
"""Fields of sop.yml without which there is no SOP; a layer has them from its base."""

_OWN_ID = "give this one an `id` of its own"


def read_layers(folder: Path, header_fields: Sequence[str], collections: Sequence[str]) -> list[Layer]:
    """The layers of the SOP in `folder`, the lowest first. A wrong `extends` is a finding of the layer that has it."""
    layers: list[Layer] = []
    seen: list[Path] = []
    name = ""
    base: Path | None = folder
    while base is not None:
        seen.append(base.resolve())
        content = read_content(base, header_fields, collections)
        base, problem = _base_of(content, base, seen)
        wanted = (content.header or {}).get("extends")
        if problem is not None:
            content = replace(content, findings=(*content.findings, problem))
        layers.append(Layer(name or _name(content), content))
        name = str(wanted) if wanted in bases() else ""
    layers.reverse()
    *below, top = (_told_apart(layer, layers[:index]) for index, layer in enumerate(layers))
    return [*below, _with_id_of_its_own(top, below)]


def read_layers_over(
    folders: Sequence[Path], below: Sequence[Layer], header_fields: Sequence[str], collections: Sequence[str]
) -> list[Layer]:
    """The layers of these folders, each over the one before it, and the first over the topmost one `below`.

    They need no `extends`. One that leads to another place than the layer below is a finding.
    """
    layers: list[Layer] = []
    for folder in folders:
        content = read_content(folder, header_fields, collections)
        lower = [*below, *layers]
        wanted, expected = (content.header or {}).get("extends"), Path(lower[-1].content.folder)
        if wanted is not None and not _leads_to(str(wanted), folder, expected):
            message = f"`extends: {wanted}` does not lead to {expected}, over which this layer is put here"
            problem = _finding(content, message, "delete this line, or let it lead there")
            content = replace(content, findings=(*content.findings, problem))
        layers.append(_told_apart(Layer(_name(content), content), lower))
    return layers


def layer_folders(folder: Path) -> tuple[Path, ...]:
    """The folders of the layers, the topmost first, without reading more of each than the name of its base.

    The chain ends where it is broken; whoever reads the layers is told why.
    """
    found = [folder]
    while (base := _named_base(found[-1])) is not None and base.resolve() not in [path.resolve() for path in found]:
        found.append(base)
    return tuple(found)


def header_of(folder: Path) -> Mapping[str, object]:
    """What sop.yml of a layer says, every value as text and nothing judged; nothing if it cannot be read."""
    try:
        header = yaml.load((folder / HEADER_FILE).read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
    except (OSError, ValueError, yaml.YAMLError, RecursionError):
        return {}
    return header if isinstance(header, dict) else {}


def _named_base(folder: Path) -> Path | None:
    wanted = header_of(folder).get("extends")
    return _folder(wanted, folder) if isinstance(wanted, str) else None


def _base_of(content: Content, folder: Path, seen: list[Path]) -> tuple[Path | None, Finding | None]:
    """The folder of the base that `extends` names, or the finding that says what is wrong with that name."""
    header = content.header or {}
    if "extends" not in header:
        return None, _without_base(content, header)
    wanted = header["extends"]
    if not isinstance(wanted, str) or not wanted.strip():
        named = "one name or path, and not a list" if isinstance(wanted, list) else "the name of a base"
        return None, _finding(content, f"`extends` needs {named}", f"write  extends: {_example(wanted)}")
    base = _folder(wanted, folder)
    if trouble := _trouble_with(wanted, folder, base, seen):
        return None, _finding(content, *trouble)
    return base, None


def _trouble_with(wanted: str, folder: Path, base: Path | None, seen: list[Path]) -> tuple[str, str] | None:
    """What is wrong with the name of a base, and the way out; None if it leads to one."""
    said = f"`extends: {wanted}`"
    if Path(wanted).is_absolute() or PureWindowsPath(wanted).drive:
        return f"{said} leads to a place on this computer alone", "write the path as seen from this folder:  ../group"
    if base is None and (folder / wanted).is_file():
        return f"{said} is a file, not a layer", f"name the folder that holds its {HEADER_FILE}"
    if base is None:
        return f"there is no base `{wanted}` to extend", _near_to(wanted, folder)
    if base.resolve() in seen:
        return f"{said} goes round in circles", "extend a base that does not extend this"
    return None


def _without_base(content: Content, header: Mapping[str, object]) -> Finding | None:
    """A finding for a layer that does not say over what it stands: all that it lacks would be told one by one."""
    if not header or header.keys() & set(_OF_A_WHOLE):
        return None
    message = "this is a part of an SOP, and nothing says over which base it stands: `extends` is missing"
    hint = f"write  extends: {REFERENCE}  or another base; an SOP of its own needs {_of_a_whole()} too"
    return _finding(content, message, hint)


def _of_a_whole() -> str:
    return ", ".join(f"`{name}`" for name in _OF_A_WHOLE)


def _example(wanted: object) -> str:
    """The first of several bases, or the one that most projects have."""
    return str(wanted[0]) if isinstance(wanted, list) and wanted else REFERENCE


def _near_to(wanted: str, folder: Path) -> str:
    """The way out for a base that is not there: the folder that is probably meant, or the nearest name."""
    for meant in (f"{wanted}/{DEFAULT_CONTENT}", wanted.replace("\\", "/")):
        if _folder(meant, folder) is not None:
            return f"write  extends: {meant}"
    if (folder / wanted).is_dir():
        return f"that folder has no {HEADER_FILE}; name the one that has it"
    names = nearest(wanted.rpartition("/")[2] or wanted, bases(), few=len(bases()))
    return f"{names}; or write a path to a folder with {HEADER_FILE}, seen from this folder"


def _folder(wanted: str, folder: Path) -> Path | None:
    if (base := base_folder(wanted)) is not None:
        return base
    path = folder / wanted
    plain = Path(os.path.normpath(path))  # without `..`, unless a link on the way leads elsewhere
    try:
        if not (path / HEADER_FILE).is_file():
            return None
        return plain if plain.is_dir() and plain.samefile(path) else path
    except OSError as error:  # for example, the name is too long for a path
        raise UsageError(f"{path}: cannot be looked at: {error.strerror}") from None


def _leads_to(wanted: str, folder: Path, expected: Path) -> bool:
    base = _folder(wanted, folder)
    return base is not None and base.resolve() == expected.resolve()


def _told_apart(layer: Layer, below: Sequence[Layer]) -> Layer:
    """The layer, with a warning if a layer below it has the same name: nobody could tell the two apart."""
    if layer.name not in [other.name for other in below]:
        return layer
    message = f"two layers are called `{layer.name}`, so nobody can tell them apart"
    finding = SAME_LAYER_NAME.finding(message, _OWN_ID, layer.content.location(("id",)))
    return replace(layer, content=replace(layer.content, findings=(*layer.content.findings, finding)))


def _with_id_of_its_own(layer: Layer, below: Sequence[Layer]) -> Layer:
    """The topmost layer, with a warning if it takes its `id` from below: then two SOPs have the same one."""
    taken = [header["id"] for other in below if "id" in (header := other.content.header or {})]
    if not taken or layer.content.header is None or "id" in layer.content.header:
        return layer
    message = f"this layer has no `id`, so it has the one of the layer below: `{taken[-1]}`"
    finding = SAME_LAYER_NAME.finding(message, _OWN_ID, layer.content.location(("extends",)))
    return replace(layer, content=replace(layer.content, findings=(*layer.content.findings, finding)))


def _finding(content: Content, message: str, hint: str) -> Finding:
    return UNKNOWN_BASE.finding(message, hint, content.location(("extends",)))


def _name(content: Content) -> str:
    return str((content.header or {}).get("id", content.folder))
