# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps of the history."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One step of the history: what a person did, as one undoable whole."""

    number: int
    id: str
    name: str
    who: str
    at: str  # UTC, ISO 8601
    changes: int
