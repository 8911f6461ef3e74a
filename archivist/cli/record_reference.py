# SPDX-License-Identifier: GPL-3.0-or-later
"""Which record or annotation is meant where a command names one."""

from __future__ import annotations

from contextlib import suppress

from archivist.errors import AmbiguousRecord, AnnotationNotFound, RecordNotFound
from archivist.model import Kind, Node, NodeType, Record
from archivist.store import Archive


def record_meant(archive: Archive, reference: str, kind: Kind | None = None) -> Record:
    """The record with this id, its beginning or this name; else the only one that the name means in another form.

    Raises RecordNotFound, AmbiguousReference. What changes or deletes a record asks for its very name.
    """
    try:
        return archive.records.find(reference, kind)
    except RecordNotFound:
        meant = archive.record_names.find(reference, kind)
        if not meant:
            raise
        if len(meant) > 1:
            raise AmbiguousRecord(reference, len(meant)) from None
        return archive.records.get(meant[0])


def record_of_kind(archive: Archive, reference: str, kind: Kind) -> str:
    """The id of the record of a kind that is meant, or of another kind where none of this is."""
    try:
        return record_meant(archive, reference, kind).id
    except RecordNotFound:
        return record_meant(archive, reference).id


def node_meant(archive: Archive, reference: str) -> Node:
    """The annotation with this id, else the record that is meant, else the annotation whose id begins so.

    Raises RecordNotFound, AmbiguousReference.
    """
    with suppress(AnnotationNotFound):
        return Node(NodeType.ANNOTATION, archive.annotations.get(reference).id)
    try:
        return Node(NodeType.RECORD, record_meant(archive, reference).id)
    except RecordNotFound:
        with suppress(AnnotationNotFound):
            return Node(NodeType.ANNOTATION, archive.annotations.find(reference).id)
        raise
