# SPDX-License-Identifier: GPL-3.0-or-later
"""sqlite_utils without numpy, which it imports where that is installed, to store types that nobody here has.

It takes a tenth of a second, a fifth of the start of the program.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType


def _import_alone(name: str) -> None:
    if "numpy" in sys.modules:
        importlib.import_module(name)
        return
    hidden: dict[str, ModuleType | None] = {"numpy": None}  # such a module is one that is not installed
    sys.modules.update(hidden)  # type: ignore[arg-type]
    try:
        importlib.import_module(name)
    finally:
        del sys.modules["numpy"]


_import_alone("sqlite_utils.db")

from sqlite_utils import Database, Migrations  # noqa: E402 - only now

__all__ = ["Database", "Migrations"]
