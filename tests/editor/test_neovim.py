"""`amends lsp` in an editor that people use: its own client counts, jumps, offers and renames."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from amends.authoring.rename import renamed_files
from amends.content.place import find_place
from amends.read import read_layered
from builders import FILES, TODAY, corner_shop

NEOVIM = shutil.which("nvim")


@pytest.mark.skipif(NEOVIM is None, reason="there is no Neovim here")
def test_neovim_shows_findings_offers_names_jumps_and_renames(tmp_path: Path) -> None:
    shop = tmp_path / "街角 shop"
    people = FILES["people"].replace("contact: counter}", "contact: counter, deputies: []}")
    steps = FILES["steps"].replace(
        '  verify:\n    title: {en: "Verify the facts", zh: "核实情况"}\n',
        '  verify:\n    title: {en: "Verify 😀 facts", zh: "核实情况"}\n    responsibel: x\n',
    )
    corner_shop(shop, FILES | {"people": people, "steps": steps})

    done = subprocess.run(
        [
            NEOVIM or "nvim",
            "--headless",
            "-u",
            "NONE",
            "-n",
            "-c",
            f"luafile {Path(__file__).with_name('in_neovim.lua')}",
            "-c",
            "qa!",
        ],
        env=os.environ
        | {
            "FILE": str(shop / "steps.yml"),
            "RESULT": str(tmp_path / "told.json"),
            "SERVER": f"{sys.executable}\n-m\namends\nlsp\n--today\n{TODAY.isoformat()}",
            "CARET": "responsible: a",
            "NEW_NAME": "clerk",
        },
        check=True,
        stderr=subprocess.PIPE,
        text=True,
        timeout=120,
    )
    assert done.stderr == ""
    told = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))

    assert ("M002", "responsibel") in [(it["code"], it["word"]) for it in told["found"]]
    assert told["offered"] == ["assistant", "manager"]
    assert told["defined"][0] == "people.yml"
    assert told["defined"][1].startswith("  assistant: {title:")
    place = find_place(str(shop))
    wanted = {
        file.name: it.result()
        for file, it in renamed_files(place, read_layered(place), "roles/assistant", "clerk").items()
    }
    assert {name: told["renamed"][name] for name in wanted} == wanted
