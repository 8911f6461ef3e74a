# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing tags and keeping the codebook: the popup, the strip of keys, the codebook dialog."""

from __future__ import annotations

from archivist.ui.tagging.codebook_dialog import CodebookDialog
from archivist.ui.tagging.popup import TagPopup
from archivist.ui.tagging.strip import TagStrip

__all__ = ["CodebookDialog", "TagPopup", "TagStrip"]
