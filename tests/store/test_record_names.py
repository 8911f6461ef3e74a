# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from archivist.model import Alias, Kind, RecordDraft
from archivist.store import Archive


def person(archive, name, *aliases):
    draft = RecordDraft(Kind.ACTOR, name, type="person", aliases=tuple(Alias(alias) for alias in aliases))
    return archive.records.add(draft).id


def test_a_record_is_found_in_another_case_and_script(archive):
    head = person(archive, "Касим-Жомарт Токаєв")
    for written in ("Токаєвим", "Токаева", "Tokayev", "касим-жомарт токаєв"):
        assert archive.record_names.find(written) == [head], written


def test_typing_the_beginning_completes_names_of_the_kind_alone(archive):
    head = person(archive, "Остап Гречаник")
    storm = archive.records.add(RecordDraft(Kind.EVENT, "Гречаний страйк")).id
    assert archive.record_names.complete("греч", Kind.ACTOR) == [head]
    assert archive.record_names.complete("греч", Kind.EVENT) == [storm]
    assert set(archive.record_names.complete("греч")) == {head, storm}


def test_the_names_follow_every_change_and_its_undoing(archive):
    names = archive.record_names
    head = person(archive, "Остап Гречаник")
    assert names.find("Гречаником") == [head]
    archive.records.update(head, name="Остап Ковальчук")
    assert names.find("Гречаником") == []
    assert names.find("Ковальчуком") == [head]
    archive.history.undo()
    assert names.find("Гречаника") == [head]
    archive.records.update(head, aliases=(Alias("Дід Мазай"),))
    assert names.find("Дід Мазай") == [head]
    archive.history.undo()
    assert names.find("Дід Мазай") == []
    archive.records.delete(head)
    assert names.find("Гречаник") == []
    assert names.kinds == {}
    archive.history.undo()
    assert names.find("Гречаник") == [head]
    assert names.kinds == {head: Kind.ACTOR}


def test_the_names_of_a_merged_record_are_the_survivors(archive):
    first, second = person(archive, "Остап Гречаник"), person(archive, "Осип Вербицький")
    assert archive.record_names.find("Вербицького") == [second]
    archive.records.merge(first, [second])
    assert archive.record_names.find("Вербицького") == [first]


def test_what_another_connection_changes_is_followed(archive):
    with Archive.open(archive.folder, read_only=True) as reader:
        assert reader.record_names.find("Гречаник") == []
        head = person(archive, "Остап Гречаник")
        assert reader.record_names.find("Гречаник") == [head]
