# SPDX-License-Identifier: GPL-3.0-or-later
"""What JSON can hold, which mypy is not told of."""

from __future__ import annotations

from typing import Any

JsonValue = Any
