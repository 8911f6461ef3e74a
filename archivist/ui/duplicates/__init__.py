# SPDX-License-Identifier: GPL-3.0-or-later
"""The articles that are one text, side by side with what differs."""

from __future__ import annotations

from archivist.ui.duplicates.dialog import DuplicatesDialog

__all__ = ["DuplicatesDialog"]
