"""The search of the site: what weighs how much, and Chinese cut into the words that its readers type."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

from material.plugins.search.plugin import SearchPlugin
from mkdocs.config.defaults import MkDocsConfig

from amends.book import Handbook
from amends.edition.edition import Edition
from amends.model.sop import COLLECTIONS
from amends.write import write_file

# With the theme's own weight, a thousand, one common word in any heading beats a page that speaks of all that is asked.
_TITLE_BOOST = 8

# Between the words of a run of Chinese; the theme's search takes it for a space, and nobody sees it.
_BETWEEN = "\u200b"
_HAN = re.compile(r"[\u3400-\u9fff]+")
_SHORT, _LONG = 2, 4

Cut = Callable[[str], Iterable[str]]


def weigh_titles(config: MkDocsConfig) -> None:
    """Give headings a weight at which the text still counts, unless the project's mkdocs.yml names its own."""
    for plugin in config.plugins.values():
        if isinstance(plugin, SearchPlugin):
            plugin.config.fields.setdefault("title", {"boost": _TITLE_BOOST})


def tune_index(site: str, book: Handbook) -> None:
    """Tune the index of a finished site in its place; a site without a search has none."""
    index = Path(site) / "search" / "search_index.json"
    if index.is_file():
        repeating = {f"{page.path}.html" for page, _ in book.pages if page.repeats}
        written = index.read_text(encoding="utf-8")
        write_file(index, tuned(written, names_of(book.edition), repeating).encode())


def names_of(edition: Edition) -> Iterator[str]:
    """What people call the things of a Chinese handbook: titles of entries, and the words for kinds of them.

    None for a handbook in another language: spaces cut it already.
    """
    if edition.locale.split("-")[0] != "zh":
        return
    for collection in COLLECTIONS:
        yield from (edition.title(f"{collection}/{key}") for key in getattr(edition.sop, collection))
    yield from (word for key, word in edition.words.entries.items() if key.startswith(("kind.", "nav.", "page.")))


def tuned(index: str, names: Iterable[str], repeating: Collection[str]) -> str:
    """What the theme's plugin wrote, without the text of pages that repeat others, and with Chinese cut anew.

    Why: the plugin knows ordinary Chinese only, and what it is taught for one site it keeps for every later one. Here
    the `names` of this site are words; and what ordinary Chinese takes for one word of four characters is two, so that
    each is found by itself. `repeating` are the addresses of pages that are found by their titles alone.
    """
    found = json.loads(index)
    found["docs"] = [entry for doc in found["docs"] if (entry := _without_repetition(doc, repeating))]
    if known := tuple(names):
        cut = _cutter(known)
        for entry in found["docs"]:
            entry.update({field: _cut_anew(entry[field], cut) for field in ("title", "text")})
    # Chinese as itself is half as long as Chinese in escapes.
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _without_repetition(entry: dict[str, str], repeating: Collection[str]) -> dict[str, str] | None:
    """The entry itself; of a page that repeats others its title, and none of its sections."""
    page, _, anchor = entry["location"].partition("#")
    if page not in repeating:
        return entry
    return None if anchor else entry | {"text": ""}


def words_in(names: Iterable[str], cut: Cut) -> Iterator[str]:
    """The words that names give: a short name itself, and of a longer one its last word with the character behind it.

    “全部角色卡” gives “角色卡”: nobody looks for “角色” and “卡” when they want the card.
    """
    for name in names:
        for run in _HAN.findall(name):
            parts = list(cut(run))
            if _SHORT <= len(run) < _LONG:
                yield run
            elif len(parts) > 1 and len(parts[-1]) == 1 and len(parts[-2]) == _SHORT:
                yield parts[-2] + parts[-1]


def _cutter(names: Iterable[str]) -> Cut:
    """Cuts one run of Chinese into words."""
    import jieba  # of the extra `zh`; require_fonts has asked for it

    jieba.initialize()
    # A copy for this site: the shared one would keep its names for the next.
    own = jieba.Tokenizer()
    own.FREQ, own.total, own.initialized = dict(jieba.dt.FREQ), jieba.dt.total, True
    for word in sorted(set(words_in(names, jieba.cut))):
        own.add_word(word)
    return lambda run: (part for word in own.cut(run) for part in _halves(word, own.FREQ))


def _halves(word: str, known: dict[str, int]) -> Iterable[str]:
    halves = (word[:_SHORT], word[_SHORT:])
    return halves if len(word) == _LONG and all(known.get(half) for half in halves) else (word,)


def _cut_anew(text: str, cut: Cut) -> str:
    return _HAN.sub(partial(_marked, cut), text.replace(_BETWEEN, "")).strip(_BETWEEN)


def _marked(cut: Cut, run: re.Match[str]) -> str:
    return f"{_BETWEEN}{_BETWEEN.join(cut(run[0]))}{_BETWEEN}"
