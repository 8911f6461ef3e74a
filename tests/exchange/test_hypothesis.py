# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import EmptyFile, FileDamaged, UnsupportedFile
from archivist.exchange.hypothesis import FORMAT
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument, Unit

PAGE = "https://example.org/strike"
QUOTE = {"type": "TextQuoteSelector", "exact": "18 людей", "prefix": "Загинуло ", "suffix": ", ще"}
POSITION = {"type": "TextPositionSelector", "start": 109, "end": 117}
RANGE = {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 9, "endContainer": "/p[1]", "endOffset": 17}

Read = Callable[..., list[Item]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(value: object, name: str = "a.json") -> list[Item]:
        data = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()
        (tmp_path / name).write_bytes(data)
        assert FORMAT.read is not None
        return list(FORMAT.read(tmp_path / name))

    return read


def row(id_: str = "Ab3_x-1", selectors: object = (RANGE, POSITION, QUOTE), **fields: object) -> dict[str, Any]:
    return {
        "id": id_,
        "created": "2022-01-06T10:00:00.500000+00:00",
        "updated": "2022-01-07T12:00:00+02:00",
        "user": "acct:olena@hypothes.is",
        "uri": PAGE,
        "text": "",
        "tags": [],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"]},
        "target": [{"source": PAGE, "selector": selectors}],
        "document": {"title": ["Страйк"]},
        "links": {"html": f"https://hypothes.is/a/{id_}"},
        **fields,
    }


def reply(id_: str, *references: str, **fields: object) -> dict[str, Any]:
    return row(id_, target=[{"source": PAGE}], references=list(references), **fields)


def marks(items: list[Item]) -> list[ReadAnnotation]:
    return [mark for item in items if isinstance(item, ReadDocument) for mark in item.annotations]


def told(items: list[Item]) -> str:
    return " ".join(f"{item.where}: {item.what}" for item in items if isinstance(item, Problem))


def test_an_annotation_with_all_that_it_says(read: Read) -> None:
    (document,) = read({"total": 1, "rows": [row(text="Скільки ж?", tags=["загиблі"], group="Xy12")]})
    assert isinstance(document, ReadDocument)
    assert (document.name, document.title, document.url, document.text) == ("Страйк", "Страйк", PAGE, None)
    assert document.unit is Unit.UTF16
    assert document.annotations == (
        ReadAnnotation(
            key="Ab3_x-1",
            start=109,
            end=117,
            label="загиблі",
            where="a.json, annotation 1 “Ab3_x-1”",
            quote="18 людей",
            prefix="Загинуло ",
            suffix=", ще",
            note="Скільки ж?",
            attributes={"group": "Xy12", "link": "https://hypothes.is/a/Ab3_x-1"},
            annotator="olena@hypothes.is",
            created_at="2022-01-06T10:00:00.500Z",
            modified_at="2022-01-07T10:00:00.000Z",
        ),
    )


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda rows: {"total": 2, "rows": rows},
        lambda rows: {"export_date": "2022-01-08", "export_userid": "acct:a@b", "annotations": rows},
        lambda rows: rows,
        lambda rows: [{"rows": rows[:1]}, {"rows": rows[1:]}],
        lambda rows: b"\n".join(json.dumps(one).encode() for one in rows),
    ],
    ids=["answer", "export", "list", "answers", "lines"],
)
def test_shapes_of_files(read: Read, wrapped: Callable[[list[dict[str, Any]]], object]) -> None:
    assert [mark.key for mark in marks(read(wrapped([row("a"), row("b")])))] == ["a", "b"]


@pytest.mark.parametrize(
    ("tags", "text", "labels"),
    [
        (["страйк", " влада "], "так", ["страйк", "влада"]),
        (["страйк", "страйк"], "", ["страйк"]),
        ([], "так", ["annotation"]),
        ([], "", ["highlight"]),
        ([" "], " ", ["highlight"]),
    ],
)
def test_tags_are_labels(read: Read, tags: list[str], text: str, labels: list[str]) -> None:
    found = marks(read([row("a", tags=tags, text=text)]))
    assert [mark.label for mark in found] == labels
    assert {mark.note for mark in found} == {text.strip()}
    assert len({mark.key for mark in found}) == len(found)


def test_replies_follow_the_remark_with_their_authors(read: Read) -> None:
    rows = [
        reply("r2", "a", "r1", text="Ні", user="acct:ihor@x.org", created="2022-01-09", tags=["спір"]),
        row("a", text="18?"),
        reply("r1", "a", text="Так", user="acct:petro@x.org", created="2022-01-08"),
    ]
    (mark,) = marks(read({"rows": rows[1:2], "replies": [rows[0], rows[2]]}))
    assert mark.note == "18?\n\npetro@x.org: Так\n\nihor@x.org: Ні [спір]"


def test_replies_to_what_is_not_there_are_told(read: Read) -> None:
    items = read([row("a"), reply("r", "gone", text="Так")])
    assert "“r”: It replies to what is not in the file: “olena@hypothes.is: Так”." in told(items)


def test_pages_are_documents(read: Read) -> None:
    pdf = "urn:x-pdf:0123"
    items = read([row("a"), row("b", uri=pdf, document={}), row("c")])
    documents = [item for item in items if isinstance(item, ReadDocument)]
    assert [(item.name, item.url, [mark.key for mark in item.annotations]) for item in documents] == [
        ("Страйк", PAGE, ["a", "c"]),
        (pdf, "", ["b"]),
    ]


def test_pages_of_a_pdf_and_chapters_of_a_book_are_attributes(read: Read) -> None:
    selectors = [
        QUOTE,
        {"type": "PageSelector", "index": 2, "label": "iii"},
        {"type": "EPUBContentSelector", "title": "I"},
    ]
    (mark,) = marks(read([row(selectors=selectors, links={})]))
    assert (mark.start, mark.attributes) == (-1, {"page": "iii", "chapter": "I"})


def test_a_position_alone_is_read(read: Read) -> None:
    (mark,) = marks(read([row(selectors=[POSITION])]))
    assert (mark.start, mark.end, mark.quote) == (109, 117, None)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"selectors": [], "text": "Усе"}, "It marks no words, but the whole page: “Усе”."),
        ({"selectors": [RANGE]}, "It marks no words, but the whole page."),
        ({"target": []}, "It marks no words, but the whole page."),
        ({"target": None, "uri": None}, "It is no annotation of Hypothesis"),
        ({"selectors": [{**POSITION, "start": 120}]}, "Its position from 120 to 117 is none; and it quotes no words."),
        ({"selectors": [{**POSITION, "end": None}]}, "Its position from 109 to None is none; and it quotes no words."),
    ],
)
def test_what_marks_no_words_is_told(read: Read, fields: dict[str, object], sentence: str) -> None:
    items = read([row(**fields)])  # type: ignore[arg-type]
    assert marks(items) == []
    assert sentence in told(items)
    assert "a.json, annotation 1" in told(items)


def test_a_wrong_position_beside_a_quote_is_told(read: Read) -> None:
    items = read([row(selectors=[{**POSITION, "start": -5}, QUOTE])])
    assert [(mark.start, mark.quote) for mark in marks(items)] == [(-1, "18 людей")]
    assert "the words were taken instead" in told(items)


def test_ids_that_are_there_twice_stay_apart(read: Read) -> None:
    assert [mark.key for mark in marks(read([row("a"), row("a")]))] == ["a", "a 2"]


def test_fields_of_other_types_do_no_harm(read: Read) -> None:
    odd = row(text=5, tags="страйк", user=None, created=7, document=[], links=[], group={}, references="x")
    assert "It replies to what is not in the file" in told(read([odd]))
    (mark,) = marks(read([{**odd, "references": None}]))
    assert (mark.label, mark.annotator, mark.created_at, mark.attributes) == ("страйк", "", "", {})


def test_what_is_whole_of_lines_is_read(read: Read) -> None:
    items = read(json.dumps(row("a")).encode() + b"\n" + json.dumps(row("b")).encode()[:-5])
    assert [mark.key for mark in marks(items)] == ["a"]
    assert "a.json, line 2: It is no JSON" in told(items)


@pytest.mark.parametrize("raw", [b"", b"[]", b"{", b'{"rows": []}', b"\xff", b"[" * 100_000, b"<html>"])
def test_files_that_hold_nothing_are_refused(read: Read, raw: bytes) -> None:
    with pytest.raises((EmptyFile, FileDamaged, UnsupportedFile), match=r"a\.json"):
        read(raw)


def test_such_files_are_recognised_and_others_are_not(tmp_path: Path) -> None:
    assert FORMAT.recognises is not None
    (tmp_path / "a.json").write_text(json.dumps({"rows": [row()]}))
    (tmp_path / "b.json").write_text(json.dumps([{"title": "user", "body": "acct:olena@hypothes.is"}]))
    (tmp_path / "c.txt").write_text(json.dumps([row()]))
    assert [FORMAT.recognises(tmp_path / name) for name in ("a.json", "b.json", "c.txt", "none.json", "")] == [
        True, False, False, False, False,
    ]  # fmt: skip
