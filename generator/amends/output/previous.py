"""The build before the present one: kept in a hidden folder beside the output, until the next build takes its place."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from amends.faults import told_as_usage
from amends.finding import UsageError
from amends.output.allowed import refuse_foreign
from amends.output.exchange import swap
from amends.output.inventory import MARKER, differences, inventory_of, some
from amends.output.marker import foreign_files, read_marker
from amends.output.workplace import Workplace, workplace
from amends.said import Said, said


def previous_of(output: Path) -> Path:
    """The folder that keeps the build before the present one. Where the output is served, nobody else may read it."""
    return output.with_name(f".{output.name}.amends-previous")


def refuse_foreign_previous(output: Path) -> None:
    """Raise UsageError if somebody else's files lie where the previous build is kept."""
    previous = previous_of(output)
    if previous.is_symlink() or (previous.exists() and not previous.is_dir()):
        raise UsageError(f"{previous}: the previous build is kept there, and this is no folder; move it away")
    if previous.exists() and (foreign := foreign_files(previous)):
        raise UsageError(f"{previous}: holds files that amends did not make ({some(foreign)}); move them away")


def keep(old: Path, work: Workplace) -> None:
    """Keep a build that was just replaced. The one that was kept before is then in the workplace."""
    previous = previous_of(work.output)
    _hide(old)
    if previous.exists():
        swap(old, previous, work.old)
    else:
        old.rename(previous)


def roll_back(output: Path) -> Said:
    """Put the previous build in the place of the present one, which becomes the previous one. Gives what to say of it.

    Raises UsageError if no previous build is kept, if it is not whole any more, or if the output is not ours.
    """
    previous = previous_of(output)
    with told_as_usage(output):
        refuse_foreign(output)
        refuse_foreign_previous(output)
        if read_marker(previous) is None:
            raise UsageError(
                f"{output}: no previous build is kept for this folder; a build keeps the one that it replaces"
            )
        with workplace(output) as work:
            _refuse_broken(previous)
            if not output.exists():
                previous.chmod(work.folder.stat().st_mode)  # as the user's umask says
                previous.rename(output)
                return said("rolled-back.alone", **_name(output), folder=output)
            previous.chmod(output.stat().st_mode)
            swap(previous, output, work.old)
            _hide(previous)
    other = _name(previous)
    return said("rolled-back.again", **_name(output), folder=output, other=other["made"], of_other=other["version"])


def _refuse_broken(previous: Path) -> None:
    marker, found = read_marker(previous), inventory_of(previous)
    # The marker of an older amends lists names without digests.
    meant = {name: digest or found.get(name, "") for name, digest in marker.files.items()} if marker else {}
    if wrong := differences(meant, found):
        raise UsageError(f"{previous}: the previous build is not whole any more ({some(wrong)}); build it again")


def _name(build: Path) -> dict[str, str]:
    """What tells one build from another: when it was made, and the version of the SOP."""
    marker = read_marker(build)
    made = datetime.fromtimestamp((build / MARKER).stat().st_mtime)  # noqa: DTZ006 - in the user's own time zone
    return {"made": f"{made:%Y-%m-%d %H:%M:%S}", "version": (marker.version if marker else "") or "–"}


def _hide(previous: Path) -> None:
    with contextlib.suppress(PermissionError):  # the folder may belong to another member of a group
        previous.chmod(0o700)
