"""Findings -> JUnit XML, which every CI service shows as tests that failed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from amends.finding import Finding

_WHOLE = "amends check"
_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(findings: Sequence[Finding], fails: Callable[[Finding], bool], path_of: Callable[[str], str]) -> str:
    """A suite for each file with a case for each finding; a finding that fails nothing is a case that was skipped.

    Without findings there is one case, which passed: many services take a report without any for a broken one.
    """
    counts = _counts(findings, fails)
    del counts["skipped"]  # Jenkins knows this count of a suite, and refuses it at the head
    root = ET.Element("testsuites", {"name": _WHOLE, **counts})
    groups = [(path_of(file), list(found)) for file, found in groupby(findings, key=lambda it: it.location.file)]
    for path, found in groups or [(_WHOLE, [])]:
        suite = ET.SubElement(root, "testsuite", {"name": _text(path), **_counts(found, fails)})
        for finding in found:
            _add_case(suite, path, finding, is_failure=fails(finding))
        if not found:
            ET.SubElement(suite, "testcase", classname="amends", name="no findings")
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True)


def _counts(found: Sequence[Finding], fails: Callable[[Finding], bool]) -> dict[str, str]:
    failed = sum(map(fails, found))
    counts = {"tests": len(found) or 1, "failures": failed, "errors": 0, "skipped": len(found) - failed}
    return {name: str(count) for name, count in counts.items()}


def _add_case(suite: ET.Element, path: str, finding: Finding, *, is_failure: bool) -> None:
    at = finding.location
    place = f"line {at.line}" if at.line else "whole file"
    name = f"{finding.code} {finding.name}, {place}: {finding.message}"
    case = ET.SubElement(suite, "testcase", classname=_text(path), name=_text(name))
    if is_failure:
        failure = ET.SubElement(case, "failure", message=_text(finding.message), type=finding.code)
        failure.text = _text(f"{path}:{at.line}:{at.column}\n{finding.message}\nway out: {finding.hint}")
    else:
        ET.SubElement(case, "skipped", message=_text(f"{finding.level}: {finding.message}; {finding.hint}"))


def _text(text: str) -> str:
    """The text without characters that no XML may hold."""
    return _NOT_IN_XML.sub("\ufffd", text)
