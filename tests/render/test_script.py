import shutil
import subprocess
from pathlib import Path

import pytest

from amends.render.script import lean_script
from commands import ROOT

OWN = sorted((ROOT / "templates" / "theme" / "assets" / "amends").glob("*.js"))


@pytest.mark.parametrize(
    ("source", "lean"),
    [
        ("/* About. */\nconst a = 1; // one\n", "const a=1;\n"),
        ("if (a) {\n  b();\n}\n", "if(a){b()}\n"),
        ("return [1, 2];", "return[1,2];\n"),
        ('say("a  // b", `c  ${d} /* e */`);', 'say("a  // b",`c  ${d} /* e */`);\n'),
        ("const p = / {2,}\\/[/ ]/u;", "const p=/ {2,}\\/[/ ]/u;\n"),
        ("a = b / c / d;", "a=b / c / d;\n"),
        ("a + +b - -c", "a + +b - -c\n"),
        ("const a = b\nc()\n", "const a=b\nc()\n"),
        ("x\n  .map(f)\n  ?.g;", "x.map(f)?.g;\n"),
        ("let x; return x in y", "let x;return x in y\n"),
        ('const a = "http://b";', 'const a="http://b";\n'),
    ],
)
def test_only_what_people_need_is_left_out(source: str, lean: str) -> None:
    assert lean_script(source) == lean


def test_there_are_scripts_of_our_own() -> None:
    assert {"handbook.js", "checklist.js", "cases.js"} <= {path.name for path in OWN}


@pytest.mark.parametrize("path", OWN, ids=[path.name for path in OWN])
def test_our_own_scripts_stay_scripts_and_get_shorter(path: Path, tmp_path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    lean = lean_script(source)

    assert len(lean) < 0.9 * len(source)
    assert lean_script(lean) == lean
    if node := shutil.which("node"):
        (tmp_path / "lean.js").write_text(lean, encoding="utf-8")
        assert subprocess.run([node, "--check", tmp_path / "lean.js"], capture_output=True, check=False).stderr == b""
