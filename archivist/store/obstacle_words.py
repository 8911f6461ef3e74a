# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a step cannot be taken back, in English words; the window translates them as it does names of steps."""

from __future__ import annotations

from archivist.store.connection import Connection
from archivist.store.obstacles import Reason
from archivist.text import shortened

# How a row is called of which a step is told.
_NAMES = {
    "articles": "SELECT title FROM articles WHERE id = ?",
    "tags": "SELECT name FROM tags WHERE id = ?",
    "annotations": "SELECT quote FROM annotations WHERE id = ?",
    "records": "SELECT name FROM records WHERE id = ?",
    "aliases": "SELECT name FROM aliases WHERE id = ?",
    "rejections": "SELECT quote FROM rejections WHERE id = ?",
    "collections": "SELECT name FROM collections WHERE id = ?",
    "saved_searches": "SELECT name FROM saved_searches WHERE id = ?",
    "profiles": "SELECT name FROM profiles WHERE id = ?",
    "memberships": "SELECT a.title FROM memberships m JOIN articles a ON a.id = m.article WHERE m.id = ?",
    "verdicts": "SELECT a.title FROM verdicts v JOIN articles a ON a.id = v.article WHERE v.id = ?",
    "relations": """SELECT coalesce(d.name, n.quote) FROM relations l LEFT JOIN records d ON d.id = l.source_record
                    LEFT JOIN annotations n ON n.id = l.source_annotation WHERE l.id = ?""",
}
_BY_A_LATER_STEP = {
    Reason.CHANGED: "“{later}” changed “{thing}” after it",
    Reason.USED: "“{later}” needs it: “{thing}”",
    Reason.MISSING: "“{later}” deleted what it would need: “{thing}”",
    Reason.TWICE: "with “{later}”, “{thing}” would be there twice",
    Reason.KIND: "with “{later}”, “{thing}” would be linked to a record of another kind",
    Reason.CIRCLE: "with “{later}”, “{thing}” would be a part of itself",
    Reason.TEXT: "“{later}” gave the article of “{thing}” another text",
}
_OTHERS = {
    Reason.NOTHING: "it left everything as it was",
    Reason.UNDONE: "it is undone already",
    Reason.ABANDONED: "it was undone, and something else was done then",
    Reason.TAKEN_BACK: "it was taken back already",
    Reason.UNDOING: "it is itself the undoing or redoing of a step",
    Reason.FIXED: "it is how the archive began, or it was saved from a damaged one",
}
_CHANGED = "what it changed has been changed since"


def words(reason: Reason, later: str | None, thing: str) -> str:
    """An obstacle as the end of a sentence: the name of the later step, and what it is about."""
    if reason in _OTHERS:
        return _OTHERS[reason]
    return _BY_A_LATER_STEP[reason].format(later=later, thing=thing) if later is not None else _CHANGED


def thing(connection: Connection, table: str, row: int) -> str:
    """What a row is called, shortened; "…" where it has no name, or is gone."""
    name = connection.value(_NAMES[table], (row,)) if table in _NAMES else None
    return shortened(name or "") or "…"
