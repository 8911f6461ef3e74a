# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents of a database of Taguette with their highlights, one annotation for each tag of one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archivist.errors import ArchivistError, UnsupportedFile
from archivist.exchange.files import json_stream
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument, ReadTag
from archivist.exchange.moments import utc
from archivist.exchange.taguette.counted_text import CountedText
from archivist.file_names import shown
from archivist.store.foreign_database import ForeignDatabase, Value, is_database


def read(path: Path) -> Iterator[Item]:
    """What is in a database, of all its projects.

    Raises UnsupportedFile (it is none), FileUnreadable (also where it is open in Taguette), FileDamaged, FileUnsafe.
    """
    with ForeignDatabase(path) as database:
        if not _is_project(database):
            raise UnsupportedFile(path, "it is a SQLite database, but none of Taguette")
        yield from _Reading(database).items()


def recognises(path: Path) -> bool:
    """Whether a file is such a database."""
    if not is_database(path):
        return False
    try:
        with ForeignDatabase(path) as database:
            return _is_project(database)
    except ArchivistError:
        return path.suffix.lower() == ".sqlite3"  # so that reading it says what is wrong


def _is_project(database: ForeignDatabase) -> bool:
    highlights = database.has("highlights", "id", "document_id", "start_offset", "end_offset")
    return highlights and database.has("documents", "id", "contents") and database.has("tags", "id", "path")


@dataclass(slots=True)
class _Made:
    """Who made a highlight, and when it was made and last changed."""

    by: str = ""
    first: str = ""
    last: str = ""


class _Reading:
    """Goes through the tables of one database."""

    def __init__(self, database: ForeignDatabase) -> None:
        self._database = database
        self._left_out: Counter[str] = Counter()
        self._labels: dict[Value, str] = {}
        self._tags_of: dict[Value, list[Value]] = defaultdict(list)
        self._highlights: dict[Value, list[tuple[Value, ...]]] = defaultdict(list)  # by the id of their document
        self._made: dict[object, _Made] = defaultdict(_Made)

    def items(self) -> Iterator[Item]:
        """The tags, then the documents."""
        yield from self._tags()
        self._gather()
        projects = {id_: _text(name) for id_, name in self._database.rows("projects", ("id", "name"))}
        columns = ("id", "name", "filename", "description", "project_id", "contents")
        for id_, name, filename, description, project, contents in self._database.rows("documents", columns):
            self._left_out["descriptions of documents"] += bool(_text(description).strip())
            title = _text(name) or _text(filename)
            yield self._document(id_, title, contents, projects.get(project, ""))
        self._left_out["highlights in documents that are not there"] += sum(map(len, self._highlights.values()))
        for what, count in self._left_out.items():
            if count:
                yield Problem(self._database.path.name, f"Left out: {count} {what}.")
        if self._database.ill_encoded:
            told = f"Read with U+FFFD: {self._database.ill_encoded} texts that are not UTF-8."
            yield Problem(self._database.path.name, told)

    def _tags(self) -> Iterator[ReadTag]:
        told: set[str] = set()  # projects may have tags of one name
        for id_, path, description in self._database.rows("tags", ("id", "path", "description")):
            label = self._labels[id_] = _text(path)
            if label not in told:
                told.add(label)
                yield ReadTag(label, description=_text(description))

    def _gather(self) -> None:
        for highlight, tag in self._database.rows("highlight_tags", ("highlight_id", "tag_id")):
            self._tags_of[highlight].append(tag)
        columns = ("document_id", "id", "start_offset", "end_offset", "snippet")
        for row in self._database.rows("highlights", columns):
            self._highlights[row[0]].append(row[1:])
        for user, date, payload in self._database.rows("commands", ("user_login", "date", "payload")):
            self._remember(_text(user), utc(_text(date)), _text(payload))

    def _remember(self, user: str, moment: str, payload: str) -> None:
        """Take note of a step of the history by which a highlight was made or changed."""
        if '"highlight_add"' not in payload:
            return
        try:
            step = json_stream.parse(payload.encode())
        except ValueError:
            return
        id_ = step.get("highlight_id", step.get("id")) if isinstance(step, dict) else None
        if isinstance(id_, int):
            made = self._made[id_]
            made.by = made.by or user
            made.first = made.first or moment
            made.last = moment

    def _document(self, id_: Value, name: str, contents: Value, project: str) -> Item:
        where = f"document “{shown(name)}”"
        highlights = self._highlights.pop(id_, [])
        if not isinstance(contents, str):
            self._left_out["highlights in documents that are not there"] += len(highlights)
            return Problem(where, "It has no text.")
        text = CountedText(contents)
        problems: list[Problem] = []
        annotations: list[ReadAnnotation] = []
        for highlight in highlights:
            annotations += self._annotations(highlight, text, f"{where}, highlight {_text(highlight[0])}", problems)
        return ReadDocument(
            name,
            text.text,
            tuple(annotations),
            problems=tuple(problems),
            title=name,
            collections=(project,) if project else (),
        )

    def _annotations(
        self, highlight: tuple[Value, ...], text: CountedText, where: str, problems: list[Problem]
    ) -> Iterator[ReadAnnotation]:
        id_, start, end, snippet = highlight
        words = CountedText(_text(snippet))
        span = text.span(start, end) if isinstance(start, int) and isinstance(end, int) else None
        if span is None and not words.text:
            problems.append(Problem(where, "It has neither a place in the text nor words."))
            return
        quote = words.text or None
        if span and (quote is None or text.words(*span) == words.counted):
            quote = text.text[slice(*span)]
        tags = self._tags_of.get(id_) or [None]
        made = self._made.get(id_, _Made())
        for number, tag in enumerate(tags, 1):
            if tag is not None and tag not in self._labels:
                problems.append(Problem(where, "Its tag is not there."))
            yield ReadAnnotation(
                f"h{_text(id_)}" if number == 1 else f"h{_text(id_)}.{number}",
                span[0] if span else -1,
                span[1] if span else -1,
                self._labels.get(tag, ""),
                where,
                quote=quote,
                annotator=made.by,
                created_at=made.first,
                modified_at=made.last,
            )


def _text(value: Value) -> str:
    return value if isinstance(value, str) else "" if value is None or isinstance(value, bytes) else str(value)
