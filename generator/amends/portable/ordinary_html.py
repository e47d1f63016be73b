"""A page of the handbook -> ordinary HTML: only elements that Markdown has too, and that need no styles or scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from amends.portable.signs import Signs

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset((*HEADINGS, "blockquote", "div", "li", "ol", "p", "table", "ul"))

LEFT_OUT = (
    # What only scripts show, fill in or react to
    "[hidden], button, dialog, form, input:not([type=checkbox], [type=radio]), script, select, textarea",
    # Blank fields of the printed sheet, which the PDF has
    ".am-blanks, .am-signs",
    # The way to the neighbouring pages, which every theme has itself
    ".am-pager",
    # How many entries a folded list has: here the list is open
    "summary .am-count, .am-pause--fold summary small",
    # The number of the step, which the line beside it says in words
    ".am-badge--large",
    # The matrix once more, for small screens, and the size of a picture on the screen
    ".am-raci-list, .am-lanes-size",
    # Icons, and the drawings whose figures stand beside them
    "svg",
)
"""What the plain handbook does not have. Pictures have been taken out before."""


def ordinary(page: BeautifulSoup, signs: Signs) -> None:
    """Change the page in place; its ids stay on the elements that now show the same."""
    for element in page.select(", ".join(LEFT_OUT)):
        element.extract()
    for selector, change in _CHANGES:
        for element in page.select(selector):
            change(element, signs)
    page.smooth()


def _new(name: str, children: Iterable[object] = ()) -> Tag:
    """A new element that takes these children from where they stand."""
    element = Tag(name=name)
    element.extend(list(children))  # type: ignore[arg-type]
    return element


def _named(name: str) -> Callable[[Tag, Signs], None]:
    """A change of the element's name only."""

    def change(element: Tag, _signs: Signs) -> None:
        element.name = name

    return change


def _unwrap(element: Tag, _signs: Signs) -> None:
    """Remove the element but not its content; its id goes to the element around it, if that has none."""
    parent = element.parent
    if parent is not None and element.get("id") and not parent.get("id"):
        parent["id"] = element["id"]
    element.unwrap()


def _heading_first(eyebrow: Tag, _signs: Signs) -> None:
    """The line above the heading stands below it: a Markdown file begins with its title."""
    heading = eyebrow.find_next_sibling("h1")
    if isinstance(heading, Tag):
        heading.insert_after(eyebrow.extract())


def _set_apart(element: Tag, _signs: Signs) -> None:
    element.insert_before(" ")
    element.insert_after(" ")


def _quote(element: Tag, signs: Signs) -> None:
    before, after = signs.quotes
    element.insert(0, before)
    element.append(after)
    element.name = "span"


def _slot(element: Tag, _signs: Signs) -> None:
    """A slot is written as authors write it: `[name of the guest]`."""
    element.insert(0, "[")
    element.append("]")


def _in_brackets(element: Tag, _signs: Signs) -> None:
    """A letter that is only outlined on our page."""
    element.insert(0, "(")
    element.append(")")


def _language(element: Tag, _signs: Signs) -> None:
    element.append(f" ({element['lang']})")


def _separate(values: Tag, signs: Signs) -> None:
    shown = [value for value in values.find_all(recursive=False) if value.get_text(strip=True)]
    for value in shown[1:]:
        value.insert_before(signs.separator)


def _kind_of(element: Tag, _signs: Signs) -> None:
    element.append(" ·")


def _tell_apart(element: Tag, _signs: Signs) -> None:
    """Two marks without a space between them would be read as one."""
    if isinstance(element.previous_sibling, Tag):
        element.insert_before(" ")


def _without_hint(link: Tag, _signs: Signs) -> None:
    del link["title"]


def _strong_line(element: Tag, _signs: Signs) -> None:
    element.append(_new("strong", list(element.contents)))


def _rule_above(element: Tag, _signs: Signs) -> None:
    element.insert_before(_new("hr"))


def _new_line(element: Tag, _signs: Signs) -> None:
    element.insert_before(_new("br"))
    element.name = "span"


def _sections(items: Tag, _signs: Signs) -> None:
    """Items with headings are sections of the page, not a list."""
    items.name = "div"
    for item in items.find_all("li", recursive=False):
        item.name = "div"


def _badge(badge: Tag, _signs: Signs) -> None:
    """The number of a step goes into the line that names the step, and stands for the number of the list."""
    if not badge.get_text(strip=True):
        badge.decompose()
        return
    following = badge.find_next_sibling()
    if isinstance(following, Tag) and following.name == "div":
        [line, *_] = following.find_all("p")
        line.insert(0, badge.extract())
    _set_apart(badge, _signs)
    items = badge.find_parent("ol")
    if items is not None:
        items.name = "ul"


def _facts(facts: Tag, signs: Signs) -> None:
    """Names and values as a list: `- **Responsible:** Manager`."""
    colon = signs.colon.rstrip()
    space = signs.colon.removeprefix(colon)
    for term in facts.find_all("dt"):
        value = term.find_next_sibling("dd")
        if not isinstance(value, Tag):
            raise TypeError(f"a term without a value: {term}")
        place = term.parent if term.parent is not facts and term.parent is not None else term
        item = _new("li", [_new("strong", [*term.contents, colon]), space, *value.contents])
        for holder in (place, term, value):
            if holder.get("id"):
                item["id"] = holder["id"]
        value.extract()
        place.replace_with(item)
    facts.name = "ul"


def _unfolded(details: Tag, _signs: Signs) -> None:
    """A folded list is open, below its summary. One that is bold already needs no other mark."""
    details.name = "div"
    summary = details.find("summary")
    if not isinstance(summary, Tag):
        return
    if summary.find(HEADINGS):
        summary.name = "div"
    else:
        summary.name = "p"
        if not summary.find(["b", "strong"]):
            summary.append(_new("em", list(summary.contents)))


def _words_to_say(figure: Tag, signs: Signs) -> None:
    """Words to say are one quotation, with the title of the script as its first line."""
    quotation = figure.find("blockquote")
    if isinstance(quotation, Tag):
        quotation.unwrap()
    figure.name = "blockquote"
    for head in figure.find_all("figcaption"):
        head.name = "p"
        _strong_line(head, signs)


def _plain_figure(figure: Tag, _signs: Signs) -> None:
    figure.name = "div"
    for caption in figure.find_all("figcaption"):
        caption.name = "p"


def _choice(field: Tag, signs: Signs) -> None:
    """A question with the answers to tick."""
    for legend in field.find_all("legend"):
        legend.name = "p"
        _strong_line(legend, signs)
    labels = field.find_all("label")
    if labels:
        labels[0].insert_before(answers := _new("ul"))
        answers.extend([_new("li", [label]) for label in labels])


def _one_head(table: Tag, _signs: Signs) -> None:
    """Two rows of headings become one: the name of a group stands in the cell of its first column."""
    above, below = table.select("thead > tr")
    corner, *groups = above.find_all("th")
    for group, first in zip(groups, below.select(".am-raci__first"), strict=True):
        first.insert(0, _new("em", list(group.contents)))
        first.insert(1, _new("br"))
    del corner["rowspan"]
    below.insert(0, corner.extract())
    above.decompose()


def _spread(heading: Tag, _signs: Signs) -> None:
    """A heading over all columns becomes a row of plain cells; Markdown has headings only above a table."""
    heading.name = "td"
    columns = int(str(heading["colspan"]))
    del heading["colspan"]
    heading.append(_new("strong", list(heading.contents)))
    heading.insert_after(*(_new("td") for _ in range(columns - 1)))


def _set_in_lines(cell: Tag, _signs: Signs) -> None:
    """What stands in a cell becomes lines, since a cell of Markdown holds no blocks."""
    for block in cell.find_all(list(BLOCKS)):
        if block.get_text(strip=True):
            block.insert_before(_new("br"))
            block.insert_after(_new("br"))
    for block in cell.find_all(list(BLOCKS)):
        _keep_id(block)
        block.unwrap()
    for line_break in cell.find_all("br"):
        if not _is_needed(line_break):
            line_break.decompose()


def _keep_id(block: Tag) -> None:
    """The id of a block in a cell goes to an anchor at the beginning of its line."""
    if block.get("id"):
        anchor = _new("a")
        anchor["id"] = block["id"]
        block.insert(0, anchor)


def _is_needed(line_break: Tag) -> bool:
    """Whether a line break parts two texts, and is the only one between them."""
    before = next(filter(_shows, line_break.previous_siblings), line_break)
    return not _is_break(before) and any(_shows(node) and not _is_break(node) for node in line_break.next_siblings)


def _is_break(node: object) -> bool:
    return isinstance(node, Tag) and node.name == "br"


def _shows(node: PageElement) -> bool:
    return _is_break(node) or bool(node.get_text(strip=True))


_CHANGES: tuple[tuple[str, Callable[[Tag, Signs], None]], ...] = (
    (".am-eyebrow, .am-hero__whose", _heading_first),
    (".am-raci__table", _one_head),
    ("td .am-raci__letter", _set_apart),
    (".am-times__from th", _spread),
    (".am-raci__letter[data-part]", _in_brackets),
    (".am-raci__letter[data-filled]", _named("em")),
    (".am-badge", _badge),
    (".am-label", _strong_line),
    (".am-pair + .am-pair", _rule_above),
    (":is(td, th, label) small", _new_line),
    ("small, .am-ladder > li > *, .am-scale b", _set_apart),
    ("q", _quote),
    (".slot", _slot),
    (".fallback", _language),
    (".am-chips, .am-meta, .am-buttons, .am-tasks, .am-more", _separate),
    (".am-kind-of", _kind_of),
    (".am-tag, .am-variable, i", _named("em")),
    ("dl", _facts),
    ("details", _unfolded),
    ("figure.am-say", _words_to_say),
    ("figure", _plain_figure),
    (".am-choice .am-do, b", _named("strong")),
    ("fieldset", _choice),
    (".am-contacts, .am-situations", _sections),
    ("fieldset, header, section", _named("div")),
    ("span, small, strong strong, em em", _unwrap),
    (":is(strong, em) + :is(strong, em)", _tell_apart),
    ("a[title]", _without_hint),
    ("td, th", _set_in_lines),
)
"""Our elements by their selectors, in the order in which they are changed."""
