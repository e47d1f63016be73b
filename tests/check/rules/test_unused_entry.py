from __future__ import annotations

from builders import FILES, PEOPLE, STEPS, TABLES, Check


def test_each_kind_of_unused_entry_is_found(check: Check) -> None:
    more = """\
phases:
  later: {title: Later}
departments:
  office: {title: Office}
contacts:
  police: {title: Police}
scripts:
  refund: {title: Refund, lines: {money: "Here is your money."}}
records:
  letter: {title: Letter, fields: {text: Text}}
roles:
  cook: {title: Cook, department: shop}
  owner-of-case: {title: Owner, kind: case, filled_by: [assistant]}
"""
    assert check("R104", more=more) == [
        ("more.yml: later: {title: Later}", "phases/later: no step belongs to this phase"),
        ("more.yml: office: {title: Office}", "departments/office: no role belongs to this department"),
        ("more.yml: police: {title: Police}", "contacts/police: no role and no call names this contact"),
        (
            'more.yml: refund: {title: Refund, lines: {money: "Here is your money."}}',
            "scripts/refund: nothing says this script",
        ),
        ("more.yml: letter: {title: Letter, fields: {text: Text}}", "records/letter: no step fills in this record"),
        ("more.yml: cook: {title: Cook, department: shop}", "roles/cook: this role has no part in anything"),
        (
            "more.yml: owner-of-case: {title: Owner, kind: case, filled_by: [assistant]}",
            "roles/owner-of-case: this role has no part in anything",
        ),
    ]


def test_a_name_in_a_text_is_a_use(check: Check) -> None:
    scripts = 'scripts:\n  refund: {title: Refund, lines: {money: "Here is your money."}}\n'
    steps = STEPS.replace('en: "Repair or replace."', 'en: "Repair, or say {{ script:refund }}."')
    assert check("R104", more=scripts, steps=steps) == []


def test_a_script_that_only_says_itself_is_not_used(check: Check) -> None:
    refund = 'refund: {title: Refund, use: "See {{ script:promise }}", lines: {money: "Money."}, settled_by: []}'
    assert [message for _, message in check("R104", more=f"scripts:\n  {refund}\n")] == [
        "scripts/refund: nothing says this script"
    ]


def test_a_settlement_that_is_carried_by_a_script_does_not_say_it(check: Check) -> None:
    more = """\
scripts:
  refund: {title: Refund, lines: {money: "Here is your money."}}
settlements:
  c01: {code: C01, title: T, positions: {a: A}, settlement: S, carried_by: [scripts/refund]}
"""
    assert [message for _, message in check("R104", more=more)] == ["scripts/refund: nothing says this script"]


def test_duties_give_a_role_a_part_and_bodies_outside_need_none(check: Check) -> None:
    people = PEOPLE.replace(
        "  manager: {",
        '  cook: {title: Cook, department: shop, duties: {soup: "Cook soup."}}\n'
        "  court: {title: Court, kind: external}\n"
        "  manager: {",
    )
    assert check("R104", people=people) == []


def test_a_kind_or_a_channel_that_changes_nothing_is_unused(check: Check) -> None:
    more = """\
kinds:
  payments: {title: Payments, short: payments, known_as: [payment-services]}
  safety: {title: Safety, short: safety}
  quality: {title: Quality, short: quality}
channels:
  letter: {title: Letter, short: by letter}
  phone: {title: Telephone, short: by telephone, owner: manager}
"""
    steps = STEPS.replace("        by: decided\n", "        by: decided\n        when: {kind: safety}\n")
    tables = TABLES.replace("    within: 8 weeks\n", "    within: 8 weeks\n    when: {kind: payment-services}\n")
    assert [message for _, message in check("R104", more=more, steps=steps, tables=tables)] == [
        "kinds/quality: no `when` and no clock names this kind",
        "channels/letter: no `when` and no clock names this channel, and it says nothing of its own",
    ]


def test_what_a_situation_names_is_used(check: Check) -> None:
    more = """\
scripts:
  refund: {title: Refund, lines: {money: "Here is your money."}}
situations:
  money: {title: Money back, go: [scripts/refund]}
"""
    assert check("R104", more=more) == []
    assert len(check("R104", more=more.replace("scripts/refund]", "steps/settle]"))) == 1


def test_a_word_that_no_text_of_an_sop_of_its_own_uses_is_found_only_if_another_is_near(check: Check) -> None:
    header = FILES["sop"]

    assert check("R104", sop=header.replace("variables:\n", "variables:\n  lawyer: {en: Ms Wu, zh: 吴律师}\n", 1)) == []
    [(_, message)] = check(
        "R104", sop=header.replace("variables:\n", "variables:\n  quite-place: {en: x, zh: 甲}\n", 1)
    )
    assert message == "no text uses `{{ quite-place }}`"
