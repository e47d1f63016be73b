"""A small but complete SOP in two locales, for tests: the complaint desk of a hotel.

Hotel(tmp_path, {"more.yml": "roles: ..."})   # files that replace or join the ones below
    .replace("Accept the complaint", "Listen")
    .edition("zh")                            # read through amends.read, like any SOP
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Self

from amends.content.place import Place
from small_sop import SmallSop

TODAY = date(2026, 3, 1)

SOP = """\
id: hotel
title: {en: "Complaints at the hotel", zh: "酒店投诉处理"}
summary: {en: "How {{ organisation }} listens.", zh: "{{ organisation }}如何倾听。"}
locales: [en, zh]
default_locale: en
start: accept
end_states:
  closed: {title: {en: "Closed", zh: "已结案"}, sources: [old-book/thank]}
organisation:
  name: {en: "Grand Hotel", zh: "大酒店"}
  site_url: https://hotel.example/complaints/
vocabulary:
  customer: {en: {one: guest, a: a guest, many: guests}, zh: 客人}
variables:
  quiet-place: {en: "the small salon", zh: "小会客室"}
document:
  number: HTL
  version: "2.1"
  owner: manager
  approver: manager
  effective: 2026-02-03
  last_review: 2026-02-01
  review_every: 6 months
  changes: {"2.1": {en: "Second issue.", zh: "第二版。"}}
"""

STEPS = """\
phases:
  receive: {title: {en: "Receive", zh: "受理"}, summary: {en: "We listen.", zh: "我们倾听。"}}
  settle: {title: {en: "Settle", zh: "解决"}}
steps:
  watch:
    code: W00
    title: {en: "Watch the ratings", zh: "关注评价"}
    purpose: {en: "Hear what nobody told us.", zh: "听见没有说出口的话。"}
    phase: receive
    standing: true
    responsible: manager
    accountable: manager
    within: 1 week
    actions:
      read: {do: {en: "Read the new ratings.", zh: "阅读新的评价。"}}
  accept:
    code: W01
    title: {en: "Accept the complaint", zh: "受理投诉"}
    purpose: {en: "The {{ customer }} is heard.", zh: "让{{ customer }}被倾听。"}
    phase: receive
    conversation: true
    responsible: front-desk
    accountable: manager
    informed: [manager]
    sets: received
    within: {high: at once, low: 2 business days}
    actions:
      greet:
        do: {en: "Lead the {{ customer }} to {{ quiet-place }}.", zh: "请{{ customer }}到{{ quiet-place }}。"}
        say: [welcome]
        sources: [old-book/listen]
      note:
        do: {en: "**Write down** what is said.", zh: "**记下**所说的话。"}
        hint: {en: "Use *their* words.", zh: "用*对方*的话。"}
        when: {severity: [high]}
        by: manager
        records: [form]
    decisions:
      kind:
        question: {en: "Is it a complaint?", zh: "是投诉吗？"}
        outcomes:
          praise: {label: {en: "No, praise", zh: "不是，是表扬"}, do: {en: "Say thanks.", zh: "致谢。"}, next: end/closed}
          real: {label: {en: "Yes", zh: "是"}, inform: [manager], say: [sorry], hand_to: case-owner}
    tips:
      calm: {en: "Stay calm.", zh: "保持冷静。"}
    avoid:
      argue: {text: {en: "Argue.", zh: "争辩。"}, instead: {en: "Listen to the end.", zh: "听到最后。"}, say: [sorry], added: true}
  solve:
    code: W02
    title: {en: "Solve it", zh: "解决问题"}
    purpose: {en: "It is put right.", zh: "问题得到解决。"}
    phase: settle
    responsible: case-owner
    accountable: manager
    consulted: [insurer]
    from: received
    within: 3 calendar days
    limits:
      news:
        title: {en: "News to the {{ customer }}", zh: "向{{ customer }}反馈"}
        from: received
        within: {high: 1 hour, low: 1 hour}
        kind: every
        extend: {low: 4 hours}
    actions:
      offer: {do: {en: "Offer a remedy.", zh: "提出方案。"}, when: {outcome: happy/again}}
    decisions:
      happy:
        question: {en: "Is the {{ customer }} content?", zh: "{{ customer }}满意吗？"}
        outcomes:
          content: {label: {en: "Yes", zh: "满意"}, next: end/closed}
          again: {label: {en: "Not yet", zh: "还不满意"}, next: accept, at_most: {times: 2, then: end/closed}}
    scripts: [sorry]
    records: [form]
    settled_by: [c1]
    sources: [old-book]
"""

PEOPLE = """\
departments:
  reception: {title: {en: "Reception", zh: "前台"}, colour: teal}
  office: {title: {en: "Office", zh: "办公室"}, colour: violet}
roles:
  front-desk:
    title: {en: "Front desk", zh: "前台接待"}
    code: R1
    department: reception
    summary: {en: "The first to listen.", zh: "最先倾听的人。"}
    duties: {smile: {en: "Smile.", zh: "微笑。"}}
    may: {coffee: {en: "Offer a coffee.", zh: "送一杯咖啡。"}}
    never: {blame: {en: "Blame a colleague.", zh: "责怪同事。"}}
    calls:
      fire: {when: {en: "Fire", zh: "起火"}, contact: porter}
      anger: {when: {en: "Anger", zh: "客人发怒"}, role: manager}
  manager:
    title: {en: "Manager", zh: "经理"}
    department: office
    contact: office
  case-owner:
    title: {en: "Case owner", zh: "承办人"}
    kind: case
    filled_by: [front-desk, manager]
    duties: {promise: {en: "Keep every promise.", zh: "说到做到。"}}
  insurer:
    title: {en: "Insurer", zh: "保险公司"}
    kind: external
contacts:
  porter: {title: {en: "Porter", zh: "门房"}, phone: "9"}
  office: {title: {en: "Office", zh: "办公室"}, phone: "100", email: office@hotel.example}
"""

WORDS = """\
scripts:
  welcome:
    code: S1
    title: {en: "Welcome", zh: "迎接"}
    use: {en: "At the desk.", zh: "在前台。"}
    mode: sequence
    slots: {name: {en: "name of the guest", zh: "客人姓名"}}
    lines:
      first: {en: "Good day, [name].", zh: "您好，[name]。"}
      second: {en: "I am listening.", zh: "请讲。"}
  sorry:
    code: S2
    title: {en: "Regret", zh: "致歉"}
    mode: alternatives
    lines:
      short: {text: {en: "I am sorry.", zh: "非常抱歉。"}, sources: [old-book/thank]}
wording:
  calm-down:
    never: {phrase: {en: "Relax, please.", zh: "别急。"}}
    instead: [sorry]
    sources: [old-book/listen]
customer_types:
  shouting:
    title: {en: "Shouting", zh: "大声喊叫"}
    recognise: {loud: {en: "A loud voice.", zh: "声音很大。"}}
    do: {wait: {en: "Let them finish.", zh: "让对方说完。"}}
    say: [sorry]
    escalate_to: manager
pause_points:
  before-speak:
    title: {en: "Before you speak", zh: "开口之前"}
    summary: {en: "Words cannot be taken back.", zh: "话说出口就收不回。"}
    steps: [accept]
    items:
      hear: {do: {en: "Let the {{ customer }} finish.", zh: "让{{ customer }}说完。"}, covers: [steps/accept/actions/greet]}
      fault: {do: {en: "Say nothing of fault.", zh: "不提谁对谁错。"}, hint: {en: "Not yet.", zh: "为时尚早。"}, added: true}
situations:
  loud:
    title: {en: "A {{ customer }} shouts", zh: "{{ customer }}大声嚷嚷"}
    also: {en: "angry, furious", zh: "生气、发火"}
    go: [customer_types/shouting, steps/solve/actions/offer, escalations/fire]
glossary:
  complaint: {term: {en: "complaint", zh: "投诉"}, meaning: {en: "Displeasure that asks for an answer.", zh: "希望得到答复的不满。"}}
"""

TABLES = """\
severities:
  high: {title: {en: "High", zh: "高"}, short: {en: "HI", zh: "高"}, triggers: {hurt: {en: "Somebody is hurt.", zh: "有人受伤。"}}}
  low: {title: {en: "Low", zh: "低"}, short: {en: "LO", zh: "低"}, triggers: {rest: {en: "Anything else.", zh: "其他。"}}}
authority:
  l1: {code: L1, roles: [front-desk], limit: {amount: 2000, currency: CNY}, severities: [low]}
  l2: {code: L2, roles: [manager], limit: unlimited, sources: [old-book/thank]}
escalations:
  fire: {when: {en: "There is a fire.", zh: "起火。"}, to: manager, within: at once, next: solve}
routing:
  room: {about: {en: "The room", zh: "客房"}, to: front-desk, support: [manager]}
records:
  form:
    title: {en: "Complaint form", zh: "投诉表"}
    code: F1
    fields:
      what: {title: {en: "What happened", zh: "经过"}, kind: text, sources: [old-book/listen]}
      how: {title: {en: "How it came", zh: "来源"}, kind: choice, choices: {desk: {en: "Desk", zh: "前台"}}}
controls:
  spot: {title: {en: "Spot check", zh: "抽查"}, what: {en: "Read ten forms.", zh: "抽阅十份。"}, by: manager, every: 1 month}
metrics:
  ppm:
    title: {en: "Complaints per million", zh: "百万投诉率"}
    family: quality
    meaning: {en: "How many nights end in a complaint.", zh: "多少间夜以投诉告终。"}
    unit: ppm
    formula: complaints / nights * 1000000
    variables: {complaints: {en: "complaints", zh: "投诉数"}, nights: {en: "nights", zh: "间夜数"}}
    examples:
      march: {title: {en: "March", zh: "三月"}, values: {complaints: 7, nights: 350000}}
"""

BACKGROUND = """\
principles:
  kind: {title: {en: "Kindness", zh: "友善"}, text: {en: "Be kind.", zh: "待人友善。"}, sources: [old-book/listen]}
source_documents:
  book: {title: {en: "The old book", zh: "旧书"}, code: B}
frameworks:
  old-book:
    title: {en: "Three rules {{ here }}", zh: "三条规则"}
    kind: principles
    document: book
    place: {en: "Page 1", zh: "第1页"}
    at: "1"
    items:
      listen:
        title: {en: "Listen", zh: "倾听"}
        text: {en: "Listen *first*.", zh: "先倾听。"}
      thank:
        text: {en: "Thank the guest.", zh: "感谢客人。"}
      never:
        text: {en: "Never shout.", zh: "不要大喊。"}
        under: listen
        polarity: avoid
        not_applied: {en: "Nobody here shouts.", zh: "这里没有人大喊。"}
settlements:
  c1:
    code: C1
    title: {en: "Fast or thorough", zh: "快还是细"}
    positions: {fast: {text: {en: "Be fast.", zh: "要快。"}, sources: [old-book/thank]}}
    settlement: {en: "Fast first.", zh: "先快。"}
    carried_by: [steps/solve]
"""

FILES: Mapping[str, str] = {
    "sop.yml": SOP,
    "steps.yml": STEPS,
    "people.yml": PEOPLE,
    "words.yml": WORDS,
    "tables.yml": TABLES,
    "background.yml": BACKGROUND,
}

LETTERS = """\
letters:
  thanks:
    code: T1
    kind: acknowledgement
    title: {en: "Letter of thanks", zh: "感谢信"}
    use: {en: "The same day.", zh: "当天发出。"}
    by: manager
    subject: {en: "Your stay", zh: "您的入住"}
    greeting: {en: "Dear [name]", zh: "尊敬的[name]："}
    paragraphs:
      thanks: {en: "Thank you for telling us.", zh: "谢谢您告诉我们。"}
      praise: {text: {en: "We pass your praise on.", zh: "您的表扬我们会转达。"}, when: {outcome: steps/accept/decisions/kind/outcomes/praise}}
      call:
        text: {en: "[name], you may **call** the {{ role:manager }}.", zh: "[name]，您可以**联系**{{ role:manager }}。"}
        when: {severity: high}
        use: {en: "if the telephone works", zh: "电话畅通时"}
        sources: [old-book/listen]
    closing: {regards: {en: "Yours sincerely", zh: "此致"}, house: {en: "{{ organisation }}", zh: "{{ organisation }}"}}
    slots: {name: {en: "name of the {{ customer }}", zh: "{{ customer }}姓名"}}
policy:
  how-long:
    title: {en: "How long it takes", zh: "多久有结果"}
    text: {en: "We hurry.", zh: "我们抓紧办。"}
    points: {desk: {en: "Any desk will do.", zh: "哪个柜台都行。"}}
    times:
      news: {says: {en: "You hear from us", zh: "向您反馈"}, limit: steps/solve/limits/news}
      heard: {says: {en: "You have been heard", zh: "听取您的意见"}, limit: steps/accept}
    contacts: [office]
"""
"""What the hotel writes; `Hotel.with_letters` has it."""

BRANCH: Mapping[str, str] = {
    "sop.yml": """\
id: branch
extends: ../hotel
use_clocks: [uk-fca-disp]
organisation: {name: {en: "Branch", zh: "分店"}, installable: true}
document: {version: "2.1-b"}
""",
    "changes.yml": """\
steps:
  accept:
    within: {high: at once, low: 1 business day}
    actions:
      note: {hint: {en: "Use their own words.", zh: "用对方的原话。"}}
      tea: {after: greet, do: {en: "Bring tea.", zh: "奉茶。"}, by: case-owner, added: true}
    tips: {calm: null}
  confirm:
    through: solve
    code: W03
    title: {en: "Confirm by letter", zh: "书面确认"}
    purpose: {en: "The {{ customer }} can read it.", zh: "让{{ customer }}有据可查。"}
    phase: settle
    responsible: manager
    accountable: manager
    from: received
    sets: acknowledged
    within: 5 business days
    actions:
      send: {do: {en: "Send the letter.", zh: "寄出信函。"}, records: [form, stay]}
  tell:
    alongside: confirm
    code: W04
    title: {en: "Tell the house", zh: "告知各班"}
    purpose: {en: "Nobody asks the {{ customer }} twice.", zh: "不让{{ customer }}重复说明。"}
    phase: settle
    responsible: front-desk
    accountable: manager
    actions:
      shift: {do: {en: "Tell the next shift.", zh: "告知下一班。"}, by: case-owner}
    decisions:
      read:
        question: {en: "Have all read it?", zh: "都看过了吗？"}
        outcomes:
          "yes": {label: {en: "Yes", zh: "是"}}
          "no": {label: {en: "Not yet", zh: "还没有"}, stay: true}
    limits:
      again: {title: {en: "Ask again", zh: "再问一次"}, within: 1 business day, kind: every}
  solve:
    consulted: {add: [front-desk], remove: [insurer]}
    limits:
      answer:
        title: {en: "The final answer", zh: "最终答复"}
        from: received
        by: decided
        within: 10 business days
        extend: 15 business days
records:
  stay:
    title: {en: "Stay of the {{ customer }}", zh: "{{ customer }}入住情况"}
    code: F2
    confidential: true
    fields:
      nights: {title: {en: "Nights", zh: "间夜"}, kind: number, unit: {en: "nights", zh: "晚"}, required: true}
      bill: {title: {en: "Bill", zh: "账单"}, kind: money, unit: {en: GBP, zh: 英镑}}
      wishes:
        title: {en: "Would like", zh: "希望"}
        kind: several
        choices: {tea: {en: "Tea", zh: "茶"}, quiet: {en: "A quiet room", zh: "安静的房间"}}
        required: true
      came: {title: {en: "Complained on", zh: "投诉日期"}, kind: date, from_case: received}
      rang: {title: {en: "Rang at", zh: "来电时间"}, kind: time}
      guests: {title: {en: "Guests", zh: "同住人"}, kind: list}
      told: {title: {en: "Told what we keep", zh: "已告知保存内容"}, kind: tick}
      signed: {title: {en: "Signature", zh: "签名"}, kind: signature}
tables:
  shifts:
    title: {en: "Who is on duty", zh: "值班表"}
    summary: {en: "For every {{ customer }} who calls at night.", zh: "{{ customer }}夜间来电时查用。"}
    columns:
      shift: {en: "Shift", zh: "班次"}
      desk: {title: {en: "At the desk", zh: "前台"}, note: {en: "Ask the manager for changes.", zh: "调班请找经理。"}}
    rows:
      day: {shift: {en: "Day", zh: "白班"}, desk: {en: "{{ role:front-desk }}", zh: "{{ role:front-desk }}"}}
      night: {shift: {en: "Night", zh: "夜班"}}
roles:
  manager: {never: {promise: {en: "Promise a refund by telephone.", zh: "在电话里承诺退款。"}}}
contacts:
  porter: {title: {en: "Night porter"}, phone: "7"}
""",
}
"""A layer over the small SOP, with a change of each kind and with legal clocks."""


class Hotel(SmallSop):
    """The SOP on disk; `files` replace or join those above."""

    def __init__(self, folder: Path, files: Mapping[str, str] | None = None) -> None:
        super().__init__(folder, {**FILES, **(files or {})}, TODAY)

    def with_letters(self) -> Self:
        """The same SOP with a letter, which its first step sends, and with a policy."""
        self.write({"letters.yml": LETTERS})
        return self.replace(
            "        by: manager\n        records: [form]\n",
            "        by: manager\n        letters: [thanks]\n        records: [form]\n",
        )

    def branch(self) -> Place:
        """A layer over this hotel, in a folder beside it."""
        return SmallSop(self.folder.parent / "branch", BRANCH, TODAY).place
