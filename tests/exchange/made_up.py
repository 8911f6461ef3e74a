# SPDX-License-Identifier: GPL-3.0-or-later
"""A format that exists in tests only: its reader gives what the test says, one item after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archivist.exchange import Format, MergeReport, TagMapping, take_in
from archivist.exchange.items import Item, ReadAnnotation, ReadDocument
from archivist.store import Archive
from tests.long_work import run_to_end


def made_up(*items: Item | Exception) -> Format:
    """The format whose every file holds these; an exception is raised where it stands."""

    def read(_path: Path) -> Iterator[Item]:
        for item in items:
            if isinstance(item, Exception):
                raise item
            yield item

    return Format("made-up", "Made up", (".made",), read=read)


def take(archive: Archive, path: Path, *items: Item | Exception, **named: Any) -> MergeReport:
    """Take these items in, from a file of that name."""
    mapping = named.pop("mapping", TagMapping())
    return run_to_end(take_in(archive, made_up(*items), path, mapping, **named))


def mark(start: int, end: int, label: str = "strike", **fields: Any) -> ReadAnnotation:
    """An annotation; its key is its place where none is given."""
    fields.setdefault("key", f"T{start}-{end}")
    return ReadAnnotation(start=start, end=end, label=label, **fields)


def document(text: str | None, *marks: ReadAnnotation, name: str = "one", **fields: Any) -> ReadDocument:
    """A document with these annotations."""
    return ReadDocument(name, text, marks, **fields)
