# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks of Office Open XML (ECMA-376, part 1, section 18) as tables, whatever program saved them.

Only the values of cells are read: nothing is calculated, and no style is looked at.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from lxml.etree import _Element

from archivist.errors import ArchivistError, UnsupportedFile
from archivist.exchange.files.packed import ZipFiles, is_zip
from archivist.exchange.files.xml_reading import parse_xml, stream_xml
from archivist.exchange.items import Problem
from archivist.exchange.tabular.sheets import MOST_COLUMNS, Row, Sheet, Tables, fitted
from archivist.xml_names import local_name

WORKBOOK = "xl/workbook.xml"
_LARGEST = 4 << 20  # bytes of what says which sheets there are
_CELL = re.compile("([A-Za-z]{1,3})[0-9]{1,7}")
_ESCAPED = re.compile("_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")
_ID = re.compile(r"\{[^}]*relationships\}id")  # transitional and strict documents have their own names for it
_NOT_TABLES = ("columns",)  # which explains the others


class WorkbookTables(Tables):
    """The sheets of a workbook. Raises FileUnreadable, FileDamaged, FileUnsafe, UnsupportedFile and their like."""

    def __init__(self, path: Path) -> None:
        if not is_zip(path):
            raise UnsupportedFile(path, "it is no workbook (.xlsx)")
        self._files = ZipFiles(path)
        self.sheets = []
        self.problems = []
        try:
            for name, file in self._named_files():
                self._add(name, file)
        except BaseException:
            self._files.close()
            raise
        self._join_parts()

    def close(self) -> None:
        self._files.close()

    def text(self, name: str) -> str | None:  # noqa: ARG002 - no file lies beside a sheet
        return None

    def _named_files(self) -> Iterator[tuple[str, str]]:
        """The sheets by their names, with their files."""
        files, path = self._files, self._files.path
        if WORKBOOK not in files.sizes:
            raise UnsupportedFile(path, "it is a zip file, but no workbook (.xlsx)")
        links_name = "xl/_rels/workbook.xml.rels"
        links = parse_xml(files.read(links_name, limit=_LARGEST), files.where(links_name))
        targets = {
            link.get("Id"): link.get("Target") or "" for link in links.iter() if local_name(link) == "Relationship"
        }
        for element in parse_xml(files.read(WORKBOOK, limit=_LARGEST), files.where(WORKBOOK)).iter():
            if local_name(element) == "sheet":
                id_ = next((value for name, value in element.attrib.items() if _ID.fullmatch(str(name))), "")
                target = targets.get(str(id_), "")
                yield element.get("name") or "", posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")

    def _add(self, name: str, file: str) -> None:
        if name in _NOT_TABLES:
            return
        if file not in self._files.sizes:
            self.problems.append(Problem(name, "the sheet was left out: it is not in the file"))
            return
        try:
            rows = self._rows(name, file)
            number, header = next(((n, cells) for n, cells, _ in rows if any(cells)), (0, []))
        except ArchivistError as error:
            self.problems.append(Problem(name, f"the sheet was left out: {error}"))
            return
        names = tuple(cell.strip() for cell in header)
        if not number:
            return  # an empty sheet, as new workbooks have
        if len(names) > MOST_COLUMNS:
            self.problems.append(Problem(name, f"the sheet was left out: it has more than {MOST_COLUMNS} columns"))
            return
        self.sheets.append(Sheet(name, names, partial(self._below, name, file, number, len(names))))

    def _join_parts(self) -> None:
        """Join what a table had to be parted into: “annotations”, “annotations 2”, ..."""
        joined: dict[str, Sheet] = {}
        for sheet in self.sheets:
            stem, _, number = sheet.name.rpartition(" ")
            first = joined.get(stem)
            if number.isdigit() and first is not None and first.header == sheet.header:
                joined[stem] = Sheet(stem, first.header, _one_after_the_other(first, sheet))
            else:
                joined[sheet.name] = sheet
        self.sheets = list(joined.values())

    def _below(self, name: str, file: str, header: int, width: int) -> Iterator[Row | Problem]:
        """The rows below the header."""
        for number, cells, wrong in self._rows(name, file):
            if number <= header:
                continue
            where = f"{name}, row {number}"
            yield from (Problem(where, what) for what in wrong)
            yield from fitted(cells, width, where)

    def _rows(self, name: str, file: str) -> Iterator[tuple[int, list[str], list[str]]]:
        """Each row with its number, its cells and what of it could not be read."""
        number = 0
        for row in stream_xml(self._files.chunks(file), self._files.path / name, ("row",)):
            given = row.get("r") or ""
            number = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else number + 1  # noqa: PLR2004
            cells: list[str] = []
            wrong: list[str] = []
            for element in row:
                place = _place(element.get("r") or "", len(cells))
                if place > MOST_COLUMNS:
                    wrong.append(f"the cell {element.get('r')} was left out: there are too many columns")
                    continue
                cells += [""] * (place + 1 - len(cells))
                cells[place], problem = self._value(element)
                if problem:
                    wrong.append(f"the cell {element.get('r') or place + 1} {problem}")
            yield number, cells, wrong

    def _value(self, cell: _Element) -> tuple[str, str]:
        """The value of a cell as a text, and what is wrong with it."""
        type_ = cell.get("t") or "n"
        value = next((part.text or "" for part in cell if local_name(part) == "v"), None)
        if type_ == "inlineStr":
            return "".join(_text(part) for part in cell if local_name(part) == "is"), ""
        if value is None:
            is_formula = any(local_name(part) == "f" for part in cell)
            return "", "was left out: it is a formula whose value was not saved" if is_formula else ""
        if type_ == "s":
            at = int(value) if value.isascii() and value.isdigit() and len(value) < 10 else -1  # noqa: PLR2004
            if not 0 <= at < len(self._shared):
                return "", f"was left out: there is no shared text {value}"
            return self._shared[at], ""
        if type_ == "b":
            return "TRUE" if value == "1" else "FALSE", ""
        return (_unescaped(value) if type_ == "str" else value), ""

    @cached_property
    def _shared(self) -> list[str]:
        """The texts that cells share."""
        name = self._files.find("xl/sharedStrings.xml")
        if name is None:
            return []
        return [_text(item) for item in stream_xml(self._files.chunks(name), self._files.where(name), ("si",))]


def is_workbook(path: Path) -> bool:
    """Whether a zip file is a workbook. Raises FileUnreadable, FileDamaged and their like."""
    with ZipFiles(path) as files:
        return WORKBOOK in files.sizes


def _one_after_the_other(first: Sheet, second: Sheet) -> Callable[[], Iterator[Row | Problem]]:
    return lambda: chain(first.rows(), second.rows())


def _text(element: _Element) -> str:
    """The text of a string, in however many pieces; how it is read aloud is left out."""
    pieces = []
    for part in element:
        if local_name(part) == "t":
            pieces.append(part.text or "")
        elif local_name(part) == "r":
            pieces += [piece.text or "" for piece in part if local_name(piece) == "t"]
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    """A text in which _xHHHH_ are characters again; half characters, which are none, stay as they are."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _place(name: str, following: int) -> int:
    """The place of a cell, from 0, by its name; that of the following one where it has none."""
    match = _CELL.fullmatch(name)
    if match is None:
        return following
    place = 0
    for letter in match[1].upper():
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
