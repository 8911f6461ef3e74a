# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundles among files and folders that a person wants to import."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from archivist.exchange.bundle import is_bundle


def find_bundles(paths: Iterable[Path]) -> list[Path]:
    """The paths that are bundles, and the bundles in the folders among them; links are not followed."""
    return [bundle for path in paths for bundle in _bundles_at(path)]


def _bundles_at(path: Path) -> Iterator[Path]:
    if not path.is_dir() or is_bundle(path):
        if is_bundle(path):
            yield path
        return
    for folder, folders, files in os.walk(path):
        here = Path(folder)
        inside = sorted(name for name in folders if is_bundle(here / name))
        folders[:] = sorted(name for name in folders if name not in inside and not name.startswith("."))
        archives = (name for name in sorted(files) if name.lower().endswith(".zip"))
        yield from (here / name for name in [*inside, *archives] if is_bundle(here / name))
