# SPDX-License-Identifier: GPL-3.0-or-later
"""Databases of Taguette, of an early version and of a recent one, by the tables that it makes."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import ArchivistError, FileDamaged, FileUnreadable, UnsupportedFile
from archivist.exchange.incoming.mapping import TagMapping
from archivist.exchange.incoming.taking_in import take_in
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument, ReadTag
from archivist.exchange.taguette import FORMAT
from archivist.model import Status
from archivist.store import Archive
from tests.long_work import run_to_end

HTML = "<h1>Страйк 🌊</h1>\n<p>На <b>заводі</b> тихо.</p><p>Міністр мовчить.</p>"
COUNTED = "Страйк 🌊\nНа заводі тихо.Міністр мовчить."
TEXT = "Страйк 🌊\nНа заводі тихо.\nМіністр мовчить."

EARLY = {
    "users": "login VARCHAR(20) PRIMARY KEY, created DATETIME NOT NULL, hashed_password VARCHAR(170)",
    "projects": "id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(50), description TEXT, created DATETIME",
    "documents": "id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(50), description TEXT, filename VARCHAR(200), "
    "created DATETIME, project_id INTEGER, contents TEXT",
    "commands": "id INTEGER PRIMARY KEY AUTOINCREMENT, date DATETIME, user_login VARCHAR(20), project_id INTEGER, "
    "document_id INTEGER, payload TEXT",
    "highlights": "id INTEGER PRIMARY KEY AUTOINCREMENT, document_id INTEGER, start_offset INTEGER NOT NULL, "
    "end_offset INTEGER NOT NULL, snippet TEXT NOT NULL",
    "tags": "id INTEGER PRIMARY KEY AUTOINCREMENT, project_id INTEGER, path VARCHAR(200), description TEXT",
    "highlight_tags": "highlight_id INTEGER, tag_id INTEGER, PRIMARY KEY (highlight_id, tag_id)",
}
RECENT = EARLY | {
    "alembic_version": "version_num VARCHAR(32) NOT NULL",
    "documents": f"{EARLY['documents']}, text_direction VARCHAR(13)",
    "tags": f"{EARLY['tags']}, parent_id INTEGER",
}
Rows = dict[str, list[dict[str, Any]]]


def highlight(words: str, snippet: str | None = None, *, id_: int = 1, document: int = 1) -> dict[str, Any]:
    start = len(COUNTED[: COUNTED.index(words)].encode())
    place = {"start_offset": start, "end_offset": start + len(words.encode())}
    return {"id": id_, "document_id": document, "snippet": words if snippet is None else snippet, **place}


def rows(highlights: list[dict[str, Any]], **more: list[dict[str, Any]]) -> Rows:
    return {
        "projects": [{"id": 1, "name": "Паводки"}],
        "documents": [{"id": 1, "name": "Стаття", "description": "", "project_id": 1, "contents": HTML}],
        "tags": [{"id": 1, "project_id": 1, "path": "подія.страйк", "description": "припинення роботи"}],
        "highlights": highlights,
        "highlight_tags": [{"highlight_id": line["id"], "tag_id": 1} for line in highlights],
    } | more


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "taguette.sqlite3"


def make(file: Path, content: Rows, schema: dict[str, str] = RECENT) -> Path:
    with closing(sqlite3.connect(file)) as connection, connection:
        for table, columns in schema.items():
            connection.execute(f"CREATE TABLE {table} ({columns})")
        for table, lines in content.items():
            for line in lines:
                places = ", ".join("?" * len(line))
                connection.execute(f"INSERT INTO {table} ({', '.join(line)}) VALUES ({places})", list(line.values()))
    return file


def read(path: Path) -> list[Item]:
    assert FORMAT.read is not None
    return list(FORMAT.read(path))


def the_document(items: list[Item]) -> ReadDocument:
    [document] = [item for item in items if isinstance(item, ReadDocument)]
    return document


def problems(items: list[Item]) -> list[str]:
    inside = [item for document in items if isinstance(document, ReadDocument) for item in document.problems]
    return [f"{item.where}: {item.what}" for item in (*items, *inside) if isinstance(item, Problem)]


@pytest.mark.parametrize("schema", [EARLY, RECENT])
def test_tags_documents_and_highlights_of_an_early_and_a_recent_version(file: Path, schema: dict[str, str]) -> None:
    make(file, rows([highlight("заводі")]), schema)
    assert read(file) == [
        ReadTag("подія.страйк", description="припинення роботи"),
        ReadDocument(
            "Стаття",
            TEXT,
            (ReadAnnotation("h1", 12, 18, "подія.страйк", "document “Стаття”, highlight 1", quote="заводі"),),
            title="Стаття",
            collections=("Паводки",),
        ),
    ]


@pytest.mark.parametrize(
    ("words", "snippet", "quote"),
    [
        ("🌊", "<h1>🌊</h1>", "🌊"),
        ("На заводі тихо", "<p>На <b>заводі</b> тихо</p>", "На заводі тихо"),
        ("тихо.Міністр", "<p>тихо.</p><p>Міністр</p>", "тихо.\nМіністр"),
        ("Страйк 🌊\nНа", "<h1>Страйк 🌊</h1>\n<p>На</p>", "Страйк 🌊\nНа"),
        ("мовчить", "", "мовчить"),
    ],
)
def test_bytes_that_were_counted_are_found_among_the_lines(file: Path, words: str, snippet: str, quote: str) -> None:
    document = the_document(read(make(file, rows([highlight(words, snippet)]))))
    assert document.text is not None
    [mark] = document.annotations
    assert document.text[mark.start : mark.end] == mark.quote == quote


def test_every_highlight_comes_to_its_words(file: Path, archive: Archive) -> None:
    words = ["🌊", "На заводі тихо", "Міністр мовчить."]
    make(file, rows([highlight(each, id_=number) for number, each in enumerate(words, 1)]))
    run_to_end(take_in(archive, FORMAT, file, TagMapping()))
    [article] = archive.articles.ids(archive.articles.rows())
    assert archive.articles.revision(article).body == TEXT
    marks = archive.annotations.of_article(article)
    assert [(mark.quote, mark.status) for mark in marks] == [(each, Status.ANCHORED) for each in words]
    assert archive.collections.of_article(article) == ["Паводки"]


def test_a_snippet_that_says_something_else_is_handed_on(file: Path) -> None:
    [mark] = the_document(read(make(file, rows([highlight("заводі", "<p>Міністр</p>")])))).annotations
    assert (mark.start, mark.end, mark.quote) == (12, 18, "Міністр")


def test_a_highlight_has_an_annotation_for_each_tag_and_one_without_any(file: Path) -> None:
    content = rows(
        [highlight("заводі"), highlight("тихо", id_=2)],
        tags=[{"id": 1, "path": "подія"}, {"id": 2, "path": "місце"}, {"id": 3, "path": "подія"}],
        highlight_tags=[{"highlight_id": 1, "tag_id": 1}, {"highlight_id": 1, "tag_id": 2}],
    )
    items = read(make(file, content))
    assert [(mark.key, mark.label) for mark in the_document(items).annotations] == [
        ("h1", "подія"),
        ("h1.2", "місце"),
        ("h2", ""),
    ]
    assert [item.label for item in items if isinstance(item, ReadTag)] == ["подія", "місце"]


def test_the_history_says_who_made_a_highlight_and_when(file: Path) -> None:
    steps = [
        ("olena", "2024-05-06 10:00:00.5", {"type": "highlight_add", "highlight_id": 1, "tags": [1]}),
        ("ivan", "2024-05-07 10:00:00", {"type": "highlight_add", "highlight_id": 1, "tags": [1]}),
        ("ivan", "2024-05-07 11:00:00", {"type": "highlight_delete", "highlight_id": 1}),
    ]
    commands = [{"user_login": who, "date": at, "payload": json.dumps(what)} for who, at, what in steps]
    commands.append({"user_login": "x", "date": "y", "payload": '{"type": "highlight_add", '})
    [mark] = the_document(read(make(file, rows([highlight("заводі")], commands=commands)))).annotations
    assert (mark.annotator, mark.created_at, mark.modified_at) == (
        "olena",
        "2024-05-06T10:00:00.500Z",
        "2024-05-07T10:00:00.000Z",
    )


def test_wrong_rows_are_told_and_the_rest_is_read(file: Path) -> None:
    bad = [
        {"id": 1, "document_id": 1, "start_offset": 1, "end_offset": 5, "snippet": "всередині літери"},
        {"id": 2, "document_id": 1, "start_offset": 900, "end_offset": 5, "snippet": ""},
        {"id": 3, "document_id": 7, "start_offset": 0, "end_offset": 5, "snippet": "деінде"},
        highlight("заводі", id_=4),
    ]
    content = rows(bad, highlight_tags=[{"highlight_id": 1, "tag_id": 1}, {"highlight_id": 4, "tag_id": 9}])
    content["documents"][0]["description"] = "опис"
    items = read(make(file, content))
    assert [(mark.start, mark.end, mark.label, mark.quote) for mark in the_document(items).annotations] == [
        (-1, -1, "подія.страйк", "всередині літери"),
        (12, 18, "", "заводі"),
    ]
    assert problems(items) == [
        "taguette.sqlite3: Left out: 1 descriptions of documents.",
        "taguette.sqlite3: Left out: 1 highlights in documents that are not there.",
        "document “Стаття”, highlight 2: It has neither a place in the text nor words.",
        "document “Стаття”, highlight 4: Its tag is not there.",
    ]


def refusal(path: Path) -> ArchivistError:
    with pytest.raises(ArchivistError) as raised:
        read(path)
    return raised.value


def test_a_truncated_database(file: Path) -> None:
    content = rows([highlight("заводі")])
    content["documents"][0]["contents"] = HTML * 500
    raw = make(file, content).read_bytes()
    file.write_bytes(raw[: len(raw) // 2])
    assert isinstance(refusal(file), FileDamaged)


def test_another_database_and_none(file: Path, tmp_path: Path) -> None:
    assert FORMAT.recognises is not None
    assert isinstance(refusal(file), FileUnreadable)
    assert not FORMAT.recognises(file)
    make(file, {}, {"documents": "id INTEGER"})
    assert isinstance(refusal(file), UnsupportedFile)
    assert not FORMAT.recognises(file)
    assert not FORMAT.recognises(tmp_path)
    other = make(tmp_path / "other.db", {})
    assert FORMAT.recognises(other)
