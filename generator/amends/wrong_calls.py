"""A command that was called wrongly, in the language of whoever called it: what is wrong, and how to call it."""

from __future__ import annotations

import click

from amends.edition.words import read_words
from amends.telling.languages import language


def told_wrong_call(error: click.UsageError, locale: str) -> str:
    """How the command is called, where its help is, and what is wrong. Names of options stay as they are typed."""
    words = read_words(locale).group("said.call")
    lines = [words["wrong"].format(what=_what_is_wrong(error, locale))]
    if error.ctx is not None:
        path = error.ctx.command_path
        called = " ".join([path, *error.ctx.command.collect_usage_pieces(error.ctx)])
        lines = [words["usage"].format(called=called), words["help"].format(command=f"{path} --help"), "", *lines]
    return "\n".join(lines)


def _what_is_wrong(error: click.UsageError, locale: str) -> str:
    words, spoken = read_words(locale).group("said.call"), language(locale)
    match error:
        case click.MissingParameter():
            return words["missing"].format(name=_name(error))
        case click.BadParameter():
            return words["value"].format(name=_name(error), reason=spoken.error(error.message))
    said = spoken.error(error.message)
    # Newer versions of click know near names of commands, too.
    near = ", ".join(getattr(error, "possibilities", None) or ())
    return words["near"].format(said=said, names=near) if near else said


def _name(error: click.BadParameter) -> str:
    hint = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param and error.ctx else "")
    return hint if isinstance(hint, str) else ", ".join(hint)
