"""A new project is small, clean over every shipped base, and never takes the place of anything."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import product
from pathlib import Path

import pytest
import yaml

from amends.content.place import find_place
from amends.finding import Finding, UsageError
from amends.new_project import Wish, base_locales, id_for, locales, new_project
from amends.output.new_folder import write_new_files
from amends.read import read_sop, usable_sop
from amends.self_docs.json_schema import PROJECT_FILE
from commands import amends
from golden_files import Golden
from pictures import SVG
from shipped_sops import NAMES

GOLDEN = Path(__file__).parent / "golden" / "init"
TODAY = date(2026, 11, 20)
ADDRESS = f"git+https://git.example.org/amends@{'0123456789' * 4}"
BASES = NAMES
LANGUAGES = [locale for locale in locales() if "-" not in locale]
REGIONS = [locale for locale in locales() if "-" in locale]
KNOWN = ", ".join(f"`{locale}`" for locale in locales())
FILES = {
    ".github/workflows/handbook.yml",
    ".gitignore",
    "README.md",
    "docs/.gitkeep",
    "mkdocs.yml",
    "requirements.txt",
    "schema/layer.schema.json",
    "sop/changes.yml",
    "sop/sop.yml",
}


_STILL_OF_THE_BASE = ("B114", "B115")
"""Numbers, rooms and sums of the base, which a new project still has to replace."""

# Each project is new, and what it stands on is the same again and again.
parsed_once = pytest.mark.usefixtures("unchanged_files_parsed_once")


def project(base: str = "hospitality", locales: tuple[str, ...] = ("zh",), name: str = "海松酒店") -> dict[str, str]:
    return new_project(Wish(base, locales, name), "hotel", ADDRESS, TODAY)


def required(files: dict[str, str]) -> list[str]:
    return [line for line in files["requirements.txt"].splitlines() if not line.startswith("#")]


def with_every_example(files: dict[str, str]) -> dict[str, str]:
    """The files with each example in use: a `#` right before a word is deleted; and with the logo that one names."""
    used = {name: re.sub(r"(?m)^( *)#(?=\S)", r"\1", text) for name, text in files.items()}
    return used | {"sop/logo.svg": SVG.decode()}


def problems(folder: Path) -> list[Finding]:
    """What `check` says of a project itself; its base is looked after elsewhere."""
    findings = read_sop(find_place(str(folder)), TODAY).findings
    return [finding for finding in findings if finding.location.file.startswith(str(folder))]


def test_a_project_is_a_handful_of_files() -> None:
    assert project().keys() == FILES


def test_the_header_says_whose_handbook_it_is() -> None:
    assert yaml.safe_load(project(locales=("zh", "en"))["sop/sop.yml"]) == {
        "id": "hotel",
        "extends": "hospitality",
        "locales": ["zh", "en"],
        "default_locale": "zh",
        "organisation": {"name": {"zh": "海松酒店", "en": "海松酒店"}},
        "check": {"locale": "zh"},
        "document": {
            "number": "HOTEL-CMP",
            "version": "1.0",
            "effective": TODAY,
            "last_review": TODAY,
            "review_every": "6 months",
            "changes": {"1.0": {"zh": "本单位首次发布。", "en": "First issue of our own."}},
        },
    }


def test_comments_are_in_the_first_locale_and_the_data_is_the_same() -> None:
    chinese, english = project(locales=("zh", "en")), project(locales=("en", "zh"))

    assert "投诉处理手册、步骤检查表和岗位卡" in chinese["README.md"]
    assert "step checklists and role cards" in english["README.md"]
    for name in ("sop/changes.yml", ".github/workflows/handbook.yml", "mkdocs.yml"):
        assert yaml.safe_load(chinese[name]) == yaml.safe_load(english[name])
        assert yaml.safe_load(with_every_example(chinese)[name]) == yaml.safe_load(with_every_example(english)[name])


def test_a_project_installs_the_amends_that_made_it() -> None:
    assert required(project()) == [f"amends[zh] @ {ADDRESS}"]
    assert required(project(locales=("en",))) == [f"amends @ {ADDRESS}"]
    assert "pip install -r requirements.txt" in project()[".github/workflows/handbook.yml"]


def test_a_project_of_unknown_origin_installs_nothing_until_the_address_is_named() -> None:
    files = new_project(Wish("reference", ("en",), "Shop"), "shop", None, TODAY)

    assert required(files) == ["amends @ git+https://repository.invalid/amends@COMMIT"]
    assert "in the place of repository.invalid" in files["requirements.txt"]


def test_the_workflow_may_only_read_and_names_actions_by_their_commit() -> None:
    workflow = yaml.safe_load(project()[".github/workflows/handbook.yml"])

    assert workflow["permissions"] == {"contents": "read"}
    used = [step["uses"] for step in workflow["jobs"]["build"]["steps"] if "uses" in step]
    assert len(used) == 3
    assert [name for name in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", name)] == []


def test_a_name_is_taken_literally() -> None:
    name = 'Anna\'s "Inn": 50% #1 \\ {off}'
    files = project(locales=("en",), name=name)

    assert yaml.safe_load(files["sop/sop.yml"])["organisation"]["name"] == name


@parsed_once
@pytest.mark.parametrize(("base", "locale"), [*product(BASES, LANGUAGES), *product(["reference"], REGIONS)])
def test_a_new_project_is_clean(tmp_path: Path, base: str, locale: str) -> None:
    write_new_files(tmp_path, project(base, (locale,)))

    untranslated = [] if locale in base_locales() else ["L705"]
    found = [finding.code for finding in problems(tmp_path)]
    assert [code for code in found if code not in _STILL_OF_THE_BASE] == ["G903", *untranslated]
    assert found.count("B114") >= (3 if base == "lean" else 10)
    assert found.count("B115") > 3


@pytest.mark.parametrize("wanted", [*((locale,) for locale in locales()), ("en", "zh"), ("fr", "en")], ids="-".join)
def test_the_files_are_these(golden: Golden, wanted: tuple[str, ...]) -> None:
    files = project("hospitality", wanted, "Hôtel 海松")
    del files[PROJECT_FILE]  # the schema has tests of its own

    golden.check(GOLDEN / f"{'-'.join(wanted)}.txt", "\n".join(f"==== {name}\n{files[name]}" for name in sorted(files)))


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem.partition("-")[0] for path in GOLDEN.iterdir()} == set(LANGUAGES)
    assert len(list(GOLDEN.iterdir())) == len(locales()) + 2


def test_a_project_in_a_language_that_the_base_lacks_has_a_title_of_its_own() -> None:
    french, english = (yaml.safe_load(project("reference", (it,))["sop/sop.yml"]) for it in ("fr", "en"))

    assert french["title"] == "Comment nous traitons les réclamations"
    assert "title" not in english


@parsed_once
@pytest.mark.parametrize("base", BASES)
def test_every_example_is_right_as_it_stands(tmp_path: Path, base: str) -> None:
    write_new_files(tmp_path, with_every_example(project(base, tuple(sorted(LANGUAGES, reverse=True)))))

    missing = set(LANGUAGES) - base_locales()
    assert [it.code for it in problems(tmp_path) if it.code not in _STILL_OF_THE_BASE] == ["L705"] * len(missing)


@parsed_once
def test_the_examples_do_what_they_say(tmp_path: Path) -> None:
    write_new_files(tmp_path, with_every_example(project("reference", ("en",))))

    sop, _ = usable_sop(find_place(str(tmp_path)), TODAY)

    accept, steps = sop.steps["accept"], list(sop.steps)
    assert str(accept.limits["phone"].within.everywhere) == "15 seconds"
    assert "chat" not in accept.limits
    thanks = list(sop.steps["thank"].actions)
    assert thanks.index("spell-name") == thanks.index("announce-visit") + 1
    assert list(accept.tips)[:2] == ["gift", "company"]
    assert sop.steps["approve"].consulted == ("legal-compliance", "responsible-department", "internal-audit")
    assert steps.index("second-look") == steps.index("inform") - 1
    assert sop.roles["front-line"].title.strings["en"] == "Reception"
    assert sop.contacts["security"].phone == "ext. 9"
    assert sop.vocabulary["customer"]["en"].many == "visitors"
    assert sop.organisation.logo is not None
    assert sop.organisation.logo.file == "logo.svg"


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("hotel", "hotel"),
        ("Hotel Süd_2", "hotel-sud-2"),
        ("2nd-shop", "sop-2nd-shop"),
        ("hôtel", "hotel"),
        ("酒店", "complaints"),
        ("banking", "our-banking"),
        ("reference", "our-reference"),
        ("con", "our-con"),
        ("Index", "our-index"),
        ("x" * 59 + " yz", "x" * 59),
    ],
)
def test_a_valid_id_comes_from_any_folder(folder: str, name: str) -> None:
    assert id_for(folder) == name


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        (Wish("hospitalty", ("en",), "Inn"), "there is no base “hospitalty”; the nearest is `hospitality`"),
        (Wish("reference", ("xx",), "Inn"), f"there is no locale “xx” to start with; known are: {KNOWN}"),
        (Wish("reference", ("en",), " "), "the name of the organisation must be one line of text"),
        (Wish("reference", ("en",), "Inn\nid: x"), "the name of the organisation must be one line of text"),
    ],
)
def test_what_cannot_be_made_is_refused(wish: Wish, message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(message)):
        new_project(wish, "inn", ADDRESS, TODAY)


@pytest.mark.shipped
def test_the_command_makes_a_project_and_says_how_to_go_on(tmp_path: Path) -> None:
    ended = amends("init", "hotel", "--industry", "hospitality", "--locale", "zh", "--name", "海松酒店", cwd=tmp_path)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("海松酒店：已在hotel建立项目，以`hospitality`为基础，编号为`hotel`\n")
    assert {
        path.relative_to(tmp_path / "hotel").as_posix() for path in tmp_path.rglob("*") if path.is_file()
    } == FILES | {"amends.lock.json"}


@pytest.mark.shipped
@pytest.mark.parametrize(
    ("place", "message"),
    [("full", "full: this folder is not empty (mine.txt)"), ("full/mine.txt", "full/mine.txt: this is a file")],
)
def test_the_command_overwrites_nothing(tmp_path: Path, place: str, message: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")

    ended = amends("init", place, cwd=tmp_path)

    assert ended.returncode == 2
    assert ended.stderr == f"amends: {message}; name a new folder for the project\n"
    assert [path.name for path in tmp_path.rglob("*")] == ["full", "mine.txt"]
    assert (tmp_path / "full" / "mine.txt").read_text() == "mine"


@pytest.mark.shipped
def test_a_name_that_the_sop_cannot_hold_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    ended = amends("init", "new", "--name", "<b>Inn", cwd=tmp_path)

    assert ended.returncode == 2
    assert ended.stderr == (
        "amends: the project would not build: “<b>” is a tag, which a text cannot hold; "
        "write another name:  --name NAME\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_repository_that_is_empty_takes_a_project(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()

    write_new_files(tmp_path, {"a.txt": "a"})

    assert (tmp_path / "a.txt").read_text() == "a"


def test_files_that_cannot_all_be_written_leave_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        write_new_files(tmp_path / "new", {"a/b.txt": "b", "a/b.txt/c.txt": "c"})

    assert list(tmp_path.iterdir()) == []


@pytest.mark.site
def test_a_hotel_builds_at_once_in_french_and_says_what_is_not(tmp_path: Path) -> None:
    write_new_files(tmp_path, project("reference", ("fr",), "Hôtel du Parc"))

    ended = amends("build", "--strict", cwd=tmp_path)

    assert ended.returncode == 0
    assert ended.stderr.endswith(" texts are missing in fr: its readers get them in another language\n")
    assert ended.stderr.count("\n") == 1
    site = tmp_path / "site" / "fr"
    home = (site / "index.html").read_text(encoding="utf-8")
    accept = (site / "steps" / "accept.html").read_text(encoding="utf-8")
    assert '<html lang="fr"' in home
    assert "How Hôtel du Parc receives" in home
    assert 'quotes: "«\u00a0" "\u00a0»"' in home
    assert "Que s’est-il passé\u202f?" in home
    assert "Remettez votre carte" in (site / "steps" / "thank.html").read_text(encoding="utf-8")
    assert '<h1 lang="en">Accept the complaint</h1>' in accept
    assert re.search(r'<span class="fallback" lang="en">Greet the customer', accept)
    assert json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["config"]["lang"] == ["fr"]
    assert {path.name for path in (site / "print").glob("*.pdf")} >= {"checklists.pdf", "cards.pdf"}


@pytest.mark.site
def test_a_hotel_builds_at_once_in_chinese(tmp_path: Path) -> None:
    write_new_files(tmp_path, project())

    ended = amends("build", "--strict", cwd=tmp_path)

    assert (ended.returncode, ended.stderr) == (0, "")
    site = tmp_path / "site" / "zh"
    accept = (site / "steps" / "accept.html").read_text(encoding="utf-8")
    assert "海松酒店" in (site / "index.html").read_text(encoding="utf-8")
    assert "问候客人" in accept
    assert "递上名片" in (site / "steps" / "thank.html").read_text(encoding="utf-8")
    assert (site / "print" / "checklists.pdf").is_file()
    assert (site / "print" / "cards.pdf").is_file()
    assert not (tmp_path / "site" / "en").exists()
