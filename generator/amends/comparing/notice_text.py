"""A change notice -> text for a terminal, Markdown with a list to sign, or JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Literal

from amends.comparing.notice import ChangeNotice, ChangeRow
from amends.edition.words import Words

Form = Literal["text", "markdown", "json"]


def rendered_notice(notice: ChangeNotice, words: Words, form: Form) -> str:
    """The notice in one of three forms; it ends with a line end."""
    if form == "json":
        rows = [asdict(row) for row in notice.rows]
        return (
            json.dumps({"before": notice.before, "after": notice.after, "changes": rows}, ensure_ascii=False, indent=2)
            + "\n"
        )
    return _markdown(notice, words) if form == "markdown" else _text(notice, words)


def notice_sentences(notice: ChangeNotice, words: Words) -> list[str]:
    """A line for each change, and a last line with their number."""
    lines = [words("change.concerns", sentence=row.sentence, roles=_roles(row, words)) for row in notice.rows]
    return [*lines, *([""] if notice.rows else []), _count(notice, words)]


def _text(notice: ChangeNotice, words: Words) -> str:
    return "\n".join([_between(notice, words), "", *notice_sentences(notice, words), ""])


def _markdown(notice: ChangeNotice, words: Words) -> str:
    parts = [f"# {words('change.title')}", "", f"{_between(notice, words)}{words('colon')}{_count(notice, words)}", ""]
    everyone = words("change.for-everyone")
    for title, rows in ({everyone: notice.for_everyone} | notice.by_role).items():
        if rows:
            parts += [f"## {title}", "", *(f"- {row.sentence}" for row in rows), ""]
    if notice.rows:
        parts += [f"## {words('change.sign')}", "", _table_head(words, "role", "name", "date", "signature")]
        parts += [f"| {_cell(title)} |  |  |  |" for title in notice.by_role or {everyone: ()}] + [""]
    return "\n".join(parts)


def _table_head(words: Words, *columns: str) -> str:
    return f"| {' | '.join(words(f'change.{name}') for name in columns)} |\n|{'---|' * len(columns)}"


def _between(notice: ChangeNotice, words: Words) -> str:
    return words("change.between", before=notice.before, after=notice.after)


def _count(notice: ChangeNotice, words: Words) -> str:
    if not notice.rows:
        return words("change.none")
    return words.counted("change.count", len(notice.rows))


def _roles(row: ChangeRow, words: Words) -> str:
    return words("list-separator").join(row.readers.values()) or words("change.everyone")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
