# SPDX-License-Identifier: GPL-3.0-or-later
"""Times that a text names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date at [start, end) in code points, and what it means as EDTF."""

    start: int
    end: int
    edtf: str
    confidence: float
    with_day: bool
