# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking for damage: the database, every original, every text, every quote, the preservation log."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from archivist.model import Finding, Progress
from archivist.store.connection import Connection
from archivist.store.log_verification import steps_in_log, verify_log
from archivist.store.originals import Originals
from archivist.store.part_of import PART_OF, wholes
from archivist.text import text_sha256


def verify(connection: Connection, originals: Originals) -> Generator[Progress, None, tuple[Finding, ...]]:
    """Check everything in the archive; returns what was found wrong, nothing if all is well."""
    findings: list[Finding] = []
    count = connection.value
    total = 2 + sum(count(f"SELECT count(*) FROM {table}") for table in ("originals", "revisions", "annotations"))
    total += steps_in_log(connection)
    for done, step in enumerate(_steps(connection, originals), 1):
        findings.extend(step)
        if done % 50 == 1 or done >= total:
            yield Progress(min(done, total), total, "verify")
    return tuple(findings)


def _steps(connection: Connection, originals: Originals) -> Iterator[list[Finding]]:
    yield list(_database(connection))
    for finding in originals.check():
        yield [finding] if finding else []
    yield [*_orphans(connection), *_links(connection), *_relations(connection)]
    yield from _texts(connection)
    yield from _quotes(connection)
    yield from verify_log(connection)


def _database(connection: Connection) -> Iterator[Finding]:
    for row in connection.rows("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Finding("archive.db", str(row[0]))
    for row in connection.rows("PRAGMA foreign_key_check"):
        yield Finding(f"archive.db, table {row[0]}", f"row {row[1]} points at a row of {row[2]} that is missing")


def _orphans(connection: Connection) -> Iterator[Finding]:
    for uuid in connection.column(
        """SELECT n.uuid FROM annotations n JOIN tags t ON t.id = n.tag JOIN articles a ON a.id = n.article
           WHERE n.deleted_at IS NULL AND (t.deleted_at IS NOT NULL OR a.deleted_at IS NOT NULL)"""
    ):
        yield Finding(f"annotation {uuid}", "its tag or its article is deleted")


def _links(connection: Connection) -> Iterator[Finding]:
    if not connection.has_table("records"):
        return
    for uuid, deleted, kind, record_kind in connection.tuples(
        """SELECT n.uuid, d.deleted_at IS NOT NULL, t.kind, d.kind FROM annotations n
           JOIN records d ON d.id = n.record JOIN tags t ON t.id = n.tag
           WHERE n.deleted_at IS NULL AND (d.deleted_at IS NOT NULL OR d.kind <> t.kind)"""
    ):
        problem = "is deleted" if deleted else f"is of kind {record_kind}, not {kind}"
        yield Finding(f"annotation {uuid}", f"the record that it is linked to {problem}")
    for uuid in connection.column(
        """SELECT d.uuid FROM records d JOIN records p ON p.id = d.parent
           WHERE d.deleted_at IS NULL AND p.deleted_at IS NOT NULL"""
    ):
        yield Finding(f"record {uuid}", "what it is a part of is deleted")


def _relations(connection: Connection) -> Iterator[Finding]:
    """A relation to what is deleted only waits for it to come back; a circle of parts is wrong."""
    if not connection.has_table("records"):
        return
    parts = connection.tuples(
        f"""SELECT DISTINCT CASE WHEN source_record IS NULL THEN 'annotation' ELSE 'record' END,
               coalesce(source_record, source_annotation) FROM relations WHERE type = '{PART_OF}' AND deleted_at IS NULL
            UNION SELECT 'record', id FROM records WHERE parent IS NOT NULL AND deleted_at IS NULL"""
    )
    for end in parts:
        if end in wholes(connection, end):
            id_ = connection.value(f"SELECT uuid FROM {end[0]}s WHERE id = ?", (end[1],))
            yield Finding(f"{end[0]} {id_}", "it is a part of itself")


def _texts(connection: Connection) -> Iterator[list[Finding]]:
    for uuid in connection.column("SELECT uuid FROM revisions ORDER BY id"):
        row = connection.row("SELECT sha256, body FROM revisions WHERE uuid = ?", (uuid,))
        changed = row is None or text_sha256(row["body"]) != row["sha256"]
        yield [Finding(f"revision {uuid}", "its text has changed")] if changed else []


def _quotes(connection: Connection) -> Iterator[list[Finding]]:
    for revision in connection.column("SELECT DISTINCT revision FROM annotations WHERE deleted_at IS NULL"):
        body = connection.value("SELECT body FROM revisions WHERE id = ?", (revision,)) or ""
        for row in connection.rows(
            """SELECT uuid, span_start, span_end, quote FROM annotations
               WHERE revision = ? AND deleted_at IS NULL AND status = 'anchored'""",
            (revision,),
        ):
            right = body[row["span_start"] : row["span_end"]] == row["quote"]
            yield [] if right else [Finding(f"annotation {row['uuid']}", "its quote is not at its place in the text")]
