# SPDX-License-Identifier: GPL-3.0-or-later
"""The relations of an archive: typed, directed links between annotations and records."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple
from uuid import uuid4

from archivist.errors import InvalidValue, RelationEndMissing, RelationExists, RelationNotFound, RelationToItself
from archivist.model import RELATION_TYPES, Kind, Node, NodeType, Relation
from archivist.store.connection import Connection, now
from archivist.store.part_of import PART_OF, End, check_part, label
from archivist.store.relation_rows import OLDEST_FIRST, SELECT, SYMMETRIC, relation_of_row, touching
from archivist.text import canonical, one_line, shortened

_TABLES = {NodeType.ANNOTATION: "annotations", NodeType.RECORD: "records"}
_OF_ARTICLES = """IN (SELECT n.id FROM annotations n JOIN articles a ON a.id = n.article
    WHERE a.uuid IN (SELECT value FROM json_each(?1)) AND n.deleted_at IS NULL)"""
_LONGEST_LABEL = 60
_LONGEST_IN_HISTORY = 30
_IN_WORDS = {"counts-for": "counts for", "part-of": "part of", "cause": "cause of"}


class EndLabel(NamedTuple):
    """What a list says of one end of a relation."""

    kind: Kind
    text: str  # a record's name, or the words of an annotation
    article: str  # id, of an annotation
    record: str | None  # id of the record that it is, or that it is linked to


class Relations:
    """The relations of one archive. What is deleted, or joins what is deleted, is in none of the answers.

    So the relations of an annotation or a record go and come back with it, whoever deletes it or
    brings it back. An archive that is older than relations is read as one without any.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # Reading

    def get(self, id_: str) -> Relation:
        """The relation with this id. Raises RelationNotFound."""
        for relation in self._found("AND l.uuid = ?", (id_,)):
            return relation
        raise RelationNotFound(id_)

    def all(self) -> list[Relation]:
        """Every relation, the oldest first."""
        return self._found(f"ORDER BY {OLDEST_FIRST}", ())

    def of(self, node: Node) -> list[Relation]:
        """The relations that this is an end of, the oldest first; none where it is not there."""
        row = self._row(node)
        return (
            self._found(f"AND {touching(node.type, '= ?1')} ORDER BY {OLDEST_FIRST}", (row,)) if row is not None else []
        )

    def of_article(self, article: str) -> list[Relation]:
        """The relations that an annotation of an article (id) is an end of, the oldest first."""
        return self.of_articles((article,))

    def of_articles(self, articles: Iterable[str]) -> list[Relation]:
        """The relations that an annotation of one of these articles (ids) is an end of, the oldest first."""
        ids = json.dumps(list(articles))
        return self._found(f"AND {touching(NodeType.ANNOTATION, _OF_ARTICLES)} ORDER BY {OLDEST_FIRST}", (ids,))

    def types(self) -> list[tuple[str, int]]:
        """The types that there are, with how often each is used: the known ones, then her own by name."""
        counts: dict[str, int] = {}
        if self._are_known():
            counts = dict(self._connection.tuples(f"SELECT type, count(*) FROM ({SELECT}) GROUP BY type"))
        own = sorted((type_ for type_ in counts if type_ not in RELATION_TYPES), key=str.casefold)
        return [(type_, counts.get(type_, 0)) for type_ in (*RELATION_TYPES, *own)]

    def labels(self, nodes: Iterable[Node]) -> dict[Node, EndLabel]:
        """What to call each of these; those that are not there are left out."""
        wanted = set(nodes)
        found: dict[Node, EndLabel] = {}
        if not self._are_known():
            return found
        for type_, sql in (
            (NodeType.RECORD, "SELECT uuid, kind, name, '', uuid FROM records d WHERE {}"),
            (
                NodeType.ANNOTATION,
                """SELECT d.uuid, t.kind, d.quote, a.uuid, r.uuid
                   FROM annotations d JOIN tags t ON t.id = d.tag JOIN articles a ON a.id = d.article
                   LEFT JOIN records r ON r.id = d.record AND r.deleted_at IS NULL WHERE {}""",
            ),
        ):
            ids = json.dumps([node.id for node in wanted if node.type is type_])
            given = "d.uuid IN (SELECT value FROM json_each(?)) AND d.deleted_at IS NULL"
            for id_, kind, text, article, record in self._connection.tuples(sql.format(given), (ids,)):
                found[Node(type_, id_)] = EndLabel(Kind(kind), shortened(text, _LONGEST_LABEL), article, record)
        return found

    # Writing

    def add(self, type_: str, source: Node, target: Node, note: str = "") -> Relation:
        """Relate two annotations or records; the type is one of RELATION_TYPES or her own word.

        Raises InvalidValue, RelationEndMissing, RelationToItself, RelationExists, PartOfItself.
        """
        return self._insert(Relation(str(uuid4()), type_, source, target, note, self._connection.who, now()))

    def bring_in(self, relation: Relation) -> Relation:
        """Store a relation made elsewhere, with its own id, time and author; raises as add() does.

        One that was deleted here comes back, as it was brought.
        """
        return self._insert(relation)

    def update(
        self,
        id_: str,
        *,
        type: str | None = None,  # noqa: A002 - what the field is called
        source: Node | None = None,
        target: Node | None = None,
        note: str | None = None,
    ) -> Relation:
        """Change a relation; raises RelationNotFound and as add() does."""
        relation = self.get(id_)
        given: dict[str, Any] = {"type": type, "source": source, "target": target, "note": note}
        row = self._connection.value("SELECT id FROM relations WHERE uuid = ?", (id_,))
        with self._connection.action(f"Edit relation of {self._said(relation)}"):
            relation = self.get(id_)  # which another connection may have changed while this one waited
            wanted = replace(relation, **{name: value for name, value in given.items() if value is not None})
            columns = self._columns(wanted, row)
            if replace(wanted, type=columns["type"], note=columns["note"]) != relation:
                self._connection.update("relations", row, columns)
        return self.get(id_)

    def lead(self, source: Node, type_: str, target: Node | None) -> None:
        """Let the source's oldest relation of a type lead to another target, or to none; make it if there is none.

        Raises as add() and update() do.
        """
        known = next((each for each in self.of(source) if (each.type, each.source) == (type_, source)), None)
        if known is None and target is not None:
            self.add(type_, source, target)
        elif known is not None and target is not None:
            self.update(known.id, target=target)
        elif known is not None:
            self.delete(known.id)

    def delete(self, id_: str) -> None:
        """Delete a relation, softly. Raises RelationNotFound."""
        relation = self.get(id_)
        with self._connection.action(f"Delete relation of {self._said(relation)}"):
            self._connection.execute("UPDATE relations SET deleted_at = ? WHERE uuid = ?", (now(), id_))

    def is_known(self, id_: str) -> bool:
        """Whether a relation with this id is here, deleted or not."""
        return self._are_known() and bool(self._connection.value("SELECT 1 FROM relations WHERE uuid = ?", (id_,)))

    def _insert(self, relation: Relation) -> Relation:
        made = {"created_by": relation.created_by, "created_at": relation.created_at}
        with self._connection.action(f"Relate {self._said(relation)}"):
            known = self._connection.value("SELECT id FROM relations WHERE uuid = ?", (relation.id,))
            columns = self._columns(relation, known)
            if known is None:
                self._connection.insert("relations", {"uuid": relation.id, **columns, **made})
            else:
                self._connection.update("relations", known, {**columns, **made, "deleted_at": None})
        return self.get(relation.id)

    def _said(self, relation: Relation) -> str:
        """A relation as the history names it: “X to Y as part of”."""
        labels = self.labels((relation.source, relation.target))
        source, target = (
            shortened(labels[end].text, _LONGEST_IN_HISTORY) if end in labels else "?"
            for end in (relation.source, relation.target)
        )
        type_ = one_line(relation.type)
        return f"{source} to {target} as {_IN_WORDS.get(type_, type_)}"

    def _columns(self, relation: Relation, row: int | None) -> dict[str, Any]:
        """The columns of a relation, each possible; `row` is its own, where it has one."""
        type_ = self._checked_type(relation.type)
        source, target = self._end(relation.source), self._end(relation.target)
        if source == target:
            raise RelationToItself(shortened(label(self._connection, source)))
        for one, other in ((source, target), (target, source)) if type_ in SYMMETRIC else ((source, target),):
            known = self._connection.value(
                f"""SELECT id FROM relations WHERE source_{one[0]} = ? AND target_{other[0]} = ?
                    AND type = ? AND deleted_at IS NULL AND id IS NOT ?""",
                (one[1], other[1], type_, row),
            )
            if known is not None:
                names = (shortened(label(self._connection, end)) for end in (source, target))
                raise RelationExists(next(names), type_, next(names))
        if type_ == PART_OF:
            check_part(self._connection, source, target, without=row)
        ends: dict[str, Any] = dict.fromkeys(
            ("source_annotation", "source_record", "target_annotation", "target_record")
        )
        ends |= {f"source_{source[0]}": source[1], f"target_{target[0]}": target[1]}
        return {"type": type_, **ends, "note": canonical(relation.note).strip()}

    def _checked_type(self, type_: str) -> str:
        """The type as it is spelled where it is used already. Raises InvalidValue."""
        line = one_line(type_)
        if not line:
            raise InvalidValue("type of a relation", type_, f"{', '.join(RELATION_TYPES)}, or a word of your own")
        known = {each.casefold(): each for each, _ in reversed(self.types())}
        return known.get(line.casefold(), line)

    def _end(self, node: Node) -> End:
        row = self._row(node)
        if row is None:
            raise RelationEndMissing(node.type, node.id)
        return (str(node.type), row)

    def _row(self, node: Node) -> int | None:
        if not self._are_known():
            return None
        row: int | None = self._connection.value(
            f"SELECT id FROM {_TABLES[NodeType(node.type)]} WHERE uuid = ? AND deleted_at IS NULL", (node.id,)
        )
        return row

    def _found(self, condition: str, parameters: Iterable[Any]) -> list[Relation]:
        if not self._are_known():
            return []
        return [relation_of_row(row) for row in self._connection.rows(f"{SELECT} {condition}", parameters)]

    def _are_known(self) -> bool:
        return self._connection.has_table("relations")
