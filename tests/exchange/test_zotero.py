# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import ArchivistError, EmptyFile, FileDamaged, UnsupportedFile
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument
from archivist.exchange.zotero import FORMAT

ITEM = {"key": "ITEM0001", "itemType": "newspaperArticle", "title": "Страйк", "url": "https://example.org/strike"}
FILE = {"key": "FILE0001", "itemType": "attachment", "parentItem": "ITEM0001", "filename": "a.pdf"}

Read = Callable[..., list[Item]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(value: object) -> list[Item]:
        data = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()
        (tmp_path / "a.json").write_bytes(data)
        assert FORMAT.read is not None
        return list(FORMAT.read(tmp_path / "a.json"))

    return read


def highlight(key: str = "ANNO0001", **fields: object) -> dict[str, Any]:
    return {
        "key": key,
        "itemType": "annotation",
        "parentItem": "FILE0001",
        "annotationType": "highlight",
        "annotationText": "18 людей",
        "annotationComment": "Скільки ж?",
        "annotationColor": "#ffd400",
        "annotationPageLabel": "iii",
        "annotationPosition": '{"pageIndex": 4, "rects": [[1, 2, 3, 4]]}',
        "tags": [],
        "dateAdded": "2022-01-06T10:00:00Z",
        "dateModified": "2022-01-07 10:00:00",
        **fields,
    }


def marks(items: list[Item]) -> list[ReadAnnotation]:
    return [mark for item in items if isinstance(item, ReadDocument) for mark in item.annotations]


def told(items: list[Item]) -> str:
    return " ".join(f"{item.where}: {item.what}" for item in items if isinstance(item, Problem))


def test_a_highlight_with_all_that_it_says(read: Read) -> None:
    (document,) = read([ITEM, FILE, highlight()])
    assert isinstance(document, ReadDocument)
    assert (document.name, document.title, document.url, document.text) == (
        "Страйк", "Страйк", "https://example.org/strike", None,
    )  # fmt: skip
    assert document.annotations == (
        ReadAnnotation(
            key="ANNO0001",
            start=-1,
            end=-1,
            label="highlight",
            where="a.json, annotation 1 “ANNO0001”",
            quote="18 людей",
            note="Скільки ж?",
            attributes={"page": "iii", "colour": "#ffd400"},
            created_at="2022-01-06T10:00:00Z",
            modified_at="2022-01-07T10:00:00.000Z",
        ),
    )


@pytest.mark.parametrize(
    "library",
    [
        [ITEM, FILE, highlight()],
        [highlight(), FILE, ITEM],
        {"items": [ITEM, FILE, highlight()]},
        [{"key": one["key"], "version": 3, "data": one} for one in (ITEM, FILE, highlight())],
        {"items": [{**ITEM, "attachments": [{**FILE, "annotations": [highlight(parentItem="")]}]}]},
        {"items": [{"title": "Страйк", "url": ITEM["url"], "itemKey": "ITEM0001", "attachments": [
            {"path": "a.pdf", "annotations": [{"annotationType": "highlight", "annotationText": "18 людей",
                                               "annotationComment": "Скільки ж?"}]}
        ]}]},
    ],
)  # fmt: skip
def test_shapes_of_libraries(read: Read, library: object) -> None:
    (document,) = read(library)
    assert isinstance(document, ReadDocument)
    assert (document.title, document.url) == ("Страйк", ITEM["url"])
    assert [(mark.quote, mark.note) for mark in document.annotations] == [("18 людей", "Скільки ж?")]


def test_tags_are_labels(read: Read) -> None:
    found = marks(read([highlight(tags=[{"tag": "загиблі"}, {"tag": "влада", "type": 1}, {"tag": " "}, 5])]))
    assert [(mark.key, mark.label) for mark in found] == [("ANNO0001", "загиблі"), ("ANNO0001 2", "влада")]


def test_underlined_words_say_so(read: Read) -> None:
    assert [mark.label for mark in marks(read([highlight(annotationType="underline")]))] == ["underline"]


def test_who_made_it(read: Read) -> None:
    by_name = highlight("A", annotationAuthorName="Олена")
    by_member = {"data": highlight("B"), "meta": {"createdByUser": {"username": "petro", "name": ""}}}
    assert [mark.annotator for mark in marks(read([by_name, by_member]))] == ["Олена", "petro"]


@pytest.mark.parametrize(
    ("fields", "page"),
    [
        ({"annotationPageLabel": ""}, "5"),
        ({"annotationPageLabel": "", "annotationPosition": "{"}, None),
        ({"annotationPageLabel": "", "annotationPosition": '{"type": "FragmentSelector", "value": "x"}'}, None),
    ],
)
def test_pages_without_a_label_are_counted(read: Read, fields: dict[str, object], page: str | None) -> None:
    (mark,) = marks(read([highlight(**fields)]))
    assert mark.attributes.get("page") == page


@pytest.mark.parametrize("type_", ["note", "image", "ink", "text", ""])
def test_what_marks_no_words_is_told(read: Read, type_: str) -> None:
    items = read([ITEM, FILE, highlight(annotationType=type_, annotationText="")])
    assert marks(items) == []
    assert f"“ANNO0001”: It is a {type_ or 'annotation without a type'} and marks no words: “Скільки ж?”." in told(
        items
    )


def test_a_highlight_without_words_is_told(read: Read) -> None:
    assert "It is a highlight and marks no words" in told(read([highlight(annotationText=" ")]))


def test_a_file_whose_item_is_not_there_is_named_by_itself(read: Read) -> None:
    items = read([FILE, highlight("A"), highlight("B", parentItem="GONE0001")])
    assert [(item.name, item.title) for item in items if isinstance(item, ReadDocument)] == [
        ("a.pdf", ""), ("GONE0001", ""),
    ]  # fmt: skip


def test_items_that_are_children_of_each_other_end(read: Read) -> None:
    circle = [
        {"key": "A", "itemType": "attachment", "parentItem": "B"},
        {"key": "B", "itemType": "x", "parentItem": "A"},
    ]
    assert len(marks(read([*circle, highlight(parentItem="A")]))) == 1


@pytest.mark.parametrize("raw", [b"", b"[]", b"{", b'{"items": []}', b"\xff", b"[" * 100_000, b"<rdf/>"])
def test_files_that_hold_nothing_are_refused(read: Read, raw: bytes) -> None:
    with pytest.raises((EmptyFile, FileDamaged, UnsupportedFile), match=r"a\.json"):
        read(raw)


def annotations_in(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.get("itemType") == "annotation" or "annotationType" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from annotations_in(inner)


def test_the_libraries_at_hand_are_counted_anew(cases: Path) -> None:
    """None of them has an annotation, so all are refused for that; one that has, has all of them told."""
    files = sorted((cases / "zotero").rglob("*.json"))
    assert len(files) > 20
    for file in files:
        expected = len(list(annotations_in(json.loads(file.read_text(encoding="utf-8")))))
        items = _read_or_none(file)
        found = {mark.where for mark in marks(items)} | {item.where for item in items if isinstance(item, Problem)}
        assert len(found) == expected, file.name


def _read_or_none(path: Path) -> list[Item]:
    assert FORMAT.read is not None
    try:
        return list(FORMAT.read(path))
    except ArchivistError:
        return []
