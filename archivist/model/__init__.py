# SPDX-License-Identifier: GPL-3.0-or-later
"""The words that every room shares, as plain frozen values.

An `id` is a UUID and may leave the archive; a `row` is SQLite's integer and may not. Every start
and end is a code point offset into the body of one revision, half-open.

A value is made when it is first asked for: Python takes half a millisecond over each, and a window needs few to open.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from archivist.model.annotations import Annotation, Tag
    from archivist.model.articles import Article, Original, Provenance, Restriction, Revision
    from archivist.model.backups import Backup, BackupReport, Finding, Rescued, RescueReport, RestoreReport
    from archivist.model.claims import Claim
    from archivist.model.events import Event
    from archivist.model.exports import ExportPreview, ExportReport, Loss
    from archivist.model.found import Completion, CompletionChoice, ConcordanceLine, Snippet
    from archivist.model.history import Action
    from archivist.model.imports import FileReport, Note, Unread
    from archivist.model.json_value import JsonValue
    from archivist.model.named import Collection, Profile, SavedSearch
    from archivist.model.progress import Progress
    from archivist.model.readings import ArticleDraft, RereadReport, RereadStatus, Revised, RevisionProvenance
    from archivist.model.records import Alias, Passage, Record, RecordDraft, Role
    from archivist.model.relations import Node, Relation
    from archivist.model.suggestions import Candidate, Suggestion
    from archivist.model.terms import (
        RELATION_TYPES,
        ActorType,
        EventType,
        ImportStatus,
        Kind,
        Likeness,
        NodeType,
        Outcome,
        RestrictionKind,
        Status,
    )

_MODULE_OF = {
    "Tag": "annotations",
    "Annotation": "annotations",
    "Original": "articles",
    "Restriction": "articles",
    "Article": "articles",
    "Revision": "articles",
    "Finding": "backups",
    "Backup": "backups",
    "BackupReport": "backups",
    "RestoreReport": "backups",
    "Rescued": "backups",
    "RescueReport": "backups",
    "Claim": "claims",
    "Event": "events",
    "Loss": "exports",
    "ExportReport": "exports",
    "ExportPreview": "exports",
    "Snippet": "found",
    "ConcordanceLine": "found",
    "CompletionChoice": "found",
    "Completion": "found",
    "Action": "history",
    "Unread": "imports",
    "Note": "imports",
    "FileReport": "imports",
    "JsonValue": "json_value",
    "Collection": "named",
    "SavedSearch": "named",
    "Profile": "named",
    "Progress": "progress",
    "Provenance": "articles",
    "ArticleDraft": "readings",
    "RevisionProvenance": "readings",
    "Revised": "readings",
    "RereadReport": "readings",
    "RereadStatus": "readings",
    "Alias": "records",
    "Role": "records",
    "RecordDraft": "records",
    "Record": "records",
    "Passage": "records",
    "Node": "relations",
    "Relation": "relations",
    "RELATION_TYPES": "terms",
    "Suggestion": "suggestions",
    "Candidate": "suggestions",
    "Kind": "terms",
    "Status": "terms",
    "ActorType": "terms",
    "NodeType": "terms",
    "RestrictionKind": "terms",
    "Likeness": "terms",
    "ImportStatus": "terms",
    "EventType": "terms",
    "Outcome": "terms",
}

__all__ = [
    "RELATION_TYPES",
    "Action",
    "ActorType",
    "Alias",
    "Annotation",
    "Article",
    "ArticleDraft",
    "Backup",
    "BackupReport",
    "Candidate",
    "Claim",
    "Collection",
    "Completion",
    "CompletionChoice",
    "ConcordanceLine",
    "Event",
    "EventType",
    "ExportPreview",
    "ExportReport",
    "FileReport",
    "Finding",
    "ImportStatus",
    "JsonValue",
    "Kind",
    "Likeness",
    "Loss",
    "Node",
    "NodeType",
    "Note",
    "Original",
    "Outcome",
    "Passage",
    "Profile",
    "Progress",
    "Provenance",
    "Record",
    "RecordDraft",
    "Relation",
    "RereadReport",
    "RereadStatus",
    "RescueReport",
    "Rescued",
    "RestoreReport",
    "Restriction",
    "RestrictionKind",
    "Revised",
    "Revision",
    "RevisionProvenance",
    "Role",
    "SavedSearch",
    "Snippet",
    "Status",
    "Suggestion",
    "Tag",
    "Unread",
]


def __getattr__(name: str) -> Any:
    """What a module of this package has. Raises AttributeError for a name that is not one of these."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
