# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding articles by their words: the only room that knows Whoosh. Begin at searching.Search.

query and parser are the query language, patterns what a query looks for in a text, executor and
leaves how Whoosh answers it, snippets what is shown of an answer; index, manifest and indexing keep
the index on disk.
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
