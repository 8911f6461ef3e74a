# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing tags and keeping the codebook: the popup, the strip of keys, the codebook dialog."""

from __future__ import annotations

from archivist.ui.tagging.codebook_dialog import CodebookDialog
from archivist.ui.tagging.merge_tag_dialog import MergeTagDialog
from archivist.ui.tagging.popup import TagPopup
from archivist.ui.tagging.strip import TagStrip
from archivist.ui.tagging.sweep_bar import SweepBar
from archivist.ui.tagging.tag_hits_dialog import TagHitsDialog

__all__ = ["CodebookDialog", "MergeTagDialog", "SweepBar", "TagHitsDialog", "TagPopup", "TagStrip"]
