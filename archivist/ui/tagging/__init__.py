# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing tags and keeping the codebook: the strip of keys, and the tag in hand.

The popup and the dialogs are imported from their modules when they are first opened.
"""

from __future__ import annotations

from archivist.ui.tagging.strip import TagStrip
from archivist.ui.tagging.sweep_bar import SweepBar

__all__ = ["SweepBar", "TagStrip"]
