# SPDX-License-Identifier: GPL-3.0-or-later
"""What reading many articles found, by groups that are accepted or rejected together."""

from __future__ import annotations

from archivist.ui.scanning.dialog import FindingsDialog

__all__ = ["FindingsDialog"]
