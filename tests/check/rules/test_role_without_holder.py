from __future__ import annotations

from builders import Check


def test_a_role_of_a_case_without_people_is_found(check: Check) -> None:
    owner = "owner: {title: Case owner, kind: case}"
    assert check("O301", more=f"roles:\n  {owner}\n") == [
        (f"more.yml: {owner}", "roles/owner: this role of a case is filled by nobody")
    ]


def test_only_people_can_fill_a_role(check: Check) -> None:
    roles = """\
roles:
  police: {title: Police, kind: external}
  deputy: {title: Deputy, kind: case, filled_by: [assistant]}
  owner:
    title: Case owner
    kind: case
    filled_by:
      - manager
      - police
      - deputy
"""
    assert check("O301", more=roles) == [
        ("more.yml: - police", "roles/owner: `police` cannot fill a role: its kind is `external`, not `person`"),
        ("more.yml: - deputy", "roles/owner: `deputy` cannot fill a role: its kind is `case`, not `person`"),
    ]


def test_an_unknown_holder_is_told_by_another_rule_alone(check: Check) -> None:
    roles = "roles:\n  owner: {title: Case owner, kind: case, filled_by: [asistant]}\n"
    assert check("O301", more=roles) == []
    assert len(check("R101", more=roles)) == 1


def test_people_and_bodies_outside_need_no_holder(check: Check) -> None:
    assert check("O301", more="roles:\n  police: {title: Police, kind: external}\n") == []
