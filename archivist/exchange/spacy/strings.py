# SPDX-License-Identifier: GPL-3.0-or-later
"""The 64-bit numbers by which spaCy refers to strings: those of symbols, and hashes of all others.

The hash is MurmurHash64A of the UTF-8 with seed 1 (Austin Appleby, public domain).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import chain

import numpy as np

from archivist.exchange.spacy.symbols import SYMBOLS

_NUMBERS = {name: number for number, name in enumerate(SYMBOLS)}
_SEED = 1
_MULTIPLIER = 0xC6A4A7935BD1E995
_SHIFT = 47
_MASK = (1 << 64) - 1
_BLOCK = 8  # bytes


def string_id(string: str) -> int:
    """The number of a string."""
    number = _NUMBERS.get(string)
    return murmur_hash_64a(string.encode()) if number is None else number


def murmur_hash_64a(data: bytes, seed: int = _SEED) -> int:
    """MurmurHash64A, of which the low 64 bits of every step are kept."""
    value = seed ^ (len(data) * _MULTIPLIER & _MASK)
    whole = len(data) - len(data) % _BLOCK
    for at in range(0, whole, _BLOCK):
        block = int.from_bytes(data[at : at + _BLOCK], "little") * _MULTIPLIER & _MASK
        block = (block ^ block >> _SHIFT) * _MULTIPLIER & _MASK
        value = (value ^ block) * _MULTIPLIER & _MASK
    if whole < len(data):
        value = (value ^ int.from_bytes(data[whole:], "little")) * _MULTIPLIER & _MASK
    value = (value ^ value >> _SHIFT) * _MULTIPLIER & _MASK
    return value ^ value >> _SHIFT


class StringIds(dict[str, int]):
    """The numbers of strings, each reckoned once, when it is first asked for."""

    def __missing__(self, string: str) -> int:
        id_ = self[string] = string_id(string)
        return id_


class StringTable:
    """The strings of a file by their numbers; there may be a million, so they are kept as bytes."""

    def __init__(self, strings: Iterable[str]) -> None:
        written, ends, ids = bytearray(), array("Q", [0]), array("Q")
        for string in chain(SYMBOLS, strings):
            written += string.encode()
            ends.append(len(written))
            ids.append(string_id(string))
        unsorted = np.frombuffer(ids, np.uint64)
        self._order = np.argsort(unsorted, kind="stable")
        self._ids = unsorted[self._order]
        self._written = bytes(written)
        self._ends = ends

    def words(self, ids: np.ndarray) -> list[str]:
        """The strings of many numbers. Raises KeyError where one is not in the file."""
        different, which = np.unique(ids, return_inverse=True)
        at = np.minimum(np.searchsorted(self._ids, different), len(self._ids) - 1)
        if (self._ids[at] != different).any():
            raise KeyError
        found = [self._string(place) for place in self._order[at].tolist()]
        return [found[number] for number in which.tolist()]

    def get(self, id_: int) -> str:
        """The string of a number, or "" where it is not in the file."""
        if not id_:
            return ""
        try:
            return self.words(np.array([id_], np.uint64))[0]
        except KeyError:
            return ""

    def _string(self, place: int) -> str:
        return self._written[self._ends[place] : self._ends[place + 1]].decode()
