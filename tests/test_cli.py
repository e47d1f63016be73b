"""The command `amends`, as its user meets it: help, exit codes, what is said where."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from amends import book, cli
from amends.cli import main
from amends.said import said as message
from golden_files import Golden
from hotel import Hotel

ROOT = Path(__file__).parents[1]
HELP = Path(__file__).parent / "golden" / "help"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="amends", terminal_width=100)


def commands(group: click.Group = main, *above: str) -> dict[tuple[str, ...], click.Command]:
    """Every command by the words that call it: `("export", "json")`."""
    found: dict[tuple[str, ...], click.Command] = {above: group}
    for name, command in group.commands.items():
        found |= commands(command, *above, name) if isinstance(command, click.Group) else {(*above, name): command}
    return found


@pytest.fixture
def hotel(tmp_path: Path) -> Hotel:
    return Hotel(tmp_path / "hotel")


# Help ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_each_command_explains_itself(words: tuple[str, ...], golden: Golden) -> None:
    result = run(*words, "--help")

    assert result.exit_code == 0
    golden.check(HELP / f"{'-'.join(['amends', *words])}.txt", result.output)


def test_no_help_is_left_of_a_command_that_is_gone() -> None:
    assert {path.stem for path in HELP.iterdir()} == {"-".join(["amends", *words]) for words in commands()}


def test_the_readme_speaks_of_each_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    calls = {
        " ".join(["amends", *words]) for words, command in commands().items() if not isinstance(command, click.Group)
    }
    assert len(calls) > 6
    assert {call for call in calls if f"`{call}" not in readme} == set()


def options_of(command: click.Command) -> list[click.Parameter]:
    return command.get_params(click.Context(command))


def test_every_option_that_the_readme_and_the_printing_page_show_exists() -> None:
    known = {option for command in commands().values() for part in options_of(command) for option in part.opts}
    shown = {
        word.strip("`,|()")
        for page in ("README.md", "docs/printing.md", "docs/publishing.md")
        for line in (ROOT / page).read_text(encoding="utf-8").splitlines()
        if "amends" in line or "`--" in line
        for word in line.split()
        if word.strip("`,|()").startswith("--")
    }

    assert {"--role", "--ink-saver"} <= shown
    assert shown - known - {"--strict", "--quiet"} == set()  # those two are of MkDocs too


def test_the_version_is_told() -> None:
    assert run("--version").output == "amends 0.1.0\n"


# Exit codes ------------------------------------------------------------------------------------------------------------


def test_a_clean_sop_is_exit_code_0_and_one_line(hotel: Hotel) -> None:
    result = run("check", hotel.folder, "--today", "2026-03-01")

    assert (result.exit_code, result.output) == (0, "clean: no findings in 6 files\n")


@pytest.mark.shipped
def test_a_remark_leaves_an_sop_clean() -> None:
    result = run("check", "reference", "--today", "2026-11-21")

    assert (result.exit_code, result.output.count("info G903"), result.output.count(": error ")) == (0, 1, 0)
    assert result.output.splitlines()[-1].startswith("clean: 1 remark in ")


def test_an_error_is_exit_code_1_with_its_place_and_the_way_out(hotel: Hotel) -> None:
    hotel.replace("responsible: front-desk", "responsible: front-dest")

    result = run("check", hotel.folder, "--today", "2026-03-01")

    file = hotel.folder / "steps.yml"
    line = file.read_text(encoding="utf-8").splitlines().index("    responsible: front-dest") + 1
    assert result.exit_code == 1
    assert result.stdout.startswith(
        f"{file}:{line}:5: error R101 unknown-reference\n"
        "  steps/accept: there is no `front-dest` in `roles`\n"
        f"     {line} |     responsible: front-dest\n"
        "        |     ^\n"
        "  way out: the nearest is `front-desk`\n"
    )
    assert result.stderr == "1 error in 6 files\n"


def test_a_warning_is_exit_code_1_only_where_that_is_asked_for(hotel: Hotel) -> None:
    arguments = ["check", str(hotel.folder), "--today", "2027-01-01"]

    assert (run(*arguments).exit_code, run(*arguments, "--strict").exit_code) == (0, 1)


def test_the_last_line_counts_what_was_passed_over_and_what_the_baseline_knows(hotel: Hotel) -> None:
    arguments = ["check", str(hotel.folder), "--today", "2027-01-01"]

    draft = run(*arguments, "--profile", "draft")
    written = run(*arguments, "--write-baseline", "--strict")

    assert (draft.exit_code, draft.stdout) == (0, "clean: no findings in 6 files (1 passed over)\n")
    assert written.stderr == f"written: {hotel.folder / 'amends.baseline.json'}\n"
    assert (written.exit_code, written.stdout) == (0, "clean: no findings in 6 files (1 in the baseline)\n")


def test_to_publish_a_warning_is_an_error(hotel: Hotel) -> None:
    result = run("check", hotel.folder, "--today", "2027-01-01", "--profile", "publish")

    assert (result.exit_code, result.stdout.count(": error G901 ")) == (1, 1)


def test_on_github_every_finding_stands_in_the_summary_of_the_job(
    hotel: Hotel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(hotel.folder)

    result = run("check", "--format", "github", "--today", "2027-01-01")

    assert result.stdout.startswith("::warning file=hotel/sop.yml,line=")
    assert page.read_text(encoding="utf-8").startswith("before\n## amends check\n\n1 warning in 6 files\n\n| level |")


@pytest.mark.parametrize("command", [["build"], ["print", "all"], ["export", "json"]])
def test_a_broken_sop_is_exit_code_1_for_whoever_needs_a_whole_one(
    hotel: Hotel, command: list[str], tmp_path: Path
) -> None:
    hotel.replace("phase: settle", "phase: setle")
    output = [] if command[0] == "export" else ["-o", str(tmp_path / "output")]

    result = run(*command, hotel.folder, *output)

    assert (result.exit_code, "R101" in result.output) == (1, True)
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "nowhere"], "amends: nowhere: there is no such folder"),
        (["check", "--format", "yaml"], "'yaml' is not one of 'text', 'json', 'github', 'sarif', 'gitlab', 'junit'"),
        (["build", "nowhere"], "amends: nowhere: there is no such folder"),
        (["explain", "R10"], "amends: there is no code “R10”; the nearest is"),
        (["print", "banners"], "'banners' is not one of 'all', 'checklists', 'cards'"),
        (["check", ".", "--today", "tomorrow"], "'tomorrow' does not match the format '%Y-%m-%d'"),
        (["dance"], "No such command 'dance'"),
    ],
)
def test_wrong_usage_is_exit_code_2_and_a_message(arguments: list[str], said: str) -> None:
    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--step", "solv"], "amends: there is no step “solv”; the nearest is `solve`\n"),
        (["--step", "nope"], "amends: there is no step “nope”; known are: `accept`, `solve`, `watch`\n"),
        (["--role", "managr"], "amends: there is no role with a card “managr”; the nearest is `manager`\n"),
        (["--locale", "de"], "amends: there is no locale “de”; known are: `en`, `zh`\n"),
    ],
)
def test_print_names_the_nearest_of_what_there_is(
    hotel: Hotel, tmp_path: Path, arguments: list[str], said: str
) -> None:
    result = run("print", "all", hotel.folder, *arguments, "-o", tmp_path / "print")

    assert (result.exit_code, result.stderr) == (2, said)
    assert not (tmp_path / "print").exists()


def test_a_bug_is_exit_code_3_with_its_traceback(hotel: Hotel, monkeypatch: pytest.MonkeyPatch) -> None:
    def buggy(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(book, "editions", buggy)
    result = run("export", "json", hotel.folder)

    assert result.exit_code == 3
    assert "ZeroDivisionError: oops" in result.stderr
    assert result.stderr.endswith("amends: this is a bug in amends, not in your files; please report the lines above\n")


@pytest.mark.shipped
def test_a_pipe_that_has_read_enough_is_no_bug() -> None:
    command = f"{sys.executable} -m amends export json reference | head -n 2"

    ended = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S602
    assert (ended.stdout, ended.stderr) == ('{\n  "id": "complaint-handling",\n', "")


# What each command gives -----------------------------------------------------------------------------------------------


def test_findings_are_given_to_programs_as_json(hotel: Hotel) -> None:
    clean = run("check", hotel.folder, "--format", "json", "--today", "2026-03-01")
    assert json.loads(clean.stdout) == []

    hotel.replace("contact: office", "contact: ofice")
    findings = json.loads(run("check", hotel.folder, "--format", "json", "--today", "2026-03-01").stdout)
    assert [(finding["code"], finding["message"]) for finding in findings] == [
        ("R101", "roles/manager: there is no `ofice` in `contacts`"),
        ("R104", "contacts/office: no role and no call names this contact"),
    ]


@pytest.mark.shipped
def test_the_shipped_sop_is_found_by_its_name_wherever_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    exported = json.loads(run("export", "json", "reference").stdout)

    assert exported["id"] == "complaint-handling"
    assert len(exported["steps"]) == 15
    assert exported["frameworks"]["s001-rapid-response"]["items"]["promise"]["applied_in"]


def test_export_gives_what_the_author_wrote_in_every_language(hotel: Hotel) -> None:
    exported = json.loads(run("export", "json", hotel.folder).stdout)

    assert exported["title"] == {"en": "Complaints at the hotel", "zh": "酒店投诉处理"}
    assert '"zh": "受理投诉"' in run("export", "json", hotel.folder).stdout, "characters, not codes"


def test_print_names_each_file_that_it_has_written(hotel: Hotel, tmp_path: Path) -> None:
    output = tmp_path / "print"

    result = run("print", "all", hotel.folder, "--role", "manager", "--step", "solve", "-o", output)

    paths = [
        output / locale / name for locale in ("en", "zh") for name in ("checklists/solve.pdf", "cards/manager.pdf")
    ]
    assert result.output == "".join(f"{path}\n" for path in paths)
    assert sorted(path for path in output.rglob("*") if path.is_file()) == sorted(paths)
    assert all(path.read_bytes().startswith(b"%PDF-") for path in paths)


def test_each_option_of_print_changes_what_is_printed(hotel: Hotel, tmp_path: Path) -> None:
    def printed(*options: str) -> bytes:
        output = tmp_path / "-".join(["print", *options])
        chosen = ["--locale", "en", "--step", "watch", "--role", "manager"]
        assert run("print", "all", hotel.folder, *chosen, *options, "-o", output).exit_code == 0
        return b"".join(path.read_bytes() for path in sorted(output.rglob("*.pdf")))

    variants = [printed(), printed("--paper", "letter"), printed("--up", "1"), printed("--ink-saver")]
    assert len(set(variants)) == 4


def test_explain_tells_a_rule_by_its_code_or_its_name() -> None:
    by_code, by_name = run("explain", "p201"), run("explain", "unreachable-step")

    assert by_code.output == by_name.output
    assert by_code.output.startswith(
        "P201 unreachable-step (error)\n\nNo way from the start leads to a step of the case."
    )


@pytest.mark.parametrize("code", ["Y010", "C001", "M002", "B105", "K101", "X901", "duplicate-field"])
def test_explain_tells_a_problem_of_every_kind_with_the_way_out(code: str) -> None:
    result = run("explain", code)

    assert result.exit_code == 0
    assert re.findall(r"^(Why|Bad|Good|Way out):", result.output, re.MULTILINE) == ["Why", "Bad", "Good", "Way out"]


def test_schema_gives_the_json_schema_that_is_committed() -> None:
    folder = ROOT / "sop" / "schema"

    assert run("schema").output == (folder / "sop.schema.json").read_text(encoding="utf-8")
    assert run("schema", "--layer").output == (folder / "layer.schema.json").read_text(encoding="utf-8")


def test_progress_is_told_to_people_and_not_to_pipes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cli._say(message("building", locales="en"))
    assert capsys.readouterr() == ("", "")

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    cli._say(message("building", locales="en"))
    assert capsys.readouterr() == ("", "en: pages and PDFs ...\n")


@pytest.mark.parametrize(
    ("locale", "error", "way_out"),
    [("zh", "错误", "办法："), ("fr", "erreur", "remède\u00a0: "), ("xx", "error", "way out: ")],
)
def test_whatever_stops_a_command_is_told_in_the_language_of_the_authors(
    hotel: Hotel, locale: str, error: str, way_out: str
) -> None:
    hotel.replace("default_locale: en", f"default_locale: en\ncheck: {{locale: {locale}}}")
    hotel.replace("accountable: manager\n    within: 1 week", "accountable: managr\n    within: 1 week")

    for command in (("build",), ("print", "checklists"), ("export", "json")):
        result = run(*command, hotel.folder)
        assert result.exit_code == 1
        assert f": {error} R101 unknown-reference" in result.stdout
        assert f"\n  {way_out}" in result.stdout


def test_a_branch_is_told_in_the_language_of_its_base(hotel: Hotel) -> None:
    hotel.replace("default_locale: en", "default_locale: en\ncheck: {locale: zh}")
    branch = hotel.folder.parent / "north"
    branch.mkdir()
    (branch / "sop.yml").write_text("id: north\nextends: ../hotel\nstart: acept\n", encoding="utf-8")

    assert "错误 R101 unknown-reference" in run("build", branch).stdout


@pytest.mark.parametrize(
    ("locale", "first"),
    [
        ("zh", "花园：已在{}建立项目"),
        ("fr", "花园\u00a0: un projet sur `reference` dans {}"),
        ("en", "花园: a project over `reference` in {}"),
    ],
)
def test_a_new_project_speaks_its_own_language(tmp_path: Path, locale: str, first: str) -> None:
    result = run("init", tmp_path / "garden", "--name", "花园", "--locale", locale)

    assert result.stdout.startswith(first.format(tmp_path / "garden"))


def test_python_m_amends_is_the_same_command() -> None:
    ended = subprocess.run([sys.executable, "-m", "amends", "--help"], capture_output=True, text=True, check=True)

    assert ended.stdout.startswith("Usage: amends [OPTIONS] COMMAND [ARGS]...\n")
