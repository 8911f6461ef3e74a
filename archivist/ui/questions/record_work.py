# SPDX-License-Identifier: GPL-3.0-or-later
"""Merging, splitting and deleting records with very many passages, as work for a process of its own."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from archivist.model import Progress, Record, RecordDraft
from archivist.store import Archive
from archivist.store.records import Uses


def merge_records(archive: Archive, into: str, others: Sequence[str]) -> Generator[Progress, None, Record]:
    """Make one record (id) of several, as one step. Raises as Records.merge does."""
    yield Progress(0, 0, "merge")
    return archive.records.merge(into, others)


def split_record(
    archive: Archive, record: str, annotations: Sequence[str], draft: RecordDraft
) -> Generator[Progress, None, Record]:
    """Make a record of some passages (annotation ids) of another, as one step. Raises as Records.split does."""
    yield Progress(0, 0, "split")
    return archive.records.split(record, annotations, draft)


def delete_record(archive: Archive, record: str) -> Generator[Progress, None, Uses]:
    """Delete a record, as one step. Raises RecordNotFound."""
    yield Progress(0, 0, "delete")
    return archive.records.delete(record)
