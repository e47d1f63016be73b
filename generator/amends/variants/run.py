"""The whole way of many handbooks on one screen: a list of variants -> jobs -> results -> a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from amends.content.place import Place
from amends.content.variant import Variant
from amends.finding import Finding, Location
from amends.installation import installation
from amends.sources import Sources, has_edit_links, sources_of
from amends.variants.cluster import results_of_cluster
from amends.variants.job import Job, Result, is_current
from amends.variants.local import results_here
from amends.variants.records import FOLDER, Records
from amends.variants.report import report_of
from amends.variants.roster import Roster, read_roster
from amends.write import write_file

REPORT = "report.json"


@dataclass(frozen=True)
class Wish:
    """What a user asks for: which variants of which list, where they are built, and whether MkDocs must be content."""

    project: Place
    roster: Path
    output: Path
    only: tuple[str, ...]
    today: date
    is_strict: bool


@dataclass(frozen=True)
class Run:
    """The jobs that a wish comes to, and the variants that were built earlier and are no longer listed."""

    jobs: tuple[Job, ...]
    removed: tuple[str, ...]
    records: Records

    def results(self, processes: int, cluster: str | None) -> Iterator[Result]:
        """Do the jobs: on a cluster, or in so many processes here. Each result comes as soon as it is there."""
        results = results_of_cluster(self.jobs, cluster) if cluster else self._here(processes)
        return (replace(result, findings=tuple(map(_nearby, result.findings))) for result in results)

    def _here(self, processes: int) -> Iterator[Result]:
        """What is there already needs no other process, and none is begun if that is all."""
        changed = []
        for job in self.jobs:
            if is_current(job):
                yield Result(job.variant.id, "unchanged")
            else:
                changed.append(job)
        yield from results_here(changed, processes)

    def prune(self) -> None:
        """Delete what was built of variants that are no longer listed."""
        for variant_id in self.removed:
            self.records.remove(variant_id)

    def report(self, results: Sequence[Result], file: Path | None) -> Path:
        """Write the report for programs; gives its path."""
        target = file or self.records.output / FOLDER / REPORT
        write_file(target, report_of(results, self.removed).encode())
        return target


def planned(wish: Wish) -> Run:
    """The jobs of a wish. Raises UsageError or Findings if the project, or the list of variants, cannot be read."""
    roster = read_roster(wish.roster)
    chosen = roster.chosen(wish.only)
    output = wish.output.absolute()
    shared = sources_of(wish.project, without=[output, *roster.files, *_layers(roster)])
    digest_of = cache(Sources.digest)  # of thousands of branches, many share their layers
    project, links, installed = _absolute(wish.project), has_edit_links(wish.project), installation()

    def job(variant: Variant) -> Job:
        sources = (shared, Sources(variant.layers))
        digests = tuple(map(digest_of, sources))
        return Job(variant, project, output, sources, digests, installed, wish.today, wish.is_strict, links)

    records = Records(wish.output)
    return Run(tuple(job(_with_absolute_paths(it)) for it in chosen), _removed(records, roster), records)


def _nearby(finding: Finding) -> Finding:
    """The finding with its path as seen from the folder of the user."""
    path = Path(finding.location.file)
    if not path.is_relative_to(Path.cwd()):
        return finding
    return replace(finding, location=replace(finding.location, file=str(path.relative_to(Path.cwd()))))


def _removed(records: Records, roster: Roster) -> tuple[str, ...]:
    """The variants that have a record and are not listed. Capitals do not count, since some disks ignore them."""
    listed = {variant.id.lower() for variant in roster.variants}
    return tuple(variant_id for variant_id in records.ids() if variant_id.lower() not in listed)


def _layers(roster: Roster) -> Iterator[Path]:
    return (layer for variant in roster.variants for layer in variant.layers)


def _absolute(place: Place) -> Place:
    config = place.config.absolute() if place.config else None
    return replace(place, home=place.home.absolute(), content=place.content.absolute(), config=config)


@cache
def _absolute_path(file: str) -> str:
    return str(Path(file).absolute())


def _with_absolute_paths(variant: Variant) -> Variant:
    """The variant with paths that mean the same in another process, or on a machine that shares these folders."""

    def absolute(location: Location) -> Location:
        return Location(_absolute_path(location.file), location.line, location.column)

    settings = (replace(setting, location=absolute(setting.location)) for setting in variant.settings)
    layers = (layer.absolute() for layer in variant.layers)
    return replace(variant, location=absolute(variant.location), layers=tuple(layers), settings=tuple(settings))
