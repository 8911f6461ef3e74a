# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing articles as a collection of brat: ID.txt and ID.ann, annotation.conf, visual.conf, archivist.jsonl."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from archivist.exchange import carried
from archivist.exchange.brat.companion import COMPANION, article_line, registry_lines
from archivist.exchange.brat.configuration import ANNOTATION_CONF, VISUAL_CONF, annotation_conf, visual_conf
from archivist.exchange.brat.document import FRAGMENTS, NOTE, OURS
from archivist.exchange.brat.fragments import fragments_of, from_attribute, words_of
from archivist.exchange.brat.names import type_name
from archivist.exchange.files.packages import new_package
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.model import Annotation, JsonValue, Loss, Progress, Record
from archivist.text import one_line

_AT_ONCE = 50  # articles between two reports of progress
_ATTRIBUTE = re.compile("[A-Za-z][A-Za-z0-9_-]*")
_VALUE = re.compile(r"[^\s|,:;<>\x00-\x1f\x7f-\x9f]+")


def write(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write a collection, as a folder or a zip file."""
    joined = carried.Joined(contents)
    told = []
    types: set[str] = set()
    attributes: dict[str, set[str]] = {}
    with new_package(path) as add:
        for number, handed in enumerate(contents.articles()):
            if number % _AT_ONCE == 0:
                yield Progress(number, len(contents), "Writing brat")
            lines = _Lines(handed, contents)
            lines.add_all()
            add(f"{handed.article.id}.txt", handed.text.encode())
            add(f"{handed.article.id}.ann", "".join(f"{line}\n" for line in lines.lines).encode())
            told.append(article_line(contents, handed, joined.with_records(handed)).encode())
            types.update(relation.type for relation in handed.relations)
            for name, values in lines.attributes.items():
                attributes.setdefault(name, set()).update(values)
        told += (line.encode() for line in registry_lines(contents, joined.of_records))
        add(ANNOTATION_CONF, annotation_conf(contents.tags, types, attributes).encode())
        add(VISUAL_CONF, visual_conf(contents.tags, types).encode())
        add(COMPANION, b"".join(told))
    yield Progress(len(contents), len(contents), "Writing brat")
    return joined.losses()


@dataclass(slots=True)
class _Lines:
    """The lines of one .ann file."""

    handed: HandedArticle
    contents: Contents
    lines: list[str] = field(default_factory=list)
    attributes: dict[str, set[str]] = field(default_factory=dict)  # the values of each that were written; "" for a flag
    _notes: int = 0
    _said: int = 0  # attributes

    def add_all(self) -> None:
        """Add all annotations of the article, and the relations between them."""
        marks = self.handed.annotations
        ids = {mark.id: f"T{number}" for number, mark in enumerate(marks, 1)}
        linked = {mark.record for mark in marks if mark.record is not None}
        records = self.contents.archive.records.at(linked) if linked else {}
        for mark in marks:
            self._add_annotation(ids[mark.id], mark, records.get(mark.record or ""))
        for number, relation in enumerate(self.handed.relations, 1):
            id_, source, target = f"R{number}", ids[relation.source.id], ids[relation.target.id]
            self.lines.append(f"{id_}\t{type_name(relation.type)} Arg1:{source} Arg2:{target}")
            exact = self._add_note(id_, relation.note)
            self._add_ours(id_, {"id": relation.id, "by": relation.created_by, "created": relation.created_at, **exact})

    def _add_annotation(self, id_: str, mark: Annotation, record: Record | None) -> None:
        text = self.handed.text
        fragments = from_attribute(mark.attributes.get(FRAGMENTS), text, mark.start, mark.end)
        rest = {name: value for name, value in mark.attributes.items() if not (fragments and name == FRAGMENTS)}
        more: dict[str, JsonValue] = {}
        if not fragments:
            fragments = fragments_of(text, mark.start, mark.end)
            if (fragments[0][0], fragments[-1][1]) != (mark.start, mark.end) or not mark.quote.strip():
                more["span"] = [mark.start, mark.end]
        places = ";".join(f"{start} {end}" for start, end in fragments)
        self.lines.append(f"{id_}\t{type_name(mark.tag.name)} {places}\t{words_of(text, fragments)}")
        if record is not None:
            self.lines.append(f"N{id_[1:]}\tReference {id_} {OURS}:{UUID(record.id).hex}\t{one_line(record.name)}")
        more |= self._add_attributes(id_, rest)
        more |= self._add_note(id_, mark.note)
        self._add_ours(id_, carried.annotation_json(mark, **more))

    def _add_attributes(self, id_: str, attributes: dict[str, JsonValue]) -> dict[str, JsonValue]:
        """Write what brat can hold; returns the rest, and which of the written are numbers."""
        numbers: list[str] = []
        rest: dict[str, JsonValue] = {}
        for name, value in sorted(attributes.items()):
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
            written = json.dumps(value) if is_number else value
            if not _ATTRIBUTE.fullmatch(name) or not (
                value is True or (isinstance(written, str) and _VALUE.fullmatch(written))
            ):
                rest[name] = value
                continue
            self._said += 1
            self.lines.append(f"A{self._said}\t{name} {id_}" + ("" if value is True else f" {written}"))
            self.attributes.setdefault(name, set()).add("" if value is True else str(written))
            if is_number:
                numbers.append(name)
        return {**({"attributes": rest} if rest else {}), **({"numbers": numbers} if numbers else {})}

    def _add_note(self, id_: str, note: str) -> dict[str, JsonValue]:
        """Write a note on one line; returns how it is exactly, where that is otherwise."""
        line = " ".join(note.split())
        if line:
            self._notes += 1
            self.lines.append(f"#{self._notes}\t{NOTE} {id_}\t{line}")
        return {} if line == note else {"note": note}

    def _add_ours(self, id_: str, value: dict[str, JsonValue]) -> None:
        self._notes += 1
        self.lines.append(f"#{self._notes}\t{OURS} {id_}\t{carried.line(value)}")
