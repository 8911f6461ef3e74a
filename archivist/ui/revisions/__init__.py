# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of an article: correcting one, settling what a correction left for review, looking at older ones."""

from archivist.ui.revisions.correct_dialog import CorrectDialog
from archivist.ui.revisions.review_dialog import ReviewDialog
from archivist.ui.revisions.revisions_dialog import RevisionsDialog

__all__ = ["CorrectDialog", "ReviewDialog", "RevisionsDialog"]
