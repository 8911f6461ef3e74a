# SPDX-License-Identifier: GPL-3.0-or-later
"""Correcting the text of an article from a file, as a job for a process of its own."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from archivist.model import Progress, Revised
from archivist.store import Archive


def correct_text(archive: Archive, article: str, path: Path) -> Generator[Progress, None, Revised]:
    """Give an article (id) the text of a file, as one step. Raises as correct() does."""
    from archivist.intake.correcting import correct  # noqa: PLC0415

    yield Progress(0, 1, path.name)
    return correct(archive, article, path)
