# SPDX-License-Identifier: GPL-3.0-or-later
"""What the archive knows of every article, as arrays by row: what filters, sorting and facets work on.

They are read when they are first needed and follow the archive afterwards. For one thread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

import numpy as np

from archivist.dates import DateRange
from archivist.errors import InvalidValue
from archivist.language.collation import sort_key
from archivist.model import Kind
from archivist.search.flat.sections import Array
from archivist.store import Archive
from archivist.store.facts import ArticleFacts, Facts

_DATES = {"year": re.compile("[0-9]{4}"), "month": re.compile("[0-9]{4}-[0-9]{2}")}
_NO_DAY = np.iinfo("i4").min
_AT_ONCE = 1 << 16  # numbers that are reckoned with
_TEXTS = ("outlet", "byline", "language")
_DAYS = {"first": "published_first", "last": "published_last", "imported": "imported_day"}


class FollowedColumns:
    """The columns of one archive, read when they are first asked for and after it has changed."""

    def __init__(self, archive: Archive) -> None:
        self._facts = archive.facts
        self._columns: Columns | None = None
        self._is_fresh = False

    def expire(self) -> None:
        """Look for changes of the archive when they are next asked for."""
        self._is_fresh = False

    def get(self) -> Columns:
        """The columns."""
        if self._columns is None:
            self._columns = Columns(self._facts)
        elif not self._is_fresh:
            self._columns.follow()
        self._is_fresh = True
        return self._columns


class Columns:
    """The columns of one archive as of some moment."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.version = 0  # rises whenever anything has changed
        self.live = np.zeros(0, bool)
        self.tags = _Groups()
        self.collections = _Groups()
        self.tag_names: dict[int, tuple[str, str]] = {}  # name and kind
        self.collection_names: dict[int, str] = {}
        self._texts = {name: _Texts() for name in _TEXTS}
        self._days = {name: np.zeros(0, "i4") for name in _DAYS}
        self._with_notes = np.zeros(0, bool)
        self._links: _Links | None = None  # read when it is first asked for, as most questions never do
        self._ranks: dict[str, Array] = {}
        self._mark = facts.mark()
        self._read(None)

    def follow(self) -> None:
        """Take over what has changed in the archive."""
        changes = self._facts.changed_since(self._mark)
        if changes:
            self._read(changes.rows)
        self._mark = changes.mark

    def _read(self, rows: Collection[int] | None) -> None:
        """Read all articles, or some that have changed, come or gone."""
        articles = list(self._facts.articles(rows))
        wanted = None if rows is None else np.fromiter(rows, "i8", len(rows))
        self._grow(1 + max(chain((article.row for article in articles), rows or ()), default=-1))
        if wanted is not None:
            self.live[wanted] = False
            self._with_notes[wanted] = False
        self._take(articles)
        self.tags.replace(wanted, self._facts.tagged(rows))
        self.collections.replace(wanted, self._facts.collected(rows))
        if self._links is not None and wanted is not None:
            self._links.replace(wanted, self._facts.linked(rows))
        # An article that came since those were read is read with the next change.
        self._with_notes[[row for row in self._facts.with_notes(rows) if row < len(self.live)]] = True
        self.tag_names = {row: (name, str(kind)) for row, (name, kind) in self._facts.tags().items()}
        self.collection_names = self._facts.collections()
        self._ranks.clear()
        self.version += 1

    def _grow(self, size: int) -> None:
        more = size - len(self.live)
        if more > 0:
            self.live = np.concatenate((self.live, np.zeros(more, bool)))
            self._with_notes = np.concatenate((self._with_notes, np.zeros(more, bool)))
            for name, days in self._days.items():
                self._days[name] = np.concatenate((days, np.full(more, _NO_DAY, "i4")))
            for texts in self._texts.values():
                texts.grow(more)

    def _take(self, articles: Sequence[ArticleFacts]) -> None:
        if not articles:
            return
        rows = np.fromiter((article.row for article in articles), "i8", len(articles))
        self.live[rows] = True
        for name, texts in self._texts.items():
            texts.set(rows, [getattr(article, name) for article in articles])
        for name, fact in _DAYS.items():
            self._days[name][rows] = [_number_of_day(getattr(article, fact)) for article in articles]

    # Masks by row

    def with_text(self, name: str, fits: Callable[[str], bool]) -> Array:
        """The articles whose outlet, byline or language fits."""
        mask: Array = self._texts[name].fitting(fits) & self.live
        return mask

    def published(self, days: DateRange) -> Array:
        """The articles that may have been published in a range of days."""
        begins_in_time = self._days["first"] <= _number_of_day(days.last)
        ends_in_time = self._days["last"] >= _number_of_day(days.first)
        mask: Array = self.dated() & begins_in_time & ends_in_time
        return mask

    def imported(self, days: DateRange) -> Array:
        """The articles that were imported in a range of days."""
        imported = self._days["imported"]
        in_time = (imported >= _number_of_day(days.first)) & (imported <= _number_of_day(days.last))
        mask: Array = self.live & (imported != _NO_DAY) & in_time
        return mask

    def dated(self) -> Array:
        """The articles with a date of publication."""
        mask: Array = self.live & (self._days["first"] != _NO_DAY)
        return mask

    def with_notes(self) -> Array:
        """The articles with a note."""
        return self.live & self._with_notes

    def tagged(self, fits: Callable[[str, str], bool]) -> Array:
        """The articles with a tag whose name and kind fit."""
        return self._mask(self.tags.of(row for row, (name, kind) in self.tag_names.items() if fits(name, kind)))

    def collected(self, fits: Callable[[str], bool]) -> Array:
        """The articles in a collection whose name fits."""
        return self._mask(self.collections.of(row for row, name in self.collection_names.items() if fits(name)))

    def linked(self, records: Sequence[int] | None = None) -> Array:
        """The articles with an annotation that is linked to any of some records (rows), or to any at all."""
        return self._mask(self._linked().of(records))

    def most_linked(self) -> list[int]:
        """The records (rows) that articles are linked to, those of the most articles first."""
        return self._linked().by_number()

    def _linked(self) -> _Links:
        if self._links is None:
            self._links = _Links(self._facts.linked())
        return self._links

    def of_value(self, field: str, value: str) -> Array:
        """The articles with a value, as of_values() has it."""
        return self.of_values(field, (value,))

    def of_values(self, field: str, values: Sequence[str]) -> Array:
        """The articles with any of some values of a facet. Raises InvalidValue."""
        wanted = {value.strip().casefold() for value in values}
        match field:
            case "outlet":
                return self.with_text(field, lambda text: text in values)
            case "language":
                return self.with_text(field, lambda text: text.casefold() in wanted)
            case "year" | "month":
                dates = [_month(field, value) for value in wanted]
                return self.live & np.isin(self.months() // (100 if field == "year" else 1), dates)
            case "tag":
                return self.tagged(lambda name, _kind: name.casefold() in wanted)
            case "kind":
                unknown = next(iter(wanted - set(Kind)), None)
                if unknown is not None:
                    raise InvalidValue("kind", unknown, ", ".join(Kind))
                return self.tagged(lambda _name, kind: kind in wanted)
            case "collection":
                return self.collected(lambda name: name.casefold() in wanted)
        raise InvalidValue("facet", field, "outlet, language, year, month, tag, kind, collection")

    def of_rows(self, rows: Iterable[int]) -> Array:
        """The articles in these rows."""
        mask = np.zeros(len(self.live), bool)
        chosen = np.fromiter(rows, "i8")
        mask[chosen[chosen < len(mask)]] = True
        return mask & self.live

    def _mask(self, rows: Array) -> Array:
        mask = np.zeros(len(self.live), bool)
        mask[rows[rows < len(mask)]] = True
        return mask & self.live

    # By row

    def codes(self, name: str) -> tuple[Array, list[str]]:
        """The number of each article's outlet or language, and the values in the order of the numbers."""
        return self._texts[name].codes, self._texts[name].values

    def months(self) -> Array:
        """The month of publication as yyyymm, that of its first day; 0 where there is no date."""
        first = self._days["first"]
        return np.where(first == _NO_DAY, 0, first // 100)

    def rank(self, sort: str) -> Array:
        """The place of each article in the order by date (newest first) or by outlet."""
        known = self._ranks.get(sort)
        if known is None:
            rows = np.arange(len(self.live))
            first = self._days["first"]
            keys = [-rows, -first.astype("i8")]
            if sort == "outlet":
                outlets = self._texts["outlet"]
                keys.append(outlets.places()[outlets.codes])
            known = np.empty(len(rows), "i4")
            known[np.lexsort(keys)] = rows
            self._ranks[sort] = known
        return known


class _Texts:
    """A text of every article, of which many are alike."""

    def __init__(self) -> None:
        self.values: list[str] = [""]
        self._numbers = {"": 0}
        self.codes = np.zeros(0, "i4")

    def grow(self, more: int) -> None:
        self.codes = np.concatenate((self.codes, np.zeros(more, "i4")))

    def set(self, rows: Array, values: Sequence[str]) -> None:
        for value in values:
            if value not in self._numbers:
                self._numbers[value] = len(self.values)
                self.values.append(value)
        self.codes[rows] = [self._numbers[value] for value in values]

    def fitting(self, fits: Callable[[str], bool]) -> Array:
        return np.array([fits(value) for value in self.values])[self.codes]

    def places(self) -> Array:
        """The place of each value in alphabetical order, "" last."""
        order = sorted(
            range(len(self.values)),
            key=lambda code: (not self.values[code], sort_key(self.values[code]), self.values[code]),
        )
        places = np.empty(len(order), "i4")
        places[order] = np.arange(len(order))
        return places


class _Groups:
    """Which articles belong to which tag or collection."""

    def __init__(self) -> None:
        self._members: dict[int, Array] = {}
        self._sets: tuple[int, list[int], Array] | None = None  # size, groups and the bits of their articles

    def replace(self, rows: Array | None, pairs: Iterable[tuple[int, int]]) -> None:
        """Take over the pairs of an article and a group, all of them or those of some articles."""
        self._sets = None
        found = np.array(list(pairs), "i8").reshape(-1, 2)
        if rows is None:
            self._members = {}
        else:
            self._members = {group: old[~np.isin(old, rows)] for group, old in self._members.items()}
        for group in np.unique(found[:, 1]).tolist():
            new = found[found[:, 1] == group, 0]
            self._members[group] = np.concatenate((self._members.get(group, new[:0]), new))

    def of(self, groups: Iterable[int]) -> Array:
        """The articles of some groups, some perhaps more than once."""
        found = [self._members[group] for group in groups if group in self._members]
        return np.concatenate(found) if found else np.zeros(0, "i8")

    def numbers(self, among: Array) -> dict[int, int]:
        """How many articles of a mask each group has."""
        size = len(among)
        if self._sets is None or self._sets[0] != size:
            self._sets = (size, *self._bits(size))
        _, groups, bits = self._sets
        # Eight bytes are counted as quickly as one bit.
        wanted = _bits_of(among)
        counts = [np.bitwise_count(part & wanted).sum(axis=1, dtype="u4") for part in _portions(bits)]
        return dict(zip(groups, np.concatenate(counts).tolist() if counts else [], strict=True))

    def _bits(self, size: int) -> tuple[list[int], Array]:
        """The groups, and of each a row of bits, one an article."""
        rows = np.empty((len(self._members), -(-size // 64)), "u8")
        mask = np.zeros(size, bool)
        for place, members in enumerate(self._members.values()):
            mask.fill(0)
            # Another process may have added to them since the articles were read.
            mask[members[members < size]] = True
            rows[place] = _bits_of(mask)
        return list(self._members), rows


class _Links:
    """Which articles are linked to which records: there are too many records for a group of each."""

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        self._pairs = _array_of(pairs)

    def replace(self, rows: Array, pairs: Iterable[tuple[int, int]]) -> None:
        """Take over the pairs of an article and a record of some articles."""
        others = self._pairs[~np.isin(self._pairs[:, 0], rows)]
        self._pairs = np.concatenate((others, _array_of(pairs)))

    def of(self, records: Sequence[int] | None) -> Array:
        """The articles of some records, or of all, some perhaps more than once."""
        wanted = slice(None) if records is None else np.isin(self._pairs[:, 1], records)
        articles: Array = self._pairs[wanted, 0]
        return articles

    def by_number(self) -> list[int]:
        records, numbers = np.unique(self._pairs[:, 1], return_counts=True)
        found: list[int] = records[np.lexsort((records, -numbers))].tolist()
        return found


def _array_of(pairs: Iterable[tuple[int, int]]) -> Array:
    return np.fromiter(pairs, np.dtype(("i8", 2)))


def _bits_of(mask: Array) -> Array:
    """A mask in as many whole numbers of 64 bits as it takes."""
    packed = np.zeros(-(-len(mask) // 64), "u8")
    packed.view("u1")[: -(-len(mask) // 8)] = np.packbits(mask)
    return packed


def _portions(bits: Array) -> Iterator[Array]:
    """Some rows at a time, so that what is reckoned with them stays at hand."""
    step = max(1, _AT_ONCE // max(1, bits.shape[1]))
    return (bits[start : start + step] for start in range(0, len(bits), step))


@lru_cache(100_000)
def _number_of_day(day: str) -> int:
    """A day yyyy-mm-dd as a number that rises with it."""
    if not day:
        return int(_NO_DAY)
    year, month, number = day[1:].split("-") if day.startswith("-") else day.split("-")
    return (-1 if day.startswith("-") else 1) * int(year) * 10000 + int(month) * 100 + int(number)


def _month(field: str, value: str) -> int:
    """A year 2022 or a month 2022-01 as the columns have them; "" is 0. Raises InvalidValue."""
    if value and not _DATES[field].fullmatch(value):
        raise InvalidValue(field, value, "2022" if field == "year" else "2022-01")
    return int(value.replace("-", "") or 0)
