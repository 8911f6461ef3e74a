# SPDX-License-Identifier: GPL-3.0-or-later
"""Having the texts that have come in compared with the others, for commands that ask for duplicates."""

from __future__ import annotations

from archivist.cli.printing import say
from archivist.cli.root import Place, run
from archivist.errors import ArchiveLocked, ArchiveReadOnly


def compare_texts(place: Place) -> None:
    """Compare the new texts; where the archive cannot be written now, say so and leave them for later."""
    with place.read() as archive:
        waiting = archive.duplicates.wordings.waiting()
    if not waiting:
        return
    try:
        with place.write() as archive:
            run(archive.duplicates.wordings.read_new(), "Comparing texts")
    except (ArchiveLocked, ArchiveReadOnly):
        say(f"{waiting} texts have not been compared yet, as the archive cannot be written now.", err=True)
