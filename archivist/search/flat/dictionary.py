# SPDX-License-Identifier: GPL-3.0-or-later
"""The sorted terms of a field, and how many postings and positions each has.

    FIELD.heads, FIELD.heads_at  the first term of every sixteen, and where it begins among the heads
    FIELD.blocks      |u1  of sixteen terms: the bytes each shares with the one before, the bytes it adds,
                           its postings, its positions (255: many), then what they add
    FIELD.blocks_at   <u4  by block: where it begins, its first posting, its first position; and the ends
    FIELD.many_at     <u4  the ordinals of terms with 255 postings or positions or more
    FIELD.many        <u4  their postings and positions

A term is known by its ordinal, so terms with one beginning are a range of ordinals. To look one up
takes a binary search among the heads and one block.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from archivist.search.flat.sections import Array, SectionFile, SectionWriter

LONGEST = 255  # bytes of a term
_BITS = 4
_BLOCK = 1 << _BITS  # terms
_MANY = 255


class Place(NamedTuple):
    """Where the postings and positions of a term begin, or where those before it end."""

    posting: int
    position: int


def write_dictionary(file: SectionWriter, field: str, terms: Sequence[bytes], starts: Array) -> None:
    """Write sorted terms without duplicates, none longer than LONGEST.

    `starts` are the first posting and position of every term, and the ends, in two columns.
    """
    sizes = np.diff(starts, axis=0)
    small = np.minimum(sizes, _MANY).astype("u1")
    postings, positions = small[:, 0].tobytes(), small[:, 1].tobytes()
    blocks = [
        _block(terms[first : first + _BLOCK], postings[first : first + _BLOCK], positions[first : first + _BLOCK])
        for first in range(0, len(terms), _BLOCK)
    ]
    places = np.empty((len(blocks) + 1, 3), "u4")
    places[:, 0] = _starts(blocks)
    places[:-1, 1:] = starts[:-1:_BLOCK]
    places[-1, 1:] = starts[-1]
    heads = terms[::_BLOCK]
    many = np.flatnonzero((sizes >= _MANY).any(axis=1))
    file.add(f"{field}.heads", "|u1", _joined(heads))
    file.add(f"{field}.heads_at", "<u4", _starts(heads))
    file.add(f"{field}.blocks", "|u1", _joined(blocks))
    file.add(f"{field}.blocks_at", "<u4", places.reshape(-1))
    file.add(f"{field}.terms", "<u4", np.array([len(terms)]))
    file.add(f"{field}.many_at", "<u4", many)
    file.add(f"{field}.many", "<u4", sizes[many].reshape(-1))


class Dictionary:
    """The terms of one field."""

    def __init__(self, file: SectionFile, field: str) -> None:
        """Raises DamagedSegment."""
        self._file = file
        self._blocks = f"{field}.blocks"
        self.size = int(file.whole(f"{field}.terms")[0])
        heads = file.whole(f"{field}.heads").tobytes()
        ends = file.whole(f"{field}.heads_at").tolist()
        self._heads = [heads[start:end] for start, end in pairwise(ends)]
        self._places = file.whole(f"{field}.blocks_at").reshape(-1, 3)
        self._flat_places = file.whole(f"{field}.blocks_at").data  # quicker for one number than an array
        self._last_block = -1  # a term is mostly found first and then asked for
        self._last_content = (b"",) * 5
        self._many_at = file.whole(f"{field}.many_at")
        self._many = file.whole(f"{field}.many").reshape(-1, 2)
        self._listed_many_at: list[int] = self._many_at.tolist()

    def find(self, term: bytes) -> int:
        """The ordinal of a term, or -1."""
        ordinal, is_there = self._lower_bound(term)
        return ordinal if is_there else -1

    def lower_bound(self, term: bytes) -> int:
        """The ordinal of the first term that is not less than this one; the size if there is none."""
        return self._lower_bound(term)[0]

    def beginning(self, prefix: bytes) -> tuple[int, int]:
        """The range of ordinals of the terms that begin so."""
        after = _after(prefix)
        return self.lower_bound(prefix), self.size if after is None else self.lower_bound(after)

    def locate(self, term: bytes) -> tuple[Place, Place] | None:
        """Where the postings and positions of a term begin and end; None if there is no such term.

        What a question costs is mostly this, for every key of every word of it.
        """
        block = bisect_right(self._heads, term) - 1
        if block < 0:
            return None
        content = self._content(block)
        at = _find_in_block(self._heads[block], term, content)
        if at < 0:
            return None
        _, _, postings, positions, _ = content
        posting = self._flat_places[3 * block + 1] + sum(postings[:at])
        position = self._flat_places[3 * block + 2] + sum(positions[:at])
        own_postings, own_positions = postings[at], positions[at]
        if _MANY in positions[: at + 1]:  # it has no fewer positions than postings
            first = block << _BITS
            for many in range(bisect_left(self._listed_many_at, first), len(self._listed_many_at)):
                place = self._listed_many_at[many] - first
                if place > at:
                    break
                if place == at:
                    own_postings, own_positions = self._many[many].tolist()
                else:
                    posting += self._many.item(many, 0) - postings[place]
                    position += self._many.item(many, 1) - positions[place]
        return Place(posting, position), Place(posting + own_postings, position + own_positions)

    def span(self, start: int, end: int) -> tuple[Place, Place]:
        """Where the postings and positions of the terms with ordinals in [start, end) begin and end."""
        return self._place(start), self._place(end)

    def sizes(self, start: int, end: int) -> Array:
        """How many postings and positions each of a range of terms has, in two columns."""
        parts = [np.zeros((0, 2), "i8")]
        for block in range(start >> _BITS, -(-end // _BLOCK)):
            content = self._content(block)
            number = len(content[0])
            parts.append(np.frombuffer(content[2] + content[3], "u1").reshape(2, number).T)
        sizes = np.concatenate(parts)[start & (_BLOCK - 1) :][: end - start].astype("i8")
        first, last = self._many_at.searchsorted((start, end)).tolist()
        sizes[self._many_at[first:last] - start] = self._many[first:last]
        return sizes

    def term(self, ordinal: int) -> bytes:
        """The term with an ordinal."""
        return next(term for _, term in self.terms_at((ordinal,)))

    def terms_at(self, ordinals: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """The terms with some ordinals, which rise."""
        block, terms = -1, list[bytes]()
        for ordinal in ordinals:
            if ordinal >> _BITS != block:
                block = ordinal >> _BITS
                terms = list(self._terms(block))
            yield ordinal, terms[ordinal & (_BLOCK - 1)]

    def terms(self, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """The terms with ordinals in [start, end), in order."""
        end = self.size if end is None else end
        for block in range(start >> _BITS, -(-end // _BLOCK)):
            first = block << _BITS
            if start <= first and end - first >= _BLOCK:
                yield from self._terms(block)
            else:
                yield from list(self._terms(block))[max(0, start - first) : end - first]

    def _lower_bound(self, term: bytes) -> tuple[int, bool]:
        """The ordinal of the first term that is not less, and whether it is this one."""
        block = bisect_right(self._heads, term) - 1
        if block < 0:
            return 0, False
        ordinal = block << _BITS
        if self._heads[block] == term:
            return ordinal, True
        shared, sizes, _, _, rests = self._content(block)
        # How much the last term, which is less, begins with alike tells of most terms where they stand.
        alike = _shared(self._heads[block], term)
        wanted = term[alike:]
        at = 0
        for same, size in zip(shared[1:], sizes[1:], strict=True):
            ordinal += 1
            if same == alike:
                rest = rests[at : at + size]
                if rest >= wanted:
                    return ordinal, rest == wanted
                more = _shared(rest, wanted)
                alike += more
                wanted = wanted[more:]
            elif same < alike:
                return ordinal, False
            at += size
        return ordinal + 1, False

    def _terms(self, block: int) -> Iterator[bytes]:
        """The terms of a block."""
        shared, sizes, _, _, rests = self._content(block)
        term = self._heads[block]
        yield term
        at = 0
        for same, size in zip(shared[1:], sizes[1:], strict=True):
            term = term[:same] + rests[at : at + size]
            at += size
            yield term

    def _content(self, block: int) -> tuple[bytes, bytes, bytes, bytes, bytes]:
        """Shared bytes, added bytes, postings and positions of the terms of a block, and what they add."""
        if block != self._last_block:
            content = self._file.content(self._blocks, self._flat_places[3 * block], self._flat_places[3 * block + 3])
            number = min(_BLOCK, self.size - (block << _BITS))
            self._last_content = (
                content[:number],
                content[number : 2 * number],
                content[2 * number : 3 * number],
                content[3 * number : 4 * number],
                content[4 * number :],
            )
            self._last_block = block
        return self._last_content

    def _place(self, ordinal: int) -> Place:
        block, before = ordinal >> _BITS, ordinal & (_BLOCK - 1)
        posting, position = self._flat_places[3 * block + 1], self._flat_places[3 * block + 2]
        if before:
            _, _, postings, positions, _ = self._content(block)
            postings, positions = postings[:before], positions[:before]
            posting += sum(postings)
            position += sum(positions)
            if _MANY in positions:  # it has no fewer positions than postings
                first = ordinal - before
                for at in range(bisect_left(self._listed_many_at, first), bisect_left(self._listed_many_at, ordinal)):
                    place = self._listed_many_at[at] - first
                    posting += self._many.item(at, 0) - postings[place]
                    position += self._many.item(at, 1) - positions[place]
        return Place(posting, position)


def _find_in_block(head: bytes, term: bytes, content: tuple[bytes, ...]) -> int:
    """The place of a term in a block that begins with a head no greater than it, or -1."""
    if head == term:
        return 0
    shared, sizes, _, _, rests = content
    # How much the last term, which is less, begins with alike tells of most terms where they stand.
    alike = _shared(head, term)
    wanted = term[alike:]
    start = 0
    for place in range(1, len(shared)):
        same, end = shared[place], start + sizes[place]
        if same == alike:
            rest = rests[start:end]
            if rest >= wanted:
                return place if rest == wanted else -1
            more = _shared(rest, wanted)
            alike += more
            wanted = wanted[more:]
        elif same < alike:
            return -1
        start = end
    return -1


def _block(terms: Sequence[bytes], postings: bytes, positions: bytes) -> bytes:
    shared, sizes, rests = bytearray(1), bytearray(1), bytearray()
    for before, term in pairwise(terms):
        same = _shared(before, term)
        shared.append(same)
        sizes.append(len(term) - same)
        rests += term[same:]
    return bytes(shared + sizes) + postings + positions + bytes(rests)


def _shared(before: bytes, term: bytes) -> int:
    """How many bytes two different terms begin with alike."""
    length = min(len(before), len(term))
    difference = int.from_bytes(before[:length], "big") ^ int.from_bytes(term[:length], "big")
    return length - (difference.bit_length() + 7) // 8


def _after(prefix: bytes) -> bytes | None:
    """The first term that is greater than all that begin so; None where there can be none."""
    kept = prefix.rstrip(b"\xff")
    return kept[:-1] + bytes([kept[-1] + 1]) if kept else None


def _starts(parts: Sequence[bytes]) -> Array:
    """Where each begins that follows the one before, and where the last ends."""
    return np.concatenate((np.zeros(1, "i8"), np.cumsum(np.fromiter(map(len, parts), "i8", len(parts)))))


def _joined(parts: Sequence[bytes]) -> Array:
    return np.frombuffer(b"".join(parts), "u1")
