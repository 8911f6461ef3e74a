# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace

import pytest

from archivist.exchange.bundle.documents import WrittenTag
from archivist.exchange.bundle.tag_merging import merge_tags
from archivist.exchange.incoming.conflicts import KEEP_OURS, Decision, Decisions
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Kind, Tag
from archivist.store import Archive

WOUNDED = WrittenTag("2b6f0cc9-0000-4000-8000-000000000001", "wounded", Kind.FIGURE, "#30a560", "w", None, "Поранені")


def merge(
    archive: Archive, *written: WrittenTag, decisions: Decisions = KEEP_OURS
) -> tuple[list[Tag], list[MergeLine]]:
    with archive.action("Merge"):
        tags, lines = merge_tags(archive.tags, written, decisions)
    return [tags[tag.id] for tag in written], lines


def as_written(tag: Tag) -> WrittenTag:
    return WrittenTag(tag.id, tag.name, tag.kind, tag.colour, tag.shortcut, tag.parent, tag.description)


def test_a_new_tag_is_added_with_its_id(archive: Archive) -> None:
    [tag], [line] = merge(archive, WOUNDED)
    assert as_written(archive.tags.get(WOUNDED.id)) == as_written(tag) == WOUNDED
    assert line == MergeLine("tag", WOUNDED.id, "wounded", Outcome.NEW)


def test_a_parent_may_follow_its_child(archive: Archive) -> None:
    people = replace(WOUNDED, id="2b6f0cc9-0000-4000-8000-000000000002", name="people", shortcut="p")
    merge(archive, replace(WOUNDED, parent=people.id), people)
    assert archive.tags.get(WOUNDED.id).parent == people.id


def test_the_same_tag_is_left_alone(archive: Archive) -> None:
    _, lines = merge(archive, *map(as_written, archive.tags.all()))
    assert {line.outcome for line in lines} == {Outcome.UNCHANGED}


@pytest.mark.parametrize(("field", "value"), [("name", "dead"), ("colour", "#000000"), ("description", "Інше")])
def test_a_tag_that_differs_is_kept_and_told(archive: Archive, field: str, value: str) -> None:
    ours = archive.tags.named("killed")
    _, [line] = merge(archive, replace(as_written(ours), **{field: value}))
    assert archive.tags.get(ours.id) == ours
    assert (line.outcome, line.detail) == (Outcome.CONFLICT, f"differs in {field}; ours is kept")


def test_another_parent_is_told(archive: Archive) -> None:
    ours = archive.tags.named("killed")
    _, lines = merge(archive, WOUNDED, replace(as_written(ours), parent=WOUNDED.id))
    assert lines[1].detail == "differs in parent; ours is kept"


@pytest.mark.parametrize("turn", [1, -1])
def test_theirs_are_taken_whatever_has_to_give_way_first(archive: Archive, turn: int) -> None:
    first, second = archive.tags.named("killed"), archive.tags.named("strike")
    archive.tags.update(first.id, parent=second.id, shortcut="q")
    theirs = (
        replace(as_written(first), parent=None, shortcut="", name="dead"),
        replace(as_written(second), parent=first.id, shortcut="q", name="killed"),
    )
    _, lines = merge(archive, *theirs[::turn], decisions=Decisions(Decision.THEIRS))
    assert [line.outcome for line in lines] == [Outcome.REPLACED] * 2
    assert tuple(as_written(archive.tags.get(tag.id)) for tag in theirs) == theirs


def test_a_namesake_stands_for_it(archive: Archive) -> None:
    ours = archive.tags.named("killed")
    [tag], [line] = merge(archive, replace(WOUNDED, name="Killed"))
    assert tag == ours
    assert (line.outcome, line.id) == (Outcome.MAPPED, ours.id)
    assert ours.id in line.detail


def test_a_name_that_ours_gives_up_is_free_for_another_tag_of_theirs(archive: Archive) -> None:
    killed = as_written(archive.tags.named("killed"))
    archive.tags.update(killed.id, name="wounded")
    tags, lines = merge(archive, WOUNDED, killed, decisions=Decisions(Decision.THEIRS))
    assert [(tag.id, tag.name) for tag in tags] == [(WOUNDED.id, "wounded"), (killed.id, "killed")]
    assert [line.outcome for line in lines] == [Outcome.NEW, Outcome.REPLACED]


def test_a_child_of_a_namesake_is_put_below_ours(archive: Archive) -> None:
    theirs = replace(WOUNDED, id="2b6f0cc9-0000-4000-8000-000000000002", name="killed", shortcut="")
    merge(archive, theirs, replace(WOUNDED, parent=theirs.id))
    assert archive.tags.get(WOUNDED.id).parent == archive.tags.named("killed").id


def test_a_namesake_of_another_kind_does_not(archive: Archive) -> None:
    [tag], [line] = merge(archive, replace(WOUNDED, name="strike"))
    assert (tag.id, tag.name, tag.kind) == (WOUNDED.id, "strike (figure)", Kind.FIGURE)
    assert "“strike (figure)”" in line.detail


def test_a_key_that_is_taken_stays_with_ours(archive: Archive) -> None:
    [tag], [line] = merge(archive, replace(WOUNDED, shortcut="k"))
    assert (tag.shortcut, archive.tags.named("killed").shortcut) == ("", "k")
    assert "“k” belongs to another tag" in line.detail


def test_a_deleted_tag_comes_back(archive: Archive) -> None:
    ours = archive.tags.named("killed")
    archive.tags.delete(ours.id)
    merge(archive, as_written(ours))
    assert archive.tags.get(ours.id) == ours
