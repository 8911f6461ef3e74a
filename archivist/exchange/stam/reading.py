# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading STAM stores, ours and those of others. (Source: the specification of STAM, “STAM JSON”.)

A small store is read whole, so that the annotations of a text come together wherever they are; in
a large one those of a text have to follow each other, in the order of the texts, as we write them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path, PurePosixPath
from typing import Any

from archivist.errors import ArchivistError, FileDamaged
from archivist.exchange.files import json_stream
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.files.packed import Files, beginning, is_zip, open_files, passed_over
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument
from archivist.exchange.stam import terms
from archivist.exchange.stam.annotations import Linked, Reader, Spoken
from archivist.exchange.stam.included import Included
from archivist.file_names import shown
from archivist.model import JsonValue, NodeType

_LISTS = ("resources", "annotationsets", "annotations")
_SMALL = 16 << 20  # bytes
_HEAD = 64 << 10  # bytes
_STORE = re.compile(rb'"@type"\s*:\s*"AnnotationStore"')
_BEGINNING = re.compile(rb"(\xef\xbb\xbf)?\s*\{")


def recognises(path: Path) -> bool:
    """Whether a file is a STAM store."""
    return path.suffix.lower() == ".json" and path.is_file() and not is_zip(path) and _is_store(path)


def _is_store(path: Path) -> bool:
    head = beginning(path, _HEAD)
    return _BEGINNING.match(head) is not None and _STORE.search(head) is not None


def read(path: Path) -> Iterator[Item]:
    """What is in a store, or in the stores of a folder or zip file.

    Raises FileDamaged, FileUnreadable, FileUnsafe and their like.
    """
    with open_files(path) as files:
        alone = len(files.sizes) == 1
        stores = [name for name in sorted(files.sizes) if alone or _begins_as_store(files, name)]
        if not stores:
            raise FileDamaged(path, "it holds no STAM store")
        read = set(stores)
        for name in stores:
            store = _Store(files, name)
            try:
                yield from store.items()
            except (ValueError, ArchivistError) as error:
                why = str(getattr(error, "detail", error))
                if alone and not store.found:
                    raise FileDamaged(path, why) from error
                yield Problem(shown(name), f"It could be read only in part: {why}.")
            read |= store.included.read
        yield from passed_over(files, sorted(files.sizes.keys() - read), "STAM store and included by none")


def _begins_as_store(files: Files, name: str) -> bool:
    if PurePosixPath(name).suffix.lower() != ".json":
        return False
    try:
        head = next(files.chunks(name), b"")[:_HEAD]
    except ArchivistError:
        return True  # then reading it says why
    return _BEGINNING.match(head) is not None and _STORE.search(head) is not None


class _Group:
    """What is said of one text."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.spoken: list[Spoken] = []
        self.links: list[Linked] = []

    def take(self, item: Any) -> None:
        """Add an annotation, or fields of the article."""
        if isinstance(item, Spoken):
            self.spoken.append(item)
        else:
            self.fields.update(item)


class _Store:
    """One store, being read."""

    def __init__(self, files: Files, name: str) -> None:
        self._files = files
        self._name = name
        self.included = Included(files, name)
        self._gathers = files.sizes[name] <= _SMALL
        self._reader = Reader(remembers=self._gathers)
        self._keys: dict[str, str] = {}  # which text an annotation marks, by its key; in a large store, of this text
        self._links: list[Linked] = []  # that belong to no text, or not yet
        self._beside: list[Any] = []  # tags, records and problems that wait to be told
        self._counted = Counter[str]()
        self._broken = ""  # why it can be read no further
        self.found = 0  # texts and annotations

    def items(self) -> Iterator[Item]:
        """All that is in the store. Raises ValueError, ArchivistError where it can be read no further."""
        for value in self._objects("annotationsets"):
            self._reader.add_set(value)
        for document in self._gathered() if self._gathers else self._streamed():
            yield from self._waiting()
            yield document
        yield from self._waiting()
        for link in self._links:
            yield self._linked(link)
        for sentence, count in self._counted.items():
            yield Problem(shown(self._name), sentence if count == 1 else f"{sentence} ({count} times)")
        if not self.found:
            raise Malformed(self._broken or "it holds no text and no annotation")
        if self._broken:
            yield Problem(shown(self._name), f"It could be read only in part: {self._broken}.")

    def _waiting(self) -> Iterator[Item]:
        """What was read beside the texts, once."""
        beside, self._beside = self._beside, []
        yield from beside

    def _gathered(self) -> Iterator[ReadDocument]:
        groups: dict[str, _Group] = {}
        for resource, item in self._annotations():
            groups.setdefault(resource, _Group()).take(item)
        self._sort_links(groups)
        for id_, text in self._resources():
            yield self._document(id_, text, groups.pop(id_, _Group()))
        for id_, group in groups.items():
            yield self._document(id_, None, group)

    def _streamed(self) -> Iterator[ReadDocument]:
        groups = self._groups()
        following = next(groups, None)
        for id_, text in self._resources():
            if following and following[0] == id_:
                yield self._document(id_, text, following[1])
                following = next(groups, None)
            else:
                yield self._document(id_, text, _Group())
        while following:
            yield self._document(following[0], None, following[1])
            following = next(groups, None)

    def _groups(self) -> Iterator[tuple[str, _Group]]:
        """The annotations of a text that follow each other."""
        for resource, items in groupby(self._annotations(), key=itemgetter(0)):
            self._keys.clear()
            group = _Group()
            for _, item in items:
                group.take(item)
            self._sort_links({resource: group})
            yield resource, group

    def _annotations(self) -> Iterator[tuple[str, Any]]:
        """What is said of texts, each with the id of its text; what is beside them waits to be told."""
        for number, value in enumerate(self._objects("annotations"), 1):
            self.found += 1
            where = f"{shown(self._name)}, annotation {number}"
            try:
                for resource, item in self._reader.read(value, where):
                    if isinstance(item, Linked):
                        self._links.append(item)
                    elif resource:
                        yield resource, item
                    else:
                        self._beside.append(item)
            except ValueError as error:
                self._beside.append(Problem(where, _sentence(str(error))))

    def _resources(self) -> Iterator[tuple[str, str | None]]:
        seen: set[str] = set()
        for value in self._objects("resources"):
            try:
                id_, text = self._resource(value)
            except (ValueError, ArchivistError) as error:
                why = str(getattr(error, "detail", error))
                self._counted[f"A text could not be read: {why}."] += 1
                continue
            if id_ in seen:
                self._counted[f"The text “{shown(id_)}” is there twice; the first was read."] += 1
                continue
            seen.add(id_)
            self.found += 1
            yield id_, text

    def _resource(self, value: Mapping[str, Any]) -> tuple[str, str]:
        id_ = value.get("@id")
        text = value.get("text")
        name = value.get("@include")
        if text is None and isinstance(name, str):
            text = self.included.text(name)
            id_ = id_ or name
        if not isinstance(id_, str) or not isinstance(text, str):
            raise Malformed("it has no “@id” or no “text”")
        return id_, text

    def _objects(self, key: str) -> Iterator[Mapping[str, Any]]:
        """The items of a list of the store, those of included files in place of their mention."""
        # The other lists come by their items too, so that none has to be held.
        parts = json_stream.parts(json_stream.utf8(self._files.chunks(self._name)), _LISTS)
        while True:
            try:
                part = next(parts)
            except StopIteration:
                return
            except ValueError as error:
                self._broken = str(error)
                return
            if part.is_item and part.path == (key,):
                yield from self._object(part.value, key)

    def _object(self, value: JsonValue, key: str) -> Iterator[Mapping[str, Any]]:
        if not isinstance(value, Mapping):
            self._counted[f"An item of “{key}” is no JSON object."] += 1
        elif "@include" in value and key != "resources":
            try:
                yield from self.included.objects(str(value["@include"]))
            except (ValueError, ArchivistError) as error:
                why = str(getattr(error, "detail", error))
                self._counted[f"“{shown(str(value['@include']))}” is not read: {why}."] += 1
        elif str(value.get("@include", "")).lower().endswith(".json"):
            yield from self.included.objects(str(value["@include"]))
        else:
            yield value

    def _sort_links(self, groups: Mapping[str, _Group]) -> None:
        """Give the links whose ends are in one text to it; the others are told at the end."""
        for resource, group in groups.items():
            self._keys.update((terms.uuid_of(spoken.id) or spoken.id, resource) for spoken in group.spoken)
        waiting = []
        for link in self._links:
            source = self._keys.get(link.source)
            if source is not None and source == self._keys.get(link.target):
                groups[source].links.append(link)
            else:
                waiting.append(link)
        self._links = waiting

    def _linked(self, link: Linked) -> Item:
        source, target = self._type_of(link.source), self._type_of(link.target)
        if source is None or target is None:
            return Problem(link.where, "It links what is no annotation or record of this store.")
        return link.relation(source, target)

    def _type_of(self, key: str) -> NodeType | None:
        """What this is the key of; what is not known any more in a large store was an annotation."""
        if key in self._reader.records:
            return NodeType.RECORD
        return NodeType.ANNOTATION if key in self._keys or not self._gathers else None

    def _document(self, id_: str, text: str | None, group: _Group) -> ReadDocument:
        marks: list[ReadAnnotation] = []
        problems: list[Problem] = []
        keys: set[str] = set()
        for spoken in group.spoken:
            try:
                mark = spoken.mark(text)
            except Malformed as error:
                problems.append(Problem(spoken.where, _sentence(str(error))))
                continue
            if mark.key in keys:
                problems.append(Problem(spoken.where, "Its id is there twice; it was read without it."))
                mark = replace(mark, id="", key=f"{mark.key} {len(keys)}")
            keys.add(mark.key)
            marks.append(mark)
        relations = tuple(link.relation(NodeType.ANNOTATION, NodeType.ANNOTATION) for link in group.links)
        document = ReadDocument(
            name=str(group.fields.get("title", "")) or id_,
            text=text,
            annotations=tuple(marks),
            relations=relations,
            problems=tuple(problems),
            id=terms.uuid_of(id_),
        )
        return replace(document, **group.fields)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
