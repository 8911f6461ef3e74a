# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables: CSV files with a data package, and a workbook; written, and read whoever wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archivist.errors import ArchivistError, FileDamaged
from archivist.exchange.files.packed import BROKEN_ZIP, ZipFiles, is_zip
from archivist.exchange.format import Aspect, Format
from archivist.exchange.items import Item
from archivist.exchange.tables import ANNOTATIONS, ARTICLES, DATA_PACKAGE
from archivist.exchange.tabular.columns import holds_annotations
from archivist.exchange.tabular.csv_writing import write_csv
from archivist.exchange.tabular.delimited import SUFFIXES, DelimitedTables, first_header
from archivist.exchange.tabular.reading import read_tables
from archivist.exchange.tabular.workbook_reading import WorkbookTables
from archivist.exchange.tabular.workbook_writing import write_xlsx

_OURS = {DATA_PACKAGE, ANNOTATIONS.file, ARTICLES.file}
_KEPT = frozenset(Aspect) - {Aspect.ORIGINAL, Aspect.PROVENANCE, Aspect.RESTRICTIONS, Aspect.HISTORY}


def _read_csv(path: Path, encoding: str = "") -> Iterator[Item]:
    """Everything in CSV tables: ours, or anyone's of annotations. Raises FileUnreadable, FileDamaged and their like.

    `encoding` is that of the files that are not UTF-8, where a person names it.
    """
    with DelimitedTables(path, encoding) as tables:
        yield from read_tables(tables)
        yield from tables.rest()


def _recognises_csv(path: Path) -> bool:
    """Whether this is a folder or zip file of ours, or a table in which every row surely marks a place."""
    try:
        if path.is_dir():
            return all((path / name).is_file() for name in _OURS)
        if is_zip(path):
            with ZipFiles(path) as files:
                return files.sizes.keys() >= _OURS
        is_table = path.suffix.lower() in SUFFIXES and path.is_file()
        return is_table and holds_annotations(first_header(path))
    except (OSError, ValueError, ArchivistError, *BROKEN_ZIP):
        return False


def _read_xlsx(path: Path) -> Iterator[Item]:
    """Everything in a workbook: ours, or one of anyone. Raises UnsupportedFile, FileDamaged and their like."""
    with WorkbookTables(path) as tables:
        yield from read_tables(tables)


def _recognises_xlsx(path: Path) -> bool:
    """Whether this is a workbook of ours, or one with a sheet in which every row surely marks a place."""
    try:
        if path.suffix.lower() != ".xlsx" or not is_zip(path):
            return False
        with WorkbookTables(path) as tables:
            return any(holds_annotations(sheet.header) for sheet in tables.sheets)
    except FileDamaged:
        return True  # so that reading it says what is wrong, and no sheet of it is taken for a text
    except (OSError, ValueError, ArchivistError, *BROKEN_ZIP):
        return False


CSV = Format(
    "csv",
    "CSV tables (data package)",
    (".zip", "", *SUFFIXES),
    written_as=(".zip", ""),
    keeps=_KEPT,
    write=write_csv,
    read=_read_csv,
    read_in=_read_csv,
    recognises=_recognises_csv,
)
XLSX = Format(
    "xlsx", "Workbook (XLSX)", (".xlsx",), keeps=_KEPT, write=write_xlsx, read=_read_xlsx, recognises=_recognises_xlsx
)
