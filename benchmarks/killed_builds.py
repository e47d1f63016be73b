"""What is left of a site whose builds are killed at random moments, while somebody reads it.

    PYTHONPATH=generator:tests python benchmarks/killed_builds.py [--kills 300] [--seconds 8] [--seed 1]

A site counts as broken if a file is missing or has other bytes than were published; a read fails if a page is not there.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from hotel import Hotel
from kills import kill_builds, random_moments


def main() -> None:
    """Kill builds of a small SOP and print what happened."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=8, help="the longest time that a build gets")
    parser.add_argument("--seed", type=int, default=1)
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        hotel = Hotel(Path(folder, "sop"))
        header = (hotel.folder / "sop.yml").read_text(encoding="utf-8")
        command = [sys.executable, "-m", "amends", "build", str(hotel.folder), "-o", str(Path(folder, "site"))]

        def change(number: int) -> None:
            issue = header.replace('version: "2.1"', f'version: "2.1.{number}"')
            (hotel.folder / "sop.yml").write_text(issue, encoding="utf-8")

        kill_builds(command, Path(folder, "site"), [], change=change)
        moments = random_moments(wish.kills, wish.seconds, wish.seed)
        print(kill_builds(command, Path(folder, "site"), moments, change=change))


if __name__ == "__main__":
    main()
