# SPDX-License-Identifier: GPL-3.0-or-later
"""The body of an OpenDocument text as blocks of text: as it is shown when all changes to it are accepted."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element

from archivist.intake.documents.headline import Block
from archivist.intake.documents.list_numbers import written
from archivist.intake.documents.text import OfficeText
from archivist.xml_names import child, contents, local_name, value

TITLE_RANK = 10
_MOST_REPEATED = 100  # spaces, cells and rows that one element may stand for
_FORMS = {"1": "decimal", "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter"}
# What is no text of the paragraph that it stands in.
_SILENT = frozenset(
    ("tracked-changes", "annotation-end", "sequence-decls", "variable-decls", "user-field-decls", "forms", "ruby-text",
     "bookmark", "bookmark-start", "bookmark-end", "soft-page-break", "table-of-content-source", "desc", "title",
     "event-listeners", "binary-data", "dde-connection-decls", "alphabetical-index-mark", "toc-mark", "shapes")
)  # fmt: skip
_FRAMES = frozenset({"frame", "custom-shape", "rect", "g", "text-box", "a"})


@dataclass
class OdtBody:
    """Reads the elements of a body in their order, and keeps account of what is not in its text."""

    styles: OdtStyles
    text: OfficeText = field(default_factory=OfficeText)
    changed: bool = False
    hidden: bool = False
    comments: int = 0
    _numbers: dict[str, int] = field(default_factory=dict)  # of lists, by style and level, that others go on with

    def read(self, container: _Element) -> None:
        """Add the paragraphs, lists and tables in an element."""
        for element in container:
            name = local_name(element)
            if name in ("p", "h"):
                self._paragraph(element, is_heading=name == "h")
            elif name == "list":
                self._list(element, [], "")
            elif name == "table":
                self.text.table(self._rows(element))
            elif name == "tracked-changes":
                self.changed |= len(element) > 0
            elif name == "section" and value(element, "display") == "none":
                self.hidden = True
            elif name not in _SILENT:
                self.read(element)

    def _paragraph(self, element: _Element, *, is_heading: bool) -> None:
        style = value(element, "style-name")
        level = value(element, "outline-level") or "1"
        rank = TITLE_RANK if self.styles.is_title(style) else 0
        if is_heading and not rank:
            rank = max(1, TITLE_RANK - int(level)) if level.isdecimal() else 1
        boxes: list[_Element] = []
        self.text.paragraph(self._inline(element, boxes), rank)
        for box in boxes:
            self.read(box)

    def _inline(self, element: _Element, boxes: list[_Element]) -> str:
        """The text in a paragraph; frames in it are added to `boxes`."""
        parts = [element.text or ""]
        for one in element:
            parts += (self._piece(one, local_name(one), boxes), one.tail or "")
        return "".join(parts)

    def _piece(self, element: _Element, name: str, boxes: list[_Element]) -> str:
        if name == "s":
            return " " * max(1, _count(value(element, "c")))
        if name in ("tab", "line-break"):
            return "\t" if name == "tab" else "\n"
        if name == "note":
            body = child(element, "note-body")
            return "" if body is None else self.text.note(" ".join(self._inline(one, boxes) for one in body))
        if name == "annotation":
            self.comments += 1
        elif name in _FRAMES and not (name == "a" and _is_link(element)):
            boxes.append(element)
        elif name in ("hidden-text", "hidden-paragraph"):
            self.hidden = True
        elif name not in _SILENT:
            if self.styles.is_hidden(value(element, "style-name")):
                self.hidden = True
                return ""
            return self._inline(element, boxes)
        return ""

    # Lists

    def _list(self, element: _Element, outer: list[int], inherited: str, *, goes_on: bool = False) -> None:
        """Add the items of a list in the items with the numbers `outer`; goes_on says that it is one begun before."""
        style = value(element, "style-name") or inherited
        level = len(outer) + 1
        goes_on |= value(element, "continue-numbering") == "true" or bool(value(element, "continue-list"))
        key, start = f"{style} {level}", self.styles.list_start(style, level)
        before = self._numbers.get(key, start - 1) if goes_on else start - 1
        counts = [*outer, before]
        for item in element:
            name = local_name(item)
            if name == "list-header":
                self._item(item, counts, style, "")
            elif name == "list-item" and _only_holds_list(item):
                # It stands for the item that the inner list belongs to, and has no number of its own.
                counts[-1] = max(counts[-1], start)
                self._item(item, counts, style, "", goes_on=goes_on and counts[-1] == before)
            elif name == "list-item":
                begins = value(item, "start-value")
                counts[-1] = _count(begins) if begins.isdecimal() else counts[-1] + 1
                self._item(item, counts, style, self.styles.label(style, counts))
        self._numbers[key] = counts[-1]
        if level == 1:
            self.text.end_list()

    def _item(self, item: _Element, counts: list[int], style: str, label: str, *, goes_on: bool = False) -> None:
        """The paragraphs of an item, the first with its label; lists in it follow."""
        paragraphs: list[str] = []
        boxes: list[_Element] = []
        labelled = False

        def end() -> None:
            nonlocal labelled
            if any(paragraphs):
                self.text.item(" ".join(paragraphs), "" if labelled else label)
                labelled = True
            paragraphs.clear()

        for element in item:
            name = local_name(element)
            if name == "p":
                paragraphs.append(self._inline(element, boxes))
            elif name == "h":
                text = self._inline(element, boxes)
                end()
                level = value(element, "outline-level")
                rank = max(1, TITLE_RANK - int(level)) if level.isdecimal() else 1
                self.text.paragraph(f"{label} {text}" if label not in ("", "-") else text, rank)
            elif name == "list":
                end()
                self._list(element, counts, style, goes_on=goes_on)
        end()
        for box in boxes:
            self.read(box)

    # Tables

    def _rows(self, table: _Element) -> list[list[list[Block]]]:
        rows = []
        for element in table:
            name = local_name(element)
            if name == "table-row":
                rows.append(self._cells(element))
            elif name in ("table-rows", "table-header-rows", "table-row-group"):
                rows += self._rows(element)
        return rows

    def _cells(self, row: _Element) -> list[list[Block]]:
        cells: list[list[Block]] = []
        for element in row:
            if local_name(element) == "table-cell":
                repeated = max(1, _count(value(element, "number-columns-repeated")))
                cells += [self._cell(element)] * (repeated if len(cells) < _MOST_REPEATED else 0)
            elif local_name(element) == "covered-table-cell":
                continue
        return cells

    def _cell(self, element: _Element) -> list[Block]:
        outer, self.text = self.text, OfficeText(notes=self.text.notes)
        try:
            self.read(element)
            self.text.end_list()
            return self.text.blocks
        finally:
            self.text = outer


class OdtStyles:
    """What the styles say of paragraphs, letters and lists, by their names."""

    def __init__(self, *roots: _Element | None) -> None:
        self._styles: dict[str, _Element] = {}
        self._lists: dict[str, dict[int, _Element]] = {}
        for root in roots:
            for group in ("styles", "automatic-styles"):
                for element in contents(child(root, group)):
                    if local_name(element) == "style":
                        self._styles[value(element, "name")] = element
                    elif local_name(element) == "list-style":
                        self._lists[value(element, "name")] = {_count(value(one, "level")): one for one in element}

    def is_title(self, name: str) -> bool:
        """Whether paragraphs of this style are titles."""
        element = self._styles.get(name)
        names = {name, value(element, "parent-style-name")}
        return "Title" in names

    def is_hidden(self, name: str) -> bool:
        """Whether letters of this style are not shown."""
        properties = child(self._styles.get(name), "text-properties")
        return value(properties, "display") == "none"

    def list_start(self, name: str, level: int) -> int:
        """The number of the first item of a list at a level (from 1)."""
        start = value(self._lists.get(name, {}).get(level), "start-value")
        return _count(start) if start.isdecimal() else 1

    def label(self, name: str, counts: list[int]) -> str:
        """The number of an item, of which `counts` holds the last part last; “-” where it has none."""
        levels = self._lists.get(name, {})
        level = levels.get(len(counts))
        form = _FORMS.get(value(level, "num-format"), "")
        if not form or level is None or local_name(level) != "list-level-style-number":
            return "-"
        shown = max(1, min(_count(value(level, "display-levels")), len(counts)))
        first = len(counts) - shown
        parts = [
            written(count, _FORMS.get(value(levels.get(number), "num-format"), "decimal"))
            for number, count in enumerate(counts[first:], start=first + 1)
        ]
        return f"{value(level, 'num-prefix')}{'.'.join(parts)}{value(level, 'num-suffix')}".strip()


def _count(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < len("100000") else 0


def _only_holds_list(item: _Element) -> bool:
    return len(item) > 0 and all(local_name(one) == "list" for one in item)


def _is_link(element: _Element) -> bool:
    return not any(local_name(one) in _FRAMES for one in element)
