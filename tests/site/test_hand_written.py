"""Files below docs/ that cannot be published, and templates that cannot be filled."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from amends.finding import Findings
from by_hand import build_by_hand, write


def found_in(folder: Path, files: dict[str, str | bytes]) -> list[tuple[str, str, str]]:
    with pytest.raises(Findings) as caught:
        build_by_hand(folder / "project", files)
    return [(str(it.location).removeprefix(f"{folder}/project/"), it.code, it.message) for it in caught.value.findings]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"docs/a": "-> /etc/hostname"}, "this link leads out of the project, to /etc/hostname"),
        ({"docs/a": "-> /etc"}, "this link leads out of the project, to /etc"),
        ({"docs/a": "-> b", "docs/b": "-> c"}, "this link leads nowhere"),
        ({"docs/a": "-> ../docs"}, "this link leads back to a folder that holds it"),
        ({"docs/a": "-> a"}, "this link leads nowhere"),
    ],
)
def test_a_link_that_cannot_be_followed_is_a_finding(
    tmp_path: Path, files: dict[str, str | bytes], message: str
) -> None:
    assert ("docs/a", "H001", message) in found_in(tmp_path, files)


def test_a_link_within_the_project_is_followed(tmp_path: Path) -> None:
    write(tmp_path / "project" / "pictures" / "map.png", b"PNG")

    build_by_hand(tmp_path / "project", {"docs/map.png": "-> ../pictures/map.png", "docs/more": "-> ../pictures"})


def test_a_folder_of_pages_that_is_itself_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "else" / "secret.md", "# Secret\n")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "docs").symlink_to(tmp_path / "else")

    assert found_in(tmp_path, {}) == [("docs", "H001", f"this link leads out of the project, to {tmp_path / 'else'}")]


def test_a_pipe_hangs_nothing(tmp_path: Path) -> None:
    (tmp_path / "project" / "docs").mkdir(parents=True)
    os.mkfifo(tmp_path / "project" / "docs" / "page.md")

    assert found_in(tmp_path, {}) == [("docs/page.md", "H001", "this is no file, but a pipe or a device")]


def test_a_file_that_nobody_may_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(path: Path, *arguments: str, **named: str) -> object:
        if path.name == "a.png" and "rb" in arguments:
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)

    assert found_in(tmp_path, {"docs/a.png": b"PNG"}) == [
        ("docs/a.png", "H001", "this file cannot be read: Permission denied")
    ]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<p>"),
        ("a.HTM", "<p>"),
        ("a.xhtml", "<p/>"),
        ("a.svg", f"{SVG}<script>x</script></svg>"),
        ("a.svg", f"{SVG}<style/><g onload='x'/></svg>"),
        ("a.svg", f"{SVG}<a xlink:href='java&#10;script:x'/></svg>"),
        ("a.svg", f"{SVG}<set attributeName='href' to='javascript:x'/></svg>"),
        ("a.svg", f"{SVG}<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml'/></foreignObject></svg>"),
        ("a.svg", f"<!DOCTYPE svg [<!ENTITY x 'y'>]>{SVG}</svg>"),
        ("a.svg", f"{SVG}<text>"),
        ("a.svgz", b"\x1f\x8b"),
        ("a.xml", "<a><s:script xmlns:s='http://www.w3.org/2000/svg'/></a>"),
        ("a.xml", "<?xml-stylesheet href='a.xsl'?><a/>"),
    ],
)
def test_a_file_that_a_browser_would_run_without_our_policy_is_refused(
    tmp_path: Path, name: str, text: str | bytes
) -> None:
    assert [it[:2] for it in found_in(tmp_path, {f"docs/{name}": text})] == [(f"docs/{name}", "H005")]


def test_plain_pictures_and_data_are_published(tmp_path: Path) -> None:
    picture = (
        f"{SVG}<style>path{{fill:red}}</style><a xlink:href='https://example.org'><path style='x' d='M0 0'/></a></svg>"
    )

    build_by_hand(
        tmp_path, {"docs/a.svg": picture, "docs/b.xml": "<?xml version='1.0'?><a href='x'/>", "docs/own.js": "x"}
    )


def test_a_script_of_ours_is_not_replaced_by_a_file_that_nobody_names(tmp_path: Path) -> None:
    [(place, code, _)] = found_in(tmp_path, {"docs/assets/javascripts/LICENSE.js": "x", **bundle()})

    assert code == "H004"
    assert place.startswith("docs/assets/javascripts/bundle.")


def bundle() -> dict[str, str | bytes]:
    """A file with the name of the theme's main script."""
    import material

    [script] = (Path(material.__file__).parent / "templates").glob("assets/javascripts/bundle.*.js")
    return {f"docs/assets/javascripts/{script.name}": "theirs()"}


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a\n{{ b", "2:1", "this template fails: unexpected end of template, expected 'end of print statement'."),
        ("a\n\n{{ b.c.d }}", "3:1", "this template fails: 'b' is undefined"),
        ("{% include 'none.html' %}", "1:1", "this template fails: there is no template “none.html”"),
        ("{{ 1 / 0 }}", "1:1", "this template fails: division by zero"),
    ],
)
def test_a_broken_template_is_a_finding_at_its_line(tmp_path: Path, text: str, place: str, message: str) -> None:
    assert found_in(tmp_path, {"own/partials/copyright.html": text}) == [
        (f"own/partials/copyright.html:{place}", "H006", message)
    ]
