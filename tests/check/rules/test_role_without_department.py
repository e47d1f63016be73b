from __future__ import annotations

from builders import Check


def test_a_person_without_a_department_is_found(check: Check) -> None:
    assert check("O302", more="roles:\n  cook: {title: Cook}\n") == [
        ("more.yml: cook: {title: Cook}", "roles/cook: this role belongs to no department")
    ]


def test_parts_in_a_case_and_bodies_outside_belong_to_none(check: Check) -> None:
    roles = """\
roles:
  owner: {title: Case owner, kind: case, filled_by: [assistant]}
  police: {title: Police, kind: external}
"""
    assert check("O302", more=roles) == []
