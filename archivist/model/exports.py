# SPDX-License-Identifier: GPL-3.0-or-later
"""What an export writes, and what it cannot carry."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that an export could not carry."""

    what: str
    count: int
    why: str


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote."""

    path: Path
    articles: int
    annotations: int
    losses: tuple[Loss, ...] = ()
    records: int = 0
    relations: int = 0


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """What an export would write."""

    articles: int
    annotations: int
    losses: tuple[Loss, ...] = ()
    records: int = 0
    relations: int = 0
