# SPDX-License-Identifier: GPL-3.0-or-later
"""A segment as plain dicts: made from texts word by word, and read back from a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from archivist.language.keys import FORM_MARK
from archivist.search.flat import inverting
from archivist.search.flat.codec import FIELDS
from archivist.search.flat.inverting import Inverter, Text
from archivist.search.flat.postings import FieldPostings
from archivist.search.flat.sections import SectionFile

Document: TypeAlias = Mapping[str, Sequence[str]]  # the texts of each field
Inverted: TypeAlias = dict[bytes, dict[int, list[int]]]  # the positions by term and document


def keys(word: str, language: str) -> list[bytes]:
    """The form, and the first two letters as this language has them: several words share them."""
    return [f"{FORM_MARK}{word}".encode(), f"{language}{word[:2]}".encode()]


def inverter() -> Inverter:
    return Inverter(FIELDS, str.split, keys)


def write(path: Path, documents: Sequence[Document], *, first_row: int = 1, language: str = "uk") -> Path:
    """Write documents as a segment, the first in this row."""
    collected = inverter()
    for row, document in enumerate(documents, first_row):
        texts = {field: Text(language, parts) for field, parts in document.items()}
        collected.add(row, row + 1000, texts)
    collected.write(path)
    return path


def inverted(documents: Sequence[Document], field: str, language: str = "uk") -> Inverted:
    """What a field of the segment holds of documents."""
    found: Inverted = defaultdict(lambda: defaultdict(list))
    for number, document in enumerate(documents):
        position = 0
        for text in document.get(field, ()):
            for word in text.split():
                for key in keys(word, language):
                    found[key][number].append(position)
                position += 1
            position += inverting._GAP
    return {term: dict(postings) for term, postings in found.items()}


def read(path: Path, field: str) -> Inverted:
    """What a field of a segment holds."""
    postings = FieldPostings(SectionFile(path), field)
    found: Inverted = {}
    for ordinal, term in enumerate(postings.dictionary.terms()):
        of_term = postings.of_terms(ordinal, ordinal + 1)
        positions = iter(of_term.positions().tolist())
        found[term] = {
            document: [next(positions) for _ in range(count)]
            for document, count in zip(of_term.documents().tolist(), of_term.counts().tolist(), strict=True)
        }
        assert next(positions, None) is None
        assert list(found[term]) == sorted(found[term])
    return found
