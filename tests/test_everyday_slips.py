"""The commonest slips: each is told at its place, in the words of people who know no YAML, with the way out, once."""

from __future__ import annotations

from pathlib import Path

from amends.content.place import find_place
from amends.finding import UsageError
from amends.read import read_sop
from amends.reporting.text import as_text
from amends.self_docs.explanations import EXPLAINED
from amends.telling.languages import language
from amends.telling.told import Judgement
from amends.telling.wish import Options
from builders import TODAY, corner_shop
from everyday_slips import SLIPS
from golden_files import Golden

GOLDEN = Path(__file__).parent / "golden" / "slips"


LOCALES = ("en", "zh", "fr")


def told(folder: Path) -> dict[str, str]:
    """What the command says of the SOP in a folder, in each language."""

    def without_folders(text: str) -> str:
        return text.replace(f"{folder}/", "").replace(str(folder), ".").replace(f"{folder.parent}/", "../")

    try:
        place = find_place(str(folder))
    except UsageError as error:
        return {it: f"amends: {without_folders(language(it).error(str(error)))}\n" for it in LOCALES}
    judgement = Judgement(place, read_sop(place, TODAY), Options(profile="publish"), EXPLAINED, TODAY)
    findings = judgement.told(line_of).findings
    assert findings
    said = {locale: [language(locale).said(it) for it in findings] for locale in LOCALES}
    return {
        locale: without_folders(f"{as_text(said[locale], line_of, words=language(locale).words)}\n")
        for locale in LOCALES
    }


def line_of(file: str, number: int) -> str:
    lines = Path(file).read_text(encoding="utf-8-sig", errors="replace").split("\n")
    return lines[number - 1] if number <= len(lines) else ""


def test_every_slip_is_told_in_each_language(golden: Golden, tmp_path: Path) -> None:
    parts: dict[str, list[str]] = {locale: [] for locale in LOCALES}
    for number, slip in enumerate(SLIPS):
        folder = tmp_path / str(number) / "sop"
        corner_shop(folder)
        slip.make(folder)
        for locale, text in told(folder).items():
            parts[locale].append(f"# {slip.name}\n\n{text}")

    assert len(SLIPS) > 60
    for locale in LOCALES:
        golden.check(GOLDEN / f"{locale}.txt", "\n".join(parts[locale]))
