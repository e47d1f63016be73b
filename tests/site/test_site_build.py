"""What a build knows is settled when it begins, and what is costly is made once."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from amends.cache import Cache
from amends.finding import Findings, UsageError
from amends.printing.pdf_cache import PdfCache
from amends.site.choice import Choice
from amends.site.site_build import SiteBuild, begin_build
from hotel import Hotel


def begin(choice: Choice) -> SiteBuild:
    return begin_build(choice, PdfCache(Cache(None)), is_serving=False)


@pytest.mark.parametrize(("chosen", "built"), [(None, "en"), ("en", "en"), ("zh", "zh")])
def test_the_chosen_locale_is_built_and_else_the_default_one(hotel: Hotel, chosen: str | None, built: str) -> None:
    assert begin(Choice(hotel.place, chosen)).locale == built


def test_an_unknown_locale_is_refused_with_the_known_ones(hotel: Hotel) -> None:
    with pytest.raises(UsageError, match="the SOP has no locale “de”; known are: `en`, `zh`"):
        begin(Choice(hotel.place, "de"))


def test_what_a_command_has_read_is_not_read_again(hotel: Hotel) -> None:
    read = hotel.manuscript()
    hotel.replace("responsible: front-desk", "responsible: front-dest")

    assert begin(Choice(hotel.place, None, read)).sop is read.sop
    with pytest.raises(Findings):
        begin(Choice(hotel.place, None))


def test_nothing_that_a_build_knows_can_be_set_later(hotel: Hotel) -> None:
    build = begin(Choice(hotel.place, None))

    for name in ("locale", "sop", "handbook"):
        with pytest.raises(FrozenInstanceError):
            setattr(build, name, None)


def test_each_build_has_a_guard_of_its_own(hotel: Hotel) -> None:
    choice = Choice(hotel.place, None)

    assert begin(choice).guard is not begin(choice).guard


@pytest.mark.site
def test_the_handbook_is_made_once_and_tells_which_entries_a_project_may_copy(hotel: Hotel) -> None:
    branch = hotel.branch()
    build = begin(Choice(branch, "en"))

    assert build.handbook is build.handbook
    of_the_base, own = build.origins["steps/watch"], build.origins["steps/confirm"]
    assert (Path(of_the_base.file).name, Path(own.file)) == ("steps.yml", branch.content / "changes.yml")
    assert build.to_copy["steps/watch"] == "steps/watch"
    assert not {"steps/confirm", "steps/accept"} & build.to_copy.keys()
