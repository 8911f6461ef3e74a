# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: the same core without a window. Its JSON shapes are promises (shapes.py)."""

from archivist.cli.agreement import agreement
from archivist.cli.annotating import annotate, tags
from archivist.cli.duplicates import duplicates
from archivist.cli.finding import reindex, search
from archivist.cli.handing_over import export, formats
from archivist.cli.history import history, redo, undo
from archivist.cli.keeping import list_, new, show, stats, verify
from archivist.cli.preserving import backup, rescue_, restore_
from archivist.cli.profiles import profiles
from archivist.cli.provenance import provenance
from archivist.cli.reading_in_context import concordance
from archivist.cli.records import records
from archivist.cli.relations import relate, relations
from archivist.cli.restricting import restrict
from archivist.cli.reviewing import diff, review, revisions, settle
from archivist.cli.revising import reread_, revise
from archivist.cli.root import archivist
from archivist.cli.saving import searches
from archivist.cli.suggesting import suggest
from archivist.cli.taking_in import import_

for command in (
    *(new, import_, profiles, list_, show, provenance, stats, formats),
    *(search, searches, concordance, tags, annotate, suggest, records, relate, relations, duplicates, agreement),
    *(history, undo, redo, revise, reread_, revisions, diff, review, settle),
    *(restrict, export, verify, backup, restore_, rescue_, reindex),
):
    archivist.add_command(command)

__all__ = ["archivist"]
