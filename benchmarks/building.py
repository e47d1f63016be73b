"""What a build costs, against the same pages by hand and against itself; how soon a preview shows a saved file.

    python benchmarks/building.py [ROUNDS]

Each command is a process of its own, measured in CPU time (user and system) unless wall time is said. What is compared
takes turns, so that a busy machine slows both. Prints medians of the ratios with the least and the most, and writes them
into docs/performance.md.
"""

from __future__ import annotations

import http.client
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from measured import Row, compared, write_rows

ROOT = Path(__file__).parents[1]
STEP = Path("sop", "steps.yml")
PORT = 18_345
TITLE = "Look into the matter"
NO_PDFS = """
import sys
from amends import book
book.print_jobs = lambda *_: ()
from amends.cli import main
main(sys.argv[1:])
"""


def main() -> int:
    """Measure everything, and write the rows."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [
            against_pages_by_hand(folder / "hand", rounds),
            *rebuilds(folder / "rebuilds", rounds),
            two_locales(folder / "locales", rounds),
            preview(folder / "preview", rounds),
        ]
    write_rows("building", rows)
    return 0


def against_pages_by_hand(folder: Path, rounds: int) -> Row:
    """A clean build without PDFs against Material, with the same pages, navigation, features and overrides by hand."""
    project = started(folder / "project", ["en"])
    by_hand(project, folder / "by-hand")

    def ours() -> float:
        shutil.rmtree(folder / "site", ignore_errors=True)
        return cpu([sys.executable, "-c", NO_PDFS, "build", str(project), "-o", str(folder / "site")], without_cache())

    def theirs() -> float:
        return cpu([sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(folder / "by-hand" / "mkdocs.yml")])

    return compared("clean build, one locale, no PDFs", "Material, same pages by hand", 1.05, theirs, ours, rounds)


def rebuilds(folder: Path, rounds: int) -> Iterator[Row]:
    """Builds of both locales with PDFs: clean, with nothing changed, and with one title changed."""
    project = started(folder / "project", ["en", "zh"])
    command = [sys.executable, "-m", "amends", "build", str(project), "-o", str(folder / "site")]
    cache = {"AMENDS_CACHE": str(folder / "cache")}

    def clean() -> float:
        for name in ("site", ".site.amends-previous", "cache"):
            shutil.rmtree(folder / name, ignore_errors=True)
        return cpu(command, cache)

    def again() -> float:
        return cpu(command, cache)

    def with_another_title() -> float:
        change_title(project)
        return cpu(command, cache)

    yield compared("rebuild, nothing changed, PDFs included", "clean build", 0.02, clean, again, rounds)
    yield compared(
        "rebuild, one step's title changed, PDFs included", "clean build", 0.2, clean, with_another_title, rounds
    )


def two_locales(folder: Path, rounds: int) -> Row:
    """The wall time of a clean build of two locales on several processors, against one locale."""
    projects = {names: started(folder / names, names.split()) for names in ("en", "en zh")}

    def timed(names: str) -> float:
        shutil.rmtree(folder / "site", ignore_errors=True)
        begin = time.perf_counter()
        cpu(
            [sys.executable, "-m", "amends", "build", str(projects[names]), "-o", str(folder / "site")], without_cache()
        )
        return time.perf_counter() - begin

    one, two = (lambda: timed("en")), (lambda: timed("en zh"))
    return compared("two locales, wall time", f"one locale, {os.cpu_count()} processors", 1.3, one, two, rounds)


def preview(folder: Path, rounds: int) -> Row:
    """The seconds from saving a title to the new page, in a preview of the whole reference."""
    project = started(folder / "project", ["en", "zh"])
    command = [sys.executable, "-m", "amends", "serve", str(project), "--address", f"127.0.0.1:{PORT}"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(TITLE)
            seconds = []
            for _ in range(rounds):
                title = change_title(project)
                begin = time.perf_counter()
                wait_for(title)
                seconds.append(time.perf_counter() - begin)
        finally:
            server.terminate()
    return Row("from saving to the new page in `serve`", "seconds, wall time", 1.0, seconds)


def started(project: Path, locales: list[str]) -> Path:
    """A project over the reference, with the title of one step in its own layer."""
    options = [option for locale in locales for option in ("--locale", locale)]
    subprocess.run(
        [sys.executable, "-m", "amends", "init", str(project), *options], check=True, stdout=subprocess.DEVNULL
    )
    (project / STEP).write_text(f'steps: {{verify: {{title: {{en: "{TITLE}"}}}}}}\n', encoding="utf-8")
    return project


def change_title(project: Path) -> str:
    """Give the step a title that it never had, in one of the locales; gives the title."""
    title = f"Look into it {time.monotonic_ns()}"
    (project / STEP).write_text(f'steps: {{verify: {{title: {{en: "{title}"}}}}}}\n', encoding="utf-8")
    return title


def by_hand(project: Path, folder: Path) -> None:
    """The same site as Markdown files that a person might have written: headings in Markdown, the rest as HTML."""
    from datetime import date

    import yaml

    from amends.book import read_manuscript
    from amends.cache import Cache
    from amends.content.place import find_place
    from amends.documents.page import Section
    from amends.printing.pdf_cache import PdfCache
    from amends.shipped import shipped

    book = read_manuscript(find_place(str(project)), date.min).handbook("en", PdfCache(Cache(None)), is_on_demand=True)
    titles = {page.path: page.short or page.title for page in book.pages}

    def item(child: str | Section) -> object:
        if isinstance(child, str):
            return {titles[child]: f"{child}.md"}
        return {child.title: [item(inner) for inner in child.children]}

    for page in book.pages:
        text = re.sub(
            r'^<h([2-6]) id="([^"]*)">(.*)</h\1>$',
            lambda m: f"\n{'#' * int(m[1])} {m[3]} {{: #{m[2]} }}\n",
            book.html(page),
            flags=re.MULTILINE,
        )
        file = folder / "docs" / f"{page.path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: {page.title!r}\nassets: {list(page.assets)}\n---\n{text}", encoding="utf-8")
    for path in ("process.mmd", "process.bpmn"):
        (folder / "docs" / path).write_bytes(book.downloads[path]())
    # Our page for wrong addresses shows what only our plugin knows.
    shutil.copytree(shipped("templates") / "theme", folder / "overrides", ignore=shutil.ignore_patterns("404.html"))
    features = ["content.action.edit", "navigation.tabs", "navigation.indexes", "navigation.path", "navigation.prune"]
    settings = {
        "site_name": "Handbook",
        "use_directory_urls": False,
        "theme": {
            "name": "material",
            "custom_dir": "overrides",
            "font": False,
            "features": [*features, "navigation.top", "search.highlight", "search.suggest", "toc.follow"],
        },
        "plugins": ["search", "offline"],
        "markdown_extensions": ["attr_list", "tables"],
        "extra_javascript": ["assets/amends/handbook.js"],
        "nav": [item(child) for child in book.navigation],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")


def cpu(command: list[str], more: Mapping[str, str] | None = None) -> float:
    """The CPU seconds of a command with all its processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **(more or {})}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def without_cache() -> Mapping[str, str]:
    """An environment in which nothing is kept between builds."""
    return {"AMENDS_CACHE": ""}


def wait_for(words: str) -> None:
    """Ask for the page, as fast as a browser that was told of a change, until it has these words."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
            connection.request("GET", "/en/steps/verify.html")
            if words in connection.getresponse().read().decode():
                return
        except OSError:
            pass  # it does not listen yet
        time.sleep(0.02)
    raise SystemExit(f"the preview never showed “{words}”")


if __name__ == "__main__":
    sys.exit(main())
