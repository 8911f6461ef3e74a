# SPDX-License-Identifier: GPL-3.0-or-later
"""Zotero's RDF export, with the files that lie in the folder “files” beside it, and Bibliontology RDF.

Both are RDF/XML: elements that are things, in them elements that are properties, whose value is a
text, a thing, or the address of a thing that stands elsewhere. Names are enough to tell them apart,
so namespaces are left out. (Sources: Zotero's translators “Zotero RDF” and “Bibliontology RDF”.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml.etree import _Element

from archivist import __version__
from archivist.errors import NoTextFound
from archivist.intake.reader import ImportOptions, Reader, source_name
from archivist.intake.references.files_beside import files_beside
from archivist.intake.references.reference import Attachment, Reference, pieces_of, stated_date
from archivist.intake.tables.cells import DateOrder, order_of_dates
from archivist.intake.xml_trees import parse_xml
from archivist.model import ArticleDraft, Provenance, Unread

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_BIBO = "{http://purl.org/ontology/bibo/}"
_HEAD = 8192  # bytes
_CREATORS = ("authors", "authorList", "contributors", "creator", "reporters", "interviewers", "editors")
_ADDRESS = ("http://", "https://")


def read_rdf(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft | Unread]:
    """The articles of an export. Raises EmptyFile, NotText, WrongEncoding, FileDamaged, FileUnsafe, NoTextFound."""
    tree = parse_xml(raw, path, recover=True, encoding=options.encoding)
    graph = _Graph(tree.root)
    things = list(graph.items())
    if not things:
        raise NoTextFound(path)
    dates = (date for thing in things for name in ("date", "dateSubmitted", "accessDate") for date in thing.texts(name))
    order = order_of_dates(dates) or "dmy"
    provenance = Provenance(source_name(path), ZOTERO_RDF.name, __version__, tree.encoding)
    references = (_reference(thing, order) for thing in things)
    return pieces_of(references, files_beside(path, options), path, options, provenance, tree.warnings)


@dataclass(frozen=True, slots=True)
class _Thing:
    """A thing of the graph: what its properties lead to."""

    element: _Element
    graph: _Graph

    @property
    def address(self) -> str:
        """What other things call it, "" where it is nowhere else spoken of."""
        return self.element.get(f"{_RDF}about") or self.element.get(f"{_RDF}nodeID") or ""

    @property
    def kind(self) -> str:
        """Its class."""
        return _name(self.element)

    def values(self, name: str) -> Iterator[_Element]:
        """The elements that its properties of this name are."""
        return (child for child in self.element if _name(child) == name)

    def texts(self, name: str) -> Iterator[str]:
        """The texts that its properties of this name are, or that lie in the things that they lead to."""
        for value in self.values(name):
            text = "".join(value.itertext()).strip()
            if text:
                yield text

    def text(self, *names: str) -> str:
        """The first text of the first property that has one."""
        return next((text for name in names for text in self.texts(name)), "")

    def things(self, name: str) -> Iterator[_Thing]:
        """The things that its properties of this name lead to."""
        for value in self.values(name):
            yield from (_Thing(child, self.graph) for child in value)
            address = value.get(f"{_RDF}resource") or value.get(f"{_RDF}nodeID")
            if address in self.graph.by_address:
                yield _Thing(self.graph.by_address[address], self.graph)


class _Graph:
    """All things of a document, and those that have an address by that."""

    def __init__(self, root: _Element) -> None:
        self._root = root
        self.by_address: dict[str, _Element] = {}
        for element in root.iter("{*}*"):
            address = element.get(f"{_RDF}about") or element.get(f"{_RDF}nodeID")
            if address and len(element) and _name(element) != "UserItem":
                self.by_address.setdefault(address, element)
        # What a library says of its items, where it stands apart from them, by the address of the item.
        self.of_library = {
            value.get(f"{_RDF}resource"): _Thing(element, self)
            for element in root.iter("{*}UserItem")
            for value in _Thing(element, self).values("resource")
        }

    def items(self) -> Iterator[_Thing]:
        """The things that are items of a library, not what lies in one, is attached to it, or holds it."""
        inside = {
            address
            for element in self._root.iter("{*}isPartOf", "{*}link", "{*}isReferencedBy")
            if (address := element.get(f"{_RDF}resource"))
        }
        for element in self._root:
            thing = _Thing(element, self)
            type_ = thing.text("itemType")
            is_bibo = element.tag.startswith(_BIBO) and thing.text("title") and thing.address not in inside
            if (type_ and type_ not in ("attachment", "note")) or is_bibo:
                yield thing
            elif (type_ == "attachment" or thing.kind == "Memo") and thing.address not in inside:
                yield thing  # a file or a note that belongs to no item


def _reference(thing: _Thing, order: DateOrder) -> Reference:
    wholes = list(_wholes(thing))
    lone_file = thing.text("itemType") == "attachment"
    of_library = thing.graph.of_library.get(thing.address)
    return Reference(
        key=thing.address or thing.text("title"),
        title=thing.text("title"),
        creators=tuple(dict.fromkeys(name for field in _CREATORS for name in _names(thing, field))),
        outlet=next((title for whole in wholes if (title := whole.text("title"))), "") or _publisher(thing),
        section=thing.text("section"),
        url=_url(thing),
        language=thing.text("language"),
        published=next((date for one in (thing, *wholes) if (date := stated_date(one.text("date"), order))), ""),
        captured=stated_date(
            thing.text("dateSubmitted") or (of_library.text("accessDate") if of_library else ""), order
        ),
        abstract=thing.text("abstract"),
        notes=tuple(_notes(thing)),
        tags=tuple(dict.fromkeys(thing.texts("subject"))),
        type=thing.text("itemType") or thing.kind,
        attachments=tuple(_files([thing] if lone_file else thing.things("link"))),
    )


def _wholes(thing: _Thing) -> Iterator[_Thing]:
    """What an item is part of: the newspaper, or the issue and then the journal."""
    for whole in thing.things("isPartOf"):
        yield whole
        yield from whole.things("isPartOf")


def _publisher(thing: _Thing) -> str:
    return next((name for one in thing.things("publisher") if (name := one.text("name"))), "")


def _names(thing: _Thing, field: str) -> Iterator[str]:
    """The names of persons and organisations, in their order."""
    for one in thing.things(field):
        people = one.things("li") if one.kind in ("Seq", "Bag") else (one,)
        for person in people:
            parts = (person.text("givenName", "givenname"), person.text("surname", "familyName"))
            yield " ".join(filter(None, parts)) or person.text("name")


def _url(thing: _Thing) -> str:
    stated = (text for name in ("identifier", "uri", "homepage") for text in thing.texts(name))
    return next((url for url in (*stated, thing.address) if url.startswith(_ADDRESS)), "")


def _notes(thing: _Thing) -> Iterator[str]:
    for note in thing.things("isReferencedBy"):
        yield note.text("value")
    if thing.kind == "Memo":
        yield thing.text("value")


def _files(things: Iterable[_Thing]) -> Iterator[Attachment]:
    """The files of attachments; one that is only a link to a page is none."""
    for thing in things:
        places = [value.get(f"{_RDF}resource") for value in thing.values("resource")] + list(thing.texts("path"))
        for place in filter(None, places):
            if not place.startswith(_ADDRESS):
                yield Attachment(place, thing.text("type"))


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _sniff(raw: bytes, _path: Path) -> bool:
    head = raw[:_HEAD].replace(b"\x00", b"")
    return b":RDF" in head and (b"zotero.org/namespaces/export#" in head or b"purl.org/ontology/bibo" in head)


ZOTERO_RDF = Reader("zotero-rdf", "Zotero RDF", (".rdf",), "application/rdf+xml", _sniff, read_rdf)
