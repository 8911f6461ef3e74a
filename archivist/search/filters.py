# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told of articles without the index: masks of the documents of a snapshot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

import numpy as np

from archivist.errors import InvalidValue
from archivist.search.columns import FollowedColumns
from archivist.search.flat.sections import Array
from archivist.search.naming import Meant
from archivist.search.parser import POSSIBLE_VALUES
from archivist.search.query import Having, Imported, Linked, Node, Published, Spans
from archivist.search.snapshot import Snapshot
from archivist.store.duplicates import Duplicates
from archivist.store.selections import Selections

Chosen: TypeAlias = Mapping[str, Sequence[str]]  # facet values by facet field: those of one field widen, fields narrow

_MOST_KNOWN = 64
_WITH_DUPLICATES = Having("has", "duplicates")


class Filters:
    """The filters of one snapshot; they follow the archive with its columns."""

    def __init__(
        self,
        snapshot: Snapshot,
        columns: FollowedColumns,
        selections: Selections,
        duplicates: Duplicates,
        annotated: Callable[[Spans], Iterable[int]],
        meant: Meant,
    ) -> None:
        """`annotated` gives the rows of the articles with an annotation of which a part of a query holds."""
        self._snapshot = snapshot
        self._columns = columns
        self._selections = selections
        self._duplicates = duplicates
        self._annotated = annotated
        self._meant = meant
        self._version = -1
        self._known: dict[object, Array] = {}

    def of_node(self, node: Node) -> Array:
        """The documents that answer a part of a query without words. Raises InvalidValue."""
        # Texts are compared after they have come in, which changes nothing else of the archive.
        what = (node, self._duplicates.version) if node == _WITH_DUPLICATES else node
        return self._remembered(what, partial(self._rows_of_node, node))

    def of_chosen(self, chosen: Chosen, *, but: str = "") -> Array | None:
        """The documents that chosen facet values let through, those of one field left out; None for all."""
        passing: Array | None = None
        for field, values in chosen.items():
            if values and field != but:
                mask = self._remembered((field, tuple(values)), partial(self._columns.get().of_values, field, values))
                passing = mask if passing is None else passing & mask
        return passing

    def _remembered(self, what: object, rows: Callable[[], Array]) -> Array:
        version = self._columns.get().version
        if self._version != version or len(self._known) > _MOST_KNOWN:
            self._version = version
            self._known.clear()
        known = self._known.get(what)
        if known is None:
            known = self._known[what] = self._by_document(rows())
        return known

    def _by_document(self, mask: Array) -> Array:
        rows = self._snapshot.rows
        if not len(mask):
            return np.zeros(len(rows), bool)
        return mask[np.minimum(rows, len(mask) - 1)] & (rows < len(mask))

    def _rows_of_node(self, node: Node) -> Array:
        columns = self._columns.get()
        match node:
            case Published(days):
                return columns.published(days)
            case Imported(days):
                return columns.imported(days)
            case Spans():
                return columns.of_rows(self._annotated(node))
            case Linked():
                return columns.linked(self._meant(node))
            case Having("has", value):
                return self._having(value)
            case Having("outlet" | "byline" as field, value):
                wanted = value.strip().casefold()
                return columns.with_text(field, lambda text: _is_in(wanted, text.casefold()))
            case Having("language", value):
                return columns.of_value("language", value)
            case Having("tag" | "kind" | "collection" as field, value):
                return columns.of_value(field, value)
            case Having("url", value):
                return columns.of_rows(self._selections.with_address(value))
        raise TypeError(node)

    def _having(self, what: str) -> Array:
        columns = self._columns.get()
        match what.strip().casefold():
            case "annotation":
                return columns.tagged(lambda _name, _kind: True)
            case "note":
                return columns.with_notes()
            case "date":
                return columns.dated()
            case "record":
                return columns.linked()
            case "duplicates":
                return columns.of_rows(row for group in self._duplicates.groups() for row in group.rows)
        raise InvalidValue("has", what, ", ".join(POSSIBLE_VALUES["has"]))


def _is_in(wanted: str, text: str) -> bool:
    """Whether a text has another as a part of it, beginning at a word."""
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            return True
        at = text.find(wanted, at + 1)
    return False
