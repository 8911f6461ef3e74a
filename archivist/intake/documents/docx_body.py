# SPDX-License-Identifier: GPL-3.0-or-later
"""The body of a DOCX as blocks of text: as it is shown when all changes to it are accepted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml.etree import _Element

from archivist.intake.documents.docx_numbering import Numbering
from archivist.intake.documents.docx_styles import Styles, is_hidden, outline_rank
from archivist.intake.documents.headline import Block
from archivist.intake.documents.symbols import symbol
from archivist.intake.documents.text import OfficeText
from archivist.xml_names import child, children, descendants, local_name, value

_DELETED = frozenset({"del", "moveFrom"})
_INSERTED = frozenset({"ins", "moveTo"})
_PARAGRAPH_PROPERTIES = "pPr"
# What is no text of the run that it stands in.
_SILENT = frozenset(
    ("rPr", "pPr", "instrText", "delText", "delInstrText", "rt", "fldData", "sdtPr", "sdtEndPr", "tblPr", "tblGrid",
     "trPr", "tcPr", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr")
)  # fmt: skip
_AS_TEXT = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_NOTE_REFERENCES = frozenset({"footnoteReference", "endnoteReference"})
_DRAWINGS = frozenset({"drawing", "pict", "object", "AlternateContent"})
_WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "sect", "sub-section"})


@dataclass
class Body:
    """Reads the elements of a body in their order, and keeps account of what is not in its text."""

    styles: Styles
    numbering: Numbering
    notes: dict[str, _Element]  # by kind and id: “footnote 2”
    text: OfficeText = field(default_factory=OfficeText)
    changed: bool = False
    hidden: bool = False
    comments: set[str] = field(default_factory=set)
    embedded: int = 0  # pieces in other formats
    _carried: str = ""  # the text of a paragraph whose end was deleted

    def read(self, container: Iterable[_Element]) -> None:
        """Add the paragraphs and tables in an element."""
        for element in container:
            name = local_name(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self.text.table(list(self._rows(element)))
            elif name == "AlternateContent":
                self.read(_alternative(element))
            elif name in _WRAPPERS:
                self.changed |= name in _INSERTED
                self.read(element)
            elif name in _DELETED:
                self.changed = True
            elif name == "altChunk":
                self.embedded += 1

    def blocks(self) -> list[Block]:
        """All that was read, the notes last."""
        self.text.paragraph(self._carried)
        return self.text.finished()

    def _paragraph(self, element: _Element) -> None:
        properties = child(element, _PARAGRAPH_PROPERTIES)
        style = self.styles.of(value(child(properties, "pStyle"), "val"))
        boxes: list[_Element] = []
        text = self._carried + self._inline(element, boxes, hidden=style.hidden)
        self._carried = ""
        if child(properties, "rPr", "del") is not None or child(properties, "rPr", "moveFrom") is not None:
            self.changed, self._carried = True, text
            return
        self.changed |= child(properties, "rPr", "ins") is not None
        rank = outline_rank(properties) or style.rank
        list_id = value(child(properties, "numPr", "numId"), "val") or style.list_id
        if list_id and list_id != "0" and text.strip():
            level = value(child(properties, "numPr", "ilvl"), "val") or style.level or "0"
            label = self.numbering.label(list_id, int(level) if level.isdecimal() else 0)
            if not rank:
                self.text.item(text, label)
            else:
                self.text.paragraph(text if label == "-" else f"{label} {text}", rank)
        else:
            self.text.paragraph(text, rank)
        for box in boxes:
            self.read(box)

    def _inline(self, element: _Element, boxes: list[_Element], *, hidden: bool = False) -> str:
        """The text in a paragraph or run; text boxes in it are added to `boxes`."""
        return "".join(self._piece(one, local_name(one), boxes, hidden=hidden) for one in element)

    def _piece(self, element: _Element, name: str, boxes: list[_Element], *, hidden: bool) -> str:
        if name == "t":
            return element.text or ""
        if name in _AS_TEXT:
            return _AS_TEXT[name]
        if name == "sym":
            return symbol(value(element, "char"))
        if name in _NOTE_REFERENCES:
            return self._note(f"{name.removesuffix('Reference')} {value(element, 'id')}")
        if name in _DRAWINGS:
            boxes += _text_boxes(element)
        elif name == "commentReference":
            self.comments.add(value(element, "id"))
        elif name in _DELETED:
            self.changed = True
        elif name == "r" and (hidden or is_hidden(child(element, "rPr"))):
            self.hidden |= any(text.text for text in descendants(element, "t"))
        elif name not in _SILENT:
            self.changed |= name in _INSERTED
            return self._inline(element, boxes, hidden=hidden)
        return ""

    def _note(self, key: str) -> str:
        note = self.notes.pop(key, None)
        if note is None:
            return ""
        paragraphs = [self._inline(one, []) for one in descendants(note, "p")]
        return self.text.note(" ".join(paragraphs))

    def _rows(self, table: _Element) -> list[list[list[Block]]]:
        rows = []
        for element in table:
            name = local_name(element)
            if name == "tr":
                self.changed |= child(element, "trPr", "ins") is not None
                if child(element, "trPr", "del") is not None:
                    self.changed = True
                else:
                    rows.append([self._cell(cell) for cell in _cells(element)])
            elif name in _WRAPPERS:
                rows += self._rows(element)
        return rows

    def _cell(self, element: _Element) -> list[Block]:
        outer, self.text = self.text, OfficeText(notes=self.text.notes)
        try:
            self.read(element)
            self.text.end_list()
            return self.text.blocks
        finally:
            self.text = outer


def _cells(row: _Element) -> list[_Element]:
    cells = []
    for element in row:
        name = local_name(element)
        if name == "tc":
            cells.append(element)
        elif name in _WRAPPERS:
            cells += _cells(element)
    return cells


def _alternative(element: _Element) -> list[_Element]:
    """What is in the one of several ways to show the same that newer programs choose."""
    return next((list(one) for name in ("Choice", "Fallback") for one in children(element, name) if len(one)), [])


def _text_boxes(element: _Element) -> list[_Element]:
    """The outermost text boxes in a drawing, each once."""
    boxes = []
    waiting = [element]
    while waiting:
        one = waiting.pop()
        name = local_name(one)
        if name == "txbxContent":
            boxes.append(one)
        elif name == "AlternateContent":
            waiting += reversed(_alternative(one))
        else:
            waiting.extend(reversed(one))
    return boxes
