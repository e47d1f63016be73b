"""`amends build --untrusted`: what a project of a stranger may not have, since it would run or read more than content.

The lists name what is known to be harmless, so that a new setting of MkDocs is refused until somebody has looked at it.
Nothing of mkdocs.yml is constructed here: a tag such as `!!python/object/apply` would run while it is read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import yaml

from amends.codes.hand_written import NEEDS_TRUST
from amends.content.place import HEADER_FILE, Place
from amends.finding import Finding, Findings, Location
from amends.read import read_layered
from amends.shipped import shipped

_SETTINGS = frozenset(
    {"site_name", "site_description", "site_author", "site_url", "site_dir", "repo_url", "repo_name", "edit_uri"}
    | {"copyright", "nav", "docs_dir", "theme", "plugins", "markdown_extensions", "extra_css", "extra_javascript"}
    | {"validation", "strict", "exclude_docs", "draft_docs", "not_in_nav", "use_directory_urls"}
    | {"dev_addr", "remote_branch", "remote_name"}
)
_THEME = frozenset({"name", "language", "palette", "features", "icon", "logo", "favicon", "font", "direction"})
_PLUGINS = {
    "search": frozenset({"enabled", "lang", "separator"}),
    "offline": frozenset({"enabled"}),
    "amends": frozenset({"sop", "locale"}),
}
_EXTENSIONS = frozenset(
    {"abbr", "admonition", "attr_list", "codehilite", "def_list", "fenced_code", "footnotes", "md_in_html", "nl2br"}
    | {"sane_lists", "smarty", "tables", "toc", "wikilinks"}
    | {
        f"pymdownx.{name}"
        for name in (
            *(
                "arithmatex",
                "betterem",
                "caret",
                "critic",
                "details",
                "emoji",
                "escapeall",
                "highlight",
                "inlinehilite",
            ),
            *("keys", "magiclink", "mark", "progressbar", "saneheaders", "smartsymbols", "striphtml", "superfences"),
            *("tabbed", "tasklist", "tilde"),
        )
    }
)
_WHY = {
    "hooks": "runs Python of the project",
    "INHERIT": "reads a file that is not looked at here",
    "extra_templates": "fills templates of the project, which can run Python",
    "extra": "is filled into scripts of the theme",
}
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("map", "seq", "str", "int", "float", "bool", "null"))
_PASSED_OVER = frozenset({".git", "node_modules", ".venv"})


def refuse_what_needs_trust(place: Place) -> None:
    """Raise Findings for everything of a project that runs code, or reads what is not its own, when it is built."""
    project = place.home if place.config else place.content
    found = [*_links(project), *_layers(place, project)]
    if place.config:
        found += _in_settings(place.config, project)
    if found:
        raise Findings(found)


def _links(project: Path) -> Iterator[Finding]:
    root = Path(os.path.realpath(project))
    for folder, folders, files in os.walk(project):
        folders[:] = sorted(set(folders) - _PASSED_OVER)
        for path in (Path(folder) / name for name in (*folders, *files)):
            if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root):
                yield _finding("this link leads out of the project", Location(str(path)))


def _layers(place: Place, project: Path) -> Iterator[Finding]:
    roots = (os.path.realpath(project), os.path.realpath(shipped("sop")))
    for layer in read_layered(place).layers:
        if not any(map(Path(os.path.realpath(layer.content.folder)).is_relative_to, roots)):
            said = "this layer is not part of the project"
            yield _finding(said, Location(str(Path(layer.content.folder) / HEADER_FILE)))


def _in_settings(file: Path, project: Path) -> Iterator[Finding]:
    root = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    yield from _tags(root, file)
    for key, value in _fields(root):
        name = str(key.value)
        if name not in _SETTINGS:
            yield _finding(f"`{name}` {_WHY.get(name, 'is not known to be harmless')}", _at(key, file))
        elif name == "theme":
            yield from _unknown("theme", value, _THEME, file)
        elif name == "plugins":
            yield from _in_plugins(value, file, project)
        elif name == "markdown_extensions":
            for extension, _ in _named(value):
                if extension.value not in _EXTENSIONS:
                    said = f"the extension `{extension.value}` of Markdown runs or reads what is not looked at here"
                    yield _finding(said, _at(extension, file))
        elif name == "docs_dir":
            yield from _outside(value, file, project)


def _tags(node: yaml.Node | None, file: Path) -> Iterator[Finding]:
    todo, seen = [node] if node else [], set()
    while todo:
        here = todo.pop()
        if id(here) in seen:  # an anchor may stand in several places
            continue
        seen.add(id(here))
        is_plain = here.tag in _PLAIN_TAGS or here.tag.endswith((":timestamp", ":merge", ":value"))
        if not is_plain:
            tag = here.tag.replace("tag:yaml.org,2002:", "!!")
            yield _finding(f"the tag `{tag}` runs Python, or reads the environment", _at(here, file))
        if isinstance(here, yaml.MappingNode):
            todo += [node for pair in here.value for node in pair]
        elif isinstance(here, yaml.SequenceNode):
            todo += here.value


def _in_plugins(plugins: yaml.Node, file: Path, project: Path) -> Iterator[Finding]:
    for plugin, options in _named(plugins):
        name = str(plugin.value).removeprefix("material/")
        if name not in _PLUGINS:
            yield _finding(f"the plugin `{plugin.value}` runs or reads what is not looked at here", _at(plugin, file))
        else:
            yield from _unknown(name, options, _PLUGINS[name], file)
        for key, value in _fields(options):
            if key.value == "sop":
                yield from _outside(value, file, project)


def _unknown(what: str, node: yaml.Node | None, known: frozenset[str], file: Path) -> Iterator[Finding]:
    for key, _ in _fields(node):
        if key.value not in known:
            yield _finding(f"`{key.value}` of `{what}` can run or read what is not looked at here", _at(key, file))


def _outside(value: yaml.Node, file: Path, project: Path) -> Iterator[Finding]:
    folder = Path(os.path.realpath(project / str(value.value)))
    if not folder.is_relative_to(os.path.realpath(project)):
        yield _finding(f"the folder `{value.value}` is not part of the project", _at(value, file))


def _named(node: yaml.Node) -> Iterator[tuple[yaml.Node, yaml.Node | None]]:
    """Each name of a list of plugins or extensions, with its options: `- toc`, `- toc: {...}`, or `toc: {...}`."""
    for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
        if isinstance(item, yaml.ScalarNode):
            yield item, None
        yield from _fields(item)


def _fields(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    yield from node.value if isinstance(node, yaml.MappingNode) else ()


def _at(node: yaml.Node, file: Path) -> Location:
    return Location(str(file), node.start_mark.line + 1, node.start_mark.column + 1)


def _finding(said: str, at: Location) -> Finding:
    return NEEDS_TRUST.finding(said, "delete it; or build without --untrusted, once you trust who wrote it", at)
