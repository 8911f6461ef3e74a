# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import random
from dataclasses import replace

import pytest

from archivist.exchange.bundle.record_merging import merge_record, parents_first
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Alias, Kind, Record, RecordDraft
from archivist.store import Archive
from tests.exchange.bundle.test_record_documents import ACTOR, EVENT
from tests.exchange.bundle.test_registry_check import event, id_of

WAVE = replace(EVENT, id=EVENT.draft.parent or "", draft=RecordDraft(Kind.EVENT, "Хвиля"))


def merge(archive: Archive, incoming: Record, **ids: str) -> MergeLine:
    with archive.action("Merge"):
        return merge_record(archive.records, incoming, ids)


def test_a_new_one_is_stored_as_it_is(archive: Archive) -> None:
    assert merge(archive, WAVE).outcome is Outcome.NEW
    assert merge(archive, EVENT) == MergeLine("record", EVENT.id, "Страйк 😀", Outcome.NEW)
    assert replace(archive.records.get(EVENT.id), row=0) == EVENT


def test_one_that_is_here_is_left_alone(archive: Archive) -> None:
    merge(archive, ACTOR)
    assert merge(archive, replace(ACTOR, modified_at="2030-01-01T00:00:00.000Z")).outcome is Outcome.UNCHANGED


def test_one_that_differs_is_kept_and_told(archive: Archive) -> None:
    merge(archive, ACTOR)
    theirs = replace(ACTOR, draft=replace(ACTOR.draft, name="К. О.", aliases=(Alias("К."),)))
    assert merge(archive, theirs).detail == "differs in name, aliases; ours is kept"
    assert archive.records.get(ACTOR.id).draft == ACTOR.draft


def test_a_deleted_one_comes_back_as_it_is_brought(archive: Archive) -> None:
    merge(archive, ACTOR)
    archive.records.delete(ACTOR.id)
    theirs = replace(ACTOR, draft=replace(ACTOR.draft, note="знову"))
    assert merge(archive, theirs).outcome is Outcome.RESTORED
    assert replace(archive.records.get(ACTOR.id), row=0) == theirs


def test_one_that_was_merged_here_is_what_it_became(archive: Archive) -> None:
    merge(archive, ACTOR)
    survivor = archive.records.add(RecordDraft(Kind.ACTOR, "Олена Коваль"))
    archive.records.merge(survivor.id, [ACTOR.id])
    line = merge(archive, ACTOR)
    assert (line.outcome, line.id, line.name) == (Outcome.MAPPED, survivor.id, "Олена Коваль")
    assert archive.records.count() == 1


def test_a_parent_is_looked_for_under_the_id_that_it_has_here(archive: Archive) -> None:
    ours = archive.records.add(RecordDraft(Kind.EVENT, "Хвиля"))
    merge(archive, EVENT, **{WAVE.id: ours.id})
    assert archive.records.get(EVENT.id).draft.parent == ours.id


def test_what_cannot_be_a_part_of_its_parent_here_comes_as_a_part_of_nothing(archive: Archive) -> None:
    ministry = archive.records.add(RecordDraft(Kind.ACTOR, "Міністерство"))
    line = merge(archive, EVENT, **{WAVE.id: ministry.id})  # here another kind of thing has that id
    assert (line.outcome, archive.records.get(EVENT.id).draft.parent) == (Outcome.NEW, None)
    assert line.detail.startswith("is a part of nothing here: “Страйк 😀” is of kind event")


@pytest.mark.parametrize("seed", range(5))
def test_each_comes_after_its_parent(seed: int) -> None:
    records = [event(1), *(event(number, number // 2) for number in range(2, 40))]
    random.Random(seed).shuffle(records)
    given = [record.id for record in parents_first(records, {record.id for record in records})]
    assert sorted(given) == [id_of(number) for number in range(1, 40)]
    assert all(given.index(id_of(number // 2)) < given.index(id_of(number)) for number in range(2, 40))


def test_only_what_is_wanted_comes() -> None:
    assert [r.id for r in parents_first([event(2, 1), event(1), event(3)], {id_of(2)})] == [id_of(2)]
