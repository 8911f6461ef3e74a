# SPDX-License-Identifier: GPL-3.0-or-later
"""The readers of tables, and how they know one by its content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from archivist.decoding.encodings import detect
from archivist.decoding.signatures import binary_kind
from archivist.errors import ArchivistError
from archivist.intake.reader import ImportOptions, Reader
from archivist.intake.tables.articles import Articles, understand
from archivist.intake.tables.delimited import delimited_table, is_delimited
from archivist.intake.tables.json_records import json_table
from archivist.intake.tables.profile import TableProfile
from archivist.intake.tables.table import Table
from archivist.model import ArticleDraft, Unread

_HEAD = 64 * 1024  # bytes
_DELIMITED_EXTENSIONS = (".csv", ".tsv", ".tab", ".psv")
_JSON_EXTENSIONS = (".json", ".jsonl", ".ndjson")
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:[\w$.]+\s*=\s*)?(?:\[\s*)?\{\s*[\"}]")
_LIKE_JSON = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*[\[{]")


def read_table(raw: bytes, path: Path, options: ImportOptions) -> Sequence[ArticleDraft | Unread]:
    """The articles of a delimited file.

    Raises EmptyFile, NotText, WrongEncoding, InvalidValue, NoTextColumn, ProfileRefused.
    """
    return _articles(CSV, raw, path, options)


def read_json(raw: bytes, path: Path, options: ImportOptions) -> Sequence[ArticleDraft | Unread]:
    """The articles of a JSON document, or of one of objects a line.

    Raises EmptyFile, NotText, WrongEncoding, InvalidValue, FileDamaged, NoTextColumn, ProfileRefused.
    """
    return _articles(JSON, raw, path, options)


def table_of(reader: Reader, raw: bytes, path: Path, options: ImportOptions) -> Table | None:
    """The table in a file as one of these readers reads it; None where it is another reader's file."""
    profile = options.profile or TableProfile()
    if reader.name == CSV.name:
        return delimited_table(raw, path, options.encoding, profile)
    return json_table(raw, path, options.encoding, profile) if reader.name == JSON.name else None


def _articles(reader: Reader, raw: bytes, path: Path, options: ImportOptions) -> Sequence[ArticleDraft | Unread]:
    table = table_of(reader, raw, path, options)
    return [] if table is None else Articles(understand(table, path, options), reader.name, path, options).all()


def _is_json(raw: bytes, path: Path) -> bool:
    """Whether it is, or is called so and is no table: it is then a broken file, and no text that somebody wrote."""
    head = raw[:_HEAD].replace(b"\x00", b"")  # so that UTF-16 looks like ASCII
    is_named = path.suffix.lower() in _JSON_EXTENSIONS
    return _OBJECT.match(head) is not None or (
        is_named and (_LIKE_JSON.match(head) is not None or not _is_table(raw, path))
    )


def _is_table(raw: bytes, path: Path) -> bool:
    if binary_kind(raw):
        return False
    try:
        encoding = detect(raw[:_HEAD], path=path).encoding
    except ArchivistError:
        return False
    return path.suffix.lower() in _DELIMITED_EXTENSIONS or is_delimited(raw[:_HEAD], encoding)


CSV = Reader("csv", "Table (CSV, TSV)", _DELIMITED_EXTENSIONS, "text/csv", _is_table, read_table)
JSON = Reader("json", "JSON and JSON lines", _JSON_EXTENSIONS, "application/json", _is_json, read_json)
