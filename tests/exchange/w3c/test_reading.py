# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.errors import EmptyFile, FileDamaged, FileUnsafe
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument, ReadRelation
from archivist.exchange.w3c import FORMAT

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
UUID = "3f0e6f0e-5d0c-4a53-9a6c-2f6f3a9c7d11"
QUOTE = {"type": "TextQuoteSelector", "exact": "уряд", "prefix": "Новий ", "suffix": " склав"}
POSITION = {"type": "TextPositionSelector", "start": 6, "end": 10}

Read = Callable[..., list[Item]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(value: object, name: str = "a.json") -> list[Item]:
        data = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()
        (tmp_path / name).write_bytes(data)
        assert FORMAT.read is not None
        return list(FORMAT.read(tmp_path / name))

    return read


def annotation(**fields: object) -> dict[str, object]:
    target = {"source": "http://example.org/new", "selector": [QUOTE, POSITION]}
    return {"@context": CONTEXT, "id": f"urn:uuid:{UUID}", "type": "Annotation", "target": target, **fields}


def marks(items: list[Item]) -> list[ReadAnnotation]:
    return [mark for item in items if isinstance(item, ReadDocument) for mark in item.annotations]


def told(items: list[Item]) -> str:
    inside = [problem for item in items if isinstance(item, ReadDocument) for problem in item.problems]
    return " ".join(f"{item.where}: {item.what}" for item in [*items, *inside] if isinstance(item, Problem))


def test_a_single_annotation(read: Read) -> None:
    (document,) = read(annotation())
    assert isinstance(document, ReadDocument)
    assert (document.text, document.url, document.name) == (None, "http://example.org/new", "http://example.org/new")
    (mark,) = document.annotations
    assert (mark.start, mark.end, mark.quote, mark.prefix, mark.suffix) == (6, 10, "уряд", "Новий ", " склав")
    assert (mark.key, mark.id, mark.label) == (UUID, UUID, "")


@pytest.mark.parametrize(
    "value",
    [
        [annotation(), annotation(id="urn:b")],
        {"@context": CONTEXT, "type": "AnnotationPage", "items": [annotation(), annotation(id="urn:b")]},
        {"@context": [CONTEXT, "urn:x"], "type": "AnnotationCollection", "total": 2,
         "first": {"type": "AnnotationPage", "items": [annotation(), annotation(id="urn:b")]}},
        [{"@context": CONTEXT, "type": ["AnnotationPage"], "items": [annotation(), annotation(id="urn:b")]}],
    ],
    ids=["list", "page", "collection", "page in a list"],
)  # fmt: skip
def test_several_annotations_of_a_source_are_one_document(read: Read, value: object) -> None:
    (document,) = read(value)
    assert isinstance(document, ReadDocument)
    assert [mark.key for mark in document.annotations] == [UUID, "urn:b"]


def test_annotations_a_line_and_the_line_that_is_broken(read: Read) -> None:
    lines = [json.dumps(annotation(id=f"urn:{name}")).encode() for name in "abc"]
    lines[1] = lines[1][:-9]
    items = read(b"\n\n".join(lines), "a.jsonl")
    assert [mark.key for mark in marks(items)] == ["urn:a", "urn:c"]
    assert "a.jsonl: Line 3 is no JSON" in told(items)


def test_sources_that_take_turns_are_one_document_each(read: Read) -> None:
    items = read([annotation(id=f"urn:{n}", target={"source": f"urn:{n % 2}", "selector": POSITION}) for n in range(4)])
    assert [[mark.key for mark in item.annotations] for item in items if isinstance(item, ReadDocument)] == [
        ["urn:0", "urn:2"], ["urn:1", "urn:3"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "labels", "note", "attributes"),
    [
        ({"body": {"type": "TextualBody", "value": "так"}}, [""], "так", {}),
        ({"bodyValue": "так"}, [""], "так", {}),
        ({"body": {"value": "страйк", "purpose": "tagging"}}, ["страйк"], "", {}),
        ({"body": {"value": "страйк"}, "motivation": "tagging"}, ["страйк"], "", {}),
        ({"body": [{"value": "a", "purpose": "tagging"}, {"value": "b", "purpose": ["oa:tagging"]},
                   {"value": "примітка", "purpose": "commenting"}]}, ["a", "b"], "примітка", {}),
        ({"motivation": ["highlighting", "commenting"], "body": {"value": "x"}}, ["highlighting"], "x", {}),
        ({"body": "http://example.org/1"}, [""], "", {"body": "http://example.org/1"}),
        ({"body": {"purpose": "identifying", "source": "http://www.wikidata.org/entity/Q42"}}, [""], "",
         {"identifying": "http://www.wikidata.org/entity/Q42"}),
        ({"body": {"purpose": "identifying", "source": {"id": "urn:a"}}, "motivation": "linking"}, ["linking"], "",
         {"identifying": "urn:a"}),
        ({"body": {"type": "SpecificResource", "purpose": "classifying", "source": "urn:strike"}}, ["urn:strike"], "",
         {}),
        ({"body": {"purpose": "tagging", "source": {"id": "urn:strike", "label": "страйк"}}}, ["страйк"], "",
         {"tagging": "urn:strike"}),
        ({"body": {"type": "Choice", "items": [{"value": "один"}, {"value": "two"}]}}, [""], "один\n\ntwo", {}),
        ({"body": {"purpose": "describing", "format": "application/json", "value": '{"value": 3}'}}, [""], "",
         {"value": 3}),
        ({"body": {"purpose": "describing", "format": "application/json", "value": "{"}}, [""], "{", {}),
    ],
)  # fmt: skip
def test_bodies(
    read: Read, body: dict[str, object], labels: list[str], note: str, attributes: dict[str, object]
) -> None:
    found = marks(read(annotation(**body)))
    assert [(mark.label, mark.note, dict(mark.attributes)) for mark in found] == [
        (label, note, attributes) for label in labels
    ]
    assert [mark.id for mark in found] == [UUID, *[""] * (len(labels) - 1)]


@pytest.mark.parametrize(
    ("creator", "annotator"),
    [
        ("http://example.org/olena", "http://example.org/olena"),
        ({"type": "Person", "name": "Олена"}, "Олена"),
        ({"id": "urn:a", "nickname": "olena"}, "olena"),
        ([{"name": "Олена"}, {"name": "Петро"}], "Олена, Петро"),
    ],
)
def test_creators(read: Read, creator: object, annotator: str) -> None:
    (mark,) = marks(read(annotation(creator=creator)))
    assert mark.annotator == annotator


def test_a_remark_of_somebody_else_names_him(read: Read) -> None:
    bodies = [
        {"value": "так", "creator": {"name": "Олена"}, "created": "2022-01-06T09:00:00+02:00"},
        {"value": "ні", "creator": {"name": "Петро"}},
    ]
    (mark,) = marks(read(annotation(creator={"name": "Олена"}, body=bodies)))
    assert (mark.annotator, mark.note, mark.created_at) == ("Олена", "так\n\nПетро: ні", "2022-01-06T07:00:00.000Z")


@pytest.mark.parametrize(
    ("selector", "place"),
    [
        (POSITION, (6, 10, None)),
        (QUOTE, (-1, -1, "уряд")),
        ([{"type": "CssSelector", "value": "p"}, QUOTE], (-1, -1, "уряд")),
        ({"type": "FragmentSelector", "value": "char=6,10", "conformsTo": "http://tools.ietf.org/rfc/rfc5147"},
         (6, 10, None)),
        ({"type": "FragmentSelector", "value": "p3", "refinedBy": QUOTE}, (-1, -1, "уряд")),
        ({**POSITION, "refinedBy": {**POSITION, "start": 1, "end": 3}}, (7, 9, None)),
        ({**QUOTE, "refinedBy": {**POSITION, "start": 1, "end": 3}}, (-1, -1, "ря")),
        ({**POSITION, "refinedBy": QUOTE}, (-1, -1, "уряд")),
        ({"type": "RangeSelector", "startSelector": POSITION, "endSelector": {**POSITION, "start": 20, "end": 21}},
         (6, 20, None)),
        ({"type": "Choice", "items": [QUOTE, POSITION]}, (6, 10, "уряд")),
    ],
)  # fmt: skip
def test_selectors(read: Read, selector: object, place: tuple[int, int, str | None]) -> None:
    (mark,) = marks(read(annotation(target={"source": "urn:a", "selector": selector})))
    assert (mark.start, mark.end, mark.quote) == place


def test_words_within_a_quote_keep_what_is_around_them(read: Read) -> None:
    selector = {**QUOTE, "refinedBy": {**POSITION, "start": 1, "end": 3}}
    (mark,) = marks(read(annotation(target={"source": "urn:a", "selector": selector})))
    assert (mark.prefix, mark.quote, mark.suffix) == ("Новий у", "ря", "д склав")


@pytest.mark.parametrize(
    ("selector", "sentence"),
    [
        ({"type": "XPathSelector", "value": "/p"}, "It marks by a XPathSelector, and no words."),
        ({"type": "SvgSelector", "value": "<svg/>"}, "It marks by a SvgSelector, and no words."),
        ("urn:elsewhere", "Its selector is elsewhere, at “urn:elsewhere”."),
        ({"type": "FragmentSelector", "value": "p", "refinedBy": POSITION}, "counts within what a FragmentSelector"),
        ({**POSITION, "start": 10, "end": 6}, "Its position from 10 to 6 holds no words."),
        ({**POSITION, "start": 6, "end": 6}, "Its position from 6 to 6 holds no words."),
        ({**POSITION, "start": -1}, "The “start” of its position is no whole number."),
        ({**POSITION, "end": "10"}, "The “end” of its position is no whole number."),
        ({**POSITION, "end": 10.5}, "The “end” of its position is no whole number."),
        ({**QUOTE, "exact": ""}, "quotes no words"),
        ({**QUOTE, "exact": None}, "has no “exact” text"),
        ({**QUOTE, "refinedBy": {**POSITION, "start": 3, "end": 9}}, "leads out of the words"),
        ({"type": "RangeSelector", "startSelector": QUOTE, "endSelector": QUOTE}, "whose ends are no positions"),
        ([], "It has no selector of words."),
        ({}, "Its selector is of no type."),
    ],
)
def test_selectors_without_words_are_told(read: Read, selector: object, sentence: str) -> None:
    items = read(annotation(target={"source": "urn:a", "selector": selector}))
    assert marks(items) == []
    assert f"a.json, annotation 1 “urn:uuid:{UUID}”" in told(items)
    assert sentence in told(items)


def test_a_wrong_position_beside_a_quote_is_told_and_the_quote_read(read: Read) -> None:
    reversed_ = {**POSITION, "start": 10, "end": 6}
    items = read(annotation(target={"source": "urn:a", "selector": [QUOTE, reversed_]}))
    assert [(mark.start, mark.quote) for mark in marks(items)] == [(-1, "уряд")]
    assert "Its position from 10 to 6 holds no words." in told(items)


def test_selectors_nested_without_end_are_told(read: Read) -> None:
    selector: dict[str, object] = dict(POSITION)
    for _ in range(50):
        selector = {"type": "FragmentSelector", "value": "p", "refinedBy": selector}
    assert "nested too deeply" in told(read(annotation(target={"source": "urn:a", "selector": selector})))


@pytest.mark.parametrize(
    ("target", "sources"),
    [
        ("http://example.org/a.txt#char=0,4", ["http://example.org/a.txt"]),
        ({"id": "http://example.org/a.txt#char=0,4"}, ["http://example.org/a.txt"]),
        ([{"source": "urn:a", "selector": QUOTE}, {"source": "urn:b", "selector": QUOTE}], ["urn:a", "urn:b"]),
        ({"type": "Composite", "items": [{"source": "urn:a", "selector": QUOTE},
                                         {"source": "urn:a", "selector": POSITION}]}, ["urn:a", "urn:a"]),
        ({"source": {"id": "urn:a", "type": "Text"}, "selector": QUOTE}, ["urn:a"]),
        ({"selector": QUOTE}, [""]),
    ],
)  # fmt: skip
def test_targets(read: Read, target: object, sources: list[str]) -> None:
    items = read(annotation(target=target))
    found = [(item.name, mark.key) for item in items if isinstance(item, ReadDocument) for mark in item.annotations]
    assert [name for name, _ in found] == [source or "a" for source in sources]
    assert len(set(found)) == len(found)
    assert [mark.id for mark in marks(items)] == [UUID, *[""] * (len(sources) - 1)]


def test_an_id_that_is_there_twice_is_told_and_both_are_read(read: Read) -> None:
    items = read([annotation(), annotation()])
    assert [mark.id for mark in marks(items)] == [UUID, ""]
    assert "Its id is that of another annotation" in told(items)


def test_links_to_what_is_not_there_are_told(read: Read) -> None:
    link = annotation(id="urn:l", motivation="linking", target=[{"id": "#a"}, {"id": "#b"}])
    assert "It links what is no annotation or record of this file." in told(read([annotation(), link]))


def test_annotations_of_two_documents_can_be_linked(read: Read) -> None:
    other = UUID.replace("3", "4")
    second = annotation(id=f"urn:uuid:{other}", target={"source": "urn:b", "selector": QUOTE})
    link = annotation(
        id="urn:l",
        motivation="linking",
        body=[{"value": "replaces", "purpose": "tagging"}],
        target=[f"urn:uuid:{UUID}", f"urn:uuid:{other}"],
    )
    (relation,) = (item for item in read([annotation(), second, link]) if isinstance(item, ReadRelation))
    assert (relation.type, relation.source, relation.target) == ("replaces", UUID, other)


def test_pages_that_are_elsewhere_are_told(read: Read) -> None:
    collection = {"@context": CONTEXT, "type": "AnnotationCollection", "total": 9, "first": "urn:page"}
    assert "The annotations are elsewhere, at “urn:page”." in told(read(collection))
    page = {"@context": CONTEXT, "type": "AnnotationPage", "items": [annotation()], "next": "urn:next"}
    assert "Further annotations are elsewhere, at “urn:next”." in told(read(page))


def test_a_total_that_is_wrong_is_told(read: Read) -> None:
    page = {"@context": CONTEXT, "type": "AnnotationCollection", "total": 9, "first": {"items": [annotation()]}}
    assert "It says that it holds 9 annotations, and holds 1." in told(read(page))


def test_fields_that_are_not_read_are_told_once(read: Read) -> None:
    items = read([annotation(rights="urn:r", audience={}), annotation(id="urn:b", rights="urn:r")])
    assert "“rights” of annotations is not read. (2 times)" in told(items)
    assert "“audience” of annotations is not read." in told(items)


def test_what_was_whole_of_a_file_that_breaks_off_is_read(read: Read) -> None:
    raw = json.dumps([annotation(id=f"urn:{n}") for n in range(3)]).encode()
    items = read(raw[:-20])
    assert [mark.key for mark in marks(items)] == ["urn:0", "urn:1"]
    assert "It could be read only in part" in told(items)


@pytest.mark.parametrize(
    "raw",
    [b"no json", b"{}", b"[]", b'{"type": "Annotation", ', b"\xff\xfe\x00", b"[" * 100_000, b'{"a": "\xe5"}'],
)
def test_files_that_hold_nothing_are_refused(read: Read, raw: bytes) -> None:
    with pytest.raises(FileDamaged) as raised:
        read(raw)
    assert raised.value.detail
    with pytest.raises(EmptyFile):
        read(b"")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marks_of_the_encoding_are_understood(read: Read, encoding: str) -> None:
    assert [mark.quote for mark in marks(read(json.dumps(annotation(), ensure_ascii=False).encode(encoding)))] == [
        "уряд"
    ]


def test_a_zip_file_is_read_and_a_hostile_one_refused(read: Read, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "good.zip", "w") as file:
        file.writestr("a/b.jsonld", json.dumps(annotation()))
        file.writestr("c.json", "broken")
    assert FORMAT.read is not None
    items = list(FORMAT.read(tmp_path / "good.zip"))
    assert len(marks(items)) == 1
    assert "c.json: It could be read only in part" in told(items)
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as file:
        file.writestr("../a.jsonld", json.dumps(annotation()))
    with pytest.raises(FileUnsafe):
        list(FORMAT.read(tmp_path / "bad.zip"))


def test_a_folder_without_such_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "a.txt").write_text("a")
    (tmp_path / "x" / "b.txt").write_text("b")
    assert FORMAT.read is not None
    with pytest.raises(FileDamaged, match="no file of annotations"):
        list(FORMAT.read(tmp_path / "x"))


def test_an_older_model_is_told(read: Read) -> None:
    items = read({"@context": "http://www.w3.org/ns/oa.jsonld", "@type": "oa:Annotation", "on": "urn:a"})
    assert "it has no target" in told(items).casefold()
    assert "“@context” is not that of Web Annotations" in told(items)
