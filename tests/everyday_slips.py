"""What people who are no programmers write by mistake, each in the small SOP: the commonest slips, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from builders import FILES, corner_shop

Make = Callable[[Path], object]


@dataclass(frozen=True)
class Slip:
    """A slip by its name, which says what somebody did."""

    name: str
    make: Make


def changed(file: str, old: str, new: str) -> Make:
    """One place of a file that reads otherwise."""

    def make(folder: Path) -> None:
        text = FILES[file]
        assert text.count(old) == 1, f"{old!r} in {file}.yml: {text.count(old)}"
        (folder / f"{file}.yml").write_bytes(text.replace(old, new).encode("utf-8", "surrogatepass"))

    return make


def added(file: str, text: str) -> Make:
    """More at the end of a file."""
    return lambda folder: (folder / f"{file}.yml").write_text(FILES[file] + text, encoding="utf-8")


def file(name: str, source: str | bytes) -> Make:
    """One more file, or another one in the place of one."""
    return lambda folder: (folder / name).write_bytes(source if isinstance(source, bytes) else source.encode())


def renamed(old: str, new: str) -> Make:
    """A file with another name."""
    return lambda folder: (folder / old).rename(folder / new)


def house(text: str, header: str = "id: house\nextends: group\n") -> Make:
    """A layer over the small SOP."""

    def make(folder: Path) -> None:
        for path in folder.glob("*.yml"):
            path.unlink()
        corner_shop(folder / "group")
        (folder / "group").rename(folder.parent / "group")
        (folder / "sop.yml").write_text(header.replace("extends: group", "extends: ../group"), encoding="utf-8")
        (folder / "own.yml").write_text(text, encoding="utf-8")

    return make


OWN = "roles: {assistant: {code: A1}}\n"


def house_of(name: str, more: str, **files: str | bytes) -> Make:
    """A layer whose organisation is told in more than its name, with files beside it."""

    def make(folder: Path) -> None:
        house(OWN, f"id: house\nextends: group\norganisation:\n  name: {{en: House, zh: 本店}}\n  {name}: {more}\n")(
            folder
        )
        for file_name, source in files.items():
            path = folder / file_name.replace("_", ".")
            path.write_bytes(source if isinstance(source, bytes) else source.encode())

    return make


def house_with(more: str) -> Make:
    """A layer with more in its sop.yml."""
    return house(OWN, f"id: house\nextends: group\n{more}")


SCRIPT = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><script/></svg>'
VAN = "  van: {title: {en: Van, zh: 送货车}, phone: '2'}\n"
SORRY = "  sorry:\n    title: {en: Sorry, zh: 致歉}\n    lines:\n      say: {en: TEXT_EN, zh: TEXT_ZH}\n"


def said(english: str, chinese: str) -> Make:
    """A script that somebody is to say while the complaint is taken up."""

    def make(folder: Path) -> None:
        steps = FILES["steps"].replace("say: [promise]", "say: [promise, sorry]")
        steps = steps.replace(
            "    phase: case\n    responsible: assistant\n    accountable: manager\n    limits:",
            "    phase: case\n    responsible: assistant\n    accountable: manager\n    sets: found\n    limits:",
        )
        (folder / "steps.yml").write_text(steps, encoding="utf-8")
        script = SORRY.replace("TEXT_EN", f'"{english}"').replace("TEXT_ZH", f'"{chinese}"')
        words = FILES["words"].replace("wording:", script + "wording:")
        (folder / "words.yml").write_text(words, encoding="utf-8")

    return make


PURPOSE = 'purpose: {en: "No {{ customer }} is sent away.", zh: "不拒绝任何{{ customer }}。"}'
CALL = 'call: {en: "I will look now, and call you by [time].", zh: "我马上去看，[time]前给您回电话。"}'

SLIPS = (
    # Signs that look right
    Slip("a full-width colon after a field", changed("steps", PURPOSE, PURPOSE.replace("purpose: ", "purpose："))),
    Slip("curly quotes around a value", changed("people", '"Counter"', "“Counter”")),
    Slip("curly quotes around a text with a comma", changed("people", '"Counter"', "“Counter, left”")),
    Slip("a no-break space after a colon", changed("steps", "sets: received", "sets:\u00a0received")),
    Slip("a no-break space as indent", changed("steps", "    sets: received", "\u00a0\u00a0\u00a0 sets: received")),
    Slip("a zero-width space in a text", changed("people", "Counter", "Coun\u200bter")),
    Slip("a soft hyphen in an id", changed("people", "  counter: {", "  coun\u00adter: {")),
    Slip("single braces around a placeholder", changed("steps", "{{ step:verify }} has", "{step:verify} has")),
    Slip("an amount with a comma between brackets", changed("tables", 'punctual: "19"', "punctual: 1,900")),
    Slip("the quote of a foreign keyboard", changed("people", '"Counter"', "«Counter»")),
    # Signs that YAML takes
    Slip(
        "a number sign in a text",
        changed("steps", 'do: {en: "Take photos.", zh: "拍照。"}', "do: Take photos of card # 3"),
    ),
    Slip("a path in double quotes", changed("people", 'phone: "ext. 1"', 'phone: "D:\\new\\temp"')),
    Slip("a colon in a text without quotes", changed("people", 'phone: "ext. 1"}', "note: Open: 9 to 5}")),
    Slip(
        "a colon in a title of its own line",
        added("people", "  van:\n    title: Van: north\n    phone: '2'\n"),
    ),
    Slip("a text that begins with stars", added("people", "  van:\n    title: **Van**\n    phone: '2'\n")),
    Slip(
        "a placeholder at the begin without quotes",
        added("people", "  van:\n    title: {{ customer }} van\n    phone: '2'\n"),
    ),
    Slip("a text that begins with an at sign", added("people", "  van:\n    title: Van\n    phone: @van\n")),
    Slip("a text that begins with a percent sign", added("people", "  van:\n    title: %van\n    phone: '2'\n")),
    Slip("quotes inside quotes", added("people", '  van:\n    title: "The "big" van"\n    phone: \'2\'\n')),
    Slip("no space after a colon", changed("steps", "    sets: received", "    sets:received")),
    Slip(
        "no space after a dash", changed("steps", "    records: [log]\n  verify", "    records:\n      -log\n  verify")
    ),
    Slip(
        "bullets of a word processor",
        changed("steps", "    records: [log]\n  verify", "    records:\n      • log\n  verify"),
    ),
    Slip(
        "a bracket that is not closed", changed("steps", "    records: [log]\n  verify", "    records: [log\n  verify")
    ),
    Slip("a quote that is not closed", changed("people", '"Manager"', '"Manager')),
    Slip(
        "a comma in a text without quotes, between braces",
        changed("people", 'counter: {title: {en: "Counter"', "counter: {title: {en: Counter, left of the door"),
    ),
    Slip(
        "the forms of a word without their language",
        changed("sop", "    en: {one: customer, a: a customer, many: customers}\n    zh: 顾客", "    a: a guest"),
    ),
    Slip("a list without commas", changed("steps", "say: [promise]", "say: [promise sorry]")),
    # Indentation
    Slip("a TAB", changed("steps", "    sets: received", "\tsets: received")),
    Slip("one space too many", changed("steps", "    sets: received", "     sets: received")),
    Slip("one space too few", changed("steps", "    sets: received", "   sets: received")),
    Slip("a child at the level of its parent", changed("people", "  counter: {", "counter: {")),
    Slip(
        "a collection at the level of an entry", changed("people", "contacts:\n  counter", "  contacts:\n    counter")
    ),
    # Files
    Slip("a file with a hidden second ending", renamed("people.yml", "people.yml.txt")),
    Slip("a backup beside the file", file("steps.yml.bak", FILES["steps"])),
    Slip("a copy beside the file", file("steps - Copy.yml", FILES["steps"])),
    Slip("sop.yml in capitals", renamed("sop.yml", "SOP.yml")),
    Slip("sop.yml.txt", renamed("sop.yml", "sop.yml.txt")),
    Slip("an empty sop.yml", file("sop.yml", "")),
    Slip("a file of the other ending", renamed("people.yml", "people.yaml")),
    Slip("a file saved as GBK", file("people.yml", FILES["people"].encode("gb18030"))),
    Slip("a file saved as UTF-16", file("people.yml", FILES["people"].encode("utf-16"))),
    Slip(
        "marks of git in a file",
        changed(
            "people",
            '  manager: {title: {en: "Manager", zh: "店长"}, department: shop}\n',
            "<<<<<<< HEAD\n  manager: {title: Manager}\n=======\n  manager: {title: Boss}\n>>>>>>> branch\n",
        ),
    ),
    Slip("two files in one", added("people", "---\nroles: {}\n")),
    Slip("a line of sop.yml in another file", added("people", "paper: letter\n")),
    Slip("a wrong base", house("steps: {}\n", "id: house\nextends: refrence\n")),
    # Names
    Slip("a misspelt field", changed("steps", PURPOSE, PURPOSE.replace("purpose:", "purpos:"))),
    Slip("a misspelt collection", changed("people", "contacts:", "contact:")),
    Slip("a misspelt role", changed("steps", "responsible: manager", "responsible: manger")),
    Slip("a role by its title", changed("steps", "responsible: manager", "responsible: Manager")),
    Slip("a misspelt step", changed("steps", "next: accept, at_most", "next: acept, at_most")),
    Slip("an end state without end/", changed("steps", "next: end/settled", "next: settled")),
    Slip(
        "a severity in capitals",
        changed("steps", "within: {p1: 2 business days, p2", "within: {P1: 2 business days, p2"),
    ),
    Slip(
        "an id with a space and capitals", added("people", "  Night Desk: {title: {en: Night, zh: 夜班}, phone: '2'}\n")
    ),
    Slip("an id in Chinese", added("people", "  夜班: {title: {en: Night, zh: 夜班}, phone: '2'}\n")),
    Slip("the same id twice in a block", added("people", VAN + VAN)),
    Slip(
        "the same id in two files",
        added("people", "records:\n  log: {title: {en: Log, zh: 登记簿}, fields: {what: {en: What, zh: 经过}}}\n"),
    ),
    Slip("the same field twice", changed("steps", "    sets: received", "    sets: received\n    sets: assigned")),
    Slip("a placeholder that does not exist", changed("steps", "{{ quiet-place }}.", "{{ quiet-room }}.")),
    Slip("a slot that does not exist", changed("words", "call you by [time].", "call you by [hour].")),
    Slip(
        "a locale by the code of the country",
        changed("people", 'title: {en: "Counter", zh: "柜台"}', 'title: {en: "Counter", cn: "柜台"}'),
    ),
    # Values
    Slip("nothing behind a field", changed("people", 'phone: "ext. 1"', "phone: ")),
    Slip("a field that is missing", changed("people", 'counter: {title: {en: "Counter", zh: "柜台"}, ', "counter: {")),
    Slip(
        "a translation that is missing",
        changed("people", 'counter: {title: {en: "Counter", zh: "柜台"}', 'counter: {title: {en: "Counter"}'),
    ),
    Slip("a time limit without a unit", changed("steps", "within: 1 hour", "within: 1")),
    Slip("a time limit of nothing", changed("steps", "within: 1 hour", "within: 0 hours")),
    Slip("a time limit with a capital", changed("steps", "within: 1 hour", "within: 2 Hours")),
    Slip("a time limit in short", changed("steps", "within: 1 hour", "within: 24h")),
    Slip("a time limit in words", changed("steps", "within: 1 hour", "within: two hours")),
    Slip("a time limit in working days", changed("steps", "within: 1 hour", "within: 2 working days")),
    Slip("a time limit in Chinese", changed("steps", "within: 1 hour", "within: 2小时")),
    Slip("a day that does not exist", changed("sop", "effective: 2026-01-01", "effective: 2026-02-30")),
    Slip("a day in another order", changed("sop", "effective: 2026-01-01", "effective: 01/03/2026")),
    Slip("yes instead of true", changed("steps", "standing: true", "standing: yes")),
    Slip(
        "a list where one is meant",
        changed(
            "steps",
            "accountable: manager\n    within: 1 month",
            "accountable: [manager, assistant]\n    within: 1 month",
        ),
    ),
    Slip("one where a list is meant", changed("steps", "say: [promise]", "say: promise")),
    Slip("a colour that is not known", changed("people", "colour: teal", "colour: turquoise")),
    Slip("an address without https", changed("sop", '"https://shop.example/handbook/"', '"www.shop.example"')),
    Slip(
        "a unit that does not fit its formula",
        changed("tables", "formula: punctual / all * 100", "formula: punctual / all"),
    ),
    Slip(
        "a variable that the formula does not know",
        changed("tables", "formula: punctual / all * 100", "formula: punctual / al * 100"),
    ),
    # The process and its words
    Slip(
        "a step to which no way leads",
        changed(
            "steps",
            "  review:\n",
            "  dream:\n    title: {en: Dream, zh: 梦}\n    purpose: {en: Nothing., zh: 无。}\n    phase: case\n    responsible: manager\n    accountable: manager\n    actions: {a: {do: {en: Dream., zh: 做梦。}}}\n    next: end/settled\n  review:\n",
        ),
    ),
    Slip("a loop without an end", changed("steps", "next: accept, at_most: {times: 1, then: settle}", "next: accept")),
    Slip("HTML in a text", changed("people", '"Counter"', '"<b>Counter</b>"')),
    Slip("a half-width comma in Chinese", changed("words", "我马上去看，", "我马上去看,")),
    Slip("a sign that no font has", changed("people", '"Counter"', '"Counter 🛎"')),
    Slip("please wait", said("Please wait, somebody will come.", "请稍等，会有人来。")),
    Slip("as soon as possible", said("We will call you as soon as possible.", "我们会尽快给您回电话。")),
    Slip("blame", said("You should have read the terms.", "您应该先看清条款。")),
    Slip("a guarantee", said("We guarantee that this never happens again.", "我们保证绝对不会再发生。")),
    Slip("a fault admitted before it is found", said("It is our fault.", "这是我们的错。")),
    Slip(
        "a script that nobody uses",
        changed("words", "wording:", SORRY.replace("TEXT_EN", "Sorry.").replace("TEXT_ZH", "抱歉。") + "wording:"),
    ),
    Slip("a note to oneself", changed("people", '"Counter"', '"TODO: name of the counter"')),
    Slip("a review that is overdue", changed("sop", "review_every: 1 year", "review_every: 1 month")),
    # Layers
    Slip("an entry of the base by a wrong id", house("steps:\n  acept: {within: 2 hours}\n")),
    Slip("a list of what to remove in a collection", house("metrics: {remove: [on-time]}\n")),
    Slip("the removal of a role that has work", house("roles: {manager: null}\n")),
    Slip("nothing where null is meant", house("metrics:\n  on-time:\n")),
    Slip("a copy of what the base says already", house("steps:\n  accept: {within: 1 hour}\n")),
    Slip(
        "a new step without a place",
        house(
            "steps:\n  lounge:\n    title: {en: Lounge, zh: 休息室}\n    purpose: {en: Quiet., zh: 安静。}\n    phase: case\n    responsible: manager\n    accountable: manager\n    actions: {go: {do: {en: Go there., zh: 前往。}}}\n"
        ),
    ),
    # Bases
    Slip("nothing behind extends", house(OWN, "id: house\nextends:\n")),
    Slip("two bases at once", house(OWN, "id: house\nextends: [group, lean]\n")),
    Slip("a layer that names no base", house(OWN, "id: house\n")),
    Slip("a base by a path of Windows", house(OWN, "id: house\nextends: C:\\group\n")),
    Slip("a base that leads back", house(OWN, "id: house\nextends: .\n")),
    Slip("a base by the folder in which it was", house(OWN, "id: house\nextends: industries/hotels\n")),
    # Removals
    Slip("a role in the place of itself", house("roles: {assistant: {replaced_by: assistant}}\n")),
    Slip("a role in the place of a step", house("roles: {assistant: {replaced_by: steps/accept}}\n")),
    Slip("a successor beside other fields", house("roles: {assistant: {replaced_by: manager, title: Boss}}\n")),
    Slip("a successor that nobody has written", house("roles: {assistant: {replaced_by: }}\n")),
    Slip("null in quotes", house("roles: {assistant: 'null'}\n")),
    Slip("all roles removed", house("roles: null\n")),
    Slip("a collection removed by an empty line", house("metrics:\n")),
    Slip("a title removed", house("steps: {accept: {title: null}}\n")),
    Slip("a word removed that texts use", house_with("vocabulary: {customer: null}\n")),
    Slip("a value removed that texts use", house_with("variables: {quiet-place: null}\n")),
    Slip("add without a list", house("steps: {review: {consulted: {add: assistant}}}\n")),
    # Words and languages
    Slip("a word without its language", house_with("vocabulary: {customer: guest}\n")),
    Slip(
        "the forms of a word without its language", house_with("vocabulary: {customer: {one: guest, many: guests}}\n")
    ),
    Slip("the singular of a word alone", house_with("vocabulary: {customer: {en: {one: guest}, zh: 客人}}\n")),
    Slip(
        "a misspelt word of the vocabulary",
        house_with("vocabulary: {custommer: {en: {one: guest, a: a guest, many: guests}, zh: 客人}}\n"),
    ),
    Slip("a language by its name", house_with("locales: [english]\n")),
    Slip("a locale with a low line", house_with("locales: [en_US]\n")),
    Slip("Chinese by the code of a country", house_with("locales: [zh-TW]\ndefault_locale: zh-TW\n")),
    Slip("one language where a list is meant", house_with("locales: en\n")),
    Slip("no language", house_with("locales: []\n")),
    Slip("a default language that is not shown", house_with("locales: [zh]\n")),
    # People and looks
    Slip("a person without a role", house("holders: {nora: {name: Nora Byrne, roles: []}}\n")),
    Slip("a person by the name alone", house("holders: {nora: Nora Byrne}\n")),
    Slip("a logo that is not there", house_of("logo", "logo.svg")),
    Slip("a logo from the internet", house_of("logo", "https://house.example/logo.svg")),
    Slip("a photograph as logo", house_of("logo", "logo.jpg", logo_jpg=b"\xff\xd8\xff\xe0")),
    Slip("a logo with a script", house_of("logo", "logo.svg", logo_svg=SCRIPT)),
    Slip("a logo that is too large", house_of("logo", "logo.png", logo_png=b"\x89PNG" * 60_000)),
    Slip("a colour without quotes", house_of("colours", "{primary: #0b4f9e}")),
    Slip("a colour without quotes in a line of its own", house_of("colours", "\n    primary: #0b4f9e")),
    Slip("a colour alone", house_of("colours", '"#0b4f9e"')),
    Slip("a colour that nobody can read", house_of("colours", '{primary: "#ffe000"}')),
    Slip("a paper that is not printed", house_with("paper: A3\n")),
    Slip("a misspelt path of what to keep", house_with("keep: [contact/counter]\n")),
)
