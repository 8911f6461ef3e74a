# SPDX-License-Identifier: GPL-3.0-or-later
"""How many of the articles that are found have which outlet, language, date, tag, kind and collection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from archivist.search.columns import Columns
from archivist.search.flat.sections import Array

FACETS = ("outlet", "language", "year", "month", "tag", "kind", "collection")


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value and how many of the articles have it; "" means none."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of a field: the most frequent first, years and months from the newest, kinds and tags as listed."""

    field: str
    values: tuple[FacetValue, ...]


def facet(field: str, columns: Columns, rows: Array) -> Facet:
    """The values of one field among the articles in some rows, each named once."""
    match field:
        case "outlet" | "language":
            codes, values = columns.codes(field)
            counts = np.bincount(codes[rows], minlength=len(values)).tolist()
            found = ((value, count) for value, count in zip(values, counts, strict=True) if count)
            return _facet(field, sorted(found, key=lambda one: (-one[1], one[0])))
        case "year" | "month":
            return _facet(field, _dates(field, columns.months()[rows]))
    among = np.zeros(len(columns.live), bool)
    among[rows] = True
    return _facet(field, _groups(field, columns, among))


def _facet(field: str, found: list[tuple[str, int]] | Iterator[tuple[str, int]]) -> Facet:
    return Facet(field, tuple(FacetValue(value, count) for value, count in found if count))


def _dates(field: str, months: Array) -> Iterator[tuple[str, int]]:
    dates, counts = np.unique(months // 100 if field == "year" else months, return_counts=True)
    for date, count in zip(dates[::-1].tolist(), counts[::-1].tolist(), strict=True):
        if not date:
            yield "", count
        else:
            yield (f"{date:04d}" if field == "year" else f"{date // 100:04d}-{date % 100:02d}"), count


def _groups(field: str, columns: Columns, among: Array) -> Iterator[tuple[str, int]]:
    match field:
        case "tag":
            numbers = columns.tags.numbers(among)
            yield from ((name, numbers.get(row, 0)) for row, (name, _) in columns.tag_names.items())
        case "collection":
            numbers = columns.collections.numbers(among)
            yield from ((name, numbers.get(row, 0)) for row, name in columns.collection_names.items())
        case "kind":
            for kind in dict.fromkeys(kind for _, kind in columns.tag_names.values()):
                tags = [row for row, (_, of) in columns.tag_names.items() if of == kind]
                members = np.unique(columns.tags.of(tags))
                yield kind, int(np.count_nonzero(among[members[members < len(among)]]))
