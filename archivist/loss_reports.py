# SPDX-License-Identifier: GPL-3.0-or-later
"""The file beside an export that tells what the export does not carry; where it comes back, it is no article."""

from __future__ import annotations

SUFFIX = ".losses.txt"
BEGINNING = "What is in the archive, and is not in "


def is_loss_report(name: str, beginning: bytes) -> bool:
    """Whether a file of this name that begins so is such a report."""
    return name.lower().endswith(SUFFIX) and beginning.startswith(BEGINNING.encode())
