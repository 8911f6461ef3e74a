# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the files lie that are shipped with the program.

In a checkout resources/ and data/ stand beside the package; in a wheel they are inside it.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder of icons, styles, translations and the manual."""
    return _shipped("resources")


def data() -> Path:
    """The folder of sample coverage and the default codebook; nothing is ever written to it."""
    return _shipped("data")


def _shipped(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
