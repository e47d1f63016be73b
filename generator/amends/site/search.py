"""The search of the site: how much headings weigh, and how Chinese is cut into the words that readers type."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from material.plugins.search.plugin import SearchPlugin
from mkdocs.config.defaults import MkDocsConfig

from amends.edition.edition import Edition
from amends.model.sop import COLLECTIONS
from amends.site.generated_page import GeneratedPage, SearchEntry

# With the theme's own weight of 1000, one common word in a heading beats a page that has all words of the query.
_TITLE_BOOST = 8

# Stands between the words of a run of Chinese; the theme's search takes it for a space, and it is invisible.
_BETWEEN = "\u200b"
_HAN = re.compile(r"[\u3400-\u9fff]+")
_SHORT, _LONG = 2, 4

Cut = Callable[[str], Iterable[str]]


def weigh_titles(config: MkDocsConfig) -> None:
    """Give headings a weight at which the text still counts, unless the project's mkdocs.yml names its own."""
    for plugin in config.plugins.values():
        if isinstance(plugin, SearchPlugin):
            plugin.config.fields.setdefault("title", {"boost": _TITLE_BOOST})


def tune_index(site: str, pages: Iterable[GeneratedPage], edition: Edition) -> None:
    """Complete the search index of a finished site with the generated pages; a site without a search has no index."""
    index = Path(site) / "search" / "search_index.json"
    if index.is_file():
        written = index.read_text(encoding="utf-8")
        entries = (entry for page in pages for entry in page.search_entries)
        # An error stays one of the system, which the command tells of the whole output.
        index.write_bytes(tuned(written, entries, names_of(edition)).encode())


def names_of(edition: Edition) -> Iterator[str]:
    """The names in a Chinese handbook: titles of entries, and words for kinds of entries and pages.

    A handbook in another language gives no names: spaces separate its words already.
    """
    if edition.locale.split("-")[0] != "zh":
        return
    for collection in COLLECTIONS:
        yield from (edition.title(f"{collection}/{key}") for key in getattr(edition.sop, collection))
    yield from (word for key, word in edition.words.entries.items() if key.startswith(("kind.", "nav.", "page.")))


def tuned(index: str, entries: Iterable[SearchEntry], names: Iterable[str]) -> str:
    """The index of the theme's plugin with further entries, and with Chinese cut by the words of this site.

    Why: the plugin knows ordinary Chinese only, and it keeps the names of one site for all later ones. Here the `names`
    of this site are words. A word of four characters becomes two words if both halves are words, so that each half is
    found by itself.
    """
    found = json.loads(index)
    found["docs"] = [*(dict(entry) for entry in entries), *found["docs"]]
    if known := tuple(names):
        cut = _cutter(known)
        for entry in found["docs"]:
            entry.update({field: _cut_anew(entry[field], cut) for field in ("title", "text")})
    # Chinese characters take half as many bytes as their escapes.
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def words_in(names: Iterable[str], cut: Cut) -> Iterator[str]:
    """The words in names: a short name as a whole; of a longer name, its last word with the character after that word.

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
    import jieba  # comes with the extra `zh`, which require_fonts has asked for

    jieba.initialize()
    # A copy for this site: the shared tokenizer would keep this site's names for the next site.
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
