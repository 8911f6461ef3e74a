# SPDX-License-Identifier: GPL-3.0-or-later
"""What a number counts, as it is found beside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted."""

    text: str
    people: bool
    end: int
    """The token after the noun; the end of the number where no noun stands after it."""
    noun: bool
    """Whether a noun after the number says it."""
