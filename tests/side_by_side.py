"""The small SOP with a step that runs beside another one."""

from __future__ import annotations

from builders import STEPS

CALL = """\
  call:
    title: {en: "Call back", zh: "回电"}
    purpose: {en: "Nobody waits for news.", zh: "不让人干等消息。"}
    phase: case
    alongside: verify
    responsible: manager
    accountable: manager
    actions: {ring: {do: {en: "Ring up.", zh: "打电话。"}}}
"""
LONG = 'unclear: {label: {en: "Not clear", zh: "不清楚"}, next: accept, at_most: {times: 1, then: settle}}'
TOGETHER = STEPS.replace("  settle:\n", f"{CALL}  settle:\n", 1).replace(
    LONG, 'unclear: {label: {en: "Not clear", zh: "不清楚"}}'
)
