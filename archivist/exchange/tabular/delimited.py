# SPDX-License-Identifier: GPL-3.0-or-later
"""CSV files, whatever they are encoded in and whatever parts their cells, as tables.

RFC 4180; with semicolons, tabs or bars as well, as spreadsheets of many countries write them.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import Any

from archivist.errors import ArchivistError, EmptyFile, FileDamaged
from archivist.exchange.files.packed import Files, open_files, passed_over
from archivist.exchange.files.texts import Texts
from archivist.exchange.items import Problem
from archivist.exchange.registry.decoding import decode, is_whole
from archivist.exchange.registry.header import DELIMITERS, unharmed
from archivist.exchange.tables import DATA_PACKAGE
from archivist.exchange.tabular.columns import known_columns
from archivist.exchange.tabular.sheets import MOST_COLUMNS, Row, Sheet, Tables, fitted
from archivist.file_names import shown

SUFFIXES = (".csv", ".tsv", ".tab")
_TEXTS = ("articles", "texts", "")  # folders in which a text may lie
_LARGEST = 256 << 20  # bytes, of a file that is not UTF-8
_LARGEST_TEXT = 64 << 20
_LONGEST_HEADER = 1 << 20  # characters
_READ_AGAIN = 64 << 20  # characters of rows with broken quotes, in all
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)  # what a spreadsheet puts above the header

csv.field_size_limit(1 << 30)  # characters; the marked words may be more than 128 KB, and files are bounded as a whole


class DelimitedTables(Tables):
    """The CSV files of a folder or zip file, or one.

    `encoding` is that of those that are not UTF-8, where a person names it.
    Raises FileUnreadable, FileDamaged, FileUnsafe, WrongEncoding and their like.
    """

    def __init__(self, path: Path, encoding: str = "") -> None:
        self._files = open_files(path)
        self._encoding = encoding
        self._texts = Texts(self._files, encoding)
        self.sheets: list[Sheet] = []
        self.problems: list[Problem] = [
            Problem(shown(name), f"it {why}, so it was left out") for name, why in sorted(self._files.left_out.items())
        ]
        self._read = {DATA_PACKAGE}
        alone = len(self._files.sizes) == 1
        try:
            for name in sorted(self._files.sizes):
                if alone or PurePosixPath(name).suffix.lower() in SUFFIXES:
                    self._add(name, alone=alone)
        except BaseException:
            self._files.close()
            raise

    def close(self) -> None:
        self._files.close()

    def text(self, name: str) -> str | None:
        names = (f"{folder}/{name}{suffix}".lstrip("/") for folder in _TEXTS for suffix in (".txt", ""))
        found = next((one for one in names if one in self._files.sizes), None)
        if found is None:
            return None
        self._read.add(found)
        return self._texts.read(found, limit=_LARGEST_TEXT).text

    def rest(self) -> Iterator[Problem]:
        """What lies beside the tables and was none of their texts, once all have been read."""
        others = sorted(self._files.sizes.keys() - self._read)
        return chain(self._texts.told(), passed_over(self._files, others, "tables and none of their texts"))

    def _add(self, name: str, *, alone: bool) -> None:
        self._read.add(name)
        try:
            self.sheets.append(_sheet(self._files, name, self._encoding))
        except ArchivistError as error:
            if alone:
                raise
            self.problems.append(Problem(shown(name), f"it was left out: {error}"))


def first_header(path: Path, size: int = 1 << 16) -> tuple[str, ...]:
    """The names of the columns, found in the first bytes of a file; none where it has none. Raises OSError."""
    with path.open("rb") as file:
        text, _ = decode(file.read(size), path)
    for line in io.StringIO(text, newline=""):
        if line.strip() and not _SEPARATOR_LINE.fullmatch(line):
            return _header(line)[1]
    return ()


def _sheet(files: Files, name: str, encoding: str) -> Sheet:
    lines = _Lines(files, name, encoding)
    number, line, declared = _header_line(lines, files.where(name))
    delimiter, header = _header(line, declared)
    if len(header) > MOST_COLUMNS or len(line) > _LONGEST_HEADER:
        raise FileDamaged(files.where(name), "its first line does not name the columns of a table")

    def rows() -> Iterator[Row | Problem]:
        for at, cells in _rows(islice(lines.read(), number, None), delimiter, number + 1):
            where = f"{shown(name)}, line {at}"
            if isinstance(cells, str):
                yield Problem(where, cells)
            elif not is_whole("".join(cells)):
                yield Problem(where, "some of its bytes could not be read as text, so it was left out")
            else:
                if any(cells) and len(cells) < len(header):
                    lacking = f"it has {len(cells)} cells of {len(header)}; the others were taken to be empty"
                    yield Problem(where, lacking)
                yield from fitted([unharmed(cell) for cell in cells], len(header), where)

    return Sheet(PurePosixPath(name).stem, header, rows)


def _header_line(lines: _Lines, path: Path) -> tuple[int, str, str]:
    """The line that names the columns, its number, and what parts cells where the file says it. Raises EmptyFile."""
    declared = ""
    for number, line in enumerate(lines.read(), 1):
        separator = _SEPARATOR_LINE.fullmatch(line)
        if separator:
            declared = separator[1]
        elif line.strip():
            return number, line, declared
    raise EmptyFile(path)


def _header(line: str, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """What parts the cells of this line, and the cells: so that most of them are names of columns."""
    found = []
    for delimiter in (declared,) if declared else DELIMITERS:
        cells = next(csv.reader([line], delimiter=delimiter), [])
        names = tuple(unharmed(cell).strip() for cell in cells)
        found.append((len(known_columns(names)), len(names), delimiter, names))
    best = max(found, key=lambda one: one[:2])
    return best[2], best[3]


def _rows(lines: Iterator[str], delimiter: str, first: int) -> Iterator[tuple[int, list[str] | str]]:
    """Each row, or what is wrong with it, with its line."""
    at, read_again = first, 0
    while True:
        taken: list[str] = []
        reader = csv.reader(_noted(lines, taken), delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield at, cells
                at += len(taken)
                taken.clear()
        except csv.Error as error:
            yield at, f"it is no row of a table ({error})"
            at += 1
            read_again += sum(map(len, taken))
            if read_again > _READ_AGAIN:
                yield at, "what follows was not read: too many of its quotes do not pair"
                return
            lines = chain(taken[1:], lines)  # what was taken for a part of it may be sound
        else:
            return


def _noted(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    for line in lines:
        taken.append(line)
        yield line


class _Lines:
    """The lines of a file with their ends, as often as they are asked for."""

    def __init__(self, files: Files, name: str, encoding: str) -> None:
        self._files = files
        self._name = name
        self._text: str | None = None  # where it is not UTF-8
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            for chunk in files.chunks(name):
                if "\0" in decoder.decode(chunk):
                    raise ValueError
            decoder.decode(b"", final=True)
        except ValueError:
            if encoding:
                self._text = Texts(files, encoding).read(name, limit=_LARGEST).text.removeprefix("\ufeff")
            else:
                self._text, _ = decode(files.read(name, limit=_LARGEST), files.where(name))

    def read(self) -> Iterator[str]:
        """All lines."""
        if self._text is not None:
            return iter(io.StringIO(self._text, newline=""))
        raw = io.BufferedReader(_Chunks(self._files.chunks(self._name)))
        return iter(io.TextIOWrapper(raw, "utf-8-sig", newline=""))


class _Chunks(io.RawIOBase):
    """Chunks of bytes as a file."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._left = self._left or next(self._chunks, b"")
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size
