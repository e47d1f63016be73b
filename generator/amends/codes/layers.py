"""B: a layer does not fit over the layers below it."""

from __future__ import annotations

from amends.codes.code import Code

UNKNOWN_PATCH = Code(
    "B101",
    "unknown-patch",
    "error",
    """A layer changes an entry that the layers below it do not have.

Why: an id that nobody defined is usually mistyped. The entry is not complete, so it cannot be a new one.

Bad:
    contacts:
      cuonter: {phone: "ext. 7"}          # the layer below has the contact  counter

Good:
    contacts:
      counter: {phone: "ext. 7"}

Way out: Correct the id. If it is meant as a new entry, write every field that the message names.
""",
)

UNKNOWN_PLACE = Code(
    "B102",
    "unknown-place",
    "error",
    """The field `after`, `before` or `through` names nothing, or an entry has two of these fields.

Why: amends could not know where the entry stands among the others.

Bad:
    steps:
      accept:
        actions:
          promise: {before: lissten}      # the step has the actions  listen, promise

Good:
    steps:
      accept:
        actions:
          promise: {before: listen}

Way out: Name one entry of the same collection or block, in one of the three fields.
""",
)

PATCH_WITHOUT_EFFECT = Code(
    "B103",
    "patch-without-effect",
    "warning",
    """A layer says what the layers below it say already, or says nothing.

Why: such a line hides later changes of the base. When the base changes this value, the layer would keep the old one.

Bad:
    contacts:
      counter: {phone: "ext. 1"}          # the layer below has  phone: "ext. 1"

Good:
    contacts:
      counter: {phone: "ext. 7"}

Way out: Delete the line.
""",
)

NOTHING_TO_REMOVE = Code(
    "B104",
    "nothing-to-remove",
    "error",
    """A layer removes an entry, a field or an item of a list that the layers below it do not have.

Why: the name is usually mistyped, so what you wanted to remove would stay in the handbook.

Bad:
    steps:
      settle:
        actions:
          repiar: null                    # the layer below has the action  repair
          replace: {do: {en: "Bring a new one.", zh: "换新。"}}

Good:
    steps:
      settle:
        actions:
          repair: null
          replace: {do: {en: "Bring a new one.", zh: "换新。"}}

Way out: Correct the name, or delete the line if there is nothing to remove.
""",
)

LIST_REPLACED = Code(
    "B105",
    "list-replaced",
    "info",
    """A list of a layer replaces the list below it and drops some of its items.

Why: it may be what you want. A list in a layer does not join the list below, so items that you did not write are
gone.

Bad:
    steps:
      accept:
        records: [visits]                 # the layer below has  records: [log]
    records:
      visits: {title: {en: "Visits", zh: "来访"}, fields: {who: {en: "Who came", zh: "来访者"}}}

Good:
    steps:
      accept:
        records: {add: [visits]}
    records:
      visits: {title: {en: "Visits", zh: "来访"}, fields: {who: {en: "Who came", zh: "来访者"}}}

Way out: To keep the items, write `{add: [...]}`. To drop some by name, write `{remove: [...]}`.
""",
)

OTHER_LOCALES_KEPT = Code(
    "B106",
    "other-locales-kept",
    "warning",
    """A layer changes a text in one language and not in another.

Why: the readers of the other language get the old text. The two languages may now say different things.

Bad:
    roles:
      assistant: {title: {en: "Clerk"}}     # the layer below also has a  zh  text

Good:
    roles:
      assistant: {title: {en: "Clerk", zh: "职员"}}

Way out: Write the text in the other language, too.
""",
    is_of_unfinished=True,
)

UNKNOWN_BASE = Code(
    "B107",
    "unknown-base",
    "error",
    """`extends` does not lead to an SOP that can be the base of this layer.

Why: without its base a layer is only a part of an SOP. The name may lead to nothing, to a file, to a place on this
computer alone, or back to the layer itself.

Bad:
    extends: ../bsae

Good:
    extends: ../base

Way out: Write the name of a shipped SOP, such as `reference`, or the path from this folder to a folder with a
sop.yml.
""",
)

SAME_LAYER_NAME = Code(
    "B108",
    "same-layer-name",
    "warning",
    """Two layers have the same name, or a layer has none of its own.

Why: the handbook and `amends show` say by name which layer set a value. With the same name nobody can tell the two
apart. Exported cases and calendars carry the `id`, too: a handbook with the same one reads in cases of the other
without a word, and its dates replace those of the other in a calendar.

Bad:
    id: corner-shop                       # the layer below has  id: corner-shop

Good:
    id: corner-shop-north

Way out: Give this layer an `id` of its own in its sop.yml.
""",
)

UNDECIDED_REMOVAL = Code(
    "B109",
    "undecided-removal",
    "error",
    """A layer removes an entry whose work nobody has yet, or a step from which several ways lead on.

Why: what only mentioned the entry forgets it by itself. But the work of a role must be done by somebody, and a case
that came to a removed step must go on somewhere. amends cannot know by whom and where.

Bad:
    roles:
      assistant: null                     # the steps of the layer below are done by the assistant
      manager: {contact: counter}

Good:
    roles:
      assistant: {replaced_by: manager}
      manager: {contact: counter}

Way out: Say in `replaced_by` what takes its place. The message has the line to write.
""",
)

UNKNOWN_REPLACEMENT = Code(
    "B110",
    "unknown-replacement",
    "error",
    """The field `replaced_by` names no entry that is there, or stands beside other fields.

Why: `replaced_by` removes an entry and gives its work to another one of the same collection, which must be there.

Bad:
    roles:
      assistant: {replaced_by: maanger}
      manager: {contact: counter}

Good:
    roles:
      assistant: {replaced_by: manager}
      manager: {contact: counter}

Way out: Correct the id. A step may also be replaced by an end: `replaced_by: end/STATE`. To change an entry, leave
`replaced_by` out.
""",
)

REMOVED_ALONG = Code(
    "B111",
    "removed-along",
    "info",
    """An entry goes with another one that a layer removes, since nothing else used it.

Why: a script that no step says, or the telephone number of nobody, would only be in the way. You may still want it.

Bad:
    roles:
      assistant: {replaced_by: manager}   # contacts/counter  was only the assistant's

Good:
    roles:
      assistant: {replaced_by: manager}
      manager: {contact: counter}

Way out: Nothing is wrong. To keep the entry, name it in an entry of your own.
""",
)

STILL_NAMED = Code(
    "B112",
    "still-named",
    "warning",
    """Texts of the base still use the title of an entry that a layer removes.

Why: the sentence stays, with the old title as plain words, so readers look for something that is not there.

Bad:
    steps:
      verify: null                        # the purpose of  steps/settle  says “What Verify the facts has shown”

Good:
    steps:
      verify: null
      settle:
        purpose: {en: "What is wrong is put right.", zh: "问题得到解决。"}

Way out: Write the text anew in your own layer. `amends leftovers` shows each of them.
""",
    is_of_unfinished=True,
)

STEP_WITHOUT_PLACE = Code(
    "B113",
    "step-without-place",
    "warning",
    """A layer adds a step and does not say where it stands.

Why: the order of the steps is the way of the case. Without a place the new step is the last one, after the case is
closed.

Bad:
    steps:
      call:
        title: {en: "Call the next day", zh: "次日回访"}
        purpose: {en: "We hear whether it helped.", zh: "了解问题是否解决。"}
        phase: case
        responsible: assistant
        accountable: manager
        actions: {ring: {do: {en: "Ring them up.", zh: "打电话。"}}}
        next: end/settled

Good:
    steps:
      call:
        after: verify
        title: {en: "Call the next day", zh: "次日回访"}
        purpose: {en: "We hear whether it helped.", zh: "了解问题是否解决。"}
        phase: case
        responsible: assistant
        accountable: manager
        actions: {ring: {do: {en: "Ring them up.", zh: "打电话。"}}}
        next: settle

Way out: Write `after: STEP` or `before: STEP`; or `through: STEP`, which leads every way to that step through the new
one first. A step outside the case says `standing: true`.
""",
)

EXAMPLE_SHOWN = Code(
    "B114",
    "example-shown",
    "info",
    """A handbook still shows an example of its base: a telephone number, a room, a sum.

Why: on a card it looks like yours. Somebody would dial a number that does not exist, or give away what nobody allowed.
The base names its examples in `example`, in its sop.yml. A layer that has examples itself is a base and is not
reminded.

Bad:
    # base.yml
    example: [contacts/*/phone]
    # more.yml
    roles: {assistant: {code: A1}}

Good:
    # base.yml
    example: [contacts/*/phone]
    # more.yml
    contacts: {counter: {phone: "020 7946 0000"}}

Way out: Write your own value; the message has the patch. If the example is right for you, name it in `keep` in your
sop.yml: `keep: [contacts/counter/phone]`. It is a remark while you write, and an error in the profile `publish`.
""",
    is_of_unfinished=True,
    blocks_publishing=True,
)

HOLDS_ELSEWHERE = Code(
    "B115",
    "holds-elsewhere",
    "info",
    """A handbook still shows something of its base that holds in another country only: a number of the police, a body.

Why: in an emergency a wrong number costs time, and a body that has no power here helps nobody. The base says in `law`,
in its sop.yml, what holds where. In the country of your `calendar` it is right.

Bad:
    # base.yml
    law: {CN: [variables/quiet-place]}
    # more.yml
    roles: {assistant: {code: A1}}

Good:
    # base.yml
    law: {CN: [variables/quiet-place]}
    # more.yml
    variables: {quiet-place: {en: "the back room", zh: "后面的房间"}}

Way out: Write what holds in your country; the message has the patch. If it is right for you, name it in `keep`. It is a
remark while you write, and an error in the profile `publish`.
""",
    is_of_unfinished=True,
    blocks_publishing=True,
)

MARK_WITHOUT_VALUE = Code(
    "B116",
    "mark-without-value",
    "warning",
    """A path in `example`, `law` or `keep` leads to nothing.

Why: what was meant by it is not marked, so nobody would be reminded of it.

Bad:
    keep: [contact/*/phone]

Good:
    keep: [contacts/*/phone]

Way out: Correct the path. It begins with a collection or a field of sop.yml, and `*` stands for any id.
""",
)
