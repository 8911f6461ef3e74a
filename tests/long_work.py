# SPDX-License-Identifier: GPL-3.0-or-later
"""Long work is a generator; a test runs it to its end."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

Result = TypeVar("Result")


def run_to_end(steps: Generator[Any, None, Result]) -> Result:
    """What a piece of long work returns, all its progress passed over."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            result: Result = stop.value
            return result
