# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from archivist.exchange.bundle.registry_check import RegistryCheck
from archivist.model import Kind, Node, NodeType, Record, RecordDraft, Relation
from tests.exchange.bundle.test_record_documents import ACTOR, EVENT, RELATION

MARK = "2b6f0cc9-0000-4000-8000-000000000099"


def id_of(number: int) -> str:
    return f"2b6f0cc9-0000-4000-8000-{number:012}"


def event(number: int, parent: int | None = None) -> Record:
    draft = RecordDraft(Kind.EVENT, f"Подія {number}", parent=id_of(parent) if parent else None)
    return replace(EVENT, id=id_of(number), draft=draft)


def relation(source: int, target: int, type_: str = "part-of", number: int = 50) -> Relation:
    ends = [Node(NodeType.RECORD, id_of(end)) for end in (source, target)]
    return replace(RELATION, id=id_of(number), type=type_, source=ends[0], target=ends[1])


def check(records: list[Record], *relations: Relation) -> RegistryCheck:
    found = RegistryCheck()
    found.records(records)
    found.relations(relations, {UUID(MARK).bytes})
    return found


def test_what_hangs_together_is_counted() -> None:
    joins_mark = replace(relation(1, 2, number=51), target=Node(NodeType.ANNOTATION, MARK))
    found = check([event(2, 1), event(1), ACTOR], relation(2, 1), joins_mark)
    assert (found.kinds[ACTOR.id], found.parents[id_of(2)], found.relation_count) == (Kind.ACTOR, id_of(1), 2)


@pytest.mark.parametrize(
    ("records", "told"),
    [
        ([event(1), event(1)], "record 2b6f0cc9-0000-4000-8000-000000000001 is there twice"),
        ([event(1, 2)], "the parent of “Подія 1” is no event that is there"),
        ([event(1, 13), replace(ACTOR, id=id_of(13))], "the parent of “Подія 1” is no event"),
        ([event(1, 1)], "“Подія 1” is a part of itself"),
        ([event(1, 3), event(2, 1), event(3, 2)], "is a part of itself"),
    ],
)
def test_records_that_do_not_hang_together_are_told(records: list[Record], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        check(records)


@pytest.mark.parametrize(
    ("relations", "told"),
    [
        ([relation(1, 9)], "joins record 2b6f0cc9-0000-4000-8000-000000000009, which is not there"),
        ([replace(relation(1, 2), source=Node(NodeType.ANNOTATION, id_of(7)))], "joins annotation"),
        ([relation(1, 1)], "joins something with itself"),
        ([relation(1, 2), relation(2, 3)], "is there twice"),
        ([relation(1, 2, "says"), relation(1, 2, "Says", number=51)], "is there twice"),
        ([relation(1, 2), relation(2, 1, number=51)], "is a part of itself"),
        ([relation(3, 4)], "is a part of itself"),  # four is a part of three already
    ],
)
def test_relations_that_do_not_hang_together_are_told(relations: list[Relation], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        check([event(1), event(2), event(3), event(4, 3)], *relations)


def test_parts_of_two_wholes_are_no_circle() -> None:
    check([event(1), event(2, 1), event(3, 1), event(4, 2)], relation(4, 3), relation(2, 3, number=51))


def test_a_long_chain_is_no_trouble() -> None:
    check([event(1), *(event(number, number - 1) for number in range(2, 5000))])
