"""What this installation is made of: amends itself, and the packages beside it."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path

from amends.shipped import shipped


@cache
def installation_digest() -> str:
    """A digest of our own code, of all that is shipped with it, and of the versions of Python and of all packages.

    The same digest means that the same input gives the same output.
    """
    digest = hashlib.sha256(sys.version.encode())
    for name in sorted({path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")}):
        digest.update(f"\0{name}".encode())
    for folder in (Path(__file__).parent, shipped("templates"), shipped("sop")):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"\0{path.relative_to(folder)}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
