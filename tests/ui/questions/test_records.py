# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from archivist.model import Alias, Kind, Record, RecordDraft
from archivist.store import Archive
from archivist.ui.questions.answering import Sources
from archivist.ui.questions.records import RecordWanted, find_records, list_records, warm_names

Make = Callable[..., Record]


@pytest.fixture
def sources(archive: Archive) -> Sources:
    return Sources(archive)


@pytest.fixture
def make(archive: Archive) -> Make:
    def add(name: str, kind: Kind = Kind.ACTOR, **fields: Any) -> Record:
        return archive.records.add(RecordDraft(kind, name, **fields))

    return add


def found(sources: Sources, typed: str = "", words: str = "", **fields: Any) -> list[str]:
    wanted = RecordWanted(fields.pop("kinds", (Kind.ACTOR,)), typed, words, **fields)
    return [record.name for record in find_records(sources, wanted).records]


def test_what_is_typed_finds_names_and_aliases_that_begin_so(sources: Sources, make: Make) -> None:
    make("Марко Левченко", aliases=(Alias("Mark Levchenko"),))
    make("Порт")
    assert found(sources, "левч") == ["Марко Левченко"]
    assert found(sources, "Levch") == ["Марко Левченко"]
    assert found(sources, "x") == []


def test_the_words_of_an_annotation_find_the_record_of_that_name(sources: Sources, make: Make) -> None:
    make("Марко Левченко")
    assert found(sources, words="марко левченко") == ["Марко Левченко"]


def test_only_records_of_the_kinds_asked_for_are_found(sources: Sources, make: Make) -> None:
    make("Порт", Kind.EVENT)
    make("Порт Тарнгавен")
    assert found(sources, "порт") == ["Порт Тарнгавен"]
    assert set(found(sources, "порт", kinds=(Kind.ACTOR, Kind.EVENT))) == {"Порт Тарнгавен", "Порт"}


def test_what_is_called_just_so_is_not_crowded_out_by_records_of_other_kinds(sources: Sources, make: Make) -> None:
    for number in range(9):
        make(f"Порт у місті {number}", Kind.EVENT)
    make("Порт")
    assert found(sources, "порт", kinds=(Kind.EVENT, Kind.ACTOR), limit=3)[0] == "Порт"


def test_where_nothing_fits_those_chosen_last_are_offered(sources: Sources, make: Make) -> None:
    recent = [make(name).id for name in ("Порт", "Міністерство")]
    answer = find_records(sources, RecordWanted((Kind.ACTOR,), words="18 поранених", recent=tuple(recent)))
    assert [record.id for record in answer.records] == recent
    assert answer.fitting == 0


def test_renamed_deleted_and_new_records_are_followed(sources: Sources, make: Make, archive: Archive) -> None:
    renamed, deleted = make("Порт"), make("Причал")
    assert found(sources, "п") == ["Порт", "Причал"]
    archive.records.update(renamed.id, name="Гавань")
    archive.records.delete(deleted.id)
    make("Пірс")
    assert found(sources, "п") == ["Пірс"]
    assert found(sources, "гав") == ["Гавань"]
    archive.history.undo()
    archive.history.undo()
    assert found(sources, "п") == ["Причал"]


def test_names_are_read_in_advance_bit_by_bit(sources: Sources, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archivist.ui.questions.records._WARMED_AT_ONCE", 2)
    for number in range(3):
        make(f"Причал {number}")
    assert not warm_names(sources)
    make("Пірс")  # in between
    assert warm_names(sources)
    assert len(found(sources, "п")) == 4


def test_lists_all_of_a_kind_or_what_is_typed(sources: Sources, make: Make) -> None:
    ids = {name: make(name).id for name in ("Яхта", "Баржа", "Буксир")}
    assert list_records(sources, Kind.ACTOR, " ") == [ids["Баржа"], ids["Буксир"], ids["Яхта"]]
    assert list_records(sources, Kind.ACTOR, "бу") == [ids["Буксир"]]
    assert list_records(sources, Kind.EVENT, "") == []
