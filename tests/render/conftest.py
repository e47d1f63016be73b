from pathlib import Path

import pytest

from hotel import Hotel


@pytest.fixture
def hotel(tmp_path: Path) -> Hotel:
    """The small SOP of tests/hotel.py; `hotel.replace(old, new)` writes one place of it otherwise."""
    return Hotel(tmp_path / "hotel")
