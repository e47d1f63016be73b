"""The commonest slips: each is told at its place, in the words of people who know no YAML, with the way out, once."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from amends.cli import main
from builders import TODAY, corner_shop
from everyday_slips import SLIPS
from golden_files import Golden

GOLDEN = Path(__file__).parent / "golden" / "slips"


def told(folder: Path, locale: str) -> str:
    """What the command says of the SOP in a folder."""
    result = CliRunner().invoke(
        main, ["check", str(folder), "--today", TODAY.isoformat(), "--locale", locale, "--profile", "publish"]
    )
    assert result.exit_code in (1, 2) or "C011" in result.output, result.output
    return result.output.replace(f"{folder}/", "").replace(str(folder), ".").replace(f"{folder.parent}/", "../")


@pytest.mark.parametrize("locale", ["en", "zh", "fr"])
def test_every_slip_is_told(locale: str, golden: Golden, tmp_path: Path) -> None:
    parts = []
    for number, slip in enumerate(SLIPS):
        folder = tmp_path / str(number) / "sop"
        corner_shop(folder)
        slip.make(folder)
        parts.append(f"# {slip.name}\n\n{told(folder, locale)}")

    golden.check(GOLDEN / f"{locale}.txt", "\n".join(parts))
