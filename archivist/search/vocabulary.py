# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to be asked for in one archive: the values that articles have, the names of its records,
and the words of the index."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from archivist.language.keys import FORM_MARK, prefix_key
from archivist.model import Kind
from archivist.search.columns import FollowedColumns
from archivist.search.facets import facet
from archivist.search.naming import NamedRecords
from archivist.search.query import TextField
from archivist.search.snapshot import Snapshot

_MOST_FORMS = 2000  # that are compared by how frequent they are


class ArchiveVocabulary:
    """The vocabulary of one snapshot, for completion.py."""

    def __init__(self, snapshot: Snapshot, columns: FollowedColumns, records: NamedRecords) -> None:
        self._snapshot = snapshot
        self._columns = columns
        self._records = records

    def values(self, field: str) -> Sequence[str]:
        """Every outlet or language that an article has, the most frequent first; every tag or collection."""
        columns = self._columns.get()
        match field:
            case "tag":
                return [name for name, _ in columns.tag_names.values()]
            case "collection":
                return list(columns.collection_names.values())
        counted = facet(field, columns, np.flatnonzero(columns.live))
        return [each.value for each in counted.values if each.value]

    def records(self, kind: Kind, typed: str) -> Sequence[str]:
        """Names of records that begin so, the likeliest first; where nothing is typed, those of the most articles."""
        if typed.strip():
            return self._records.beginning(kind, typed)
        return self._records.named(kind, self._columns.get().most_linked())

    def words(self, prefix: str) -> Sequence[str]:
        """The forms in bodies that begin so, the most frequent first, in lower case and folded."""
        form = prefix_key(prefix).removeprefix(FORM_MARK)
        found = self._snapshot.forms(TextField.BODY, form, _MOST_FORMS)
        return sorted(found, key=lambda word: (-found[word], word))
