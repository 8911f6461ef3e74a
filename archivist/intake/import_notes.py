# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the notes on unfinished imports lie; a window looks for them at its start, so this imports nothing heavy."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

PREFIX = "import-"


def notes_in(folder: Path) -> list[Path]:
    """The notes in the folder of an archive, in no order; one that a kill cut off while it was written is removed."""
    for cut_off in folder.glob(f"{PREFIX}*.new"):
        with suppress(OSError):
            cut_off.unlink()
    return [note for note in folder.glob(f"{PREFIX}*.json") if note.is_file()]
