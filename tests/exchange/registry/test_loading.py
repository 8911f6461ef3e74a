# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archivist.errors import ArchivistError
from archivist.exchange import RegistryReport, load_registry
from archivist.model import Alias, Kind, RecordDraft
from archivist.store import Archive
from tests.exchange.registry.conftest import Load

ACTORS = "id,name,aliases,wikidata,note\n1,Олег Гнатюк,Hnatiuk,Q1,перший\n2,Міністерство,,Q2,\n"


def counts(report: RegistryReport) -> dict[str, int]:
    return {str(outcome): number for outcome, number in report.counts.items() if number}


def names(archive: Archive) -> list[str]:
    return [record.name for record in archive.records.all()]


@pytest.mark.parametrize(
    "content",
    [
        ACTORS,
        "name,note\nОлег,а\nОлег,б\n",
        "name,date,parent\nСтрайк,2022,Хвиля\nХвиля,2022,\n",
        '{"id": "a", "schema": "Person", "properties": {"name": ["А"]}}',
    ],
)
def test_loading_twice_changes_nothing(archive: Archive, load: Load, content: str) -> None:
    first = load(content)
    before = archive.records.all()
    again = load(content)
    assert archive.records.all() == before
    assert counts(again) == {"unchanged": counts(first)["new"]}
    assert (first.changed, again.changed) == (True, False)
    assert archive.history.next_undo().name == "Load registry.csv"  # of the first


def test_it_is_one_step_of_the_history(archive: Archive, load: Load) -> None:
    load("name\n" + "\n".join(f"Діяч {number}" for number in range(600)))
    assert archive.records.count() == 600
    assert archive.history.undo().name == "Load registry.csv"
    assert archive.records.count() == 0


def test_what_was_undone_or_deleted_comes_back(archive: Archive, load: Load) -> None:
    load(ACTORS)
    archive.history.undo()
    assert counts(load(ACTORS)) == {"restored": 2}
    assert names(archive) == ["Міністерство", "Олег Гнатюк"]


def test_an_external_id_in_common_makes_one_record_of_two(archive: Archive, load: Load) -> None:
    ours = archive.records.add(RecordDraft(Kind.ACTOR, "О. Гнатюк", note="наш", external_ids={"wikidata": "Q1"}))
    report = load(ACTORS)
    assert counts(report) == {"new": 1, "completed": 1}
    draft = archive.records.get(ours.id).draft
    assert (draft.name, draft.note) == ("О. Гнатюк", "наш")
    assert draft.aliases == (Alias("Олег Гнатюк"), Alias("Hnatiuk"))
    assert [(line.line, line.detail) for line in report.told] == [(2, "differs in note; ours is kept")]


def test_the_same_id_with_more_to_say_completes(archive: Archive, load: Load) -> None:
    load("id,name\nA7,Олег Гнатюк\n")
    assert counts(load("id,name,aliases,type\nA7,Олег Гнатюк,Олег,person\n")) == {"completed": 1}
    [record] = archive.records.all()
    assert (record.draft.type, record.draft.aliases) == ("person", (Alias("Олег"),))


def test_two_registries_may_both_number_from_one(archive: Archive, load: Load) -> None:
    load("id,name\n1,Олег Гнатюк\n")
    other = "id,name\n1,Міністерство\n"
    report = load(other, "other.csv")
    assert names(archive) == ["Міністерство", "Олег Гнатюк"]
    assert "has the id 1 as “Олег Гнатюк”" in report.told[0].detail
    assert counts(load(other, "other.csv")) == {"unchanged": 1}


def test_namesakes_are_told_and_stay_two(archive: Archive, load: Load) -> None:
    archive.records.add(RecordDraft(Kind.ACTOR, "Міністр", aliases=(Alias("ОЛЕГ"),)))
    report = load("name,note\nОлег,а\nОлег,б\n")
    assert [(line.line, line.detail) for line in report.told] == [
        (2, "shares its name with another record"),
        (3, "shares its name with 2 other records"),
    ]
    assert names(archive) == ["Міністр", "Олег", "Олег"]


def test_what_was_merged_stays_merged(archive: Archive, load: Load) -> None:
    load("id,name\n1,Олег\n")
    survivor = archive.records.add(RecordDraft(Kind.ACTOR, "Олег Гнатюк"))
    archive.records.merge(survivor.id, [archive.records.find("Олег").id])
    load("id,name\n1,Олег\n")
    assert names(archive) == ["Олег Гнатюк"]


def test_ids_of_two_records_are_told(archive: Archive, load: Load) -> None:
    for scheme, id_ in (("wikidata", "Q1"), ("viaf", "7")):
        archive.records.add(RecordDraft(Kind.ACTOR, scheme, external_ids={scheme: id_}))
    report = load("name,wikidata,viaf\nОлег,Q1,7\n")
    assert report.refused[0].detail == "its external ids are those of different records"


def test_an_id_of_another_kind_is_told(archive: Archive, load: Load) -> None:
    archive.records.add(RecordDraft(Kind.EVENT, "Страйк", external_ids={"wikidata": "Q1"}))
    report = load("name,kind,wikidata\nОлег,actor,Q1\n")
    assert report.refused[0].detail == "its id is that of “Страйк”, which is of kind event"


class TestParents:
    """An event may be a part of one that the registry or the archive has."""

    def test_it_may_stand_below_and_be_named_or_numbered(self, archive: Archive, load: Load) -> None:
        load("id,name,parent,date\n1,Мітинг,Страйк,\n2,Штурм,3,\n3,Страйк,Хвиля,2022\n4,Хвиля,,\n")
        parents = {
            record.name: archive.records.get(record.draft.parent).name
            for record in archive.records.all()
            if record.draft.parent
        }
        assert parents == {"Мітинг": "Страйк", "Штурм": "Страйк", "Страйк": "Хвиля"}

    def test_it_may_be_in_the_archive(self, archive: Archive, load: Load) -> None:
        wave = archive.records.add(RecordDraft(Kind.EVENT, "Хвиля"))
        load("name,parent\nСтрайк,хвиля\n")
        assert archive.records.find("Страйк").draft.parent == wave.id

    @pytest.mark.parametrize(
        ("content", "lines", "told"),
        [
            ("name,parent\nСтрайк,Ніде\n", [2], "what it is a part of is not known: No record “Ніде”"),
            ("name,parent\nА,Б\nБ,А\nВ,Б\n", [2, 3, 4], "it would be a part of itself"),
            ("name,parent\nА,А\n", [2], "it would be a part of itself"),
            ("name,date,parent\nА,учора,\nБ,,А\n", [2, 3], "is not a date"),
            ("name,kind,parent\nОлег,actor,Страйк\n", [2], "only an event is a part of another"),
        ],
    )
    def test_one_that_cannot_be_is_told(
        self, archive: Archive, load: Load, content: str, lines: list[int], told: str
    ) -> None:
        report = load(content)
        assert [line.line for line in report.refused] == lines
        assert told in report.refused[0].detail
        assert archive.records.count() == 0

    def test_one_that_would_go_in_a_circle_with_what_is_here_is_told(self, archive: Archive, load: Load) -> None:
        load("id,name,parent\nа,А,\nб,Б,А\n")
        archive.records.update(archive.records.find("Б").id, parent=None)
        archive.records.update(archive.records.find("А").id, parent=archive.records.find("Б").id)
        report = load("id,name,parent\nа,А,\nб,Б,А\n")
        assert "cannot be a part of" in report.refused[0].detail


def test_a_long_chain_of_parents_is_no_trouble(archive: Archive, load: Load) -> None:
    load("id,name,parent\n" + "".join(f"n{n},Подія {n},n{n + 1}\n" for n in range(400)) + "n400,Подія 400,\n")
    assert archive.records.count() == 401


def test_stopping_leaves_whole_batches_and_loading_again_does_the_rest(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("name\n" + "\n".join(f"Діяч {number}" for number in range(600)))
    work = load_registry(archive, path)
    while next(work).what != "load":
        pass
    work.close()
    assert 0 < archive.records.count() < 600
    for _ in load_registry(archive, path):
        pass
    assert archive.records.count() == 600


def test_a_read_only_archive_is_told(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("name\nОлег\n")
    archive.close()
    with Archive.open(archive.folder, read_only=True) as reading, pytest.raises(ArchivistError):
        _run(load_registry(reading, tmp_path / "a.csv"))


def _run(work: Iterator[object]) -> None:
    for _ in work:
        pass
