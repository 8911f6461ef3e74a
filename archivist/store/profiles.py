# SPDX-License-Identifier: GPL-3.0-or-later
"""Import profiles: how tables of some sort are to be read, kept under a name."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from uuid import uuid4

from archivist.errors import InvalidValue, ProfileNotFound
from archivist.language.collation import sort_key
from archivist.model import JsonValue, Profile
from archivist.store.connection import Connection, now
from archivist.text import one_line

_SELECT = "SELECT * FROM profiles WHERE deleted_at IS NULL"


class Profiles:
    """The import profiles of one archive. What is deleted is in none of the answers.

    What the settings mean is the intake's affair; here they are what JSON can hold.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Profile]:
        """Every profile, by name."""
        if not self._connection.has_table("profiles"):
            return []
        found = [_profile(row) for row in self._connection.rows(_SELECT)]
        return sorted(found, key=lambda profile: (sort_key(profile.name), profile.name))

    def named(self, name: str) -> Profile:
        """The profile with this name, in any letter case. Raises ProfileNotFound."""
        return _profile(self._row(name))

    def save(self, name: str, settings: Mapping[str, JsonValue]) -> Profile:
        """Keep settings under a name, in place of those that had it. Raises InvalidValue."""
        name = one_line(name)
        if not name:
            raise InvalidValue("name of a profile", name, "one line of text")
        columns = {"name": name, "name_key": _key(name), "settings": json.dumps(settings, ensure_ascii=False)}
        with self._connection.action(f"Save profile {name}"):
            row = self._connection.value(
                "SELECT id FROM profiles WHERE name_key = ? AND deleted_at IS NULL", (_key(name),)
            )
            if row is None:
                self._connection.insert("profiles", {"uuid": str(uuid4()), **columns})
            else:
                self._connection.update("profiles", row, columns)
        return self.named(name)

    def delete(self, name: str) -> None:
        """Delete a profile, softly. Raises ProfileNotFound."""
        row = self._row(name)
        with self._connection.action(f"Delete profile {row['name']}"):
            self._connection.update("profiles", row["id"], {"deleted_at": now()})

    def _row(self, name: str) -> sqlite3.Row:
        is_kept = self._connection.has_table("profiles")
        row = self._connection.row(f"{_SELECT} AND name_key = ?", (_key(name),)) if is_kept else None
        if row is None:
            raise ProfileNotFound(name)
        return row


def _profile(row: sqlite3.Row) -> Profile:
    return Profile(row["uuid"], row["name"], json.loads(row["settings"]))


def _key(name: str) -> str:
    return one_line(name).casefold()
