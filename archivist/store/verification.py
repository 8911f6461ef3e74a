# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking for damage: the database, every original, every text, every quote."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from archivist.model import Finding, Progress
from archivist.store.articles import text_sha256
from archivist.store.connection import Connection
from archivist.store.originals import Originals


def verify(connection: Connection, originals: Originals) -> Generator[Progress, None, tuple[Finding, ...]]:
    """Check everything in the archive; returns what was found wrong, nothing if all is well."""
    findings: list[Finding] = []
    count = connection.value
    total = 2 + sum(count(f"SELECT count(*) FROM {table}") for table in ("originals", "revisions", "annotations"))
    for done, step in enumerate(_steps(connection, originals), 1):
        findings.extend(step)
        if done % 50 == 1 or done >= total:
            yield Progress(min(done, total), total, "verify")
    return tuple(findings)


def _steps(connection: Connection, originals: Originals) -> Iterator[list[Finding]]:
    yield list(_database(connection))
    for finding in originals.check():
        yield [finding] if finding else []
    yield list(_orphans(connection))
    yield from _texts(connection)
    yield from _quotes(connection)


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
