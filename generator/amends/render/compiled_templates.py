"""Where Jinja keeps templates that it has compiled, so that the next build need not compile them again."""

from __future__ import annotations

from functools import cache

from jinja2 import BytecodeCache, FileSystemBytecodeCache


@cache
def compiled_templates() -> BytecodeCache | None:
    """A cache in the user's own temporary folder; none if that folder is not safe."""
    try:
        return FileSystemBytecodeCache()
    except (OSError, RuntimeError):
        return None
