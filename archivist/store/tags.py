# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook: the tags of an archive."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4, uuid5

from archivist.errors import FileUnreadable, InvalidValue, NameTaken, ShortcutTaken, TagNotFound
from archivist.model import Kind, Tag
from archivist.store import links
from archivist.store.connection import Connection, now
from archivist.text import canonical, one_line

_SELECT = "SELECT t.*, p.uuid AS parent_uuid FROM tags t LEFT JOIN tags p ON p.id = t.parent"
_COLOUR = re.compile("#[0-9a-f]{6}")
_LONGEST_KEY = 2  # keys pressed one after the other
# Makes the ids of a codebook's tags from kind and name: one codebook has the same tags in every archive.
_CODEBOOK_TAGS = UUID("f2a4c7f6-2f0b-4c58-8d5e-1f7b0a6f3f11")
# What a new tag looks like where nobody chose a colour.
_KIND_COLOURS = {Kind.EVENT: "#b4532a", Kind.ACTOR: "#2f6fb3", Kind.FIGURE: "#3d7f4c", Kind.DATE: "#b357b0"}


class Tags:
    """The codebook of one archive, in its order. What is deleted is in none of the answers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Tag]:
        """Every tag, by kind and then in the codebook's order."""
        order = list(Kind)
        return sorted(self._in_order(), key=lambda tag: order.index(tag.kind))

    def get(self, id_: str) -> Tag:
        """The tag with this id. Raises TagNotFound."""
        row = self._connection.row(f"{_SELECT} WHERE t.uuid = ? AND t.deleted_at IS NULL", (id_,))
        if row is None:
            raise TagNotFound(id_)
        return tag_of_row(row)

    def named(self, name: str) -> Tag:
        """The tag with this name, in any letter case. Raises TagNotFound."""
        row = self._connection.row(f"{_SELECT} WHERE t.name_key = ? AND t.deleted_at IS NULL", (_key(name),))
        if row is None:
            raise TagNotFound(name)
        return tag_of_row(row)

    def at_row(self, row: int) -> Tag:
        """The tag in a row, deleted or not."""
        return tag_of_row(self._connection.rows(f"{_SELECT} WHERE t.id = ?", (row,))[0])

    def counts(self) -> dict[str, int]:
        """How many annotations carry each tag, by the tag's id; tags without any are left out."""
        rows = self._connection.rows(
            """SELECT t.uuid, count(*) FROM annotations n JOIN tags t ON t.id = n.tag
               WHERE n.deleted_at IS NULL GROUP BY n.tag"""
        )
        return {row[0]: row[1] for row in rows}

    def add(
        self,
        name: str,
        kind: str,
        *,
        colour: str = "",
        shortcut: str = "",
        parent: str | None = None,
        description: str = "",
        id_: str | None = None,
    ) -> Tag:
        """Add a tag; parent is the id of another. Raises NameTaken, ShortcutTaken, InvalidValue."""
        values = self._checked({"name": name, "kind": kind, "shortcut": shortcut}, None)
        values |= self._checked({"colour": colour or _KIND_COLOURS[Kind(kind)], "parent": parent}, None)
        id_ = id_ or str(uuid4())
        with self._connection.action(f"Add tag {name}"):
            # A deleted tag with this id comes back: a bundle may bring it again.
            known = self._connection.value("SELECT id FROM tags WHERE uuid = ?", (id_,))
            values |= {"description": canonical(description).strip(), "deleted_at": None}
            if known is not None:
                self._connection.update("tags", known, values)
            else:
                position = self._connection.value("SELECT coalesce(max(position), 0) + 1 FROM tags")
                self._connection.insert("tags", {"uuid": id_, "position": position, **values})
        return self.get(id_)

    def update(self, id_: str, **values: str | None) -> Tag:
        """Change name, kind, colour, shortcut, parent or description of a tag.

        Where the kind changes, its annotations lose their links to records of the old one. Keys of the
        tags below it that begin with its own go on beginning with it.
        """
        tag = self.get(id_)
        columns = self._checked(values, tag)
        with self._connection.action(f"Edit tag {tag.name}"):
            self._connection.update("tags", tag.row, columns)
            if "shortcut" in columns:
                self._follow_key(tag, columns["shortcut"])
            if "kind" in columns:
                links.unlink_other_kinds(self._connection, tag.row, columns["kind"])
        return self.get(id_)

    def delete(self, id_: str) -> int:
        """Delete a tag with its annotations, softly, and return how many those were."""
        tag = self.get(id_)
        moment = now()
        with self._connection.action(f"Delete tag {tag.name}"):
            touched = self._connection.execute(
                "UPDATE annotations SET deleted_at = ? WHERE tag = ? AND deleted_at IS NULL",
                (moment, tag.row),
            ).rowcount
            self._connection.execute("UPDATE tags SET parent = ? WHERE parent = ?", (self._row(tag.parent), tag.row))
            self._connection.update("tags", tag.row, {"deleted_at": moment})
        return touched

    def move(self, id_: str, *, parent: str | None, before: str | None = None) -> Tag:
        """Put a tag below a parent (id, None for none), in front of another (id) or behind all, in one step.

        A tag that comes below one of another kind stays of its own. Raises InvalidValue where it would
        come to stand below itself.
        """
        tag = self.get(id_)
        columns = self._checked({"parent": parent}, tag)
        order = [known.row for known in self._in_order()]
        if before != id_:  # in front of itself it stays where it is
            order.remove(tag.row)
            order.insert(order.index(self.get(before).row) if before else len(order), tag.row)
        with self._connection.action(f"Move tag {tag.name}"):
            if columns["parent"] != self._row(tag.parent):
                self._connection.update("tags", tag.row, columns)
            for position, row in enumerate(order, 1):
                self._connection.execute(
                    "UPDATE tags SET position = ? WHERE id = ? AND position <> ?", (position, row, position)
                )
        return self.get(id_)

    def merge(self, id_: str, into: str) -> int:
        """Give the annotations of a tag and the tags below it to another of its kind, and delete it, in one step.

        Returns how many annotations those were. Its description is added to the other's where that
        has none. Raises InvalidValue where the two are one or of two kinds.
        """
        tag, other = self.get(id_), self.get(into)
        if tag.id == other.id or tag.kind is not other.kind:
            raise InvalidValue("tag to merge with", other.name, f"another tag of the kind {tag.kind}")
        moment = now()
        with self._connection.action(f"Merge tag {tag.name} into {other.name}"):
            touched = self._connection.execute(
                "UPDATE annotations SET tag = ?, modified_at = ? WHERE tag = ? AND deleted_at IS NULL",
                (other.row, moment, tag.row),
            ).rowcount
            if self._is_below(other, tag):
                self._connection.update("tags", other.row, {"parent": self._row(tag.parent)})
            self._connection.execute(
                "UPDATE tags SET parent = ? WHERE parent = ? AND id <> ?", (other.row, tag.row, other.row)
            )
            if not other.description and tag.description:
                self._connection.update("tags", other.row, {"description": tag.description})
            self._connection.update("tags", tag.row, {"deleted_at": moment})
        return touched

    def load_codebook(self, path: Path) -> None:
        """Add the tags of a codebook file: {"tags": [{"name", "kind", "colour", "shortcut", ...}]}.

        A tag's id follows from its kind and name, so that archives that began with the same
        codebook agree on its tags.
        """
        try:
            entries = json.loads(path.read_text(encoding="utf-8"))["tags"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise FileUnreadable(path, str(error)) from error
        with self._connection.action(f"Load codebook {path.name}"):
            for entry in entries:
                parent = entry.get("parent")
                id_ = id_in_codebooks(entry["kind"], entry["name"])
                is_taken = self._connection.value("SELECT 1 FROM tags WHERE uuid = ? AND deleted_at IS NULL", (id_,))
                self.add(
                    entry["name"],
                    entry["kind"],
                    colour=entry.get("colour", ""),
                    shortcut=entry.get("shortcut", ""),
                    parent=self.named(parent).id if parent else None,
                    description=entry.get("description", ""),
                    id_=None if is_taken else id_,
                )

    def _checked(self, values: Mapping[str, str | None], tag: Tag | None) -> dict[str, Any]:
        """Columns for values, each of them possible. `tag` is the one that is changed, if any."""
        columns: dict[str, Any] = {}
        for field, given in values.items():
            value = one_line(given or "")
            match field:
                case "name":
                    columns |= self._checked_name(value, tag)
                case "kind":
                    if value not in list(Kind):
                        raise InvalidValue("kind", value, ", ".join(Kind))
                    columns["kind"] = value
                case "colour":
                    if not _COLOUR.fullmatch(value.lower()):
                        raise InvalidValue("colour", value, "#rrggbb")
                    columns["colour"] = value.lower()
                case "shortcut":
                    columns["shortcut"] = self._checked_shortcut(value, tag)
                case "parent":
                    columns["parent"] = self._checked_parent(value, tag)
                case "description":
                    columns["description"] = canonical(given or "").strip()
                case _:
                    raise InvalidValue("field of a tag", field, "name, kind, colour, shortcut, parent, description")
        return columns

    def _checked_name(self, name: str, tag: Tag | None) -> dict[str, str]:
        if not name or "\n" in name:
            raise InvalidValue("name of a tag", name, "one line of text")
        taken = self._connection.value("SELECT uuid FROM tags WHERE name_key = ? AND deleted_at IS NULL", (_key(name),))
        if taken is not None and (tag is None or taken != tag.id):
            raise NameTaken(name, "tag")
        return {"name": name, "name_key": _key(name)}

    def _checked_shortcut(self, shortcut: str, tag: Tag | None) -> str:
        shortcut = shortcut.lower()
        if shortcut and not is_key(shortcut):
            raise InvalidValue("shortcut", shortcut, "one letter or digit, or two")
        row = self._connection.row(
            "SELECT uuid, name FROM tags WHERE shortcut = ? AND shortcut <> '' AND deleted_at IS NULL",
            (shortcut,),
        )
        if row is not None and (tag is None or row["uuid"] != tag.id):
            raise ShortcutTaken(shortcut, row["name"])
        return shortcut

    def _follow_key(self, tag: Tag, key: str) -> None:
        """Let the keys of the tags below one begin with its new key, where they began with the old one."""
        if len(tag.shortcut) != 1 or len(key) != 1:
            return
        for child in self._connection.rows("SELECT * FROM tags WHERE parent = ? AND deleted_at IS NULL", (tag.row,)):
            if len(child["shortcut"]) == _LONGEST_KEY and child["shortcut"][0] == tag.shortcut:
                shortcut = self._checked_shortcut(key + child["shortcut"][1], self.get(child["uuid"]))
                self._connection.update("tags", child["id"], {"shortcut": shortcut})

    def _checked_parent(self, parent: str, tag: Tag | None) -> int | None:
        ancestor = self.get(parent) if parent else None
        row = ancestor.row if ancestor else None
        while ancestor is not None:
            if tag is not None and ancestor.id == tag.id:
                raise InvalidValue("parent", tag.name, "a tag that is not below it")
            ancestor = self.get(ancestor.parent) if ancestor.parent else None
        return row

    def _is_below(self, tag: Tag, other: Tag) -> bool:
        """Whether a tag is part of another, directly or not."""
        while tag.parent:
            tag = self.get(tag.parent)
            if tag.id == other.id:
                return True
        return False

    def _in_order(self) -> list[Tag]:
        rows = self._connection.rows(f"{_SELECT} WHERE t.deleted_at IS NULL ORDER BY t.position, t.id")
        return [tag_of_row(row) for row in rows]

    def _row(self, id_: str | None) -> int | None:
        return self.get(id_).row if id_ else None


def id_in_codebooks(kind: str, name: str) -> str:
    """The id of a tag of a codebook that was written without ids: one for a kind and a name, in every archive."""
    return str(uuid5(_CODEBOOK_TAGS, f"{kind}/{name}"))


def is_key(text: str) -> bool:
    """Whether this can be the key of a tag: one letter or digit, or two that are pressed one after the other."""
    return 0 < len(text) <= _LONGEST_KEY and text.isalnum()


def tag_of_row(row: sqlite3.Row) -> Tag:
    """A tag from a row of tags joined with its parent_uuid."""
    return Tag(
        row=row["id"],
        id=row["uuid"],
        name=row["name"],
        kind=Kind(row["kind"]),
        colour=row["colour"],
        shortcut=row["shortcut"],
        parent=row["parent_uuid"],
        description=row["description"],
    )


def _key(name: str) -> str:
    return name.strip().casefold()
