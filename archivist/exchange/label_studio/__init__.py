# SPDX-License-Identifier: GPL-3.0-or-later
"""Label Studio: tasks as JSON, with the labelling configuration that shows them.

A region is labelled through a control that is named after the kind of its tag; figures have
controls of their own for a number, how near it is, and so on. What Label Studio has no control for
is in the region's `meta`, which it carries along; metadata of the article is in the task's data.
Offsets are code points, as Label Studio exports them since 1.4 (pull request 1559).
"""

from archivist.exchange import own_fields
from archivist.exchange.format import Format
from archivist.exchange.label_studio.reading import read, recognises
from archivist.exchange.label_studio.writing import write

FORMAT = Format(
    "label-studio",
    "Label Studio JSON",
    (".json", ".zip", ""),
    keeps=own_fields.KEPT,
    write=write,
    read=read,
    recognises=recognises,
)

__all__ = ["FORMAT"]
