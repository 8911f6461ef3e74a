# SPDX-License-Identifier: GPL-3.0-or-later
"""What was highlighted in Zotero: the annotations of its attachments, as JSON.

Read from the answers of its web service and from Better BibTeX JSON, where an attachment has its
annotations with it. (Source: the schema of Zotero's items, item type “annotation”.) A highlight has
the words of the file and a place on a page, none in a text; so it is found again by its words. The
items themselves are articles, which the ordinary import reads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archivist.errors import FileDamaged
from archivist.exchange.files.json_files import JsonFile, json_files
from archivist.exchange.format import Format
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument
from archivist.exchange.moments import utc
from archivist.file_names import shown
from archivist.model import JsonValue

_OF_WORDS = ("highlight", "underline")
_COLOUR = re.compile("#[0-9a-fA-F]{6}")

_Node = Mapping[str, Any]


def read(path: Path) -> Iterator[Item]:
    """What is in a file, or in the files of a folder or zip file. Raises FileDamaged and its like."""
    found = 0
    for file in json_files(path):
        reading = _Reading(file)
        yield from reading.items()
        found += reading.found
    if not found:
        raise FileDamaged(path, "it holds no annotation of Zotero")


@dataclass(slots=True)
class _Annotation:
    """An annotation with where it is and whose child it is."""

    node: _Node
    where: str
    parent: str  # key of its attachment, or of the item itself
    author: str = ""


@dataclass(slots=True)
class _Source:
    """An item whose file is marked."""

    item: _Node
    marks: list[ReadAnnotation] = field(default_factory=list)


class _Reading:
    """One file, being read."""

    def __init__(self, file: JsonFile) -> None:
        self._file = file
        self._items: dict[str, _Node] = {}  # by key
        self._annotations: list[_Annotation] = []
        self._problems: list[Problem] = []
        self._keys: set[str] = set()
        self.found = 0

    def items(self) -> Iterator[Item]:
        """The items of which something is marked, and what is told."""
        for value in self._file.values:
            self._collect(value)
        sources: dict[str, _Source] = {}
        for annotation in self._annotations:
            key = self._source(annotation.parent)
            source = sources.setdefault(key, _Source(self._items.get(key, {})))
            source.marks += self._marks(annotation)
        for key, source in sources.items():
            if source.marks:
                yield _document(key, source)
        yield from self._problems
        yield from self._file.problems

    def _collect(self, value: JsonValue) -> None:
        """Everything that is an item, wherever it stands: in a list, under “items”, as a child of another."""
        waiting: list[tuple[JsonValue, str, str]] = [(value, "", "")]
        while waiting:
            value, parent, author = waiting.pop()
            if isinstance(value, list):
                waiting += [(item, parent, author) for item in reversed(value)]
                continue
            if not isinstance(value, Mapping):
                continue
            if isinstance(value.get("items"), list):  # a library, which is no item
                waiting.append((value["items"], "", ""))
                continue
            node = value["data"] if isinstance(value.get("data"), Mapping) else value
            key = self._add(node, parent, _author(value) or author)
            waiting += [(node[name], key, "") for name in ("annotations", "attachments") if name in node]

    def _add(self, node: _Node, parent: str, author: str) -> str:
        key = _text(node, "key") or _text(node, "itemKey") or _text(node, "uri") or f"{parent}/{len(self._items)}"
        parent = _text(node, "parentItem") or parent
        if _text(node, "itemType") == "annotation" or "annotationType" in node:
            self.found += 1
            where = f"{shown(self._file.name)}, annotation {self.found} “{shown(key)}”"
            self._annotations.append(_Annotation(node, where, parent, author))
        else:
            self._items[key] = {**node, "parentItem": parent}
        return key

    def _source(self, key: str) -> str:
        """The key of the item above all others: not of its attachment."""
        seen = {key}
        while above := _text(self._items.get(key, {}), "parentItem"):
            if above in seen or above not in self._items:
                break
            seen.add(above)
            key = above
        return key

    def _marks(self, annotation: _Annotation) -> Iterator[ReadAnnotation]:
        """An annotation for each of its tags; with none, one that says how it is marked."""
        node, type_ = annotation.node, _text(annotation.node, "annotationType")
        words, comment = _text(node, "annotationText"), _text(node, "annotationComment").strip()
        if type_ not in _OF_WORDS or not words.strip():
            said = f": “{shown(comment)}”" if comment else ""
            kind = type_ or "annotation without a type"
            self._problems.append(Problem(annotation.where, f"It is a {shown(kind)} and marks no words{said}."))
            return
        tags = [tag.get("tag") if isinstance(tag, Mapping) else tag for tag in _list(node, "tags")]
        names = [tag.strip() for tag in tags if isinstance(tag, str) and tag.strip()]
        for label in dict.fromkeys(names or [type_]):
            yield ReadAnnotation(
                key=self._key(_text(node, "key") or annotation.where),
                start=-1,
                end=-1,
                label=label,
                where=annotation.where,
                quote=words,
                note=comment,
                attributes=_attributes(node),
                annotator=_text(node, "annotationAuthorName") or annotation.author,
                created_at=utc(_text(node, "dateAdded")),
                modified_at=utc(_text(node, "dateModified")),
            )

    def _key(self, id_: str) -> str:
        key, number = id_, 1
        while key in self._keys:
            number += 1
            key = f"{id_} {number}"
        self._keys.add(key)
        return key


def _document(key: str, source: _Source) -> ReadDocument:
    item = source.item
    title = _text(item, "title") or _text(item, "subject") or _text(item, "caseName")
    return ReadDocument(
        name=title or _text(item, "filename") or key,
        text=None,
        annotations=tuple(source.marks),
        title=title,
        url=_text(item, "url"),
    )


def _attributes(node: _Node) -> dict[str, JsonValue]:
    colour = _text(node, "annotationColor")
    found = {
        "page": _text(node, "annotationPageLabel") or _page(_text(node, "annotationPosition")),
        "colour": colour if _COLOUR.fullmatch(colour) else "",
    }
    return {name: value for name, value in found.items() if value}


def _page(position: str) -> str:
    """The page of a position, counted from 1, where it has no label."""
    try:
        place = json.loads(position)
    except (ValueError, RecursionError):
        return ""
    index = place.get("pageIndex") if isinstance(place, dict) else None
    return str(index + 1) if isinstance(index, int) and not isinstance(index, bool) else ""


def _author(value: _Node) -> str:
    """Who made an item of a library that several share."""
    meta = value["meta"] if isinstance(value.get("meta"), Mapping) else {}
    user = meta["createdByUser"] if isinstance(meta.get("createdByUser"), Mapping) else {}
    return _text(user, "name") or _text(user, "username")


def _text(node: _Node, name: str) -> str:
    value = node.get(name)
    return value if isinstance(value, str) else ""


def _list(node: _Node, name: str) -> list[Any]:
    value = node.get(name)
    return value if isinstance(value, list) else []


# A library in JSON is for the ordinary import, which makes articles of it; so none is recognised as this.
FORMAT = Format("zotero", "Zotero annotations (JSON)", (".json",), read=read)
