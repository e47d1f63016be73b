"""The model -> findings: runs the rules, and makes a finding of each issue."""

from __future__ import annotations

from amends.check.registry import RULES
from amends.check.rule import Issue, Rule, Subject
from amends.finding import Finding
from amends.model.sop import COLLECTIONS
from amends.model.validate import Locate


def findings_for(subject: Subject, locate: Locate, *, errors_only: bool = False) -> list[Finding]:
    """All findings of the rules, or the errors alone. Rules that need every entry wait until none is broken."""
    rules = [
        rule for rule in RULES if not (rule.needs_all and subject.broken) and (rule.level == "error" or not errors_only)
    ]
    return [_stamped(rule, issue, locate) for rule in rules for issue in rule.check(subject)]


def _stamped(rule: Rule, issue: Issue, locate: Locate) -> Finding:
    is_entry = len(issue.path) > 1 and issue.path[0] in COLLECTIONS
    where = f"{issue.path[0]}/{issue.path[1]}: " if is_entry else ""
    return rule.finding(where + issue.message, issue.hint, locate(issue.path))
