# SPDX-License-Identifier: GPL-3.0-or-later
"""The records of an archive: actors, events and figures, each with the passages that speak of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from archivist.errors import AmbiguousRecord, KindsDiffer, RecordNotFound
from archivist.model import Alias, Kind, Record
from archivist.store import links, part_of, passages, record_fields, record_merging, relation_rows
from archivist.store.connection import Connection, now
from archivist.store.passages import Mentioning
from archivist.store.record_fields import name_key

if TYPE_CHECKING:
    from archivist.model import Passage, RecordDraft

_SELECT = """
    SELECT d.*, p.uuid AS parent_uuid,
        (SELECT count(*) FROM annotations n WHERE n.record = d.id AND n.deleted_at IS NULL) AS annotation_count
    FROM records d LEFT JOIN records p ON p.id = d.parent AND p.deleted_at IS NULL
"""
_SHORTEST_REFERENCE = 4


class RecordLine(NamedTuple):
    """What a list says of a record; quicker to read than the whole of it."""

    id: str
    kind: Kind
    name: str
    type: str
    date: str  # EDTF
    annotations: int


class Uses(NamedTuple):
    """What speaks of a record, and so is touched when it is deleted."""

    annotations: int  # which keep their words and lose the link
    relations: int  # which are hidden with it
    parts: int  # events below it, which then belong to what it belonged to


class Records:
    """The records of one archive. What is deleted is in none of the answers.

    An archive that is older than records is read as one without any.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # Reading

    def all(self, kind: Kind | None = None) -> list[Record]:
        """Every record, or those of one kind, in alphabetical order."""
        condition, parameters = ("AND d.kind = ?", (kind,)) if kind is not None else ("", ())
        return list(self._found(f"d.deleted_at IS NULL {condition} ORDER BY d.sort_key, d.id", parameters))

    def lines(self, kind: Kind | None = None) -> list[RecordLine]:
        """A line for every record, or for those of one kind, in alphabetical order."""
        if not self._are_known():
            return []
        condition, parameters = ("AND d.kind = ?", (kind,)) if kind is not None else ("", ())
        found = self._connection.tuples(
            f"""SELECT d.uuid, d.kind, d.name, d.type, d.date,
                    (SELECT count(*) FROM annotations n WHERE n.record = d.id AND n.deleted_at IS NULL)
                FROM records d WHERE d.deleted_at IS NULL {condition} ORDER BY d.sort_key, d.id""",
            parameters,
        )
        kinds = {kind.value: kind for kind in Kind}
        return [RecordLine(id_, kinds[of], *rest) for id_, of, *rest in found]

    def count(self, kind: Kind | None = None) -> int:
        """How many records there are, or of one kind."""
        if not self._are_known():
            return 0
        condition, parameters = ("AND kind = ?", (kind,)) if kind is not None else ("", ())
        number: int = self._connection.value(
            f"SELECT count(*) FROM records WHERE deleted_at IS NULL {condition}", parameters
        )
        return number

    def ids(self, kind: Kind | None = None) -> list[str]:
        """The ids of what all() gives, in its order; quick for tens of thousands."""
        if not self._are_known():
            return []
        condition, parameters = ("AND kind = ?", (kind,)) if kind is not None else ("", ())
        found = self._connection.tuples(
            f"SELECT uuid FROM records WHERE deleted_at IS NULL {condition} ORDER BY sort_key, id", parameters
        )
        return [id_ for (id_,) in found]

    def get(self, id_: str) -> Record:
        """The record with this id. Raises RecordNotFound."""
        for record in self._found("d.uuid = ? AND d.deleted_at IS NULL", (id_,)):
            return record
        raise RecordNotFound(id_)

    def at(self, ids: Collection[str]) -> dict[str, Record]:
        """The records with these ids, by id; those that are not there are left out."""
        wanted = "d.uuid IN (SELECT value FROM json_each(?)) AND d.deleted_at IS NULL"
        return {record.id: record for record in self._found(wanted, (json.dumps(list(ids)),))}

    def find(self, reference: str, kind: Kind | None = None) -> Record:
        """The record that a person means by an id, a name or alias in any letter case, or the beginning of an id.

        The id of one that was merged finds the one that it became. Raises RecordNotFound, AmbiguousRecord.
        """
        if not self._are_known():
            raise RecordNotFound(reference)
        survivor = self._survivor(reference)
        ids = [survivor] if survivor is not None else self.same_name(reference)
        if not ids and len(reference) >= _SHORTEST_REFERENCE and reference.replace("-", "").isalnum():
            ids = self._connection.column(
                "SELECT uuid FROM records WHERE uuid GLOB ? AND deleted_at IS NULL LIMIT 100",
                (reference.lower() + "*",),
            )
        found = [record for record in self.at(ids).values() if kind in (None, record.kind)]
        if not found:
            raise RecordNotFound(reference)
        if len(found) > 1:
            raise AmbiguousRecord(reference, len(found))
        return found[0]

    def same_name(self, name: str) -> list[str]:
        """The ids of the records that have this name or alias, in any letter case: people share names."""
        if not self._are_known():
            return []
        return self._connection.column(
            """SELECT uuid FROM records WHERE name_key = ?1 AND deleted_at IS NULL
               UNION SELECT d.uuid FROM aliases l JOIN records d ON d.id = l.record
               WHERE l.name_key = ?1 AND d.deleted_at IS NULL""",
            (name_key(name),),
        )

    def names(self, ids: Collection[str] | None = None) -> list[tuple[str, Kind, str]]:
        """Every name and alias: the record's id, its kind, the name; each record's own name first.

        `ids`, where given, are the records to tell of; those that are not there are passed over.
        """
        if not self._are_known():
            return []
        given, parameters = (
            ("AND d.uuid IN (SELECT value FROM json_each(?1))", (json.dumps(list(ids)),))
            if (ids is not None)
            else ("", ())
        )
        found = self._connection.tuples(
            f"""SELECT d.id AS record, 0 AS place, d.uuid, d.kind, d.name FROM records d
               WHERE d.deleted_at IS NULL {given}
               UNION ALL SELECT d.id, l.id, d.uuid, d.kind, l.name
               FROM aliases l JOIN records d ON d.id = l.record WHERE d.deleted_at IS NULL {given}
               ORDER BY record, place""",
            parameters,
        )
        kinds = {kind.value: kind for kind in Kind}
        return [(id_, kinds[kind], name) for _, _, id_, kind, name in found]

    def changed_since(self, mark: int) -> set[str]:
        """The records (ids) whose fields or names may be others than at a mark of Facts.mark()."""
        if not self._are_known():
            return set()
        found = self._connection.tuples(
            """SELECT DISTINCT d.uuid FROM changes c
               JOIN records d ON d.id = CASE c.table_name WHEN 'records' THEN c.row_id
                   ELSE json_extract(coalesce(c.after, c.before), '$.record') END
               WHERE c.id > ? AND +c.table_name IN ('records', 'aliases')""",
            (mark,),
        )
        return {id_ for (id_,) in found}

    def external_ids(self) -> dict[tuple[str, str], str]:
        """The id of the record that is known elsewhere by a scheme and an id of that scheme."""
        if not self._are_known():
            return {}
        found = self._connection.tuples(
            """SELECT e.key, e.value, d.uuid FROM records d, json_each(d.external_ids) e
               WHERE d.deleted_at IS NULL AND d.external_ids <> '{}' ORDER BY d.id DESC"""
        )
        return {(scheme, value): id_ for scheme, value, id_ in found}

    def parts(self, id_: str) -> list[Record]:
        """The events whose parent is this one, in the order of their dates; those without one last."""
        row = links.row_of_record(self._connection, id_)
        order = "ORDER BY d.date_first = '', d.date_first, d.sort_key, d.id"
        return list(self._found(f"d.parent = ? AND d.deleted_at IS NULL {order}", (row,)))

    def parents(self) -> dict[str, str | None]:
        """The id of every record, in the order in which they were made, with that of its parent."""
        if not self._are_known():
            return {}
        found = self._connection.tuples(
            """SELECT d.uuid, p.uuid FROM records d LEFT JOIN records p ON p.id = d.parent AND p.deleted_at IS NULL
               WHERE d.deleted_at IS NULL ORDER BY d.id"""
        )
        return dict(found)

    def uses(self, id_: str) -> Uses:
        """What deleting a record would touch. Raises RecordNotFound."""
        return self._uses(links.row_of_record(self._connection, id_))

    def is_known(self, id_: str) -> bool:
        """Whether a record with this id is here, deleted or not."""
        return self._are_known() and bool(self._connection.value("SELECT 1 FROM records WHERE uuid = ?", (id_,)))

    # Passages

    def passages(self, id_: str, offset: int = 0, limit: int = 100) -> list[Passage]:
        """A page of the passages of a record by date of publication; what has no date comes last."""
        return passages.page(self._connection, links.row_of_record(self._connection, id_), offset, limit)

    def count_passages(self, id_: str) -> int:
        """How many passages a record has."""
        return passages.count(self._connection, links.row_of_record(self._connection, id_))

    def articles(self, id_: str) -> list[Mentioning]:
        """The articles that have passages of a record, in the order of passages()."""
        return passages.articles(self._connection, links.row_of_record(self._connection, id_))

    # Writing

    def add(self, draft: RecordDraft) -> Record:
        """Add a record; see same_name for asking first. Raises InvalidValue, InvalidDate, RecordNotFound."""
        moment = now()
        made = {"created_by": self._connection.who, "created_at": moment, "modified_at": moment}
        return self._insert(str(uuid4()), record_fields.checked(draft), made)

    def bring_in(self, record: Record) -> Record:
        """Store a record made elsewhere, with its own id, times and author.

        One that was deleted here comes back, as it was brought, and its relations with it; but not
        those by which it would be a part of itself. Raises as add() does, and PartOfItself.
        """
        made = {name: getattr(record, name) for name in ("created_by", "created_at", "modified_at")}
        return self._insert(record.id, record_fields.checked(record.draft), made)

    def update(self, id_: str, **values: Any) -> Record:
        """Change fields of a record, named as those of RecordDraft; the kind stays.

        Raises RecordNotFound, InvalidValue, InvalidDate, PartOfItself.
        """
        record = self.get(id_)
        if record_fields.changed(record.draft, values) == record.draft:
            return record
        with self._connection.action(f"Edit {record.kind} {record.name}"):
            record = self._get_again(record)
            draft = record_fields.changed(record.draft, values)
            columns = {**record_fields.columns(draft), "parent": self._parent(draft, record.row)}
            self._connection.update("records", record.row, {**columns, "modified_at": now()})
            self._write_aliases(record.row, record.draft.aliases, draft.aliases)
        return self.get(id_)

    def delete(self, id_: str) -> Uses:
        """Delete a record, softly, and return what that touched.

        Its annotations keep their words and lose the link; its relations are hidden with it.
        """
        record = self.get(id_)
        moment = now()
        with self._connection.action(f"Delete {record.kind} {record.name}"):
            touched = self._uses(self._get_again(record).row)
            self._connection.execute("UPDATE annotations SET record = NULL WHERE record = ?", (record.row,))
            self._connection.execute(
                "UPDATE records SET parent = (SELECT parent FROM records WHERE id = ?1) WHERE parent = ?1",
                (record.row,),
            )
            self._connection.update("records", record.row, {"deleted_at": moment})
        return touched

    def merge(self, into: str, others: Iterable[str]) -> Record:
        """Make one record of several, and return it; see record_merging.merge.

        Raises RecordNotFound, MergeWithItself, KindsDiffer, PartOfItself.
        """
        survivor, merged = self.get(into), [self.get(id_) for id_ in others]
        what = merged[0].name if len(merged) == 1 else f"{len(merged)} records"
        with self._connection.action(f"Merge {what} into {survivor.name}"):
            survivor, merged = self._get_again(survivor), list(map(self._get_again, merged))
            draft = record_merging.checked(survivor, merged)
            parent = record_merging.parent(self._connection, [survivor.row, *(other.row for other in merged)])
            record_merging.merge(self._connection, survivor.row, [other.row for other in merged])
            columns = {**record_fields.columns(draft), "parent": parent}
            self._connection.update("records", survivor.row, {**columns, "modified_at": now()})
            self._write_aliases(survivor.row, survivor.draft.aliases, draft.aliases)
            record_merging.check_no_circle(self._connection, survivor.row)
        return self.get(into)

    def split(self, id_: str, annotations: Collection[str], draft: RecordDraft) -> Record:
        """Make a record of its own, and return it, of some passages (annotation ids) of another.

        Raises RecordNotFound, AnnotationNotFound, InvalidValue, InvalidDate, KindsDiffer.
        """
        record = self.get(id_)
        if draft.kind != record.kind:
            raise KindsDiffer(draft.name, draft.kind, record.name, record.kind)
        count = "1 passage" if len(annotations) == 1 else f"{len(annotations)} passages"
        with self._connection.action(f"Split {count} off {record.name}"):
            record = self._get_again(record)
            record_merging.check_linked(self._connection, record, annotations)
            part = self.add(draft)
            self.link(annotations, part.id)
        return self.get(part.id)

    def link(self, annotations: Collection[str], record: str | None) -> int:
        """Link annotations (ids) to a record (id), or with None to none, as one step.

        Returns how many links changed. Raises AnnotationNotFound, RecordNotFound, KindsDiffer.
        """
        return links.link(self._connection, annotations, record)

    def _get_again(self, record: Record) -> Record:
        """A record as it is now, inside an action: another connection may have changed it while this one waited."""
        return self.get(record.id)

    def _insert(self, id_: str, draft: RecordDraft, made: dict[str, Any]) -> Record:
        with self._connection.action(f"Add {draft.kind} {draft.name}"):
            known = self._connection.value("SELECT id FROM records WHERE uuid = ?", (id_,))
            columns = {**record_fields.columns(draft), **made}
            if known is None:
                columns["parent"] = self._parent(draft, None)
                row = self._connection.insert("records", {"uuid": id_, **columns})
                self._write_aliases(row, (), draft.aliases)
                return Record(row=row, id=id_, draft=draft, annotation_count=0, **made)
            back = {**columns, "parent": None, "merged_into": None, "deleted_at": None}
            self._connection.update("records", known, back)
            part_of.break_circles(self._connection, ("record", known))
            self._connection.update("records", known, {"parent": self._parent(draft, known)})
            self._write_aliases(known, None, draft.aliases)
        return self.get(id_)

    def _parent(self, draft: RecordDraft, row: int | None) -> int | None:
        """The row of the parent that a draft names. Raises RecordNotFound, KindsDiffer, PartOfItself."""
        if not draft.parent:
            return None
        parent = links.row_for(self._connection, draft.parent, draft.kind, draft.name)
        if row is not None:
            part_of.check_part(self._connection, ("record", row), ("record", parent))
        return parent

    def _write_aliases(self, row: int, stored: tuple[Alias, ...] | None, wanted: tuple[Alias, ...]) -> None:
        """Bring the aliases of a record from those that are stored (None: not known) to those wanted."""
        if stored == wanted:
            return
        kept = stored or ()
        if stored is None or wanted[: len(kept)] != kept:
            self._connection.execute("DELETE FROM aliases WHERE record = ?", (row,))
            kept = ()
        for alias in wanted[len(kept) :]:
            values = {"record": row, "name": alias.name, "name_key": name_key(alias.name), "language": alias.language}
            self._connection.insert("aliases", values)

    def _uses(self, row: int) -> Uses:
        relations = self._connection.value(
            f"SELECT count(*) FROM ({relation_rows.SELECT} AND {relation_rows.touching('record', '= ?1')})", (row,)
        )
        parts = self._connection.value("SELECT count(*) FROM records WHERE parent = ? AND deleted_at IS NULL", (row,))
        return Uses(passages.count(self._connection, row), relations, parts)

    def _survivor(self, id_: str) -> str | None:
        """The id of the record with this id, or of the one that it was merged into."""
        row = self._connection.row("SELECT uuid, merged_into, deleted_at FROM records WHERE uuid = ?", (id_.lower(),))
        while row is not None and row["merged_into"] is not None:
            row = self._connection.row(
                "SELECT uuid, merged_into, deleted_at FROM records WHERE id = ?", (row["merged_into"],)
            )
        return None if row is None or row["deleted_at"] is not None else row["uuid"]

    def _found(self, condition: str, parameters: Iterable[Any]) -> Iterator[Record]:
        if not self._are_known():
            return
        rows = self._connection.rows(f"{_SELECT} WHERE {condition}", parameters)
        aliases: dict[int, list[Alias]] = {}
        for record, name, language in self._connection.tuples(
            "SELECT record, name, language FROM aliases WHERE record IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps([row["id"] for row in rows]),),
        ):
            aliases.setdefault(record, []).append(Alias(name, language))
        for row in rows:
            yield _record(row, tuple(aliases.get(row["id"], ())))

    def _are_known(self) -> bool:
        return self._connection.has_table("records")


def _record(row: sqlite3.Row, aliases: tuple[Alias, ...]) -> Record:
    return Record(
        row=row["id"],
        id=row["uuid"],
        draft=record_fields.draft_of_row(row, aliases),
        annotation_count=row["annotation_count"],
        created_by=row["created_by"],
        created_at=row["created_at"],
        modified_at=row["modified_at"],
    )
