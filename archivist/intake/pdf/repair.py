# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF that lost its end, given a new one.

The table at the end of a PDF says where everything is; without it PDFium finds the objects by itself,
if only it is told where to begin.
"""

from __future__ import annotations

import re

_CATALOG = re.compile(rb"(\d{1,7})\s+(\d{1,5})\s+obj\s*<<(?:(?!endobj|stream).){0,2000}?/Type\s*/Catalog\b", re.DOTALL)
_PAGE = re.compile(rb"(\d{1,7})\s+(\d{1,5})\s+obj\s*<<(?:(?!endobj|stream).){0,4000}?/Type\s*/Page\b", re.DOTALL)
_LAST_OBJECT = 4_194_300  # a number that hardly a file has, and PDFium still accepts


def with_new_end(raw: bytes) -> bytes | None:
    """The file with an end that names its catalogue, or, where that is gone too, its pages; None if it has none."""
    catalog = None
    for catalog in _CATALOG.finditer(raw):  # noqa: B007 - the last one is in force
        pass
    if catalog:
        return raw + b"\nendobj\ntrailer<</Root %s %s R>>\n%%%%EOF\n" % (catalog[1], catalog[2])
    pages = [b"%s %s R" % (page[1], page[2]) for page in _PAGE.finditer(raw)]
    if not pages:
        return None
    root, parent = _LAST_OBJECT, _LAST_OBJECT - 1
    return raw + (
        b"\nendobj\n%d 0 obj<</Type/Pages/Count %d/MediaBox[0 0 612 792]/Kids[%s]>>endobj\n"
        % (parent, len(pages), b" ".join(pages))
        + b"%d 0 obj<</Type/Catalog/Pages %d 0 R>>endobj\ntrailer<</Root %d 0 R>>\n%%%%EOF\n" % (root, parent, root)
    )
