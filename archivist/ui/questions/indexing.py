# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the search index has fallen behind the archive, and its update, as work for a process of its own.

What the search answers with here stays in that process: to receive it the window would have to import the search.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from archivist.model import Progress
from archivist.ui.questions.answering import Sources


def index_is_behind(sources: Sources) -> bool:
    """Whether the index has still to read something, or is not there at all."""
    from archivist.search.index import Index

    manifest = Index(sources.archive).manifest()
    return manifest is None or sources.archive.index_queue.pending(manifest.mark.seq) > 0


def update_index(folder: Path) -> Generator[Progress, None, None]:
    """Bring the index of the archive in a folder up to date. Raises IndexFailed, DiskFull."""
    from archivist.search import update_in_process

    yield from update_in_process(folder)
