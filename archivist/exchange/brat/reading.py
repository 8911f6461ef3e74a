# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a collection of brat, or one document of it: a folder with all below it, a zip file, or one file."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path, PurePosixPath
from uuid import UUID

from archivist.errors import (
    ArchivistError,
    EmptyFile,
    FileDamaged,
    FileTooLarge,
    FileUnreadable,
    NotText,
    UnsupportedFile,
    WrongEncoding,
)
from archivist.exchange.brat import factrueval
from archivist.exchange.brat.companion import COMPANION, Companion
from archivist.exchange.brat.configuration import ANNOTATION_CONF, VISUAL_CONF, Configuration
from archivist.exchange.brat.document import OURS, Reading, with_line_ends
from archivist.exchange.brat.lines import Normalisation, parse
from archivist.exchange.files.json_fields import is_uuid
from archivist.exchange.files.packed import BROKEN_ZIP, Files, OneFile, ZipFiles, is_zip, open_files, passed_over
from archivist.exchange.files.texts import Text, Texts
from archivist.exchange.items import Item, Problem, ReadDocument, ReadRecord
from archivist.model import Kind, RecordDraft

TEXT = ".txt"
# Where the lines about a text are; the shared tasks of BioNLP part them: given, and to be found.
MARKS = (".ann", ".a1", ".a2", ".co", ".rel")
_SURE = MARKS[:3]  # those that by their name are of no other program
_LARGEST = 64 << 20  # bytes of one file
_LARGEST_CONF = 1 << 20
_FIRST_LINE = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:[TERAMN#][0-9]+|\*)\t\S")
_LOOKED_AT = 2000  # names of a folder, to see what it is
_LOOKED_INTO = 20  # files of it
_DEFINITIONS = (ANNOTATION_CONF, VISUAL_CONF, COMPANION)
_KNOWN = (TEXT, *MARKS, *factrueval.MARKS, ".tokens", ".conf")


def recognises(path: Path) -> bool:
    """Whether this is a collection of brat or factRuEval, or a document of one; a text alone is none."""
    try:
        if path.is_dir():
            names = {found.relative_to(path).as_posix() for found in islice(_walk(path), _LOOKED_AT)}
            return _is_of_one_piece(names) and _are_documents(names, lambda name: _beginning(path / name))
        if is_zip(path):
            with ZipFiles(path) as files:
                return _are_documents(set(files.sizes), lambda name: next(files.chunks(name), b""))
        return path.suffix.lower() in _SURE and path.is_file() and bool(_FIRST_LINE.match(_beginning(path)))
    except (OSError, ArchivistError, *BROKEN_ZIP):
        return False


def _walk(folder: Path) -> Iterator[Path]:
    for at, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(at, name) for name in sorted(names))


def read(path: Path, encoding: str = "") -> Iterator[Item]:
    """Everything in a collection; `encoding` is that of the files that are not UTF-8, where a person names it.

    Raises FileUnreadable, FileDamaged, FileUnsafe, FileEncrypted.
    """
    with _open(path) as files:
        yield from _Collection(files, encoding).read()
        yield from (Problem(name, f"it {what}, so it was not read") for name, what in sorted(files.left_out.items()))


class _Beside(OneFile):
    """The files of one document, whichever of them was named, with what its folder defines."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        wanted = [path.stem + suffix for suffix in (TEXT, *MARKS, *factrueval.MARKS)]
        for name in (*wanted, *_DEFINITIONS):
            status = _status(path.with_name(name))
            if status is not None and stat.S_ISREG(status.st_mode):
                self.sizes[name] = status.st_size


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except OSError:
        return None


def _open(path: Path) -> Files:
    if path.is_dir() or is_zip(path):
        return open_files(path)
    beside = _Beside(path)
    if _is_foreign(path.name) and not beside.sizes[path.name]:
        raise EmptyFile(path)
    if _is_foreign(path.name):
        raise UnsupportedFile(path, "it is no text and no annotations of brat (.txt, .ann)")
    return beside


class _Collection:
    """The documents of a collection, one after the other."""

    def __init__(self, files: Files, encoding: str) -> None:
        self._files = files
        self._texts = Texts(files, encoding)
        self._by_stem: dict[str, dict[str, str]] = {}  # names of the files of each document, by suffix
        self._configuration = Configuration()
        self._companion = Companion()
        self._names: dict[str, str] = {}  # of records, by key

    def read(self) -> Iterator[Item]:
        names = sorted(self._files.sizes)
        yield from self._read_definitions(names)
        yield from self._configuration.tags.values()
        for name in names:
            self._by_stem.setdefault(_stem(name), {})[PurePosixPath(name).suffix.lower()] = name
        for stem, found in self._by_stem.items():
            if factrueval.SPANS in found:
                yield from factrueval.read_document(stem, found, self._text)
            elif any(suffix in found for suffix in MARKS):
                yield from self._read_document(stem, found)
            elif TEXT in found:
                yield Problem(
                    found[TEXT], "there are no annotations beside it, so it was taken for none of the documents"
                )
        yield from self._texts.told()
        yield from passed_over(self._files, list(filter(_is_foreign, names)), "part of the collection")

    def _read_definitions(self, names: list[str]) -> Iterator[Item]:
        for name in names:
            what = PurePosixPath(name).name
            if what in (ANNOTATION_CONF, VISUAL_CONF):
                text = self._text(name, _LARGEST_CONF)
                if isinstance(text, Problem):
                    yield text
                elif what == ANNOTATION_CONF:
                    self._configuration.add_annotation_conf(text.text)
                else:
                    self._configuration.add_visual_conf(text.text)
            elif what == COMPANION:
                yield from self._read_companion(name)

    def _read_companion(self, name: str) -> Iterator[Item]:
        text = self._text(name)
        if isinstance(text, Problem):
            yield text
            return
        for item in self._companion.read(text.text.encode(), name):
            if isinstance(item, ReadRecord):
                self._names[item.key] = item.draft.name
            yield item

    def _read_document(self, stem: str, found: dict[str, str]) -> Iterator[Item]:
        records: list[Item] = []
        lines, problems = [], []
        written = self._text(found[TEXT]) if TEXT in found else None
        if isinstance(written, Problem):
            yield written
            written = None
        text = None if written is None else written.text
        for suffix in MARKS:
            if suffix not in found:
                continue
            marks = self._text(found[suffix])
            if isinstance(marks, Problem):
                problems.append(marks)
                continue
            more, wrong = parse(marks.text, found[suffix], text)
            lines += more
            problems += wrong
        if text is None and not lines:
            yield from problems
            yield Problem(stem, "there is no text beside it and nothing in it")
            return
        text = None if text is None else with_line_ends(text, lines)
        kinds = {label: tag.kind for label, tag in self._configuration.tags.items()}

        def record_key(line: Normalisation, kind: str) -> str:
            return self._record(line, kind, records, problems)

        marked = Reading(text, kinds, record_key).read(lines)
        id_ = PurePosixPath(stem).name
        keys = {mark.id: mark.key for mark in marked.annotations if mark.id}
        relations = list(self._companion.relations_of(id_, keys))
        problems += marked.problems
        problems += (each for each in relations if isinstance(each, Problem))
        yield from records
        document = ReadDocument(
            stem,
            text,
            tuple(marked.annotations),
            (*marked.relations, *(each for each in relations if not isinstance(each, Problem))),
            tuple(problems),
            id=id_ if is_uuid(id_) else "",
            raw=written.raw if written else None,
            media_type="text/plain" if written else "",
            encoding=written.encoding if written else "",
        )
        yield replace(document, **self._companion.articles.get(id_, {}))

    def _record(self, line: Normalisation, kind: str, records: list[Item], problems: list[Problem]) -> str:
        if kind == Kind.DATE:  # of dates there are no records
            return ""
        if line.database == OURS:
            try:
                key = str(UUID(line.reference))
            except ValueError:
                return ""
            if key not in self._names:
                records.append(ReadRecord(key, RecordDraft(Kind(kind), line.name or key), key))
        else:
            named = f"{line.database}:{line.reference}"
            key = f"{kind} {named}"
            if key not in self._names:
                ids = {line.database: line.reference}
                records.append(ReadRecord(key, RecordDraft(Kind(kind), line.name or named, external_ids=ids)))
        known = self._names.setdefault(key, line.name)
        if line.name and known and known != line.name and line.database != OURS:
            problems.append(Problem(line.at, f"“{line.name}” is “{known}” elsewhere, and so it is called"))
        return key

    def _text(self, name: str, limit: int = _LARGEST) -> Text | Problem:
        """A file as a text, line ends and all; or what is wrong with it."""
        try:
            return self._texts.read(name, limit=limit, beside=self._by_stem.get(_stem(name), {}).values())
        except (FileDamaged, FileTooLarge, FileUnreadable, NotText, WrongEncoding) as error:
            return Problem(name, str(error))


def _stem(name: str) -> str:
    return str(PurePosixPath(name).with_suffix(""))


def _are_documents(names: set[str], beginning: Callable[[str], bytes]) -> bool:
    """Whether some texts of a collection have annotations beside them; `beginning` gives that of a file."""
    stems = {name.removesuffix(TEXT) for name in names if name.endswith(TEXT)}
    if any(stem + factrueval.SPANS in names and stem + factrueval.OBJECTS in names for stem in stems):
        return True
    marks = sorted(stem + suffix for stem in stems for suffix in _SURE if stem + suffix in names)
    beginnings = [beginning(name) for name in marks[:_LOOKED_INTO]]
    written = [raw for raw in beginnings if raw.strip()]
    return any(map(_FIRST_LINE.match, written)) or (bool(marks) and not written)


def _is_of_one_piece(names: set[str]) -> bool:
    """Whether a folder is one collection: something of brat lies in it, or nothing else anywhere below it.

    Else only some of the folders in it are collections, and what lies beside these is not brat's to take.
    """
    if any(name.endswith((*_SURE, factrueval.SPANS)) or name in _DEFINITIONS for name in names if "/" not in name):
        return True
    marked = {str(PurePosixPath(name).with_suffix("")) for name in names if name.endswith((*MARKS, factrueval.SPANS))}
    texts = (name for name in names if name.endswith(TEXT))
    is_whole = len(names) < _LOOKED_AT
    return is_whole and not any(map(_is_foreign, names)) and all(text.removesuffix(TEXT) in marked for text in texts)


def _is_foreign(name: str) -> bool:
    """Whether a file, by its name with slashes, is nothing that is read or known to say nothing more."""
    path = PurePosixPath(name)
    is_hidden = any(part.startswith(".") for part in path.parts)
    return not (is_hidden or path.suffix.lower() in _KNOWN or path.name in _DEFINITIONS)


def _beginning(path: Path) -> bytes:
    if not path.is_file():  # a pipe would be waited for
        return b""
    with path.open("rb") as file:
        return file.read(4096)
