# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing articles as one workbook of Office Open XML (ECMA-376, part 1, section 18): a sheet a table.

Every text is a text, so that no cell is a formula, and what XML has no character for is _xHHHH_, as
ST_Xstring has it. A cell holds 32,767 units of UTF-16 and no more: longer texts of articles go on in
the next row, of anything else the beginning is written and told. It is written as it comes, without
moments, so that equal input gives equal bytes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from archivist.exchange.files.packages import Package, Write, open_package
from archivist.exchange.outgoing.contents import Contents
from archivist.exchange.table_rows import Rows, as_it_is, rows_of, spoken_of
from archivist.exchange.tables import Cell, Field, Table
from archivist.exchange.tabular.cell_lengths import LONGEST_CELL, parts, utf16_length
from archivist.exchange.tabular.own_tables import TEXTS
from archivist.model import Loss, Progress

MOST_ROWS = 1_048_576  # of a sheet, with the header
COLUMNS = Table(
    "columns",
    "What the columns mean",
    (Field("sheet", "Sheet"), Field("column", "Column"), Field("meaning", "What it holds")),
)
_MOST_BYTES = 1 << 30  # of a sheet, as a file of more than twice that is no zip file that spreadsheets open
_AT_ONCE = 50
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What XML has no character for, or a reader would change, and what reads as if it were escaped already.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_WIDE = frozenset(("quote", "title", "text", "note", "name", "figure_name", "source_name", "target_name", "meaning"))
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill '
    'patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1">'
    '<border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" '
    'fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" '
    'borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def write_xlsx(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write the workbook."""
    with open_package(path, zipped=True, zip64=False) as package:
        workbook = Workbook(package)
        belonging = contents.new_belonging()
        for number, (_, chosen, _) in enumerate(contents.annotations()):
            belonging.see(chosen)
            if number % _AT_ONCE == 0:
                yield Progress(number, len(contents), "count")
        tables = rows_of(contents, spoken_of(contents, belonging), as_it_is)
        for table, rows in (*tables.items(), (TEXTS, _texts(contents))):
            for number in workbook.write(table, rows):
                if number % _AT_ONCE == 0:
                    yield Progress(min(number, len(contents)), len(contents), "write")
        described = (*tables, TEXTS)
        meanings = [[table.name, field.name, field.description] for table in described for field in table.fields]
        for _ in workbook.write(COLUMNS, [meanings]):
            pass
        workbook.finish()
    return workbook.losses()


class Workbook:
    """A workbook, sheet by sheet."""

    def __init__(self, package: Package, most_rows: int = MOST_ROWS) -> None:
        self._package = package
        self._most_rows = most_rows
        self._sheets: list[tuple[str, int, int]] = []  # name, columns, rows
        self._cut: Counter[str] = Counter()  # cells, by table and column

    def write(self, table: Table, rows: Rows) -> Iterator[int]:
        """Write a table, in as many sheets as it needs; yields how many lots of rows are written."""
        waiting = self._numbered(table, rows)
        first, part = next(waiting, None), 1
        while part == 1 or first is not None:
            name = table.name if part == 1 else f"{table.name} {part}"
            with self._package.file(f"xl/worksheets/sheet{len(self._sheets) + 1}.xml") as write:
                write(_beginning(table).encode())
                count, size = 1, 0
                while first is not None and count < self._most_rows and size < _MOST_BYTES:
                    count += 1
                    number, cells = first
                    size += _write_row(write, count, cells)
                    yield number
                    first = next(waiting, None)
                self._sheets.append((name, len(table.fields), count))
                write(f'</sheetData><autoFilter ref="{_area(len(table.fields), count)}"/></worksheet>'.encode())
            part += 1

    def finish(self) -> None:
        """Write what says which sheets there are."""
        numbers = range(1, len(self._sheets) + 1)
        sheets = "".join(
            f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
            for number, (name, _, _) in zip(numbers, self._sheets, strict=True)
        )
        filters = "".join(
            f'<definedName name="_xlnm._FilterDatabase" localSheetId="{at}" hidden="1">'
            f"'{name}'!{_area(width, count, fixed='$')}</definedName>"
            for at, (name, width, count) in enumerate(self._sheets)
        )
        self._add(
            "xl/workbook.xml",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets>'
            f"<definedNames>{filters}</definedNames></workbook>",
        )
        links = [
            f'<Relationship Id="rId{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
        ]
        links.append(f'<Relationship Id="rIdStyles" Type="{_OFFICE}/styles" Target="styles.xml"/>')
        self._add("xl/_rels/workbook.xml.rels", _relationships(links))
        with self._package.file("xl/styles.xml") as write:
            write(_STYLES.encode())
        link = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        self._add("_rels/.rels", _relationships([link]))
        parts = [
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>' for n in numbers
        ]
        self._add(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{"".join(parts)}</Types>',
        )

    def losses(self) -> list[Loss]:
        """What was too long for a cell."""
        why = f"are longer than the {LONGEST_CELL} units of UTF-16 that a cell holds, so their beginning was written"
        return [Loss(column, count, why) for column, count in sorted(self._cut.items())]

    def _add(self, name: str, content: str) -> None:
        with self._package.file(name) as write:
            write(f"{_HEAD}{content}".encode())

    def _numbered(self, table: Table, rows: Rows) -> Iterator[tuple[int, list[Cell]]]:
        names = [field.name for field in table.fields]
        for number, some in enumerate(rows):
            for cells in some:
                yield number, [self._fitted(table, name, cell) for name, cell in zip(names, cells, strict=True)]

    def _fitted(self, table: Table, name: str, cell: Cell) -> Cell:
        if not isinstance(cell, str) or utf16_length(cell) <= LONGEST_CELL:
            return cell
        self._cut[f"{name} of {table.name}"] += 1
        return next(parts(cell))


def _texts(contents: Contents) -> Iterator[list[list[Cell]]]:
    """The texts of the articles, in as many parts as they need."""
    for id_ in contents.ids:
        text = contents.archive.articles.revision(id_).body
        yield [[id_, number, part] for number, part in enumerate(parts(text), 1)]


def _beginning(table: Table) -> str:
    """A sheet up to its first row below the header, which stays in view."""
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{48 if field.name in _WIDE else 16}" customWidth="1"/>'
        for at, field in enumerate(table.fields, 1)
    )
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" '
        'topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>{_row(1, [field.name for field in table.fields], style=1)}"
    )


def _write_row(write: Write, number: int, cells: Sequence[Cell]) -> int:
    """Write a row; returns how many bytes that were."""
    row = _row(number, cells).encode()
    write(row)
    return len(row)


def _row(number: int, cells: Sequence[Cell], style: int = 0) -> str:
    styled = f' s="{style}"' if style else ""
    written = []
    for at, cell in enumerate(cells):
        place = f'r="{_letters(at)}{number}"{styled}'
        if isinstance(cell, str):
            if cell:
                text = escape(_ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", cell))
                written.append(f'<c {place} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>')
        elif cell is not None:
            written.append(f"<c {place}><v>{cell!r}</v></c>")
    return f'<row r="{number}">{"".join(written)}</row>'


def _letters(place: int) -> str:
    """The name of a column, counted from 0."""
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _area(columns: int, rows: int, fixed: str = "") -> str:
    return f"{fixed}A{fixed}1:{fixed}{_letters(columns - 1)}{fixed}{rows}"


def _relationships(links: Iterable[str]) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(links)}</Relationships>'
