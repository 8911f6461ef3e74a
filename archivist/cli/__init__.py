# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: the same core without a window. Its JSON shapes are promises (shapes.py)."""

from archivist.cli.root import archivist

# Where each command is. A module is imported when one of its commands is asked for: all together take most of a second.
archivist.commands_in(
    {
        "archivist.cli.keeping": ("new", "list", "show", "stats", "verify"),
        "archivist.cli.taking_in": ("import",),
        "archivist.cli.profiles": ("profiles",),
        "archivist.cli.provenance": ("provenance",),
        "archivist.cli.handing_over": ("formats", "export"),
        "archivist.cli.finding": ("search", "reindex"),
        "archivist.cli.saving": ("searches",),
        "archivist.cli.reading_in_context": ("concordance",),
        "archivist.cli.annotating": ("tags", "annotate"),
        "archivist.cli.suggesting": ("suggest",),
        "archivist.cli.records": ("records",),
        "archivist.cli.relations": ("relate", "relations"),
        "archivist.cli.duplicates": ("duplicates",),
        "archivist.cli.agreement": ("agreement",),
        "archivist.cli.history": ("history", "undo", "redo"),
        "archivist.cli.revising": ("revise", "reread"),
        "archivist.cli.reviewing": ("revisions", "diff", "review", "settle"),
        "archivist.cli.restricting": ("restrict",),
        "archivist.cli.preserving": ("backup", "restore", "rescue"),
    }
)

__all__ = ["archivist"]
