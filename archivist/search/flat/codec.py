# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets Whoosh read flat segments: the reference path of the executor, and of what needs no speed.

Segments are written by inverting and merging, not through Whoosh's writer. Whoosh pickles the
segments of a commit into its table of contents, with the path of FlatSegment.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from whoosh import formats
from whoosh.codec import base
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo
from whoosh.util.numeric import byte_to_length

from archivist.search.flat.postings import FieldPostings, Postings
from archivist.search.flat.sections import Array, SectionFile

EXTENSION = ".flat"
FIELDS = ("title", "body", "note")
COLUMNS = ("row", "seq")


class FlatSegment(base.Segment):  # type: ignore[misc]  # Whoosh has no types
    """A segment as Whoosh's table of contents has it: its name, its size and its deleted documents."""

    def __init__(self, indexname: str, documents: int) -> None:
        super().__init__(indexname)
        self._documents = documents
        self._deleted: set[int] = set()

    def codec(self) -> FlatCodec:
        return FlatCodec()

    def doc_count_all(self) -> int:
        return self._documents

    def deleted_count(self) -> int:
        return len(self._deleted)

    def deleted_docs(self) -> frozenset[int]:
        return frozenset(self._deleted)

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        (self._deleted.add if delete else self._deleted.discard)(docnum)

    def is_deleted(self, docnum: int) -> bool:
        return docnum in self._deleted

    def should_assemble(self) -> bool:
        return False

    @property
    def file_name(self) -> str:
        """Its one file."""
        name: str = self.make_filename(EXTENSION)
        return name

    def live(self) -> Array:
        """Which of its documents are not deleted."""
        live = np.ones(self._documents, bool)
        live[list(self._deleted)] = False
        return live


class FlatCodec(base.Codec):  # type: ignore[misc]
    """What Whoosh asks for the parts of a flat segment."""

    length_stats = True

    def terms_reader(self, storage: Any, segment: FlatSegment) -> _Terms:
        return _Terms(_file(storage, segment))

    def per_document_reader(self, storage: Any, segment: FlatSegment) -> _Documents:
        return _Documents(_file(storage, segment), segment)


def _file(storage: Any, segment: FlatSegment) -> SectionFile:
    return SectionFile(Path(storage.folder) / segment.file_name)


class _Terms(base.TermsReader):  # type: ignore[misc]
    """The terms of a segment and their postings."""

    def __init__(self, file: SectionFile) -> None:
        self._fields = {field: FieldPostings(file, field) for field in FIELDS}

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._find(*term) is not None

    def indexed_field_names(self) -> list[str]:
        return sorted(self._fields)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        for field in sorted(self._fields):
            yield from ((field, term) for term in self._fields[field].dictionary.terms())

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        dictionary = self._fields[fieldname].dictionary
        yield from ((fieldname, term) for term in dictionary.terms(dictionary.lower_bound(prefix)))

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        yield from ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        yield from ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def cursor(self, fieldname: str, fieldobj: Any) -> _Cursor:
        return _Cursor(self._fields[fieldname])

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        found = self._find(fieldname, text)
        if found is None:
            raise KeyError(fieldname, text)
        documents, counts = found.documents(), found.counts()
        lengths = self._fields[fieldname].lengths()[documents]
        return TermInfo(
            weight=float(counts.sum(dtype="u8")),
            df=found.size,
            minlength=byte_to_length(int(lengths.min())),
            maxlength=byte_to_length(int(lengths.max())),
            maxweight=float(counts.max()),
            minid=int(documents[0]),
            maxid=int(documents[-1]),
        )

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        found = self._find(fieldname, text)
        return found.size if found else 0

    def frequency(self, fieldname: str, text: bytes) -> float:
        found = self._find(fieldname, text)
        return float(found.counts().sum(dtype="u8")) if found else 0.0

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ListMatcher:
        found = self._find(fieldname, text)
        if found is None:
            raise KeyError(fieldname, text)
        return _Matcher(
            found.documents().tolist(),
            weights=found.counts().astype(float).tolist(),
            values=_PositionLists(found),
            format=FlatPositions(),
            scorer=scorer,
            term=(fieldname, text),
            terminfo=self.term_info(fieldname, text),
        )

    def _find(self, field: str, text: bytes) -> Postings | None:
        return self._fields[field].find(text) if field in self._fields else None


class FlatPositions(formats.Positions):  # type: ignore[misc]
    """Positions that are numbers already; Whoosh's own are encoded by posting."""

    def decode_positions(self, valuestring: Array) -> list[int]:
        positions: list[int] = valuestring.tolist()
        return positions


class _PositionLists:
    """The positions of each posting of a term."""

    def __init__(self, postings: Postings) -> None:
        self._positions = postings.positions()
        self._ends = np.cumsum(postings.counts(), dtype="i8")

    def __getitem__(self, posting: int) -> Array:
        return self._positions[self._ends[posting - 1] if posting else 0 : self._ends[posting]]


class _Matcher(ListMatcher):  # type: ignore[misc]
    """Whoosh's matcher over lists, which it copies by position and without all of its parts."""

    def copy(self) -> _Matcher:
        return _Matcher(
            self._ids,
            weights=self._weights,
            values=self._values,
            format=self._format,
            scorer=self._scorer,
            position=self._i,
            term=self._term,
            terminfo=self._terminfo,
        )

    def value(self) -> Array:
        values: Array = self._values[self._i]
        return values


class _Cursor(base.FieldCursor):  # type: ignore[misc]
    """Steps through the terms of a field as texts; what Whoosh's automata walk on."""

    def __init__(self, field: FieldPostings) -> None:
        self._dictionary = field.dictionary
        self._at = 0

    def first(self) -> str | None:
        self._at = 0
        return self.text()

    def find(self, term: bytes | str) -> str | None:
        self._at = self._dictionary.lower_bound(term.encode() if isinstance(term, str) else term)
        return self.text()

    def next(self) -> str | None:
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        if self._at >= self._dictionary.size:
            return None
        return self._dictionary.term(self._at).decode(errors="replace")


class _Documents(base.PerDocumentReader):  # type: ignore[misc]
    """The lengths and columns of the documents of a segment."""

    def __init__(self, file: SectionFile, segment: FlatSegment) -> None:
        self._file = file
        self._segment = segment

    def doc_count(self) -> int:
        count: int = self._segment.doc_count()
        return count

    def doc_count_all(self) -> int:
        return self._segment.doc_count_all()

    def has_deletions(self) -> bool:
        return self._segment.deleted_count() > 0

    def is_deleted(self, docnum: int) -> bool:
        return self._segment.is_deleted(docnum)

    def deleted_docs(self) -> frozenset[int]:
        return self._segment.deleted_docs()

    def supports_columns(self) -> bool:
        return True

    def has_column(self, fieldname: str) -> bool:
        return fieldname in COLUMNS

    def list_columns(self) -> list[str]:
        return list(COLUMNS)

    def column_reader(self, fieldname: str, column: Any) -> _Column:
        return _Column(self._file.whole(fieldname))

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        length: int = byte_to_length(int(self._file.whole(f"{fieldname}.lengths")[docnum]))
        return length or default

    def field_length(self, fieldname: str) -> int:
        length: int = self._file.facts["lengths"].get(fieldname, 0)
        return length

    def min_field_length(self, fieldname: str) -> int:
        length: int = byte_to_length(int(self._file.whole(f"{fieldname}.lengths").min(initial=255)))
        return length

    def max_field_length(self, fieldname: str) -> int:
        length: int = byte_to_length(int(self._file.whole(f"{fieldname}.lengths").max(initial=0)))
        return length

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        return {}


class _Column:
    """The values of a column, as Whoosh asks for them."""

    def __init__(self, values: Array) -> None:
        self._values = values

    def __getitem__(self, docnum: int) -> int:
        return int(self._values[docnum])

    def __len__(self) -> int:
        return len(self._values)

    def load(self) -> list[int]:
        """All of them."""
        values: list[int] = self._values.tolist()
        return values

    def set_reverse(self) -> None:
        """Nothing to do: values are not turned around for sorting."""
