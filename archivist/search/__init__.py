# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding articles by their words: the only room that knows Whoosh. Begin at searching.Search.

query and parser are the query language, patterns what a query looks for in a text; executor answers
a query from a snapshot of the index, filters and facets by the columns of the archive; snippets,
concordance and suggestions are made of an answer. flat is how the index is kept on disk, commit,
building and indexing how it follows the archive. ARCHITECTURE.md tells how they work together.
"""

from archivist.search.indexing import Updated, check, rebuild, update, update_in_process
from archivist.search.parser import FIELDS, parse
from archivist.search.searching import SORTS, Hit, Results, Search

__all__ = [
    "FIELDS",
    "SORTS",
    "Hit",
    "Results",
    "Search",
    "Updated",
    "check",
    "parse",
    "rebuild",
    "update",
    "update_in_process",
]
