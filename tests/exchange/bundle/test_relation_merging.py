# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace

import pytest

from archivist.exchange.bundle.relation_merging import merge_relation
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Kind, Node, NodeType, RecordDraft, Relation
from archivist.store import Archive
from tests.exchange.bundle.test_record_documents import RELATION


@pytest.fixture
def incoming(archive: Archive) -> Relation:
    """A relation between two events that are here."""
    ends = [archive.records.add(RecordDraft(Kind.EVENT, name)) for name in ("Страйк", "Мітинг")]
    source, target = (Node(NodeType.RECORD, record.id) for record in ends)
    return replace(RELATION, type="cause", source=source, target=target)


def merge(archive: Archive, incoming: Relation) -> MergeLine:
    with archive.action("Merge"):
        return merge_relation(archive.relations, incoming)


def test_a_new_one_is_stored_as_it_is(archive: Archive, incoming: Relation) -> None:
    assert merge(archive, incoming) == MergeLine("relation", incoming.id, "cause", Outcome.NEW)
    assert archive.relations.all() == [incoming]
    assert merge(archive, incoming).outcome is Outcome.UNCHANGED


def test_one_that_differs_is_kept_and_told(archive: Archive, incoming: Relation) -> None:
    merge(archive, incoming)
    line = merge(archive, replace(incoming, type="says", note="інше"))
    assert (line.outcome, line.detail) == (Outcome.CONFLICT, "differs in type, note; ours is kept")
    assert archive.relations.all() == [incoming]


def test_a_deleted_one_comes_back(archive: Archive, incoming: Relation) -> None:
    merge(archive, incoming)
    archive.relations.delete(incoming.id)
    assert merge(archive, incoming).outcome is Outcome.RESTORED
    assert archive.relations.all() == [incoming]


def test_one_that_was_made_here_too_is_not_doubled(archive: Archive, incoming: Relation) -> None:
    archive.relations.add("cause", incoming.source, incoming.target)
    assert merge(archive, incoming).outcome is Outcome.MAPPED
    assert len(archive.relations.all()) == 1


def test_one_whose_ends_have_become_one_is_left_out(archive: Archive, incoming: Relation) -> None:
    line = merge(archive, replace(incoming, target=incoming.source))
    assert (line.outcome, archive.relations.all()) == (Outcome.MAPPED, [])


def test_what_would_be_a_part_of_itself_here_is_left_out_and_told(archive: Archive, incoming: Relation) -> None:
    archive.relations.add("part-of", incoming.target, incoming.source)
    line = merge(archive, replace(incoming, type="part-of"))
    assert line.outcome is Outcome.CONFLICT
    assert line.detail.startswith("was left out: “Страйк” cannot be a part of “Мітинг”")


def test_one_whose_end_is_gone_is_left_out_and_told(archive: Archive, incoming: Relation) -> None:
    archive.records.delete(incoming.target.id)
    assert merge(archive, incoming).detail.startswith("was left out: The relation was not made")
