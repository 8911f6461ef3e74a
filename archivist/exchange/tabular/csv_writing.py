# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing articles as CSV tables with datapackage.json, and a text file for each article."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from pathlib import Path

from archivist.exchange.files.packages import open_package
from archivist.exchange.outgoing.contents import Contents
from archivist.exchange.table_rows import as_it_is, rows_of, spoken_of
from archivist.exchange.tables import DATA_PACKAGE, data_package_json
from archivist.model import Loss, Progress

_AT_ONCE = 50


def write_csv(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write the tables, as a folder or a zip file."""
    belonging = contents.new_belonging()
    with open_package(path) as package:
        for number, handed in enumerate(contents.articles()):
            belonging.see((*handed.annotations, *handed.for_review))
            text = handed.text.encode()
            with package.file(f"articles/{handed.article.id}.txt", len(text)) as write:
                write(text)
            if number % _AT_ONCE == 0:
                yield Progress(number, len(contents), "write")
        tables = rows_of(contents, spoken_of(contents, belonging), as_it_is)
        for table, rows in tables.items():
            with package.file(table.file) as write:
                for number, lines in enumerate(table.lines(rows)):
                    write(lines)
                    if number % _AT_ONCE == 0:
                        yield Progress(min(number, len(contents)), len(contents), "write")
        with package.file(DATA_PACKAGE) as write:
            write(data_package_json(tables))
    return ()
