# SPDX-License-Identifier: GPL-3.0-or-later
"""The preservation log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archivist.model.json_value import JsonValue
from archivist.model.terms import Outcome


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the preservation log."""

    number: int  # 1, 2, 3 within its archive
    id: str
    type: str  # an EventType, or one that a newer program knows
    at: str  # UTC, ISO 8601
    who: str
    agent: str  # the program, with its version
    object_type: str  # article, original, archive or backup
    object: str  # its id, or the SHA-256 of an original
    outcome: Outcome
    detail: Mapping[str, JsonValue]
    hash: str  # of this entry and of the one before it
