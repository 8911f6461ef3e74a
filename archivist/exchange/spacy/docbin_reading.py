# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents of a DocBin of spaCy, whoever wrote it: its entities and its groups of spans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, chain, repeat
from pathlib import Path
from typing import Any

import numpy as np

from archivist.errors import FileDamaged
from archivist.exchange.document_draft import DocumentDraft
from archivist.exchange.files import json_stream
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.files.packed import OneFile
from archivist.exchange.items import Item, Problem, ReadAnnotation, Unit
from archivist.exchange.spacy.docbin_writing import ORTH, OURS, VERSION
from archivist.exchange.spacy.message import Message, loads, unpacked
from archivist.exchange.spacy.spans import ENTITY_ATTRIBUTES, Span, entities, grouped
from archivist.exchange.spacy.strings import StringTable, string_id
from archivist.file_names import shown
from archivist.model import JsonValue

# What is read, and what every token has: it is told of no other attribute that it is left out.
_KNOWN = {ORTH, *ENTITY_ATTRIBUTES, *map(string_id, ("NORM", "HEAD", "SENT_START", "MORPH", "SPACY"))}
_MOST_ATTRIBUTES = 100
_BEFORE_DOCUMENTS = ("version", "attrs", "tokens", "spaces", "lengths", "strings")
_OF_DOCUMENTS = ("flags", "cats", "span_groups", "user_data")  # a list each


def read_docbin(path: Path) -> Iterator[Item]:
    """The documents of a file. Raises FileDamaged, FileUnsafe, FileUnreadable, UnsupportedFile."""
    with OneFile(path) as files:
        try:
            with unpacked(files, path.name) as file:
                yield from _DocBin(Message(file)).items(path.name)
        except Malformed as error:
            raise FileDamaged(path, str(error)) from error


@dataclass(frozen=True, slots=True)
class _Packed:
    """One document as it is in the file."""

    tokens: np.ndarray  # a row a token, a column an attribute
    spaces: list[bool]
    flags: Any
    cats: Any
    groups: Any
    user_data: Any


class _DocBin:
    def __init__(self, message: Message) -> None:
        self._message = message
        attributes = message.value("attrs")
        if not isinstance(attributes, list) or ORTH not in attributes or len(attributes) > _MOST_ATTRIBUTES:
            raise Malformed("its “attrs” are no list with that of words")
        self._columns = {attribute: column for column, attribute in enumerate(attributes)}
        self._strings = StringTable(string for string in message.items("strings") if isinstance(string, str))
        tokens, self._spaces = message.array("tokens", "<u8"), message.array("spaces", "?")
        self._lengths = message.array("lengths", "<i4")
        total = int(self._lengths.sum(dtype=np.int64))
        if (self._lengths < 0).any() or len(tokens) != total * len(attributes) or len(self._spaces) != total:
            raise Malformed("its “lengths” do not fit its “tokens” and “spaces”")
        self._tokens = tokens.reshape(total, len(attributes))

    def items(self, where: str) -> Iterator[Item]:
        """All that is in it."""
        seen: set[str] = set()
        version = self._message.value("version") if "version" in self._message else VERSION
        if version != VERSION:
            yield Problem(where, f"it is of a version that is not known, {shown(str(version))}; look at what was read")
        unknown = sorted(set(self._message).difference(_BEFORE_DOCUMENTS, _OF_DOCUMENTS))
        if unknown:
            some = ", ".join(map(shown, unknown[:5]))
            yield Problem(where, f"{len(unknown)} of its fields are not known and were not read: {some}")
        for number, packed in enumerate(self._documents(), 1):
            at = f"document {number}"
            try:
                document = _Document(at, packed, self._columns, self._strings)
                yield from document.items(seen)
            except Malformed as error:
                yield Problem(at, str(error))
        unread = [self._strings.get(attribute) for attribute in self._columns if self._is_unread(attribute)]
        if unread:
            yield Problem(where, f"what it says of single words is not read: {', '.join(sorted(unread))}")

    def _documents(self) -> Iterator[_Packed]:
        # Older versions leave out what they did not know yet.
        rest = [
            chain(self._message.items(name), repeat(None)) if name in self._message else repeat(None)
            for name in _OF_DOCUMENTS
        ]
        start = 0
        for length in self._lengths.tolist():
            rows = slice(start, start + length)
            yield _Packed(self._tokens[rows], self._spaces[rows].tolist(), *map(next, rest))
            start += length

    def _is_unread(self, attribute: int) -> bool:
        return attribute not in _KNOWN and bool(self._tokens[:, self._columns[attribute]].any())


class _Document:
    """Reads one document."""

    def __init__(self, where: str, packed: _Packed, columns: Mapping[int, int], strings: StringTable) -> None:
        self._packed = packed
        self._columns = columns
        self._strings = strings
        words = self._words()
        # Where it was not known which words are followed by a space, spaCy takes it that all are.
        unknown = isinstance(packed.flags, Mapping) and packed.flags.get("has_unknown_spaces")
        spaced = [word + " " for word in words] if unknown else list(map(_spaced, words, packed.spaces))
        self._starts = list(accumulate(map(len, spaced), initial=0))
        self._ends = [start + len(word) for start, word in zip(self._starts, words, strict=False)]
        self._draft = DocumentDraft(where, "".join(spaced))

    def items(self, seen: set[str]) -> Iterator[Item]:
        """The document, after records that were not seen yet."""
        draft = self._draft
        article, own = self._own()
        draft.know(article)
        for number, span in enumerate(entities(self._packed.tokens, self._columns), 1):
            self._mark(span, f"entity {number}", own)
        try:
            for number, span in enumerate(grouped(self._packed.groups), 1):
                self._mark(span, f"span {number}", own)
        except Malformed as error:
            draft.problem(str(error))
        draft.relate_known()
        cats = self._packed.cats
        if isinstance(cats, Mapping) and cats:
            names = ", ".join(shown(str(name)) for name in cats)
            draft.problem(f"its categories are about the whole text and are not read: {names}")
        document = draft.document(article, unit=Unit.CODE_POINTS)
        yield from draft.new_records(seen)
        yield document

    def _words(self) -> list[str]:
        try:
            return self._strings.words(self._packed.tokens[:, self._columns[ORTH]])
        except KeyError as error:
            raise Malformed("it has a word that is not among the strings of the file") from error

    def _mark(self, span: Span, where: str, own: Mapping[str, JsonValue]) -> None:
        if not 0 <= span.first < span.after <= len(self._ends):
            self._draft.problem(f"its place, token {span.first} to {span.after}, holds no words", where)
            return
        id_, knowledge = self._strings.get(span.id), self._strings.get(span.knowledge)
        ours = own.get(id_) if span.group == OURS else None
        told = {
            "span group": "" if ours else span.group,
            "span id": "" if ours else id_,
            "kb_id": "" if ours else knowledge,
        }
        annotation = ReadAnnotation(
            id_ or where,
            self._starts[span.first],
            self._ends[span.after - 1],
            self._strings.get(span.label),
            where,
            attributes={name: value for name, value in told.items() if value},
        )
        self._draft.mark(annotation, ours)

    def _own(self) -> tuple[Mapping[str, JsonValue], Mapping[str, JsonValue]]:
        """What an Archivist wrote of the article, and of its annotations by their ids."""
        try:
            data = loads(self._packed.user_data) if isinstance(self._packed.user_data, bytes) else {}
            written = data.get(OURS) if isinstance(data, Mapping) else None
            others = [shown(str(name)) for name in data if name != OURS] if isinstance(data, Mapping) else []
            if others:
                self._draft.problem(f"its user data are not read: {', '.join(others[:20])}")
            article = json_stream.parse(written.encode()) if isinstance(written, str) else {}
        except ValueError as error:
            self._draft.problem(f"its user data cannot be read: {error}")
            article = {}
        if not isinstance(article, Mapping):
            return {}, {}
        annotations = article.get("annotations")
        values = annotations if isinstance(annotations, list) else []
        return article, {str(value.get("id")): value for value in values if isinstance(value, Mapping)}


def _spaced(word: str, spaced: bool) -> str:  # noqa: FBT001 - one of two columns
    return word + " " if spaced else word
