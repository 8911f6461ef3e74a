# SPDX-License-Identifier: GPL-3.0-or-later
"""What would come of a table, before it is imported."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

from archivist.errors import ArchivistError, UnsupportedFile
from archivist.intake.files import read_file
from archivist.intake.reader import ImportOptions, legible
from archivist.intake.registry import reader_for
from archivist.intake.tables.articles import Articles, understand
from archivist.intake.tables.cells import plain
from archivist.intake.tables.profile import TableProfile
from archivist.intake.tables.readers import table_of
from archivist.intake.tables.table import Row, Table
from archivist.model import ArticleDraft, Progress, Unread
from archivist.text import shortened

_SAMPLES: Final = 3  # values of a column that are shown
_SAMPLE_LENGTH = 80  # characters
_ROWS = 50  # in which they are looked for
_FIRST_ROWS = 8  # that are shown


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
    error: ArchivistError | None = None  # what the problem says
    rows: tuple[tuple[str, ...], ...] = ()  # the first of them, a cell a column, shortened


def preview_table(raw: bytes, path: Path, options: ImportOptions, count: int = 5) -> TablePreview:
    """The preview of a file, with as many articles. Raises UnsupportedFile, where it is no table, and what
    reading the file raises: EmptyFile, NotText, WrongEncoding, InvalidValue, FileDamaged, ProfileRefused.
    """
    reader = reader_for(raw, path, options.format)
    table = table_of(reader, raw, path, options)
    if table is None:
        raise UnsupportedFile(path, f"it is no table but “{reader.title}”")
    found = _found(options.profile or TableProfile(), table)
    cells = _first_cells(table)
    preview = TablePreview(
        reader.name,
        table.encoding,
        table.delimiter,
        table.header,
        _columns(table, cells),
        found,
        doubts=table.doubts,
        rows=tuple(cells[:_FIRST_ROWS]),
    )
    try:
        understood = understand(table, path, options)
    except ArchivistError as error:
        return replace(preview, problem=str(error), error=error)
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


def _first_cells(table: Table) -> list[tuple[str, ...]]:
    """The cells of the first rows, each as one short line."""
    rows = islice((row.cells for row in table.rows() if isinstance(row, Row)), _ROWS)
    return [tuple(shortened(plain(cells.get(name)), _SAMPLE_LENGTH) for name in table.columns) for cells in rows]


def _columns(table: Table, rows: Sequence[Sequence[str]]) -> tuple[PreviewColumn, ...]:
    columns = []
    for place, name in enumerate(table.columns):
        values = dict.fromkeys(row[place] for row in rows)
        columns.append(PreviewColumn(name, tuple(islice(filter(None, values), _SAMPLES))))
    return tuple(columns)


def files_with_columns(paths: Sequence[Path], options: ImportOptions) -> Generator[Progress, None, tuple[Path, ...]]:
    """The files whose tables have the columns that the profile of the options was made for, read by it.

    A file that cannot be read is none of them; what is wrong with it is for its import to say.
    """
    profile = options.profile or TableProfile()
    found = []
    for done, path in enumerate(paths):
        yield Progress(done, len(paths), legible(path.name))
        with suppress(ArchivistError):
            preview = preview_table(read_file(path), path, options, 0)
            if profile.fits(column.name for column in preview.columns):
                found.append(path)
    return tuple(found)
