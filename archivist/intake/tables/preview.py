# SPDX-License-Identifier: GPL-3.0-or-later
"""What would come of a table, before it is imported."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

from archivist.errors import ArchivistError, UnsupportedFile
from archivist.intake.reader import ImportOptions
from archivist.intake.registry import reader_for
from archivist.intake.tables.articles import Articles, understand
from archivist.intake.tables.cells import plain
from archivist.intake.tables.profile import TableProfile
from archivist.intake.tables.readers import table_of
from archivist.intake.tables.table import Row, Table
from archivist.model import ArticleDraft, Unread
from archivist.text import shortened

_SAMPLES: Final = 3  # values of a column that are shown
_SAMPLE_LENGTH = 80  # characters
_ROWS = 50  # in which they are looked for


@dataclass(frozen=True, slots=True)
class PreviewColumn:
    """A column, and the first different values in it, shortened."""

    name: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TablePreview:
    """What a table is taken for. A problem, where nothing could be imported as it is."""

    format: str  # name of the reader
    encoding: str
    delimiter: str  # "" where the format has none
    header: bool
    columns: tuple[PreviewColumn, ...]
    profile: TableProfile  # with all that was found out: what would have to be saved to have the same again
    articles: tuple[ArticleDraft | Unread, ...] = ()  # the first of them
    doubts: tuple[str, ...] = ()
    problem: str = ""


def preview_table(raw: bytes, path: Path, options: ImportOptions, count: int = 5) -> TablePreview:
    """The preview of a file, with as many articles. Raises UnsupportedFile, where it is no table, and what
    reading the file raises: EmptyFile, NotText, WrongEncoding, InvalidValue, FileDamaged, ProfileRefused.
    """
    reader = reader_for(raw, path, options.format)
    table = table_of(reader, raw, path, options)
    if table is None:
        raise UnsupportedFile(path, f"it is no table but “{reader.title}”")
    found = _found(options.profile or TableProfile(), table)
    preview = TablePreview(
        reader.name, table.encoding, table.delimiter, table.header, _columns(table), found, doubts=table.doubts
    )
    try:
        understood = understand(table, path, options)
    except ArchivistError as error:
        return replace(preview, problem=str(error))
    mapping = understood.mapping
    profile = replace(
        _found(understood.profile, table),
        columns=mapping.columns,
        date_order=mapping.date_order,
        exact=mapping.exact,
        markup=mapping.markup,
    )
    return replace(
        preview,
        profile=profile,
        articles=tuple(Articles(understood, reader.name, path, options).first(count)),
        doubts=(*table.doubts, *understood.doubts, *mapping.doubts),
    )


def _found(profile: TableProfile, table: Table) -> TableProfile:
    """A profile with how the file is laid out."""
    return replace(
        profile,
        encoding=table.encoding,
        delimiter=table.delimiter,
        header=table.header if table.delimiter else None,
        records=table.records,
        made_for=table.columns,
    )


def _columns(table: Table) -> tuple[PreviewColumn, ...]:
    rows = [row.cells for row in islice((row for row in table.rows() if isinstance(row, Row)), _ROWS)]
    columns = []
    for name in table.columns:
        values = dict.fromkeys(shortened(plain(row.get(name)), _SAMPLE_LENGTH) for row in rows)
        columns.append(PreviewColumn(name, tuple(islice(filter(None, values), _SAMPLES))))
    return tuple(columns)
