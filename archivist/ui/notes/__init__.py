# SPDX-License-Identifier: GPL-3.0-or-later
"""What readers and imports say of a file in English, in the language of the interface."""

from __future__ import annotations

from archivist.ui.notes.worded import worded

__all__ = ["worded"]
