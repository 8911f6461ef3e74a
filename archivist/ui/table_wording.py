# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tables of an archive hold, in the language of the interface."""

from __future__ import annotations

from archivist.ui.rewording import Rewording


class TableWording(Rewording):
    """Tables by their names in the database; of those that only the program speaks of the name stays."""

    TEMPLATES = (
        "articles",
        "revisions",
        "annotations",
        "tags",
        "records",
        "relations",
        "collections",
        "originals",
        "actions",
        "changes",
        "events",
    )
