"""A small complete SOP without findings, which tests change; and the findings after the change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

from amends.finding import Finding
from small_sop import SmallSop

TODAY = date(2026, 6, 1)

HEADER = """\
id: corner-shop
title: {en: "Complaints at the corner shop", zh: "街角小店投诉处理"}
locales: [en, zh]
default_locale: en
start: accept
end_states:
  settled: {title: {en: "Settled", zh: "已解决"}}
  refused: {title: {en: "Refused", zh: "不予支持"}}
organisation:
  name: {en: "Corner Shop", zh: "街角小店"}
  site_url: "https://shop.example/handbook/"
variables:
  quiet-place: {en: "the back room", zh: "里间"}
vocabulary:
  customer:
    en: {one: customer, a: a customer, many: customers}
    zh: 顾客
document:
  number: SOP-1
  version: "1.0"
  owner: manager
  approver: manager
  effective: 2026-01-01
  last_review: 2026-01-01
  review_every: 1 year
"""

STEPS = """\
steps:
  accept:
    title: {en: "Accept the complaint", zh: "受理投诉"}
    purpose: {en: "No {{ customer }} is sent away.", zh: "不拒绝任何{{ customer }}。"}
    phase: case
    responsible: assistant
    accountable: manager
    within: 1 hour
    sets: received
    actions:
      listen:
        do:
          en: Hear the {{ customer }} out, in {{ quiet-place }}.
          zh: 请{{ customer }}到{{ quiet-place }}，耐心倾听。
        sources: [manual-rules/listen]
      promise: {do: {en: "Say when you will call.", zh: "告知回电时间。"}, say: [promise]}
    records: [log]
  verify:
    title: {en: "Verify the facts", zh: "核实情况"}
    purpose: {en: "Nobody judges before the facts are known.", zh: "事实未明，不作判断。"}
    phase: case
    responsible: assistant
    accountable: manager
    limits:
      answer:
        title: {en: "An answer", zh: "答复"}
        from: received
        by: decided
        within: {p1: 2 business days, p2: 5 business days}
        extend: {p2: 10 business days}
    actions:
      look: {do: {en: "Look at the goods.", zh: "查看商品。"}}
      photos: {do: {en: "Take photos.", zh: "拍照。"}, when: {outcome: grounds/unclear}}
    decisions:
      grounds:
        question: {en: "Is the complaint right?", zh: "投诉成立吗？"}
        outcomes:
          right: {label: {en: "Yes", zh: "成立"}}
          wrong: {label: {en: "No", zh: "不成立"}, next: end/refused}
          unclear: {label: {en: "Not clear", zh: "不清楚"}, next: accept, at_most: {times: 1, then: settle}}
  settle:
    title: {en: "Settle it", zh: "解决问题"}
    purpose: {en: "What {{ step:verify }} has shown is put right.", zh: "“{{ step:verify }}”中查实的问题得到解决。"}
    phase: case
    responsible: assistant
    accountable: manager
    actions:
      repair: {do: {en: "Repair or replace.", zh: "修理或更换。"}}
    next: end/settled
  review:
    title: {en: "Review the cases", zh: "回顾投诉"}
    purpose: {en: "The same thing does not happen twice.", zh: "同样的事不再发生。"}
    phase: case
    standing: true
    responsible: manager
    accountable: manager
    within: 1 month
    actions:
      read: {do: {en: "Read the log.", zh: "查阅登记簿。"}, records: [log]}
"""

PEOPLE = """\
departments:
  shop: {title: {en: "Shop", zh: "门店"}, colour: teal}
roles:
  assistant: {title: {en: "Assistant", zh: "店员"}, department: shop, contact: counter}
  manager: {title: {en: "Manager", zh: "店长"}, department: shop}
contacts:
  counter: {title: {en: "Counter", zh: "柜台"}, phone: "ext. 1"}
"""

WORDS = """\
scripts:
  promise:
    title: {en: "Promise", zh: "承诺"}
    lines:
      call: {en: "I will look now, and call you by [time].", zh: "我马上去看，[time]前给您回电话。"}
    slots:
      time: {en: "time", zh: "时间"}
wording:
  waiting:
    never:
      wait: {en: "“Please wait a moment.”", zh: "“请稍等。”"}
    instead: [promise]
"""

TABLES = """\
phases:
  case: {title: {en: "The case", zh: "个案"}}
severities:
  p1:
    short: {en: P1, zh: 一级}
    title: {en: "Grave", zh: "重大"}
    triggers: {hurt: {en: "Somebody is hurt.", zh: "有人受伤。"}}
  p2:
    short: {en: P2, zh: 二级}
    title: {en: "Ordinary", zh: "一般"}
    triggers: {other: {en: "Anything else.", zh: "其他。"}}
records:
  log: {title: {en: "Log", zh: "登记簿"}, fields: {what: {en: "What happened", zh: "经过"}}}
metrics:
  on-time:
    title: {en: "On time", zh: "按时率"}
    family: speed
    meaning: {en: "How many calls were made in time.", zh: "按时回电的比例。"}
    unit: percent
    formula: punctual / all * 100
    variables: {punctual: {en: "calls in time", zh: "按时回电数"}, all: {en: "all calls", zh: "回电总数"}}
    examples: {may: {values: {punctual: "19", all: "20"}}}
clocks:
  final-response:
    title: {en: "Final response", zh: "最终答复"}
    jurisdiction: {en: "Anywhere", zh: "各地"}
    applies: {en: "Shops", zh: "商店"}
    requires: {en: "The answer is sent.", zh: "答复已发出。"}
    from: received
    by: decided
    within: 8 weeks
    severity: must
    source: {title: {en: "The law", zh: "法律"}, section: {en: "Section 1", zh: "第一条"}}
    as_of: 2026-01-01
    recheck_by: 2030-01-01
    verified: true
"""

SOURCES = """\
source_documents:
  manual: {title: {en: "The old manual", zh: "旧手册"}}
frameworks:
  manual-rules:
    title: {en: "The rule", zh: "规则"}
    kind: principles
    document: manual
    place: {en: "Page 1", zh: "第1页"}
    at: "1"
    items:
      listen: {text: {en: "Hear people out.", zh: "耐心倾听。"}}
"""

FILES = {
    "sop": HEADER,
    "steps": STEPS,
    "people": PEOPLE,
    "words": WORDS,
    "tables": TABLES,
    "sources": SOURCES,
}
"""The files of the small SOP by the first part of their names: `sop.yml`, `steps.yml`, ..."""


class Found(NamedTuple):
    """A finding as a test expects it: its code, the line of the file, and the message."""

    code: str
    place: str
    message: str


class Check(Protocol):
    """Runs one rule by its code: `check("P204", steps=...)` gives the (place, message) of each of its findings."""

    def __call__(self, code: str, *, today: date = TODAY, **files: str) -> list[tuple[str, str]]: ...


def corner_shop(folder: Path, files: Mapping[str, str] = FILES, today: date = TODAY) -> SmallSop:
    """The small SOP, written to disk from these files."""
    return SmallSop(folder, {f"{name}.yml": text for name, text in files.items()}, today)


def check_files(folder: Path, files: Mapping[str, str], today: date = TODAY) -> list[Found]:
    """The findings of an SOP with these files; each has the text of its line instead of the line number."""
    findings = corner_shop(folder, files, today).reading().findings
    return [Found(finding.code, _place(finding), finding.message) for finding in findings]


def _place(finding: Finding) -> str:
    file = Path(finding.location.file)
    if not finding.location.line:
        return file.name
    line = file.read_text(encoding="utf-8").splitlines()[finding.location.line - 1]
    return f"{file.name}: {line.strip()}"
