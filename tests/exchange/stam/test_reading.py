# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import EmptyFile, FileDamaged, FileUnsafe
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument, ReadRelation
from archivist.exchange.stam import FORMAT

TEXT = "Новий уряд 👩 склав присягу"

Read = Callable[..., list[Item]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(value: object, name: str = "a.json") -> list[Item]:
        data = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()
        (tmp_path / name).write_bytes(data)
        assert FORMAT.read is not None
        return list(FORMAT.read(tmp_path / name))

    return read


def cursor(value: int, kind: str = "BeginAlignedCursor") -> dict[str, Any]:
    return {"@type": kind, "value": value}


def selector(start: int, end: int, resource: str = "t") -> dict[str, Any]:
    offset = {"@type": "Offset", "begin": cursor(start), "end": cursor(end)}
    return {"@type": "TextSelector", "resource": resource, "offset": offset}


def annotation(target: object, data: object = (), **fields: object) -> dict[str, Any]:
    return {"@type": "Annotation", "@id": "a", "target": target, "data": data or [datum("type", "влада")], **fields}


def datum(key: str, value: str, set_: str = "s") -> dict[str, Any]:
    return {"@type": "AnnotationData", "set": set_, "key": key, "value": {"@type": "String", "value": value}}


def store(*annotations: object, **fields: object) -> dict[str, Any]:
    return {
        "@type": "AnnotationStore",
        "resources": [{"@type": "TextResource", "@id": "t", "text": TEXT}],
        "annotationsets": [],
        "annotations": annotations,
        **fields,
    }


def marks(items: list[Item]) -> list[ReadAnnotation]:
    return [mark for item in items if isinstance(item, ReadDocument) for mark in item.annotations]


def told(items: list[Item]) -> str:
    inside = [problem for item in items if isinstance(item, ReadDocument) for problem in item.problems]
    return " ".join(f"{item.where}: {item.what}" for item in [*items, *inside] if isinstance(item, Problem))


def test_a_store_of_others(read: Read) -> None:
    items = read(store(annotation(selector(6, 10), [datum("type", "влада"), datum("sure", "так"), datum("note", "?")])))
    (document,) = items
    assert isinstance(document, ReadDocument)
    assert (document.name, document.text) == ("t", TEXT)
    (mark,) = document.annotations
    assert (mark.start, mark.end, mark.label, mark.note, mark.key) == (6, 10, "влада", "?", "a")
    assert mark.attributes == {"sure": "так"}


def test_a_key_that_is_no_class_is_the_label_itself(read: Read) -> None:
    (mark,) = marks(read(store(annotation(selector(0, 5), [datum("pos", "ADJ")]))))
    assert (mark.label, mark.attributes) == ("pos", {"pos": "ADJ"})


@pytest.mark.parametrize("reference", ["d1", {"@id": "d1"}, {"@id": "d1", "set": "s"}])
def test_data_can_be_referred_to(read: Read, reference: object) -> None:
    data = [
        {"@type": "AnnotationData", "@id": "d1", "key": {"@id": "type"}, "value": {"@type": "String", "value": "x"}}
    ]
    sets = [{"@type": "AnnotationDataSet", "@id": "s", "keys": [], "data": data}]
    (mark,) = marks(read(store(annotation(selector(0, 5), [reference]), annotationsets=sets)))
    assert mark.label == "x"


@pytest.mark.parametrize(
    ("offset", "place"),
    [
        ((cursor(-6, "EndAlignedCursor"), cursor(0, "EndAlignedCursor")), (20, 26)),
        ((cursor(0), cursor(0, "EndAlignedCursor")), (0, 26)),
        ((cursor(6, "BeginAligned"), cursor(10, "BeginAligned")), (6, 10)),
    ],
)
def test_positions_from_either_end(read: Read, offset: tuple[object, object], place: tuple[int, int]) -> None:
    target = {**selector(0, 0), "offset": {"begin": offset[0], "end": offset[1]}}
    assert len(TEXT) == 26
    assert [(mark.start, mark.end) for mark in marks(read(store(annotation(target))))] == [place]


def test_a_part_of_what_another_annotation_selects(read: Read) -> None:
    inner = {"@type": "AnnotationSelector", "annotation": "a", "offset": {"begin": cursor(1), "end": cursor(3)}}
    found = marks(read(store(annotation(selector(6, 10)), annotation(inner, **{"@id": "b"}))))
    assert [(mark.start, mark.end) for mark in found] == [(6, 10), (7, 9)]


def test_several_parts_become_an_annotation_each(read: Read) -> None:
    target = {"@type": "CompositeSelector", "selectors": [selector(0, 5), selector(6, 10)]}
    found = marks(read(store(annotation(target))))
    assert [(mark.key, mark.start, mark.end) for mark in found] == [("a", 0, 5), ("a 2", 6, 10)]


def test_two_annotations_can_be_linked(read: Read) -> None:
    link = {
        "@type": "DirectionalSelector",
        "selectors": [{"@type": "AnnotationSelector", "annotation": n} for n in "ab"],
    }
    items = read(
        store(
            annotation(selector(0, 5)),
            annotation(selector(6, 10), **{"@id": "b"}),
            annotation(link, [datum("type", "part-of")], **{"@id": "c"}),
        )
    )
    (document,) = (item for item in items if isinstance(item, ReadDocument))
    assert [(r.type, r.source, r.target) for r in document.relations] == [("part-of", "a", "b")]


def test_annotations_of_two_texts_can_be_linked(read: Read) -> None:
    link = {
        "@type": "DirectionalSelector",
        "selectors": [{"@type": "AnnotationSelector", "annotation": n} for n in "ab"],
    }
    other = {"@type": "TextResource", "@id": "u", "text": "Інший"}
    document = store(
        annotation(selector(0, 5)), annotation(selector(0, 5, "u"), **{"@id": "b"}), annotation(link, **{"@id": "c"})
    )
    document["resources"].append(other)
    assert [(i.source, i.target) for i in read(document) if isinstance(i, ReadRelation)] == [("a", "b")]


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ({"@type": "ResourceSelector", "resource": "t"}, "It selects by a ResourceSelector, and no words."),
        ({"@type": "DataKeySelector"}, "It selects by a DataKeySelector, and no words."),
        ({"@type": "AnnotationSelector", "annotation": "x"}, "It selects by a AnnotationSelector, and no words."),
        ({"@type": "AnnotationSelector", "annotation": "x", "offset": {}}, "by an annotation that is not before it"),
        ({}, "It has no target."),
        (None, "It has no target."),
        (selector(10, 6), "Its position from 10 to 6 holds no words."),
        (selector(6, 6), "Its position from 6 to 6 holds no words."),
        (selector(-3, 6), "Its offset -3 is none of a BeginAlignedCursor."),
        ({**selector(0, 1), "offset": {"begin": cursor(0), "end": {"value": 1}}}, "of a cursor without a type"),
        ({**selector(0, 1), "offset": {"begin": cursor(0)}}, "Its offset is no whole number."),
        ({**selector(0, 1), "offset": None}, "Its target has no offset."),
        (selector(0, 1, ""), "Its target names no text."),
    ],
)
def test_what_selects_no_words_is_told(read: Read, target: object, sentence: str) -> None:
    items = read(store(annotation(target)))
    assert marks(items) == []
    assert sentence in told(items)
    assert "a.json, annotation 1" in told(items)


def test_data_that_are_not_there_are_told(read: Read) -> None:
    assert "The data set has no “nothing”." in told(read(store(annotation(selector(0, 5), ["nothing"]))))


def test_a_text_that_is_not_there_leaves_its_annotations(read: Read) -> None:
    items = read(store(annotation(selector(0, 5, "elsewhere"))))
    documents = [item for item in items if isinstance(item, ReadDocument)]
    assert [(document.name, document.text) for document in documents] == [("t", TEXT), ("elsewhere", None)]
    assert len(marks(items)) == 1


def test_ids_and_texts_that_are_there_twice_are_told(read: Read) -> None:
    document = store(annotation(selector(0, 5)), annotation(selector(6, 10)))
    document["resources"] *= 2
    items = read(document)
    assert len(marks(items)) == 2
    assert "Its id is there twice" in told(items)
    assert "The text “t” is there twice; the first was read." in told(items)


def test_files_beside_are_included(read: Read, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_bytes(TEXT.encode())
    (tmp_path / "set.json").write_text(json.dumps({"@id": "s", "data": [{"@id": "d", "key": "type", "value": "x"}]}))
    (tmp_path / "more.json").write_text(json.dumps([annotation(selector(0, 5, "texts/a.txt"), ["d"])]))
    items = read(
        store(
            {"@include": "./more.json"},
            resources=[{"@include": "texts/a.txt"}],
            annotationsets=[{"@include": "set.json"}],
        )
    )
    (document,) = items
    assert isinstance(document, ReadDocument)
    assert (document.name, document.text) == ("texts/a.txt", TEXT)
    assert [mark.label for mark in document.annotations] == ["x"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../secret.txt", "leads out of it"),
        ("/etc/passwd", "is an absolute path"),
        ("http://example.org/a.txt", "is elsewhere"),
        ("link.txt", "is a symbolic link"),
        ("none.txt", "No such file"),
        ("latin.txt", "utf-8"),
    ],
)
def test_what_cannot_be_included_is_told(read: Read, tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "folder" / "latin.txt").write_bytes("ñ".encode("latin-1"))
    items = read(store(annotation(selector(0, 3, name)), resources=[{"@include": name}]), "folder/a.json")
    assert "A text could not be read" in told(items)
    assert why in told(items)
    assert [item.text for item in items if isinstance(item, ReadDocument)] == [None]


def test_what_was_whole_of_a_store_that_breaks_off_is_read(read: Read) -> None:
    raw = json.dumps(store(annotation(selector(0, 5)), annotation(selector(6, 10), **{"@id": "b"}))).encode()
    items = read(raw[:-40])
    assert [mark.key for mark in marks(items)] == ["a"]
    assert [item.text for item in items if isinstance(item, ReadDocument)] == [TEXT]
    assert "It could be read only in part" in told(items)


@pytest.mark.parametrize("raw", [b"[]", b"{}", b"x", b'{"@type": "AnnotationStore"}', b'{"annotations": "\xff"}'])
def test_files_that_hold_nothing_are_refused(read: Read, raw: bytes) -> None:
    with pytest.raises(FileDamaged) as raised:
        read(raw)
    assert raised.value.detail
    with pytest.raises(EmptyFile):
        read(b"")


def test_stores_in_a_zip_file(tmp_path: Path) -> None:
    document = store(annotation(selector(0, 5, "a.txt")), resources=[{"@include": "a.txt"}])
    with zipfile.ZipFile(tmp_path / "good.zip", "w") as file:
        file.writestr("x/a.json", json.dumps(document))
        file.writestr("x/a.txt", TEXT)
        file.writestr("x/other.json", "{}")
    assert FORMAT.read is not None
    items = list(FORMAT.read(tmp_path / "good.zip"))
    assert [(item.text, len(item.annotations)) for item in items if isinstance(item, ReadDocument)] == [(TEXT, 1)]
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as file:
        file.writestr("../a.json", json.dumps(document))
    with pytest.raises(FileUnsafe):
        list(FORMAT.read(tmp_path / "bad.zip"))


def test_stores_are_recognised_and_other_json_is_not(tmp_path: Path) -> None:
    assert FORMAT.recognises is not None
    (tmp_path / "a.json").write_text(json.dumps(store()))
    (tmp_path / "b.json").write_text(json.dumps({"body": "@type: AnnotationStore"}))
    (tmp_path / "c.txt").write_text(json.dumps(store()))
    assert [FORMAT.recognises(tmp_path / name) for name in ("a.json", "b.json", "c.txt", "none.json", "")] == [
        True, False, False, False, False,
    ]  # fmt: skip
