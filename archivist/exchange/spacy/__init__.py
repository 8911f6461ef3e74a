# SPDX-License-Identifier: GPL-3.0-or-later
"""spaCy: a DocBin, or JSON Lines as Prodigy and older training data have them; without spaCy itself."""

from __future__ import annotations

import zlib
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path

from archivist.exchange import own_fields
from archivist.exchange.files.json_records import first_values
from archivist.exchange.files.packed import OneFile
from archivist.exchange.format import Format
from archivist.exchange.items import Item
from archivist.exchange.outgoing.contents import Contents
from archivist.exchange.spacy.docbin_reading import read_docbin
from archivist.exchange.spacy.docbin_writing import write_docbin
from archivist.exchange.spacy.lines import is_telling, read_lines, write_lines
from archivist.model import Loss, Progress

_LINES = (".jsonl", ".json")
_HEAD = 4096  # bytes
_LOOKED_AT = 20  # records that tell what a file is


def write(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write JSON Lines where the path ends in .jsonl, else a DocBin."""
    return (yield from (write_lines if path.suffix.lower() in _LINES else write_docbin)(contents, path))


def read(path: Path) -> Iterator[Item]:
    """The documents of a file. Raises EmptyFile, UnsupportedFile, FileDamaged, FileUnsafe, FileUnreadable."""
    return read_docbin(path) if path.suffix.lower() not in _LINES else read_lines(path)


def recognises(path: Path) -> bool:
    """Whether a file is a DocBin, or holds spans as programs around spaCy write them."""
    if not path.is_file():
        return False
    if path.suffix.lower() not in _LINES:
        return _is_docbin(path)
    with OneFile(path) as files:
        return any(map(is_telling, first_values(files, path.name, _LOOKED_AT)))


def _is_docbin(path: Path) -> bool:
    """Whether what zlib packed begins as a map with the fields of a DocBin."""
    try:
        with path.open("rb") as file:
            head = zlib.decompressobj().decompress(file.read(_HEAD), _HEAD)
    except (OSError, zlib.error):
        return False
    return b"\xa5attrs" in head and b"\xa6tokens" in head and head[:1] in {bytes([0x80 | size]) for size in range(16)}


FORMAT = Format(
    "spacy",
    "spaCy DocBin or JSONL",
    (".spacy", ".jsonl"),
    keeps=own_fields.KEPT,
    write=write,
    read=read,
    recognises=recognises,
)
