# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles that may not be handed over: those under embargo, and those that are redacted.

A restriction is metadata of its article, so it is in the history, can be undone and is in the log.
An archive that is older than restrictions is read as one without any.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from archivist.dates import date_range
from archivist.errors import InvalidValue
from archivist.model import Article, Restriction, RestrictionKind
from archivist.store.connection import Connection
from archivist.text import one_line

_NONE = ", '' AS restriction, '' AS restricted_until, '' AS restriction_reason"
_KINDS = {kind.value: kind for kind in RestrictionKind}


def are_known(connection: Connection) -> bool:
    """Whether the schema of the archive has restrictions."""
    return connection.has_column("articles", "restriction")


def columns(connection: Connection) -> str:
    """What to select beside a.* of the articles a, so that restriction_of_row can read it."""
    return "" if are_known(connection) else _NONE


def restriction_of_row(row: sqlite3.Row) -> Restriction | None:
    """The restriction of an article, in a row of its table."""
    kind = row["restriction"]
    return Restriction(_KINDS[kind], row["restricted_until"], row["restriction_reason"]) if kind else None


def restrictions(connection: Connection) -> dict[str, Restriction]:
    """Every restriction, by the id of its article, whether it holds today or not."""
    if not are_known(connection):
        return {}
    found: dict[str, Restriction] = {}
    for row in connection.rows("SELECT * FROM articles WHERE restriction <> '' AND deleted_at IS NULL"):
        restriction = restriction_of_row(row)
        if restriction is not None:
            found[row["uuid"]] = restriction
    return found


def checked(restriction: Restriction) -> Restriction:
    """The restriction as it is stored: an end in EDTF becomes its last day. Raises InvalidDate, InvalidValue."""
    until = one_line(restriction.until)
    if until and restriction.kind is not RestrictionKind.EMBARGO:
        raise InvalidValue("end of a redaction", until, "nothing; an embargo can end, a redaction is lifted")
    return replace(restriction, until=date_range(until).last if until else "", reason=one_line(restriction.reason))


def restrict(connection: Connection, articles: Sequence[Article], restriction: Restriction | None) -> None:
    """Restrict articles, or lift their restrictions, as one step. Raises InvalidDate, InvalidValue."""
    wanted = checked(restriction) if restriction is not None else None
    what = f"{len(articles)} articles" if len(articles) > 1 else articles[0].title
    with connection.action(f"Lift the restriction of {what}" if wanted is None else f"Restrict {what}"):
        for article in articles:
            if article.restriction != wanted:
                connection.update(
                    "articles",
                    article.row,
                    {
                        "restriction": wanted.kind if wanted else "",
                        "restricted_until": wanted.until if wanted else "",
                        "restriction_reason": wanted.reason if wanted else "",
                    },
                )
