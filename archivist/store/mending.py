# SPDX-License-Identifier: GPL-3.0-or-later
"""Mending a rescued database: nothing may speak of what is lost, and nothing that is left may hide."""

from __future__ import annotations

import json
import sqlite3
from uuid import uuid4

from archivist.model import Finding
from archivist.store import touched_tables
from archivist.store.connection import now
from archivist.store.originals import is_sha256
from archivist.text import text_sha256

_LOST_TEXT = "The text of this article was lost when the archive was damaged."
_TORN_TEXT = "The text was damaged, and this is what could be read of it. Reading its original again may bring it back."
_NO_TEXT = "The text was lost. Reading its original again may bring it back."

# What stands in for a lost row that others need, and what is left out where its other end is lost.
_STUB_TAG = """
    INSERT INTO tags (id, uuid, name, name_key, kind, colour, shortcut, parent, description, position)
    VALUES (?1, ?2, 'rescued tag ' || ?1, 'rescued tag ' || ?1, 'event', '#808080', '', NULL, '', ?1)
"""
_STUB_ARTICLE = """
    INSERT INTO articles (id, uuid, title, title_key, outlet, byline, section, url, published, published_first,
        published_last, captured, language, revision_number, original, part, media_type, source, reader,
        reader_version, encoding, parameters, warnings, imported_at)
    VALUES (?1, ?2, ?3, ?3, '', '', '', '', '', '', '', '', '', ?4, NULL, '', '', '', '', '', NULL, '{}', '[]', ?5)
"""
_LEAVE_OUT = (
    ("memberships", "article NOT IN (SELECT id FROM articles) OR collection NOT IN (SELECT id FROM collections)"),
    ("aliases", "record NOT IN (SELECT id FROM records)"),
    ("rejections", "article NOT IN (SELECT id FROM articles)"),
    ("rejections", "revision NOT IN (SELECT id FROM revisions)"),
    ("verdicts", "article NOT IN (SELECT id FROM articles) OR other NOT IN (SELECT id FROM articles)"),
    ("annotations", "article NOT IN (SELECT id FROM articles)"),
    ("relations", "source_annotation IS NOT NULL AND source_annotation NOT IN (SELECT id FROM annotations)"),
    ("relations", "target_annotation IS NOT NULL AND target_annotation NOT IN (SELECT id FROM annotations)"),
    ("relations", "source_record IS NOT NULL AND source_record NOT IN (SELECT id FROM records)"),
    ("relations", "target_record IS NOT NULL AND target_record NOT IN (SELECT id FROM records)"),
)
_LET_GO = (
    ("annotations", "record", "records"),
    ("rejections", "record", "records"),
    ("records", "parent", "records"),
    ("records", "merged_into", "records"),
    ("tags", "parent", "tags"),
    ("articles", "original", "originals"),
    ("actions", "target", "actions"),
)


def mend(db: sqlite3.Connection, files: dict[str, int], losses: list[Finding]) -> None:
    """Make the rows that were saved an archive again, and say what could not be.

    `files` are the originals that were saved, with their sizes.
    """
    db.execute("BEGIN")
    _find_originals(db, files)
    _keep_lone_texts(db, losses)
    _mend_texts(db, losses)
    for (tag,) in db.execute("SELECT DISTINCT tag FROM annotations WHERE tag NOT IN (SELECT id FROM tags)").fetchall():
        db.execute(_STUB_TAG, (tag, str(uuid4())))
        losses.append(Finding(f"tags, row {tag}", "it was lost; its annotations have a tag that stands in for it"))
    _leave_out(db, losses)
    for table, column, other in _LET_GO:
        dangling = f"{column} IS NOT NULL AND {column} NOT IN (SELECT id FROM {other})"  # NULL is in no empty table
        cursor = db.execute(f"UPDATE {table} SET {column} = NULL WHERE {dangling}")
        if cursor.rowcount:
            losses.append(Finding(table, f"{cursor.rowcount} rows speak of {other} that were lost"))
    _place_annotations(db, losses)
    _mend_history(db)
    db.execute("DELETE FROM index_queue")
    db.execute("INSERT INTO index_queue (article) SELECT id FROM articles ORDER BY id")
    db.execute("INSERT OR REPLACE INTO current_action (id, action) VALUES (1, NULL)")
    db.execute("COMMIT")


def _find_originals(db: sqlite3.Connection, files: dict[str, int]) -> None:
    """Have a row for each file (size by SHA-256), and lead articles that have lost theirs to the one the log names."""
    rows = {sha256: row for row, sha256 in db.execute("SELECT id, sha256 FROM originals")}
    for sha256, size in files.items():
        if sha256 in rows:
            db.execute("UPDATE originals SET size = ? WHERE id = ?", (size, rows[sha256]))
        else:
            insert = "INSERT INTO originals (sha256, size, stored_at) VALUES (?, ?, ?)"
            rows[sha256] = db.execute(insert, (sha256, size, now())).lastrowid or 0
    right = {rows[sha256] for sha256 in files}
    said = db.execute(
        """SELECT a.id, a.original, json_extract(e.detail, '$.original.sha256') FROM articles a
           JOIN events e ON e.object = a.uuid AND e.type = 'ingestion' WHERE a.original IS NOT NULL"""
    ).fetchall()
    for article, original, sha256 in said:
        if original not in right and sha256 in files:
            db.execute("UPDATE OR IGNORE articles SET original = ? WHERE id = ?", (rows[sha256], article))
    doomed = [(row,) for sha256, row in rows.items() if not is_sha256(sha256)]
    db.executemany("UPDATE articles SET original = NULL WHERE original = ?", doomed)
    db.executemany("DELETE FROM originals WHERE id = ?", doomed)
    # A hash in which a bit was flipped names no file, and once its article knows better, nobody.
    marks = json.dumps(sorted(right))
    db.execute(
        """DELETE FROM originals WHERE id NOT IN (SELECT value FROM json_each(?))
           AND id NOT IN (SELECT original FROM articles WHERE original IS NOT NULL)""",
        (marks,),
    )


def _keep_lone_texts(db: sqlite3.Connection, losses: list[Finding]) -> None:
    """An article for each text that has lost its own."""
    lone = db.execute(
        """SELECT article, max(number), body FROM revisions WHERE article NOT IN (SELECT id FROM articles)
           GROUP BY article"""
    ).fetchall()
    for article, number, body in lone:
        title = " ".join(body.strip().split("\n", 1)[0].split())[:120]
        db.execute(_STUB_ARTICLE, (article, str(uuid4()), title, number, now()))
        losses.append(Finding(f"articles, row {article}", f"all but its text was lost: “{title}”"))


def _mend_texts(db: sqlite3.Connection, losses: list[Finding]) -> None:
    # An id that is damaged could not be told of in the log.
    for (row,) in db.execute("SELECT id FROM revisions WHERE length(CAST(uuid AS BLOB)) <> length(uuid)").fetchall():
        db.execute("UPDATE revisions SET uuid = ? WHERE id = ?", (str(uuid4()), row))
        losses.append(Finding(f"revisions, row {row}", "its id is damaged, so it has a new one"))
    for row, article, stored, body in db.execute("SELECT id, article, sha256, body FROM revisions").fetchall():
        sha256 = text_sha256(body)
        if sha256 != stored:
            db.execute("UPDATE revisions SET sha256 = ? WHERE id = ?", (sha256, row))
            _note(db, article, _TORN_TEXT)
            losses.append(Finding(f"revisions, row {row}", "its text is damaged; what could be read of it was kept"))
    # The current text is lost, but an older one is there; or none is.
    db.execute(
        """UPDATE articles SET revision_number =
               (SELECT max(number) FROM revisions r WHERE r.article = articles.id)
           WHERE NOT EXISTS (SELECT 1 FROM revisions r WHERE r.article = articles.id AND r.number = revision_number)
           AND EXISTS (SELECT 1 FROM revisions r WHERE r.article = articles.id)"""
    )
    bare = db.execute(
        """SELECT id, title, revision_number FROM articles
           WHERE NOT EXISTS (SELECT 1 FROM revisions r WHERE r.article = articles.id)"""
    ).fetchall()
    for article, title, number in bare:
        body = f"{title}\n\n{_LOST_TEXT}"
        db.execute(
            "INSERT INTO revisions (uuid, article, number, sha256, body, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            (str(uuid4()), article, number, text_sha256(body), body, now()),
        )
        _note(db, article, _NO_TEXT)
        losses.append(Finding(f"articles, row {article}", f"its text was lost: “{title}”"))


def _note(db: sqlite3.Connection, article: int, warning: str) -> None:
    found = db.execute("SELECT warnings FROM articles WHERE id = ?", (article,)).fetchone()
    if found is not None:
        warnings = [*json.loads(found[0]), warning]
        db.execute("UPDATE articles SET warnings = ? WHERE id = ?", (json.dumps(warnings, ensure_ascii=False), article))


def _leave_out(db: sqlite3.Connection, losses: list[Finding]) -> None:
    for table, condition in _LEAVE_OUT:
        if table == "annotations":
            for uuid, quote, note in db.execute(
                f"SELECT uuid, quote, note FROM annotations WHERE {condition}"
            ).fetchall():
                said = f"its article was lost; it marked “{quote}”" + (f" and said “{note}”" if note else "")
                losses.append(Finding(f"annotation {uuid}", said))
        else:
            (number,) = db.execute(f"SELECT count(*) FROM {table} WHERE {condition}").fetchone()
            if number:
                losses.append(Finding(table, f"{number} rows were left out, as what they belong to was lost"))
        db.execute(f"DELETE FROM {table} WHERE {condition}")


def _place_annotations(db: sqlite3.Connection, losses: list[Finding]) -> None:
    """An annotation whose words are not at its place, or whose text is lost, is for review."""
    db.execute(
        """UPDATE annotations SET status = 'review', revision =
               (SELECT r.id FROM revisions r JOIN articles a ON a.id = r.article AND a.revision_number = r.number
                WHERE a.id = annotations.article)
           WHERE revision NOT IN (SELECT id FROM revisions)"""
    )
    wrong = db.execute(
        """SELECT n.id, n.uuid, n.quote FROM annotations n JOIN revisions r ON r.id = n.revision
           WHERE n.status = 'anchored'
           AND substr(r.body, n.span_start + 1, n.span_end - n.span_start) <> n.quote"""
    ).fetchall()
    for row, uuid, quote in wrong:
        db.execute("UPDATE annotations SET status = 'review' WHERE id = ?", (row,))
        losses.append(Finding(f"annotation {uuid}", f"it is for review, as its text is damaged: “{quote}”"))


def _mend_history(db: sqlite3.Connection) -> None:
    """The history stays readable; undoing what may be half of a step is over."""
    for (action,) in db.execute(
        "SELECT DISTINCT action FROM changes WHERE action NOT IN (SELECT id FROM actions)"
    ).fetchall():
        db.execute(
            "INSERT INTO actions (id, uuid, name, who, at, type) VALUES (?, ?, 'A step that was lost', '', '', 'do')",
            (action, str(uuid4())),
        )
    db.execute("UPDATE actions SET state = NULL")
    for statement in touched_tables.FILLING:
        db.execute(statement)
