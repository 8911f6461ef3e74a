# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.errors import InvalidValue, NameTaken, SavedSearchNotFound
from archivist.store import Archive


def test_a_search_is_kept_as_it_was(archive: Archive) -> None:
    chosen = {"outlet": ["Порт", ""], "tag": ("killed",), "year": []}
    added = archive.saved_searches.add(" Страйк ", ' порт AND  "два  слова"\n', "date", chosen)
    assert (added.name, added.query, added.sort) == ("Страйк", 'порт AND  "два  слова"', "date")
    assert added.chosen == {"outlet": ("Порт", ""), "tag": ("killed",)}
    assert archive.saved_searches.named("СТРАЙК") == archive.saved_searches.get(added.id) == added


def test_searches_are_listed_in_alphabetical_order(archive: Archive) -> None:
    for name in ("Яблуко", "їжак", "Ґанок", "гора"):
        archive.saved_searches.add(name, name)
    assert [search.name for search in archive.saved_searches.all()] == ["гора", "Ґанок", "їжак", "Яблуко"]


def test_every_change_can_be_undone_and_redone(archive: Archive) -> None:
    searches = archive.saved_searches
    states = [searches.all()]
    id_ = searches.add("Страйк", "страйк").id
    states.append(searches.all())
    searches.edit(id_, name="Порт", query="порт", sort="date", chosen={"outlet": ["Порт"]})
    states.append(searches.all())
    searches.delete(id_)
    states.append(searches.all())
    assert states[0] == states[3] == []
    for state in reversed(states[:3]):
        archive.history.undo()
        assert searches.all() == state
    for state in states[1:]:
        archive.history.redo()
        assert searches.all() == state


def test_an_edit_leaves_the_rest(archive: Archive) -> None:
    added = archive.saved_searches.add("Страйк", "страйк", "date", {"tag": ["strike"]})
    edited = archive.saved_searches.edit(added.id, query="страйки")
    assert (edited.name, edited.query, edited.sort, edited.chosen) == (added.name, "страйки", "date", added.chosen)
    step = archive.history.next_undo()
    archive.saved_searches.edit(added.id)
    assert archive.history.next_undo() == step


def test_a_name_is_given_once_among_those_that_are_there(archive: Archive) -> None:
    first, second = archive.saved_searches.add("A", "a"), archive.saved_searches.add("B", "b")
    with pytest.raises(NameTaken):
        archive.saved_searches.add(" a ", "c")
    with pytest.raises(NameTaken):
        archive.saved_searches.edit(second.id, name="A")
    archive.saved_searches.edit(first.id, name="a")
    archive.saved_searches.delete(first.id)
    archive.saved_searches.edit(second.id, name="A")


def test_what_is_not_possible_is_refused(archive: Archive) -> None:
    with pytest.raises(InvalidValue):
        archive.saved_searches.add(" \n", "a")
    deleted = archive.saved_searches.add("A", "a")
    archive.saved_searches.delete(deleted.id)
    for ask in (
        lambda: archive.saved_searches.named("A"),
        lambda: archive.saved_searches.get(deleted.id),
        lambda: archive.saved_searches.edit(deleted.id, name="B"),
        lambda: archive.saved_searches.delete(deleted.id),
    ):
        with pytest.raises(SavedSearchNotFound):
            ask()


def test_a_step_says_that_it_touched_saved_searches(archive: Archive) -> None:
    archive.saved_searches.add("A", "a")
    step = archive.history.next_undo()
    assert step is not None
    assert archive.history.touched(step.number) == {("saved_searches", "")}
