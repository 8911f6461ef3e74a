# SPDX-License-Identifier: GPL-3.0-or-later
"""Files for flat arrays, as many as a test wants."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest


@pytest.fixture
def new_path(tmp_path: Path) -> Callable[[], Path]:
    """Gives a path at which nothing is yet, another one every time."""
    numbers = count()
    return lambda: tmp_path / f"{next(numbers)}.flat"
