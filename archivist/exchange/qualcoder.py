# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects of QualCoder: a folder *.qda with a SQLite database, data.qda, of texts, codes and codings.

Positions count characters from 0, the last not included. By QualCoder's own manual those that a
person made and those that the program made by itself may count an emoji as two or as one, even in
one text, so the words that are stored with each coding say where it is. Columns that a newer
version added are empty in an older one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from archivist.errors import ArchivistError, UnsupportedFile
from archivist.exchange.format import Format
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument, ReadTag
from archivist.exchange.moments import utc
from archivist.file_names import shown
from archivist.store.foreign_database import ForeignDatabase, Value, is_database

__all__ = ["FORMAT"]

_DATABASE = "data.qda"
_METADATA = ("outlet", "byline", "section", "url", "published", "captured", "language")
_TEXTS = (".txt", ".docx", ".odt", ".pdf", ".md", ".htm", ".html", ".epub", ".rtf")  # no part of a title
_QT_PARAGRAPH = "\u2029"  # stands for a line end where words were taken from the window
_Row = tuple[Value, ...]


def read(path: Path) -> Iterator[Item]:
    """What is in a project: its folder, or the database in it.

    Raises UnsupportedFile (it is none), FileUnreadable (also where it is open in QualCoder), FileDamaged, FileUnsafe.
    """
    with ForeignDatabase(_file(path)) as database:
        if not _is_project(database):
            raise UnsupportedFile(path, "it is a SQLite database, but no project of QualCoder")
        yield from _Project(database).items()


def recognises(path: Path) -> bool:
    """Whether a path is such a project."""
    if path.suffix.lower() != ".qda" and not (path / _DATABASE).is_file():
        return False
    try:
        with ForeignDatabase(_file(path)) as database:
            return _is_project(database)
    except ArchivistError:
        return is_database(_file(path))  # it is meant to be one, so that reading it says what is wrong


def _file(path: Path) -> Path:
    return path / _DATABASE if path.is_dir() else path


def _is_project(database: ForeignDatabase) -> bool:
    texts, codes = database.has("source", "id", "fulltext"), database.has("code_name", "cid", "name")
    return texts and codes and database.has("code_text", "cid", "fid", "pos0", "pos1")


class _Project:
    """Goes through the tables of one project."""

    def __init__(self, database: ForeignDatabase) -> None:
        self._database = database
        self._left_out: Counter[str] = Counter()
        self._labels: dict[Value, str] = {}  # of codes, by their ids
        self._codings: dict[Value, list[_Row]] = defaultdict(list)  # by the id of their source, as all below
        self._memos: dict[Value, list[_Row]] = defaultdict(list)
        self._variables: dict[Value, list[tuple[str, str]]] = defaultdict(list)
        self._cases: dict[Value, list[tuple[str, Value, Value]]] = defaultdict(list)

    def items(self) -> Iterator[Item]:
        """The codes, then the texts."""
        yield from self._tags()
        self._gather()
        columns = ("id", "name", "fulltext", "memo", "mediapath")
        for id_, name, text, memo, _ in self._database.rows("source", columns):
            yield self._document(id_, _text(name), text, _text(memo))
        self._left_out["codings of texts that are not there"] += sum(map(len, self._codings.values()))
        self._left_out["annotations of texts that are not there"] += sum(map(len, self._memos.values()))
        for table, what in _WITHOUT_PLACE.items():
            self._left_out[what] += sum(1 for _ in self._database.rows(table, _ANY_COLUMN[table]))
        self._left_out["texts that are not UTF-8, each read with U+FFFD"] += self._database.ill_encoded
        for what, count in self._left_out.items():
            if count:
                verb = "Read in part" if "UTF-8" in what else "Left out"
                yield Problem(self._database.path.name, f"{verb}: {count} {what}.")

    def _tags(self) -> Iterator[ReadTag]:
        codes = list(self._database.rows("code_name", ("cid", "name", "memo", "catid", "color")))
        names = {_text(name) for _, name, *_ in codes}
        categories = {row[0]: row for row in self._database.rows("code_cat", ("catid", "name", "memo", "supercatid"))}
        # A code and a category may be called the same, and a label means one thing only.
        labels = {id_: _unlike(_text(row[1]), names) for id_, row in categories.items()}
        told: dict[Value, str] = {}
        for id_ in _wholes_first({id_: row[3] for id_, row in categories.items()}):
            _, _, memo, whole = categories[id_]
            yield ReadTag(labels[id_], parent=told.get(whole, ""), description=_text(memo))
            told[id_] = labels[id_]
        for id_, name, memo, category, colour in codes:
            self._labels[id_] = _text(name)
            yield ReadTag(_text(name), colour=_text(colour), parent=labels.get(category, ""), description=_text(memo))

    def _gather(self) -> None:
        columns = ("cid", "fid", "seltext", "pos0", "pos1", "owner", "date", "memo")
        for row in self._database.rows("code_text", columns):
            self._codings[row[1]].append(row)
        for row in self._database.rows("annotation", ("fid", "pos0", "pos1", "memo", "owner", "date")):
            self._memos[row[0]].append(row)
        for name, kind, value, id_ in self._database.rows("attribute", ("name", "attr_type", "value", "id")):
            if kind == "file" and _text(value).strip():
                self._variables[id_].append((_text(name), _text(value)))
            elif kind != "file":
                self._left_out["values of variables of cases"] += bool(_text(value).strip())
        cases = {id_: _text(name) for id_, name in self._database.rows("cases", ("caseid", "name"))}
        for case, source, start, end in self._database.rows("case_text", ("caseid", "fid", "pos0", "pos1")):
            if cases.get(case):
                self._cases[source].append((cases[case], start, end))

    def _document(self, id_: Value, name: str, text: Value, memo: str) -> Item:
        where = f"source “{shown(name)}”"
        codings, memos = self._codings.pop(id_, []), self._memos.pop(id_, [])
        if not isinstance(text, str) or not (text or codings or memos):
            self._left_out["codings of texts that are not there"] += len(codings)
            self._left_out["annotations of texts that are not there"] += len(memos)
            return Problem(where, "It is no text.")
        self._left_out["memos of texts"] += bool(memo.strip())
        problems: list[Problem] = []
        annotations: list[ReadAnnotation] = []
        for number, row in enumerate(codings, 1):
            at = f"{where}, coding {number}"
            annotations += self._annotation(f"c{number}", text, row, at, problems)
        for number, (_, start, end, note, owner, date) in enumerate(memos, 1):
            at = f"{where}, annotation {number}"
            annotations += self._annotation(
                f"a{number}", text, (None, None, None, start, end, owner, date, note), at, problems
            )
        title = name.removesuffix(PurePosixPath(name).suffix) if name.lower().endswith(_TEXTS) else name
        document = ReadDocument(
            name,
            text,
            tuple(annotations),
            problems=tuple(problems),
            title=title,
            collections=tuple(self._collections(id_, text)),
        )
        return replace(document, **self._metadata(id_))

    def _annotation(
        self, key: str, text: str, row: _Row, where: str, problems: list[Problem]
    ) -> Iterator[ReadAnnotation]:
        code, _, words, start, end, owner, date, memo = row
        if code is not None and code not in self._labels:
            problems.append(Problem(where, "Its code is not in the codebook."))
        quote = _text(words) or None
        if quote and _QT_PARAGRAPH not in text:
            quote = quote.replace(_QT_PARAGRAPH, "\n")
        are_places = isinstance(start, int) and isinstance(end, int)
        if not are_places and not quote:
            problems.append(Problem(where, "It has neither positions nor words."))
            return
        yield ReadAnnotation(
            key,
            start if isinstance(start, int) and are_places else -1,
            end if isinstance(end, int) and are_places else -1,
            self._labels.get(code, ""),
            where,
            quote=quote,
            note=_text(memo),
            annotator=_text(owner),
            created_at=utc(_text(date)),
        )

    def _metadata(self, id_: Value) -> dict[str, Any]:
        """The variables of a text that say what an archive knows of an article."""
        known: dict[str, str] = {}
        for name, value in self._variables.get(id_, ()):
            if name.casefold() in _METADATA:
                known.setdefault(name.casefold(), value)
            else:
                self._left_out[f"values of the variable “{shown(name)}”"] += 1
        return known

    def _collections(self, id_: Value, text: str) -> Iterator[str]:
        """The cases that a text as a whole belongs to."""
        names = []
        for name, start, end in self._cases.get(id_, ()):
            # It has counted the last character of a text or not, depending on its version.
            is_whole = start in (0, None) and (end is None or (isinstance(end, int) and end >= len(text) - 1))
            if is_whole:
                names.append(name)
            else:
                self._left_out["passages that belong to cases"] += 1
        yield from dict.fromkeys(names)


_WITHOUT_PLACE = {
    "journal": "entries of journals",
    "code_image": "coded places in pictures",
    "code_av": "coded places in recordings",
}
_ANY_COLUMN = {"journal": ("jid",), "code_image": ("imid",), "code_av": ("avid",)}

FORMAT = Format("qualcoder", "QualCoder project", (".qda", ""), read=read, recognises=recognises)


def _text(value: Value) -> str:
    return value if isinstance(value, str) else "" if value is None or isinstance(value, bytes) else str(value)


def _unlike(name: str, taken: set[str]) -> str:
    while name in taken:
        name = f"{name} (category)"
    return name


def _wholes_first(parents: dict[Value, Value]) -> Iterator[Value]:
    """The ids of categories, each after the one that it is in; those that run in a circle as they come."""
    told: set[Value] = set()
    for id_ in parents:
        chain = []
        at: Value = id_
        while at in parents and at not in told:
            told.add(at)
            chain.append(at)
            at = parents[at]
        yield from reversed(chain)
