# SPDX-License-Identifier: GPL-3.0-or-later
"""TEI files, ours and those of others: single ones, corpora, and many in a folder or zip file."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

from lxml.etree import _Element

from archivist.errors import ArchivistError, UnsupportedFile
from archivist.exchange.files.packed import BROKEN_ZIP, Files, OneFile, is_zip, open_files, passed_over
from archivist.exchange.files.xml_reading import parse_xml
from archivist.exchange.items import Item, Problem, ReadDocument, ReadRecord, ReadTag, Unit
from archivist.exchange.tei.elements import ID, NAMESPACE
from archivist.exchange.tei.labels import Labels
from archivist.exchange.tei.marks import Marks
from archivist.exchange.tei.metadata import with_metadata
from archivist.exchange.tei.plain_text import PlainText
from archivist.exchange.tei.pointers import Ids
from archivist.exchange.tei.records_in import Records
from archivist.exchange.tei.writing import REGISTRY
from archivist.xml_names import children, local_name

_LARGEST = 128 << 20  # bytes
_SUFFIXES = (".xml", ".tei", ".odd")
_DOCUMENTS = ("TEI", "TEI.2")
_CORPORA = ("teiCorpus", "teiCorpus.2")
_LISTS = ("standOff", "listPerson", "listOrg", "listPlace", "listEvent", "taxonomy")
_OLD = ("TEI.2", "teiCorpus.2")  # of TEI P4, which had no name space
_BEGINS = re.compile(
    r"(?:\s++|<\?(?:[^?]|\?(?!>))*+\?>|<!--(?:[^-]|-(?!->))*+-->|<!DOCTYPE[^\[>]*+(?:\[[^\]]*+\])?\s*+>)*+"
    r"<(?:[\w.-]+:)?(?P<name>TEI|teiCorpus|TEI\.2|teiCorpus\.2)[\s>]"
)
_HEAD = 64 << 10  # bytes
_MOST_NAMES = 10_000  # of a folder or zip file that are looked at


def read(path: Path) -> Iterator[Item]:
    """The documents of a TEI file, or of all that are in a folder or zip file.

    What cannot be read of several is a Problem each. Raises FileUnreadable, FileDamaged, FileUnsafe,
    FileTooLarge, FileEncrypted, EmptyFile, UnsupportedFile (it is XML of another kind).
    """
    with open_files(path) as files:
        reader = _Reader(frozenset(PurePosixPath(name).name for name in files.sizes))
        if isinstance(files, OneFile):
            yield from reader.file(files, path.name)
            return
        others = []
        for name in sorted(files.sizes, key=lambda name: (PurePosixPath(name).name != REGISTRY, name)):
            if not name.lower().endswith(_SUFFIXES):
                others.append(name)
                continue
            try:
                yield from reader.file(files, name)
            except ArchivistError as error:
                yield Problem(name, str(error))
        yield from passed_over(files, others, "XML")
        yield from (Problem(name, f"Left out, as it {why}.") for name, why in sorted(files.left_out.items()))


class _Reader:
    """Reads one file after the other, and tells each tag and record once."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names  # of all files
        self._told: set[str] = set()

    def file(self, files: Files, name: str) -> Iterator[Item]:
        """What is in a file. Raises what read() raises."""
        path = files.where(name)
        root = parse_xml(files.read(name, limit=_LARGEST), path)
        kind = local_name(root)
        if kind not in (*_DOCUMENTS, *_CORPORA, *_LISTS):
            raise UnsupportedFile(path, f"it is XML of another kind, <{kind}>")
        ids = Ids(root, PurePosixPath(name).name)
        labels, records = Labels(ids, root), Records(root, ids, self._names)
        yield from self._once((tag.label, tag) for tag in labels.tags)
        yield from self._once((record.key, record) for record in records.read)
        yield from records.problems
        if ids.twice:
            yield _doubled(ids)
        if kind in _LISTS:
            yield from _beside_texts(ids, labels, records, root)
            return
        documents = list(_documents(root))
        for number, tei in enumerate(documents, 1):
            shown = ids.file if len(documents) == 1 else f"{ids.file} ({number})"
            marks = Marks(ids, PlainText(children(tei, "text")), labels, records)
            marks.gather(tei)
            yield from self._once((tag.label, tag) for tag in labels.used())
            if marks.plain.text.strip() or marks.annotations:
                yield _document(tei, shown, marks)
                continue
            yield from marks.relations
            yield from marks.problems
            if not (records.read or labels.tags):
                yield Problem(shown, "It holds no text.")
        if kind in _CORPORA:
            yield from _beside_texts(ids, labels, records, root)

    def _once(self, items: Iterable[tuple[str, ReadTag | ReadRecord]]) -> Iterator[Item]:
        for key, item in items:
            known = f"{type(item).__name__} {key}"
            if known not in self._told:
                self._told.add(known)
                yield item


def _documents(root: _Element) -> Iterator[_Element]:
    """The documents of a corpus, or one with those in it."""
    if local_name(root) in _DOCUMENTS:
        yield root
    for element in root:
        if local_name(element) in (*_DOCUMENTS, *_CORPORA):
            yield from _documents(element)


def _beside_texts(ids: Ids, labels: Labels, records: Records, root: _Element) -> Iterator[Item]:
    """What is related in a file, or part of one, that has no text."""
    marks = Marks(ids, PlainText(()), labels, records)
    marks.gather(root)
    yield from marks.relations
    yield from marks.problems


def _document(tei: _Element, name: str, marks: Marks) -> ReadDocument:
    document = ReadDocument(
        name,
        None if marks.outside else marks.plain.text,
        tuple(marks.annotations),
        tuple(marks.relations),
        tuple(marks.problems),
        unit=Unit.UTF16 if marks.outside else Unit.CODE_POINTS,  # CATMA counts as Java does
    )
    return with_metadata(document, tei)


def _doubled(ids: Ids) -> Problem:
    first = ids.twice[0]
    others = f" and {len(ids.twice) - 1} more" if len(ids.twice) > 1 else ""
    what = f"The xml:id “{first.get(ID) or first.get('id')}”{others} is there twice; what points to it means the first."
    return Problem(f"{ids.file}, line {first.sourceline}", what)


def recognises(path: Path) -> bool:
    """Whether a file begins as TEI, or the first XML file in a folder or zip file does."""
    try:
        if not path.is_dir() and not is_zip(path):
            return path.is_file() and _is_tei(_head(path))
        if path.is_dir():
            names = sorted(islice((entry.name for entry in path.iterdir()), _MOST_NAMES))
            first = next((name for name in names if name.lower().endswith(_SUFFIXES)), None)
            return first is not None and (path / first).is_file() and _is_tei(_head(path / first))
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()[:_MOST_NAMES]
            first = next((name for name in names if name.lower().endswith(_SUFFIXES)), None)
            if first is None:
                return False
            with packed.open(first) as file:
                return _is_tei(file.read(_HEAD))
    except (OSError, *BROKEN_ZIP):
        return False


def _is_tei(head: bytes) -> bool:
    text = head.replace(b"\0", b"").decode("utf-8", "replace").lstrip("\ufeff\ufffd")
    begins = _BEGINS.match(text)
    return begins is not None and (begins["name"] in _OLD or NAMESPACE in text)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)
