# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading files of Web Annotations: one annotation, a list, a collection or a page of them, or one a line.

The texts are not in such files: what is read are documents without a text, one for each source.
A small file is read whole, so that all annotations of a source come together; of a large one those
that follow each other do, as we write them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from archivist.errors import FileDamaged
from archivist.exchange.files import json_stream
from archivist.exchange.files.json_stream import Malformed, Part
from archivist.exchange.files.packed import Files, beginning, is_zip, open_files, passed_over
from archivist.exchange.items import (
    Item,
    Problem,
    ReadAnnotation,
    ReadDocument,
    ReadRelation,
)
from archivist.exchange.w3c.annotations import Link, Marked, WebAnnotation, read_annotation
from archivist.exchange.w3c.descriptions import REFERENCES, Descriptions, article_of
from archivist.exchange.w3c.terms import as_list, iri_of, names_context, types_of, uuid_of
from archivist.file_names import shown
from archivist.model import JsonValue, NodeType

SUFFIXES = (".jsonld", ".json", ".jsonl", ".ndjson")
_COLLECTIONS = ("AnnotationCollection", "AnnotationPage")
_LINES = (".jsonl", ".ndjson")
_SMALL = 16 << 20  # bytes
_HEAD = 64 << 10  # bytes
_CONTEXT = re.compile(rb'"@context"\s*:\s*[^}]{0,2000}?"https?://www\.w3\.org/ns/anno')
_TYPE = re.compile(rb'"@?type"\s*:\s*(\[\s*)?"(oa:|as:)?(Annotation|AnnotationPage|AnnotationCollection)"')
_BEGINNING = re.compile(rb"(\xef\xbb\xbf)?\s*[\[{]")


def recognises(path: Path) -> bool:
    """Whether a file holds Web Annotations."""
    if not path.is_file() or path.suffix.lower() not in SUFFIXES or is_zip(path):
        return False
    head = beginning(path, _HEAD)
    return all(pattern.search(head) for pattern in (_CONTEXT, _TYPE)) and _BEGINNING.match(head) is not None


def read(path: Path) -> Iterator[Item]:
    """What is in a file of Web Annotations, or in the files of a folder or zip file.

    Raises FileDamaged, FileUnreadable, FileUnsafe and their like.
    """
    with open_files(path) as files:
        alone = len(files.sizes) == 1
        names = [name for name in sorted(files.sizes) if alone or PurePosixPath(name).suffix.lower() in SUFFIXES]
        if not names:
            raise FileDamaged(path, "it holds no file of annotations (.jsonld, .json, .jsonl)")
        for name, why in files.left_out.items():
            yield Problem(shown(name), f"It {why}.")
        for name in names:
            reading = _Reading(files, name)
            try:
                yield from reading.items()
            except (ValueError, FileDamaged) as error:
                why = error.detail if isinstance(error, FileDamaged) else str(error)
                if alone and not reading.found:
                    raise FileDamaged(path, why) from error
                yield from reading.rest()
                yield Problem(shown(name), f"It could be read only in part: {why}.")
        yield from passed_over(files, sorted(files.sizes.keys() - set(names)), "files of Web Annotations")


class _Group:
    """What is marked in one source."""

    def __init__(self, document: ReadDocument) -> None:
        self.document = document
        self.annotations: list[ReadAnnotation] = []
        self.relations: list[ReadRelation] = []
        self.problems: list[Problem] = []
        self.keys: set[str] = set()

    def read(self) -> ReadDocument:
        return replace(
            self.document,
            annotations=tuple(self.annotations),
            relations=tuple(self.relations),
            problems=tuple(self.problems),
        )


class _Reading:
    """One file, being read."""

    def __init__(self, files: Files, name: str) -> None:
        self._files = files
        self._name = name
        self._gathers = files.sizes[name] <= _SMALL
        self._described = Descriptions()
        self._groups: dict[str, _Group] = {}  # by source
        self._ids: dict[str, tuple[_Group, str]] = {}  # of annotations, with their key; of the groups that are here
        self._links: list[tuple[Link, str]] = []  # with where they are
        self._head: dict[str, JsonValue] = {}  # of the value that is being read
        self._counted = Counter[str]()  # what is told once for all annotations
        self._here: int | None = None  # how many annotations the collection holds that is being read
        self._tags_told = False
        self.found = 0  # annotations

    def items(self) -> Iterator[Item]:
        """All that is in the file. Raises ValueError where it can be read no further."""
        for part in self._parts():
            yield from self._part(part)
        if not self.found and not self._described.articles:
            raise Malformed("it holds no annotation")
        yield from self.rest()

    def rest(self) -> Iterator[Item]:
        """What has been gathered, when there is nothing more to read."""
        yield from self._flush()
        yield from self._linked_elsewhere()
        for address, document in self._described.articles.items():
            if address not in self._groups:
                yield document
        for sentence, count in self._counted.items():
            yield Problem(shown(self._name), sentence if count == 1 else f"{sentence} ({count} times)")

    def _parts(self) -> Iterator[Part]:
        chunks = json_stream.utf8(self._files.chunks(self._name))
        if PurePosixPath(self._name).suffix.lower() not in _LINES:
            yield from json_stream.parts(chunks, ("first", "items", REFERENCES))
            return
        for number, line in enumerate(json_stream.split(chunks), 1):
            if not line.strip():
                continue
            try:
                yield from list(json_stream.parts([line], ("first", "items", REFERENCES)))
            except ValueError as error:
                self._head = {}
                self._counted[f"Line {number} is no JSON: {error}."] += 1

    def _part(self, part: Part) -> Iterator[Item]:
        if part.is_item and part.path[-1:] == (REFERENCES,):
            try:
                yield from self._described.add(part.value)
            except ValueError as error:
                yield Problem(shown(self._name), f"What is described beside the annotations: {error}.")
        elif part.is_item and part.path:
            self._here = (self._here or 0) + 1
            yield from self._annotation(part.value)
        elif part.is_item:
            yield from self._value(part.value)
        elif part.path:
            self._head[".".join(part.path)] = part.value
        else:
            yield from self._end()

    def _value(self, value: JsonValue) -> Iterator[Item]:
        """An item of a list: an annotation, or again a collection or page."""
        inner = value if isinstance(value, Mapping) else {}
        page = inner.get("first") if isinstance(inner.get("first"), Mapping) else inner
        if isinstance(page, Mapping) and "items" in page and "Annotation" not in types_of(value):
            for item in as_list(page["items"]):
                yield from self._annotation(item)
        else:
            yield from self._annotation(value, own_context=True)

    def _end(self) -> Iterator[Item]:
        """The end of a value at the top of the file."""
        head, self._head = self._head, {}
        here, self._here = self._here, None
        if here is not None or any(name in _COLLECTIONS for name in types_of(head)):
            yield from self._end_of_collection(head, here or 0)
        elif head:
            yield from self._annotation(head, own_context=True)

    def _end_of_collection(self, head: Mapping[str, Any], here: int) -> Iterator[Item]:
        self._check_context(head)
        if isinstance(head.get("first"), str):
            yield Problem(shown(self._name), f"The annotations are elsewhere, at “{shown(head['first'])}”.")
            self.found += not here  # it is told; there is nothing wrong with the file
        following = iri_of(head.get("next") or head.get("first.next"))
        if following:
            yield Problem(shown(self._name), f"Further annotations are elsewhere, at “{shown(following)}”.")
        total = head.get("total")
        if isinstance(total, int) and total != here and here and not following:
            yield Problem(shown(self._name), f"It says that it holds {total} annotations, and holds {here}.")

    def _check_context(self, node: Mapping[str, Any]) -> None:
        if "@context" not in node:
            self._counted["It has no “@context”, and was read as Web Annotations all the same."] += 1
        elif not names_context(node["@context"]):
            self._counted["Its “@context” is not that of Web Annotations; it was read as if it were."] += 1

    def _annotation(self, value: JsonValue, *, own_context: bool = False) -> Iterator[Item]:
        self.found += 1
        where = f"{shown(self._name)}, annotation {self.found}"
        if not isinstance(value, Mapping):
            yield Problem(where, f"It is no JSON object, but “{shown(str(value))}”.")
            return
        if own_context:
            self._check_context(value)
        read = read_annotation(value)
        where += f" “{shown(read.id)}”" if read.id else ""
        for name in read.unread:
            self._counted[f"“{shown(name)}” of annotations is not read."] += 1
        if read.link:
            self._links.append((read.link, where))
        for marked in read.marked:
            yield from self._mark(read, marked, where)
        if read.problems or not (read.marked or read.link):
            yield Problem(where, _sentence(read.problems or ["it marks no words"]))

    def _mark(self, read: WebAnnotation, marked: Marked, where: str) -> Iterator[Item]:
        group = self._groups.get(marked.address)
        if group is None:
            if not self._gathers:
                yield from self._flush()
            group = self._groups[marked.address] = _Group(self._document(marked))
        key = uuid_of(read.id) or read.id or f"annotation {self.found}"
        if key in group.keys:
            first_of_it = marked is read.marked[0]
            if first_of_it:
                group.problems.append(Problem(where, "Its id is that of another annotation; it was read without it."))
                read.id = ""
            key = next(name for n in range(2, 1 << 31) if (name := f"{key} #{n}") not in group.keys)
        for annotation in read.marks(marked, key, where):
            group.keys.add(annotation.key)
            group.annotations.append(annotation)
        self._ids.setdefault(uuid_of(read.id) or read.id, (group, key))

    def _document(self, marked: Marked) -> ReadDocument:
        described = self._described.articles.get(marked.address)
        if described is not None:
            return described
        if marked.address:
            return article_of(marked.source)
        return ReadDocument(name=PurePosixPath(self._name).stem, text=None)

    def _flush(self) -> Iterator[Item]:
        """The groups that are here, after the tags, with the links inside of each."""
        if not self._tags_told:
            self._tags_told = True
            yield from self._described.tags()
        waiting = []
        for link, where in self._links:
            ends = [self._ids.get(uuid_of(end) or end) for end in (link.source, link.target)]
            source, target = ends
            if source and target and source[0] is target[0]:
                source[0].relations.append(_relation(link, source[1], target[1], where=where))
            else:
                waiting.append((link, where))
        self._links = waiting
        for group in self._groups.values():
            yield group.read()
        if not self._gathers:
            for address in self._groups:
                self._described.articles.pop(address, None)
            self._groups.clear()
            self._ids.clear()

    def _linked_elsewhere(self) -> Iterator[Item]:
        """The links that lead out of one document: to a record, or to an annotation of another one."""
        for link, where in self._links:
            source, target = uuid_of(link.source), uuid_of(link.target)
            source_type, target_type = self._type_of(source), self._type_of(target)
            if source_type is None or target_type is None:
                yield Problem(where, "It links what is no annotation or record of this file.")
            else:
                yield _relation(link, source, target, source_type, target_type, where=where)

    def _type_of(self, uuid: str) -> NodeType | None:
        """What this is the id of; what is not known any more in a large file was an annotation."""
        if uuid in self._described.records:
            return NodeType.RECORD
        return NodeType.ANNOTATION if uuid in self._ids or (uuid and not self._gathers) else None


def _relation(
    link: Link,
    source: str,
    target: str,
    source_type: NodeType = NodeType.ANNOTATION,
    target_type: NodeType = NodeType.ANNOTATION,
    *,
    where: str,
) -> ReadRelation:
    said = (link.note, link.id, where, link.created_by, link.created_at)
    return ReadRelation(link.type, source, target, source_type, target_type, *said)


def _sentence(problems: list[str]) -> str:
    text = "; ".join(dict.fromkeys(problems))
    return f"{text[:1].upper()}{text[1:]}."
