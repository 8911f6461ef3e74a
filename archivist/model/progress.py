# SPDX-License-Identifier: GPL-3.0-or-later
"""How far long work has come."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long piece of work has come; total is 0 while it is not known."""

    done: int
    total: int
    what: str
    seconds_left: float | None = None  # None while that cannot be told
