# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing tags and keeping the codebook: the popup and the strip of keys.

Its dialogs, codebook_dialog, merge_tag_dialog and tag_hits_dialog, are imported when they are opened.
"""

from __future__ import annotations

from archivist.ui.tagging.popup import TagPopup
from archivist.ui.tagging.strip import TagStrip
from archivist.ui.tagging.sweep_bar import SweepBar

__all__ = ["SweepBar", "TagPopup", "TagStrip"]
