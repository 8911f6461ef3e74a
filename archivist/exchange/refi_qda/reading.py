# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects and codebooks of any program: the texts with their coded selections, and what belongs to them.

The document is gone through twice, source by source, so it may be of any size. What the standard
knows and an archive does not (places in pictures, sounds and pages, cases, graphs) is told in one
line a sort.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml.etree import _Element

from archivist.exchange.files.json_fields import is_uuid
from archivist.exchange.files.packed import Files, passed_over
from archivist.exchange.files.xml_reading import parse_xml, stream_xml
from archivist.exchange.items import Item, Problem, ReadDocument, ReadRelation
from archivist.exchange.refi_qda.codes import Codes, guid_of, text_of
from archivist.exchange.refi_qda.extras import described
from archivist.exchange.refi_qda.project import AROUND, Around, Link
from archivist.exchange.refi_qda.recognising import CODEBOOK, open_project
from archivist.exchange.refi_qda.selections import Selections
from archivist.exchange.refi_qda.texts import Texts
from archivist.exchange.refi_qda.writing import ORIGIN, VARIABLES
from archivist.file_names import shown
from archivist.model import NodeType
from archivist.xml_names import child, children, local_name

_SOURCES = ("TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource")
_TEXTS_OF_MEDIA = ("Representation", "TextDescription", "Transcript")
_PLACES_OF_MEDIA = ("PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection")
_LARGEST_CODEBOOK = 64 << 20  # bytes


def read(path: Path) -> Iterator[Item]:
    """What is in a project (.qdpx, or the same unpacked) or in a codebook (.qdc).

    Raises UnsupportedFile (it is neither), FileUnreadable, FileDamaged, FileEncrypted, FileUnsafe.
    """
    files, inner, root = open_project(path)
    with files:
        if root == CODEBOOK:
            yield from _read_codebook(files, inner)
        else:
            yield from _Reading(files, inner).items()


def _read_codebook(files: Files, inner: str) -> Iterator[Item]:
    root = parse_xml(files.read(inner, limit=_LARGEST_CODEBOOK), files.where(inner))
    yield from Codes(child(root, "Codes"), is_ours=root.get("origin", "").startswith(ORIGIN)).tags()
    sets = list(children(child(root, "Sets"), "Set"))
    if sets:
        yield Problem(inner, f"Sets of codes are left out: {len(sets)}.")


class _Reading:
    """Goes through one project."""

    def __init__(self, files: Files, inner: str) -> None:
        self._files = files
        self._inner = inner
        self._texts = Texts(files, inner[: inner.rfind("/") + 1])
        self._around = Around(self._origin(), self._elements(AROUND), self._texts.of)
        self._ends = {end for link in self._around.links for end in (link.origin, link.target)}
        self._links_from: dict[str, list[Link]] = {}
        for link in self._around.links:
            self._links_from.setdefault(link.origin, []).append(link)
        self._annotations: dict[str, str] = {}  # keys of annotations that a link joins, by the ids of their selections
        self._told: set[str] = set()  # ids of links

    def items(self) -> Iterator[Item]:
        """Tags and records first, then each source, at last what leads from one to another."""
        around = self._around
        yield from around.codes.tags()
        yield from around.records.values()
        for source in self._elements(_SOURCES):
            yield from self._of_source(source)
        for link in around.links:
            if link.id not in self._told:
                yield self._link_out(link)
        yield from around.problems
        alone = sum(1 for guid, text in around.notes.items() if text.strip() and guid not in around.used)
        alone += sum(map(len, around.notes_by_link.values()))
        around.left_out["notes that belong to no selection are left out"] += alone
        for what, count in around.left_out.items():
            if count:
                yield Problem(self._inner, f"{what[0].upper()}{what[1:]}: {count}.")
        others = self._files.sizes.keys() - {self._inner} - self._texts.known
        yield from passed_over(self._files, sorted(others), "source of the project")

    def _origin(self) -> str:
        """The program that made the project, as its root says."""
        for element in self._elements((*AROUND, *_SOURCES)):
            return str(element.getroottree().getroot().get("origin", ""))
        return ""

    def _elements(self, names: Collection[str]) -> Iterator[_Element]:
        # Notes and sources may hold elements of the same names, so all are asked for.
        found = stream_xml(self._files.chunks(self._inner), self._files.where(self._inner), (*AROUND, *_SOURCES))
        return (element for element in found if local_name(element) in names)

    def _of_source(self, source: _Element) -> Iterator[Item]:
        self._texts.know(source)
        is_text = local_name(source) == "TextSource"
        texts = [source] if is_text else [each for each in source if local_name(each) in _TEXTS_OF_MEDIA]
        places = sum(1 for each in source if local_name(each) in _PLACES_OF_MEDIA)
        self._around.left_out["places in pictures, recordings and pages of PDFs are left out"] += places
        for number, text in enumerate(texts):
            yield self._document(source, text, number)
        if not texts:
            yield Problem(self._where(source), "It is no text, and has none.")

    def _document(self, source: _Element, element: _Element, number: int) -> ReadDocument:
        around = self._around
        guid = guid_of(source, "guid")
        text, problem = self._texts.of(element)
        problems = [Problem(self._where(source), problem)] if problem else []
        selections = Selections(around, element, text)
        selections.add_all()
        if source is not element and number == 0:
            selections.add_whole(source)
        problems += selections.problems
        known = {name: at for name, at in selections.keys.items() if name in self._ends}
        self._annotations |= known
        name = source.get("name", "") or guid
        is_id = around.is_ours and is_uuid(guid)
        if described(text_of(child(source, "Description")))[0].strip():
            around.left_out["descriptions of sources are left out"] += 1
        document = ReadDocument(
            name,
            selections.text,
            tuple(selections.annotations),
            tuple(self._relations(known)),
            tuple(problems),
            selections.unit,
            id=guid if is_id else "",
            title="" if is_id and name == guid else name,
            collections=tuple(dict.fromkeys(around.collections.get(guid, ()))),
        )
        return replace(document, **self._metadata(source, guid))

    def _metadata(self, source: _Element, guid: str) -> dict[str, Any]:
        """The variables that say what an archive knows of an article."""
        known: dict[str, str] = {}
        ignored: Counter[str] = Counter()
        for name, value in (*self._around.values_of(source), *self._around.values.get(guid, ())):
            if name.casefold() in VARIABLES:
                known.setdefault(name.casefold(), value)
            else:
                ignored[f"values of the variable “{shown(name)}” are left out"] += 1
        self._around.left_out += ignored
        return known

    def _relations(self, keys: dict[str, str]) -> Iterator[ReadRelation]:
        for origin, source in keys.items():
            for link in self._links_from.get(origin, ()):
                target = keys.get(link.target)
                if target is not None and link.id not in self._told:
                    self._told.add(link.id)
                    yield ReadRelation(link.type, source, target, note=link.note, id=self._id(link), where=link.where)

    def _link_out(self, link: Link) -> Item:
        """A link that leads out of one text: to a record, or to a selection of another text."""
        types = []
        for end in (link.origin, link.target):
            if end in self._around.records:
                types.append(NodeType.RECORD)
            elif end in self._annotations:
                types.append(NodeType.ANNOTATION)
            else:
                return Problem(f"{self._inner}, {link.where}", "It links what is no selection of a text.")
        ends = [self._annotations.get(end, end) for end in (link.origin, link.target)]
        return ReadRelation(
            link.type, ends[0], ends[1], types[0], types[1], note=link.note, id=self._id(link), where=link.where
        )

    def _id(self, link: Link) -> str:
        return link.id if self._around.is_ours and is_uuid(link.id) else ""

    def _where(self, source: _Element) -> str:
        return f"source “{shown(source.get('name', ''))}”, line {source.sourceline}"
