# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects of QualCoder, of its first version and of a recent one, by the tables that it makes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import ArchivistError, FileDamaged, FileUnreadable, UnsupportedFile
from archivist.exchange.incoming.mapping import TagMapping
from archivist.exchange.incoming.taking_in import take_in
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument, ReadTag
from archivist.exchange.qualcoder import FORMAT
from archivist.model import Status
from archivist.store import Archive
from tests.long_work import run_to_end

TEXT = "Страйк 🌊🌊 на заводі.\nМіністр мовчить."
MOMENT = "2024-05-06 10:00:00"

# What both versions have; the columns that came later stand below.
FIRST = {
    "project": "databaseversion text, date text, memo text, about text",
    "source": "id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text",
    "annotation": "anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text, date text",
    "attribute": "attrid integer primary key, name text, attr_type text, value text, id integer, date text, owner text",
    "case_text": "id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text",
    "cases": "caseid integer primary key, name text, memo text, owner text, date text",
    "code_cat": "catid integer primary key, name text, owner text, date text, memo text, supercatid integer",
    "code_text": "cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text, date text, memo text",
    "code_name": "cid integer primary key, name text, memo text, catid integer, owner text, date text, color text",
    "journal": "jid integer primary key, name text, jentry text, date text, owner text",
}
RECENT = FIRST | {
    "source": f"{FIRST['source']}, av_text_id integer, risid integer",
    "code_text": f"ctid integer primary key, {FIRST['code_text']}, avid integer, important integer",
    "code_image": "imid integer primary key, id integer, x1 integer, cid integer, memo text",
    "code_av": "avid integer primary key, id integer, pos0 integer, pos1 integer, cid integer",
    "coder_names": "name text unique not null, visibility integer not null default 1",
}
Rows = dict[str, list[dict[str, Any]]]


def coding(start: object, end: object, words: str | None, code: int = 1, **more: object) -> dict[str, Any]:
    return {
        "cid": code,
        "fid": 1,
        "pos0": start,
        "pos1": end,
        "seltext": words,
        "owner": "Олена",
        "date": MOMENT,
    } | more


def rows(codings: Iterable[dict[str, Any]] = (), **more: list[dict[str, Any]]) -> Rows:
    return {
        "project": [{"databaseversion": "v1"}],
        "source": [{"id": 1, "name": "Стаття.txt", "fulltext": TEXT, "owner": "Олена"}],
        "code_cat": [{"catid": 1, "name": "Події", "memo": "усе, що сталося"}],
        "code_name": [{"cid": 1, "name": "Страйк", "memo": "", "catid": 1, "color": "#FF0000"}],
        "code_text": list(codings),
    } | more


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "мій.qda"
    folder.mkdir()
    return folder


def make(project: Path, content: Rows, schema: dict[str, str] = RECENT) -> Path:
    with closing(sqlite3.connect(project / "data.qda")) as connection, connection:
        for table, columns in schema.items():
            connection.execute(f"CREATE TABLE {table} ({columns})")
        for table, lines in content.items():
            for line in lines:
                places = ", ".join("?" * len(line))
                connection.execute(f"INSERT INTO {table} ({', '.join(line)}) VALUES ({places})", list(line.values()))
    return project


def read(path: Path) -> list[Item]:
    assert FORMAT.read is not None
    return list(FORMAT.read(path))


def the_document(items: list[Item]) -> ReadDocument:
    [document] = [item for item in items if isinstance(item, ReadDocument)]
    return document


def problems(items: list[Item]) -> list[str]:
    inside = the_document(items).problems if any(isinstance(item, ReadDocument) for item in items) else ()
    return [f"{item.where}: {item.what}" for item in (*items, *inside) if isinstance(item, Problem)]


@pytest.mark.parametrize("schema", [FIRST, RECENT])
def test_codes_texts_and_codings_of_an_old_and_a_new_version(project: Path, schema: dict[str, str]) -> None:
    make(project, rows([coding(0, 6, "Страйк", memo="гучно")]), schema)
    assert read(project) == [
        ReadTag("Події", description="усе, що сталося"),
        ReadTag("Страйк", colour="#FF0000", parent="Події"),
        ReadDocument(
            "Стаття.txt",
            TEXT,
            (
                ReadAnnotation(
                    "c1",
                    0,
                    6,
                    "Страйк",
                    "source “Стаття.txt”, coding 1",
                    quote="Страйк",
                    note="гучно",
                    annotator="Олена",
                    created_at="2024-05-06T10:00:00.000Z",
                ),
            ),
            title="Стаття",
        ),
    ]
    assert read(project / "data.qda") == read(project)


def test_the_words_are_handed_on_where_one_text_counts_emoji_in_two_ways(project: Path) -> None:
    """By hand “на” is at 10 in code points, by machine “заводі” at 15 in UTF-16."""
    codings = [coding(10, 12, "на"), coding(15, 21, "заводі", owner="машина")]
    document = the_document(read(make(project, rows(codings))))
    assert [(mark.start, mark.end, mark.quote) for mark in document.annotations] == [(10, 12, "на"), (15, 21, "заводі")]
    assert TEXT[10:12] == "на"
    assert TEXT.encode("utf-16-le")[30:42].decode("utf-16-le") == "заводі"


def test_both_ways_of_counting_lead_to_their_words(project: Path, archive: Archive) -> None:
    codings = [coding(10, 12, "на"), coding(15, 21, "заводі", owner="машина"), coding(21, 28, "Міністр", memo="так")]
    run_to_end(take_in(archive, FORMAT, make(project, rows(codings)), TagMapping()))
    [article] = archive.articles.ids(archive.articles.rows())
    assert [(mark.quote, mark.start, mark.status, mark.note) for mark in archive.annotations.of_article(article)] == [
        ("на", 10, Status.ANCHORED, ""),
        ("заводі", 13, Status.ANCHORED, ""),
        ("Міністр", 21, Status.ANCHORED, "так"),
    ]


def test_a_line_end_that_qt_wrote_is_one(project: Path) -> None:
    [mark] = the_document(read(make(project, rows([coding(13, 29, "заводі.\u2029Міністр")])))).annotations
    assert mark.quote == "заводі.\nМіністр"


def test_annotations_are_marks_without_a_label(project: Path) -> None:
    memo = {"fid": 1, "pos0": 0, "pos1": 6, "memo": "перевірити", "owner": "Іван", "date": MOMENT}
    [mark] = the_document(read(make(project, rows(annotation=[memo])))).annotations
    assert (mark.label, mark.start, mark.end, mark.note, mark.annotator) == ("", 0, 6, "перевірити", "Іван")


def test_variables_and_cases(project: Path) -> None:
    content = rows(
        attribute=[
            {"name": "Outlet", "attr_type": "file", "value": "Вісник", "id": 1},
            {"name": "Вік", "attr_type": "file", "value": "20", "id": 1},
            {"name": "Вік", "attr_type": "file", "value": "", "id": 1},
            {"name": "Стать", "attr_type": "case", "value": "ж", "id": 1},
        ],
        cases=[{"caseid": 1, "name": "Ожвинь"}, {"caseid": 2, "name": "Міністр"}],
        case_text=[
            {"caseid": 1, "fid": 1, "pos0": 0, "pos1": len(TEXT) - 1},
            {"caseid": 2, "fid": 1, "pos0": 20, "pos1": 27},
        ],
    )
    items = read(make(project, content))
    assert the_document(items).outlet == "Вісник"
    assert the_document(items).collections == ("Ожвинь",)
    assert problems(items) == [
        "data.qda: Left out: 1 values of variables of cases.",
        "data.qda: Left out: 1 passages that belong to cases.",
        "data.qda: Left out: 1 values of the variable “Вік”.",
    ]


def test_categories_stand_below_each_other_and_never_in_a_circle(project: Path) -> None:
    categories = [
        {"catid": 1, "name": "нижча", "supercatid": 2},
        {"catid": 2, "name": "вища"},
        {"catid": 3, "name": "коло", "supercatid": 4},
        {"catid": 4, "name": "друге коло", "supercatid": 3},
        {"catid": 5, "name": "Страйк", "supercatid": 99},
    ]
    tags = [item for item in read(make(project, rows(code_cat=categories))) if isinstance(item, ReadTag)]
    assert [(tag.label, tag.parent) for tag in tags] == [
        ("вища", ""),
        ("нижча", "вища"),
        ("друге коло", ""),
        ("коло", "друге коло"),
        ("Страйк (category)", ""),
        ("Страйк", "нижча"),
    ]


def test_what_is_no_text_and_what_has_no_place_is_told(project: Path) -> None:
    content = rows(
        source=[
            {"id": 1, "name": "Стаття.txt", "fulltext": TEXT, "memo": "від редакції"},
            {"id": 2, "name": "фото.png", "mediapath": "/images/фото.png"},
        ],
        code_image=[{"id": 2, "x1": 3, "cid": 1}],
        journal=[{"name": "щоденник", "jentry": "думки"}],
    )
    assert problems(read(make(project, content))) == [
        "source “фото.png”: It is no text.",
        "data.qda: Left out: 1 memos of texts.",
        "data.qda: Left out: 1 entries of journals.",
        "data.qda: Left out: 1 coded places in pictures.",
    ]


# Bad input


def test_wrong_rows_are_told_and_the_rest_is_read(project: Path) -> None:
    codings = [
        coding(5, 100_000, "поза текстом"),
        coding(6, 0, "навпаки"),
        coding("x", None, "Страйк"),
        coding(None, None, None),
        coding(0, 6, "Страйк", code=7),
        coding(0, 6, "деінде", fid=9),
    ]
    items = read(make(project, rows(codings)))
    assert [(mark.start, mark.end, mark.label, mark.quote) for mark in the_document(items).annotations] == [
        (5, 100_000, "Страйк", "поза текстом"),
        (6, 0, "Страйк", "навпаки"),
        (-1, -1, "Страйк", "Страйк"),
        (0, 6, "", "Страйк"),
    ]
    assert problems(items) == [
        "data.qda: Left out: 1 codings of texts that are not there.",
        "source “Стаття.txt”, coding 4: It has neither positions nor words.",
        "source “Стаття.txt”, coding 5: Its code is not in the codebook.",
    ]


def test_a_text_that_is_no_utf_8(project: Path) -> None:
    make(project, rows())
    with closing(sqlite3.connect(project / "data.qda")) as connection, connection:
        connection.execute("UPDATE source SET fulltext = CAST(x'd0bfff' AS TEXT)")
    items = read(project)
    assert the_document(items).text == "п\ufffd"
    assert problems(items) == ["data.qda: Read in part: 1 texts that are not UTF-8, each read with U+FFFD."]


def refusal(path: Path) -> ArchivistError:
    with pytest.raises(ArchivistError) as raised:
        read(path)
    return raised.value


def test_a_truncated_database(project: Path) -> None:
    long = [{"id": 1, "name": "Стаття.txt", "fulltext": TEXT * 2000}]
    raw = (make(project, rows(source=long)) / "data.qda").read_bytes()
    (project / "data.qda").write_bytes(raw[: len(raw) // 2])
    assert isinstance(refusal(project), FileDamaged)


def test_another_database_and_none(project: Path) -> None:
    assert isinstance(refusal(project), FileUnreadable)
    make(project, {}, {"notes": "id integer"})
    assert isinstance(refusal(project), UnsupportedFile)


def test_what_is_recognised(project: Path, tmp_path: Path) -> None:
    assert FORMAT.recognises is not None
    assert not FORMAT.recognises(project)
    make(project, {})
    assert FORMAT.recognises(project)
    assert FORMAT.recognises(project / "data.qda")
    other = tmp_path / "інше.qda"
    other.mkdir()
    make(other, {}, {"notes": "id integer"})
    (tmp_path / "letter.txt").write_text("text")
    for path in (other, tmp_path, tmp_path / "letter.txt", tmp_path / "nowhere.qda"):
        assert not FORMAT.recognises(path)
