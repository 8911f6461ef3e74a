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

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from archivist.search.flat.sections import Array, SectionFile, SectionWriter
from archivist.search.kernel import block_of, locate, terms_of

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
        self._heads = file.whole(f"{field}.heads").tobytes()
        self._heads_at = file.whole(f"{field}.heads_at")
        self._places = file.whole(f"{field}.blocks_at").reshape(-1, 3)
        self._flat_places = file.whole(f"{field}.blocks_at").data  # quicker for one number than an array
        self._last_block = -1  # a term is mostly found first and then asked for
        self._last_content = b""
        self._many_at = file.whole(f"{field}.many_at")
        self._all_many = file.whole(f"{field}.many")
        self._many = self._all_many.reshape(-1, 2)

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
        block = block_of(self._heads, self._heads_at, term)
        if block < 0:
            return None
        _, is_there, *sizes = self._find(block, term)
        if not is_there:
            return None
        first = Place(self._flat_places[3 * block + 1] + sizes[0], self._flat_places[3 * block + 2] + sizes[1])
        return first, Place(first.posting + sizes[2], first.position + sizes[3])

    def span(self, start: int, end: int) -> tuple[Place, Place]:
        """Where the postings and positions of the terms with ordinals in [start, end) begin and end."""
        return self._place(start), self._place(end)

    def sizes(self, start: int, end: int) -> Array:
        """How many postings and positions each of a range of terms has, in two columns."""
        parts = [np.zeros((0, 2), "i8")]
        for block in range(start >> _BITS, -(-end // _BLOCK)):
            number = self._number(block)
            content = self._content(block)
            parts.append(np.frombuffer(content[2 * number : 4 * number], "u1").reshape(2, number).T)
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
                terms = self._terms(block)
            yield ordinal, terms[ordinal & (_BLOCK - 1)]

    def terms(self, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """The terms with ordinals in [start, end), in order."""
        end = self.size if end is None else end
        for block in range(start >> _BITS, -(-end // _BLOCK)):
            first = block << _BITS
            if start <= first and end - first >= _BLOCK:
                yield from self._terms(block)
            else:
                yield from self._terms(block)[max(0, start - first) : end - first]

    def _lower_bound(self, term: bytes) -> tuple[int, bool]:
        """The ordinal of the first term that is not less, and whether it is this one."""
        block = block_of(self._heads, self._heads_at, term)
        if block < 0:
            return 0, False
        place, is_there, *_ = self._find(block, term)
        return (block << _BITS) + place, bool(is_there)

    def _find(self, block: int, term: bytes) -> tuple[int, int, int, int, int, int]:
        """What the kernel tells of a term in a block whose head is no greater."""
        ordinal = block << _BITS
        number, content = self._number(block), self._content(block)
        return locate(term, self._head(block), content, number, ordinal, self._many_at, self._all_many)

    def _head(self, block: int) -> bytes:
        """The first term of a block."""
        return self._heads[self._heads_at.item(block) : self._heads_at.item(block + 1)]

    def _terms(self, block: int) -> list[bytes]:
        """The terms of a block."""
        return terms_of(self._head(block), self._content(block), self._number(block))

    def _number(self, block: int) -> int:
        """How many terms a block has."""
        return min(_BLOCK, self.size - (block << _BITS))

    def _content(self, block: int) -> bytes:
        """A block: shared bytes, added bytes, postings and positions of its terms, and what they add."""
        if block != self._last_block:
            self._last_content = self._file.content(
                self._blocks, self._flat_places[3 * block], self._flat_places[3 * block + 3]
            )
            self._last_block = block
        return self._last_content

    def _place(self, ordinal: int) -> Place:
        block, before = ordinal >> _BITS, ordinal & (_BLOCK - 1)
        posting, position = self._flat_places[3 * block + 1], self._flat_places[3 * block + 2]
        if before:
            content, number = self._content(block), self._number(block)
            postings = content[2 * number : 2 * number + before]
            positions = content[3 * number : 3 * number + before]
            posting += sum(postings)
            position += sum(positions)
            if _MANY in positions:  # it has no fewer positions than postings
                first = ordinal - before
                for at in range(*self._many_at.searchsorted((first, ordinal)).tolist()):
                    place = self._many_at.item(at) - first
                    posting += self._many.item(at, 0) - postings[place]
                    position += self._many.item(at, 1) - positions[place]
        return Place(posting, position)


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
