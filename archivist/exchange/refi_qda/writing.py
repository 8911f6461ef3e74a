# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles with their annotations as a project, and the tags alone as a codebook.

Ids are ours, so that they come back: an article is a source, an annotation a selection with one
coding, a tag a code, a record a case, a relation a link, a collection a set; metadata are
variables. Of two ways that the standard allows the one is taken that the other programs read:
plain texts lie beside the document, as QualCoder takes none from inside it, in UTF-8 without a mark
and with LF, as positions count the characters of the file; a description comes before a coding, and
codes have no notes.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from uuid import uuid5
from xml.sax.saxutils import quoteattr

from lxml.etree import Element, SubElement, _Element, tostring

from archivist import __version__
from archivist.exchange.drafts import record_as_json
from archivist.exchange.files.packages import open_package
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.exchange.refi_qda.codes import OURS, codes_element
from archivist.exchange.refi_qda.extras import REPLACEMENT, describe, for_xml
from archivist.model import Annotation, Loss, NodeType, Progress, Relation

VARIABLES = ("outlet", "byline", "section", "url", "published", "captured", "language")
ORIGIN = "Archivist"
_NAMESPACE = "urn:QDA-XML:{}:1.0"
_XML = '<?xml version="1.0" encoding="utf-8"?>\n'
_LONGEST_NAME = 60  # characters of the words that name a selection
_CHUNK = 1 << 20
_EACH = 50  # articles between two reports of progress
_WHY_END_LOST = "an annotation at one of their ends is not carried"


def write(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write the contents as a project at this path."""
    with TemporaryFile(dir=path.parent) as sources, open_package(path, zipped=True) as package:
        project = _Project(contents, sources)
        for number, handed in enumerate(contents.articles()):
            text = handed.text.encode()
            with package.file(f"sources/{handed.article.id}.txt", len(text)) as add:
                add(text)
            project.add(handed)
            if number % _EACH == 0:
                yield Progress(number, len(contents), "write")
        before, after = project.before_sources(), project.after_sources()
        with package.file("project.qde", len(before) + sources.tell() + len(after)) as add:
            add(before)
            sources.seek(0)
            while chunk := sources.read(_CHUNK):
                add(chunk)
            add(after)
    return project.losses()


def write_codebook(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write the tags as a codebook at this path."""
    yield Progress(0, len(contents.tags), "write")
    opening = f"{_XML}<CodeBook {_root_attributes('codebook')}>\n"
    with path.open("xb") as file:
        file.write(opening.encode() + _serialised(codes_element(contents.tags)) + b"</CodeBook>\n")
    return _outside_xml(sum(_unwritable(tag.name) for tag in contents.tags))


class _Project:
    """The document of a project: its sources, as they come, and then what stands around them."""

    def __init__(self, contents: Contents, sources: IO[bytes]) -> None:
        self._contents = contents
        self._sources = sources
        self._users: set[str] = set()
        self._variables: set[str] = set()
        self._selections: dict[str, list[str]] = {}  # ids of the annotations that are linked to a record (id)
        self._written: set[str] = set()  # ids of annotations
        self._replaced = 0  # characters
        self._without_end = 0

    def add(self, handed: HandedArticle) -> None:
        """Write an article as a source."""
        article = handed.article
        source = Element(
            "TextSource",
            guid=article.id,
            name=self._line(article.title) or article.id,
            plainTextPath=f"internal://{article.id}.txt",
            creationDateTime=article.imported_at,
        )
        for mark in handed.annotations:
            self._add_selection(source, mark)
        for name in VARIABLES:
            value = getattr(article, name)
            if value:
                self._variables.add(name)
                element = SubElement(source, "VariableValue")
                SubElement(element, "VariableRef", targetGUID=_made("variable", name))
                SubElement(element, "TextValue").text = self._line(value)
        self._sources.write(_serialised(source))

    def _add_selection(self, source: _Element, mark: Annotation) -> None:
        self._written.add(mark.id)
        if mark.record:
            self._selections.setdefault(mark.record, []).append(mark.id)
        made = {"creationDateTime": mark.created_at}
        if mark.created_by:
            self._users.add(mark.created_by)
            made["creatingUser"] = _made("user", mark.created_by)
        selection = SubElement(
            source,
            "PlainTextSelection",
            guid=mark.id,
            name=_name_of(mark.quote),
            startPosition=str(mark.start),
            endPosition=str(mark.end),
            modifiedDateTime=mark.modified_at,
            **made,
        )
        description = describe(mark.note, {"attributes": dict(mark.attributes), "record": mark.record})
        if description:
            SubElement(selection, "Description").text = description
        coding = SubElement(selection, "Coding", guid=_made("coding", mark.id), **made)
        SubElement(coding, "CodeRef", targetGUID=mark.tag.id)

    def before_sources(self) -> bytes:
        """The document up to its sources, which have all been added."""
        codebook = Element("CodeBook")
        codebook.append(codes_element(self._contents.tags))
        self._replaced += sum(_unwritable(tag.name) for tag in self._contents.tags)
        opening = f"{_XML}<Project name={quoteattr(ORIGIN)} {_root_attributes('project')}>\n"
        parts = [
            *_group("Users", map(self._user, sorted(self._users))),
            _serialised(codebook),
            *_group("Variables", (_variable(name) for name in VARIABLES if name in self._variables)),
            *_group("Cases", self._cases()),
        ]
        return opening.encode() + b"".join(parts) + b"<Sources>\n"

    def after_sources(self) -> bytes:
        """The document from the end of its sources on."""
        kept = [relation for relation in self._contents.belonging.relations if self._is_whole(relation)]
        parts = [
            *_group("Notes", (_note(relation) for relation in kept if relation.note)),
            *_group("Links", map(self._link, kept)),
            *_group("Sets", self._sets()),
        ]
        return b"</Sources>\n" + b"".join(parts) + b"</Project>\n"

    def losses(self) -> list[Loss]:
        """What could not be written as it is."""
        lost = [Loss("relations", self._without_end, _WHY_END_LOST)] if self._without_end else []
        return lost + _outside_xml(self._replaced)

    def _user(self, name: str) -> _Element:
        return Element("User", guid=_made("user", name), name=self._line(name))

    def _cases(self) -> Iterator[_Element]:
        for record in self._contents.records():
            case = Element("Case", guid=record.id, name=self._line(record.name))
            SubElement(case, "Description").text = describe(record.draft.note, {"record": record_as_json(record)})
            for id_ in self._selections.get(record.id, ()):
                SubElement(case, "SelectionRef", targetGUID=id_)
            yield case

    def _is_whole(self, relation: Relation) -> bool:
        ends = (relation.source, relation.target)
        is_whole = all(end.type is NodeType.RECORD or end.id in self._written for end in ends)
        self._without_end += not is_whole
        return is_whole

    def _link(self, relation: Relation) -> _Element:
        link = Element("Link", guid=relation.id, name=self._line(relation.type), direction="OneWay")
        link.set("originGUID", relation.source.id)
        link.set("targetGUID", relation.target.id)
        if relation.note:
            SubElement(link, "NoteRef", targetGUID=_made("note", relation.id))
        return link

    def _sets(self) -> Iterator[_Element]:
        members: dict[str, list[str]] = {}
        for ids in self._contents.batches():
            for id_, names in sorted(self._contents.collected(ids).items()):
                for name in names:
                    members.setdefault(name, []).append(id_)
        for name, sources in sorted(members.items()):
            collection = Element("Set", guid=_made("set", name), name=self._line(name))
            for id_ in sources:
                SubElement(collection, "MemberSource", targetGUID=id_)
            yield collection

    def _line(self, text: str) -> str:
        self._replaced += _unwritable(text)
        return for_xml(text)


def _unwritable(text: str) -> int:
    return for_xml(text).count(REPLACEMENT) - text.count(REPLACEMENT)


def _outside_xml(count: int) -> list[Loss]:
    return [Loss("characters that XML cannot hold", count, "U+FFFD stands in their place")] if count else []


def _variable(name: str) -> _Element:
    return Element("Variable", guid=_made("variable", name), name=name, typeOfVariable="Text")


def _note(relation: Relation) -> _Element:
    note = Element("Note", guid=_made("note", relation.id), creationDateTime=relation.created_at)
    SubElement(note, "PlainTextContent").text = describe(relation.note, {})
    return note


def _name_of(quote: str) -> str:
    """The words that a selection is listed by."""
    words = for_xml(" ".join(quote.split()))
    return words if len(words) <= _LONGEST_NAME else words[:_LONGEST_NAME].rstrip() + "…"


def _made(kind: str, name: str) -> str:
    """An id that is the same in every project."""
    return str(uuid5(OURS, f"{kind}/{name}"))


def _root_attributes(kind: str) -> str:
    return f"xmlns={quoteattr(_NAMESPACE.format(kind))} origin={quoteattr(f'{ORIGIN} {__version__}')}"


def _group(name: str, elements: Iterable[_Element]) -> Iterator[bytes]:
    """An element with these in it; none where there are none, as it may not be empty."""
    opening = f"<{name}>\n"
    for element in elements:
        yield opening.encode() + _serialised(element)
        opening = ""
    if not opening:
        yield f"</{name}>\n".encode()


def _serialised(element: _Element) -> bytes:
    return bytes(tostring(element, encoding="utf-8")) + b"\n"
