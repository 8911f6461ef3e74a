# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables whose every change is written to the history, and their columns."""

from __future__ import annotations

from archivist.store import duplicate_tables, profile_tables, record_tables, restriction_tables

# Tables whose every change is written to the history, as the first schema has them. A migration that
# adds a column drops the table's triggers and makes them anew with columns of its own; this stays.
FIRST_JOURNALLED: dict[str, tuple[str, ...]] = {
    "articles": (
        "id", "uuid", "title", "title_key", "outlet", "byline", "section", "url", "published",
        "published_first", "published_last", "captured", "language", "revision_number", "original",
        "part", "media_type", "source", "reader", "reader_version", "encoding", "parameters",
        "warnings", "imported_at", "deleted_at",
    ),
    "tags": (
        "id", "uuid", "name", "name_key", "kind", "colour", "shortcut", "parent", "description",
        "position", "deleted_at",
    ),
    "annotations": (
        "id", "uuid", "article", "revision", "span_start", "span_end", "quote", "prefix", "suffix",
        "tag", "note", "attributes", "status", "created_by", "created_at", "modified_at", "deleted_at",
    ),
    "collections": ("id", "uuid", "name", "name_key", "deleted_at"),
    "memberships": ("id", "article", "collection"),
}  # fmt: skip

SAVED_SEARCHES = ("id", "uuid", "name", "name_key", "query", "sort", "chosen", "deleted_at")

# The same as they are now.
JOURNALLED = {
    **FIRST_JOURNALLED,
    "articles": (*FIRST_JOURNALLED["articles"], *restriction_tables.COLUMNS),
    "saved_searches": SAVED_SEARCHES,
    **record_tables.JOURNALLED,
    **duplicate_tables.JOURNALLED,
    **profile_tables.JOURNALLED,
}
