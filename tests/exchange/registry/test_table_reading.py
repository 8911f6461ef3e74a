# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.errors import ArchivistError, EmptyFile, FileUnreadable, RegistryRefused
from archivist.exchange import RegistryReport, load_registry
from archivist.model import ActorType, Alias, Kind, RecordDraft, Role
from archivist.store import Archive
from tests.counted_work import calls_of
from tests.exchange.registry.conftest import Load
from tests.long_work import run_to_end


def drafts(archive: Archive) -> list[RecordDraft]:
    return [record.draft for record in archive.records.all()]


def told(report: RegistryReport) -> list[tuple[int, str]]:
    return [(line.line, line.detail) for line in report.refused]


def test_an_actor_has_all_that_a_row_says(archive: Archive, load: Load) -> None:
    load(
        "id;name;kind;type;aliases;language;position;organisation;since;until;wikidata;note\n"
        "7;Олег Гнатюк;actor;person;Гнатюк О.|Hnatiuk@en;uk;міністр;Уряд;2020;05.01.2022;"
        'https://www.wikidata.org/wiki/Q42;"рядок\nдругий"\n'
    )
    assert drafts(archive) == [
        RecordDraft(
            Kind.ACTOR,
            "Олег Гнатюк",
            note="рядок\nдругий",
            aliases=(Alias("Гнатюк О.", "uk"), Alias("Hnatiuk", "en")),
            type=ActorType.PERSON,
            roles=(Role("міністр", "Уряд", "2020", "2022-01-05"),),
            external_ids={"wikidata": "Q42"},
        )
    ]


def test_columns_and_words_may_be_ukrainian(archive: Archive, load: Load) -> None:
    load("Назва\tВид\tТип\tДата\tМісце\nСтрайк\tподія\tпротест\t05.01.2022\tКиїв\nМВС\tДіяч\tдержавний орган\t\t\n")
    event, actor = sorted(drafts(archive), key=lambda draft: draft.kind, reverse=True)
    assert event == RecordDraft(Kind.EVENT, "Страйк", type="протест", date="2022-01-05", place="Київ")
    assert actor == RecordDraft(Kind.ACTOR, "МВС", type="state body")


def test_a_word_for_an_actor_may_stand_for_its_kind(archive: Archive, load: Load) -> None:
    load("name,kind\nОлег,person\n")
    assert drafts(archive) == [RecordDraft(Kind.ACTOR, "Олег", type="person")]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("name,type,place", Kind.ACTOR),
        ("name,date,place", Kind.EVENT),
        ("name,parent", Kind.EVENT),
        ("name,counted,unit", Kind.FIGURE),
    ],
)
def test_columns_tell_the_kind_where_no_row_does(archive: Archive, load: Load, header: str, kind: Kind) -> None:
    load(f"{header}\nЩось\n")
    assert [draft.kind for draft in drafts(archive)] == [kind]


def test_the_kind_may_be_said(archive: Archive, load: Load) -> None:
    load("name\nЗагиблі\n", kind=Kind.FIGURE)
    assert [draft.kind for draft in drafts(archive)] == [Kind.FIGURE]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_encodings_are_told_apart(archive: Archive, load: Load, encoding: str) -> None:
    report = load("назва;примітка\nЄва Їжакевич;ґанок і сад\n".encode(encoding))
    assert [(draft.name, draft.note) for draft in drafts(archive)] == [("Єва Їжакевич", "ґанок і сад")]
    assert report.encoding == encoding.removesuffix("-sig")


def test_what_has_no_place_in_a_record_is_counted(archive: Archive, load: Load) -> None:
    report = load("name,kind,date,shoe size\nОлег,actor,1970,\nОксана,actor,,38\n")
    assert report.left_out == {"date of a record of kind actor": 1, "column “shoe size”": 1}


def test_broken_lines_are_told_and_the_rest_is_loaded(archive: Archive, load: Load) -> None:
    report = load(
        "name,kind,type,date,wikidata\n"
        "Олег,actor,person,,\n"
        ",actor,,,\n"
        "Дракон,dragon,,,\n"
        "Оксана,actor,wizard,,\n"
        "Страйк,event,,2022-02-30,\n"
        "\n"
        "Забагато,actor,,,,,7\n"
        'Лапка,"actor,,,\n'
        "Іра,actor,person,,\n"
    )
    assert told(report)[:5] == [
        (3, "“” is no possible name of a record"),
        (4, "“dragon” is no possible kind of a record"),
        (5, "“wizard” is no possible type of an actor"),
        (6, "column “date”: “2022-02-30” is not in the calendar."),
        (8, "it has 7 cells, but there are 5 columns"),
    ]
    assert told(report)[5][0] == 9
    assert told(report)[5][1] == "it is no line of a table: a quotation mark is opened and not closed"
    assert [draft.name for draft in drafts(archive)] == ["Іра", "Олег"]
    assert report.counts["refused"] == 6


def test_the_column_of_a_date_that_is_none_is_told(archive: Archive, load: Load) -> None:
    report = load("ПІБ;посада;з;до\nОлег;мер;2020;31.06.2021\nОксана;мер;учора;\nІра;мер;2021;2020/2019\n")
    assert told(report) == [
        (2, "column “до”: “2021-06-31” is not in the calendar."),
        (3, "column “з”: “учора” is not a date that can be understood."),
        (4, "column “до”: “2020/2019” ends before it begins."),
    ]


def test_a_cell_that_goes_on_after_its_quotation_mark_is_told(archive: Archive, load: Load) -> None:
    report = load('name,note\nОлег,"так" ні\n')
    assert told(report) == [(2, "it is no line of a table: a cell goes on after its closing quotation mark")]


def test_a_line_with_bytes_that_are_no_utf_8_is_told(archive: Archive, load: Load) -> None:
    report = load("name\nОлексій Петренко\nОксана \n".encode() + b"\xff\xfe\nIra\n")
    assert told(report) == [(4, "some of its bytes could not be read as text")]


def test_a_spreadsheet_may_say_what_parts_the_cells(archive: Archive, load: Load) -> None:
    load("sep=;\r\nname;note\r\nОлег;так\r\n")
    assert [draft.note for draft in drafts(archive)] == ["так"]


def test_a_formula_is_a_text(archive: Archive, load: Load) -> None:
    load("name,note\n\"=cmd|' /C calc'!A0\",'=1+1\n'Ndrangheta,\n")
    assert {draft.name: draft.note for draft in drafts(archive)} == {
        "'Ndrangheta": "",
        "=cmd|' /C calc'!A0": "=1+1",
    }


def test_the_actors_table_of_a_bundle_is_read(archive: Archive, load: Load) -> None:
    load(
        "id,name,type,aliases,roles,external_ids,passages,note\n"
        '2b6f0cc9-0000-4000-8000-000000000001,МВС,state body,"[""Ministry""]","[{""title"": ""так""}]",'
        '"{""wikidata"": ""Q1""}",3,\n'
    )
    [record] = archive.records.all()
    assert record.id == "2b6f0cc9-0000-4000-8000-000000000001"
    assert (record.draft.aliases, record.draft.roles, record.draft.external_ids) == (
        *((Alias("Ministry"),), (Role("так"),), {"wikidata": "Q1"}),
    )


class TestHostileFiles:
    """Each is refused with a sentence, and nothing is written."""

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b" \n\n",
            b"name\n\0\n",
            b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
            b"PK\x03\x04" + bytes(500),
            b"\xff\xfe\xff",
            b"[{}]",
            b"name",
            b"name\n",
            b"sep=;\n",
            "заголовок без назви стовпця\nрядок\n".encode()[:20],
            b"\n" * 1000,
            b",".join([b"name"] * 1_000_000) + b"\nx\n",
            b"name" + b" " * (4 << 20) + b"\nx\n",
            b"name,note\n" + b'a,"b\n' * 3000,
        ],
        ids=range(15),
    )
    def test_it_is_refused(self, archive: Archive, load: Load, content: bytes) -> None:
        with pytest.raises((EmptyFile, RegistryRefused)) as raised:
            load(content)
        assert len(str(raised.value)) < 600
        assert archive.records.count() == 0
        assert archive.history.next_undo() is not None  # the tags of the archive, nothing since
        assert not archive.history.next_undo().name.startswith("Load")

    def test_a_row_of_a_million_cells_is_one_broken_line(self, load: Load) -> None:
        report = load(b"name,note\n" + b"," * 1_000_000 + b"x\nIra,\n")
        assert told(report) == [(2, "it has 1000001 cells, but there are 2 columns")]

    def test_a_huge_cell_is_one_broken_line(self, archive: Archive, load: Load) -> None:
        report = load(b"name,note\nOleg," + b"x" * 5_000_000 + b"\nIra,\n")
        assert [line for line, _ in told(report)] == [2]
        assert [draft.name for draft in drafts(archive)] == ["Ira"]

    @pytest.mark.timeout(60)
    def test_quotes_that_are_never_closed_are_given_up(self, load: Load) -> None:
        def refused(lines: int) -> None:
            with pytest.raises(RegistryRefused, match="more than 1000 lines"):
                load(b"name,note\n" + b'a,"b\n' + b'c,"d" e\n' * lines)

        assert calls_of(lambda: refused(100_000)) < 2 * calls_of(lambda: refused(10_000))

    def test_a_file_that_is_not_there(self, archive: Archive, tmp_path: Path) -> None:
        with pytest.raises(FileUnreadable):
            run_to_end(load_registry(archive, tmp_path / "nowhere.csv"))

    def test_a_folder(self, archive: Archive, tmp_path: Path) -> None:
        with pytest.raises(ArchivistError):
            run_to_end(load_registry(archive, tmp_path))
