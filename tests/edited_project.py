"""A small project that is edited at random: whatever an author may do to a handbook between two builds.

    project = EditedProject(tmp_path, seed=1)
    project.edit()   # "a title in the layer": what was done

The same seed gives the same edits.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from hotel import BRANCH, FILES

_TEXT = re.compile(r'(en|zh): "([^"{\[]*)"')
_ICONS = ("material/car", "material/bed", "material/phone")
_FEATURES = (
    *("navigation.sections", "navigation.footer", "navigation.expand", "navigation.tabs.sticky", "navigation.instant"),
    *("toc.integrate", "announce.dismiss", "content.action.view", "search.share"),
)
_PALETTES: tuple[Any, ...] = (None, {"scheme": "slate"}, [{"scheme": "default", "primary": "teal"}])
_NAVS: tuple[Any, ...] = (
    None,
    ["amends", {"More": ["more.md", "deep/one.md"]}],
    [{"Before": "more.md"}, "amends"],
    [{"Site": [{"Deep": ["deep/one.md", "deep/two.md"]}, "more.md"]}, "amends", {"Outside": "https://example.org/"}],
    ["index.md", {"A": ["steps/accept.md", {"B": ["steps/index.md", "deep/one.md", "steps/solve.md"]}, "more.md"]}],
    ["index.md", {"A": ["more.md", {"B": ["steps/solve.md", "deep/one.md"]}, {"C": ["deep/two.md"]}, "cases.md"]}],
)
_TEMPLATES = (
    '{% extends "base.html" %}{% block announce %}Hello TEXT{% endblock %}',
    '{% extends "base.html" %}{% block announce %}{% for item in nav.items %}{{ item.title }} {% endfor %}{% endblock %}',
    '{% extends "base.html" %}{% block announce %}{% for it in pages %}{{ it.page.meta.status }}{% endfor %}{% endblock %}',
    '{% extends "base.html" %}{% block hero %}{% for it in pages %}{{ it.page.content | length }} {% endfor %}{% endblock %}',
    '{% extends "base.html" %}{% block footer %}{{ super() }}{% include "partials/own.html" %}{% endblock %}',
)


@dataclass
class State:
    """Everything that an author has written."""

    config: dict[str, Any]
    header: dict[str, Any]
    layer: dict[str, Any]
    base: dict[str, str]
    pages: dict[str, str]
    templates: dict[str, str]
    added: list[tuple[str, str]] = field(default_factory=list)
    """The collection and the id of each entry that was added."""

    def files(self) -> dict[str, str]:
        return {
            "desk/mkdocs.yml": _dumped(self.config),
            "desk/sop/sop.yml": _dumped(self.header),
            "desk/sop/changes.yml": _dumped(self.layer),
            **{f"hotel/{name}": text for name, text in self.base.items()},
            **{f"desk/docs/{name}": text for name, text in self.pages.items()},
            **{f"desk/.overrides/{name}": text for name, text in self.templates.items()},
        }


class _PlainDumper(yaml.SafeDumper):
    """Writes the same text twice where PyYAML would write a link to the first place, which SOPs must not have."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - as PyYAML calls it
        return True


def _dumped(data: Any) -> str:
    return yaml.dump(data, Dumper=_PlainDumper, allow_unicode=True, sort_keys=False)


def _first_state() -> State:
    config = {
        "site_name": "Desk",
        "theme": {"name": "material", "custom_dir": ".overrides", "features": []},
        "plugins": ["search", {"amends": {"sop": "sop"}}],
        "extra": {},
    }
    pages = {
        "more.md": "# More\n\nSee [the step](steps/accept.md).\n",
        "deep/one.md": "---\ntitle: One\n---\n\nOne.\n",
        "deep/two.md": "Two.\n",
        "extra.js": "let nothing;\n",
        "extra.css": ".nothing { color: red }\n",
    }
    header, layer = yaml.safe_load(BRANCH["sop.yml"]), yaml.safe_load(BRANCH["changes.yml"])
    header |= {"extends": "../../hotel", "locales": ["en", "zh"]}
    templates = {"partials/own.html": "own", "main.html": _TEMPLATES[0]}
    return State(config, header, layer, dict(FILES), pages, templates)


class EditedProject:
    """The project in `folder`; each `edit` changes one thing on disk, and says what."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._random = random.Random(seed)  # noqa: S311 - to be repeated
        self._state = _first_state()
        self._earlier = [copy.deepcopy(self._state)]
        self._count = 0
        self._waiting: list[Callable[[], str]] = []
        self._save()

    @property
    def home(self) -> Path:
        """The folder with mkdocs.yml."""
        return self._folder / "desk"

    def edit(self) -> str:
        """Change something; each kind of edit has its turn before any comes again."""
        if not self._waiting:
            self._waiting = list(self._edits)
            self._random.shuffle(self._waiting)
        self._count += 1
        what = self._waiting.pop()()
        self._save()
        self._earlier.append(copy.deepcopy(self._state))
        return what

    def take_back(self) -> None:
        """Take the last edit back: it left nothing that could be built."""
        self._earlier.pop()
        self._state = copy.deepcopy(self._earlier[-1])
        self._save()

    def _save(self) -> None:
        files = self._state.files()
        for path in [path for path in self._folder.glob("*/**/*") if path.is_file()]:
            name = path.relative_to(self._folder).as_posix()
            if name not in files and re.match(r"desk/(sop|docs|\.overrides)/|hotel/", name):
                path.unlink()
        for name, text in files.items():
            path = self._folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")

    @property
    def _edits(self) -> tuple[Callable[[], str], ...]:
        return (
            *(
                self._text_of_the_base,
                self._title,
                self._order,
                self._add_entry,
                self._remove_entry,
                self._rename_entry,
            ),
            *(self._variable, self._vocabulary, self._version, self._organisation, self._locales, self._clocks),
            *(self._feature, self._palette, self._extra_files, self._nav, self._repository, self._plugins),
            *(self._extra, self._theme, self._front_matter, self._body, self._add_page, self._foreign_markup),
            *(
                self._rename_page,
                self._remove_page,
                self._template,
                self._templates_on_and_off,
                self._save_the_same,
                self._go_back,
            ),
            *(self._text_of_the_base, self._title, self._nav, self._front_matter, self._template, self._go_back),
        )

    def _new(self, word: str) -> str:
        return f"{word} {self._count}"

    def _one_of(self, things: Any) -> Any:
        return self._random.choice(list(things))

    # The SOP ------------------------------------------------------------------------------------------------------------

    def _text_of_the_base(self) -> str:
        name = self._one_of(name for name, text in self._state.base.items() if _TEXT.search(text))
        text = self._state.base[name]
        found = self._one_of(_TEXT.finditer(text))
        changed = f'{found[1]}: "{self._new(found[2])}"'
        self._state.base[name] = text[: found.start()] + changed + text[found.end() :]
        return f"a text of the base: {changed}"

    def _title(self) -> str:
        step = self._one_of(["accept", "solve", "confirm"])
        both = {"en": self._new(step), "zh": self._new("标题")}
        self._state.layer["steps"].setdefault(step, {})["title"] = both
        return f"the title of the step {step}"

    def _order(self) -> str:
        tea = self._state.layer["steps"]["accept"]["actions"]["tea"]
        tea["after"] = "note" if tea["after"] == "greet" else "greet"
        return f"the order of actions: tea after {tea['after']}"

    def _add_entry(self) -> str:
        key, both = f"new-{self._count}", {"en": self._new("New"), "zh": self._new("新")}
        collection, entry = self._one_of(
            [
                ("glossary", {"term": both, "meaning": both}),
                ("roles", {"title": both, "kind": "external"}),
                ("contacts", {"title": both, "phone": "1"}),
                ("scripts", {"title": both, "lines": {"one": both}}),
                ("customer_types", {"title": both, "recognise": {"one": both}, "do": {"one": both}}),
            ]
        )
        self._state.layer.setdefault(collection, {})[key] = entry
        self._state.added.append((collection, key))
        return f"a new entry: {collection}/{key}"

    def _remove_entry(self) -> str:
        if not self._state.added:
            return self._add_entry()
        collection, key = self._state.added.pop(self._random.randrange(len(self._state.added)))
        del self._state.layer[collection][key]
        return f"an entry less: {collection}/{key}"

    def _rename_entry(self) -> str:
        if not self._state.added:
            return self._add_entry()
        collection, key = self._state.added.pop()
        other = f"other-{self._count}"
        self._state.layer[collection][other] = self._state.layer[collection].pop(key)
        self._state.added.append((collection, other))
        return f"another id: {collection}/{key} is {other}"

    def _variable(self) -> str:
        self._state.header["variables"] = {"quiet-place": {"en": self._new("room"), "zh": self._new("房间")}}
        return "a variable"

    def _vocabulary(self) -> str:
        word = self._new("visitor")
        self._state.header["vocabulary"] = {
            "customer": {"en": {"one": word, "a": f"a {word}", "many": f"{word}s"}, "zh": self._new("访客")}
        }
        return "a word for the customer"

    def _version(self) -> str:
        document = self._state.header["document"]
        document["version"] = f"{self._count}.0"
        document["effective"] = f"2026-02-{self._random.randint(10, 28)}"
        return "the version and its day"

    def _organisation(self) -> str:
        name = {"en": self._new("Branch"), "zh": self._new("分店")}
        self._state.header["organisation"] = {"name": name, "site_url": f"https://branch{self._count}.example/"}
        return "the organisation and its address"

    def _locales(self) -> str:
        self._state.header["locales"] = self._one_of([["en", "zh"], ["zh", "en"], ["zh"], ["en", "zh"]])
        self._state.header["default_locale"] = self._one_of(self._state.header["locales"])
        return f"the locales: {self._state.header['locales']}"

    def _clocks(self) -> str:
        self._state.header["use_clocks"] = self._one_of([[], ["uk-fca-disp"]])
        return f"the clocks: {self._state.header['use_clocks']}"

    # mkdocs.yml ---------------------------------------------------------------------------------------------------------

    def _feature(self) -> str:
        features, feature = self._state.config["theme"]["features"], self._one_of(_FEATURES)
        if feature in features:
            features.remove(feature)
        else:
            features.append(feature)
        return f"the features: {features}"

    def _palette(self) -> str:
        self._state.config["theme"]["palette"] = self._one_of(_PALETTES)
        return f"the palette: {self._state.config['theme']['palette']}"

    def _extra_files(self) -> str:
        self._state.config["extra_css"] = self._one_of([[], ["extra.css"]])
        scripts = ["extra.js", {"path": "extra.js", "defer": True}, {"path": "extra.js", "type": "module"}]
        self._state.config["extra_javascript"] = self._one_of([[], *([script] for script in scripts)])
        return f"the extra files: {self._state.config['extra_css']}, {self._state.config['extra_javascript']}"

    def _nav(self) -> str:
        self._state.config["nav"] = nav = self._one_of(_NAVS)
        if nav is None:
            del self._state.config["nav"]
        return f"the navigation: {nav}"

    def _repository(self) -> str:
        config = self._state.config
        config["repo_url"] = self._one_of([None, "https://git.example/desk", "https://github.com/example/desk"])
        config["edit_uri"] = self._one_of(["edit/main/docs/", f"edit/v{self._count}/docs/"])
        config["repo_name"] = self._one_of([None, self._new("desk")])
        return f"the repository: {config['repo_url']}, {config['edit_uri']}, {config['repo_name']}"

    def _plugins(self) -> str:
        own = {"amends": {"sop": "sop"}}
        self._state.config["plugins"] = self._one_of(
            [["search", own], [own], [{"search": {"enabled": False}}, own], ["search", "offline", own]]
        )
        return f"the plugins: {self._state.config['plugins']}"

    def _extra(self) -> str:
        extra = self._one_of(
            [
                {"homepage": "https://example.org/"},
                {"social": [{"icon": self._one_of(_ICONS), "link": "https://example.org/"}]},
                {"status": {"new": self._new("Recently added")}},
                {"tags": {"a": "b"}, "annotate": {"json": [".s2"]}, 1: "a number", "version": {"provider": "mike"}},
            ]
        )
        self._state.config["extra"] = extra
        self._state.config["copyright"] = self._new("Copyright")
        self._state.config["site_description"] = self._one_of([None, self._new("A desk")])
        return f"the extra: {extra}"

    def _theme(self) -> str:
        logo, note = self._one_of(_ICONS), self._one_of(_ICONS)
        self._state.config["theme"]["icon"] = {"logo": logo, "edit": note}
        self._state.config["theme"]["logo"] = self._one_of([None, "extra.css"])
        self._state.config["markdown_extensions"] = [{"toc": {"title": self._new("Contents")}}]
        return f"the icons: {self._state.config['theme']['icon']}"

    # Pages and templates ------------------------------------------------------------------------------------------------

    def _page(self) -> str:
        return str(self._one_of(name for name in self._state.pages if name.endswith(".md")))

    def _front_matter(self) -> str:
        name = self._page()
        facts = {
            "title": self._new("Titled"),
            "icon": self._one_of(_ICONS),
            "status": self._one_of(["new", "deprecated"]),
            "subtitle": self._new("under"),
        }
        some = {key: value for key, value in facts.items() if self._random.random() < 0.5}
        body = self._state.pages[name].rpartition("---\n")[2]
        self._state.pages[name] = f"---\n{_dumped(some)}---\n{body}" if some else body
        return f"the facts of {name}: {some}"

    def _body(self) -> str:
        name = self._page()
        self._state.pages[name] += f"\n## {self._new('Heading')}\n\nText.\n"
        return f"the text of {name}"

    def _add_page(self) -> str:
        name = self._one_of([f"new-{self._count}.md", "principles.md", "index.md", "more.zh.md", "deep/index.md"])
        self._state.pages[name] = f"# {self._new('Page')}\n"
        return f"a new page: {name}"

    def _foreign_markup(self) -> str:
        name = self._page()
        self._state.pages[name] += "\n<script>alert(1)</script>\n"
        return f"a script in {name}, which no handbook may have"

    def _rename_page(self) -> str:
        name = self._page()
        self._state.pages[f"deep/renamed-{self._count}.md"] = self._state.pages.pop(name)
        return f"another name for {name}"

    def _remove_page(self) -> str:
        name = self._page()
        text = self._state.pages.pop(name)
        if not any(other.endswith(".md") for other in self._state.pages):
            self._state.pages["last.md"] = text  # later edits need a page
        return f"a page less: {name}"

    def _template(self) -> str:
        text = self._one_of(_TEMPLATES).replace("TEXT", str(self._count))
        self._state.templates["main.html"] = text
        self._state.templates["partials/own.html"] = self._new("own")
        return f"a template: {text}"

    def _templates_on_and_off(self) -> str:
        theme = self._state.config["theme"]
        if theme.pop("custom_dir", None) is None:
            theme["custom_dir"] = ".overrides"
        return f"the folder of templates: {theme.get('custom_dir')}"

    # Time ---------------------------------------------------------------------------------------------------------------

    def _save_the_same(self) -> str:
        for name, text in self._state.files().items():
            (self._folder / name).write_text(text, encoding="utf-8")
        return "every file saved as it was"

    def _go_back(self) -> str:
        number = self._random.randrange(len(self._earlier))
        self._state = copy.deepcopy(self._earlier[number])
        return f"back to the state after {number} edits"
