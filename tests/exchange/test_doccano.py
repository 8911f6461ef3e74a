# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.errors import ArchivistError, EmptyFile, FileDamaged, UnsupportedFile
from archivist.exchange.doccano import FORMAT, read, recognises, write
from archivist.exchange.items import Item, Problem, ReadDocument, ReadRecord, Unit
from archivist.exchange.outgoing.contents import Contents, Selection
from archivist.model import Article
from archivist.store import Archive
from tests.long_work import run_to_end

Add = Callable[..., Article]

TEXT = "Уряд і профспілка домовилися"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lines.jsonl"


def lines(file: Path, *values: object) -> list[Item]:
    """What is read of these lines; text stands for itself."""
    written = [value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in values]
    file.write_text("\n".join(written), encoding="utf-8")
    return list(read(file))


def document(items: list[Item]) -> ReadDocument:
    (found,) = (item for item in items if isinstance(item, ReadDocument))
    return found


def marks(read_: ReadDocument) -> list[tuple[int, int, str]]:
    return [(mark.start, mark.end, mark.label) for mark in read_.annotations]


def problems(items: list[Item]) -> list[str]:
    """All that was not read, with its place."""
    of_documents = [problem for item in items if isinstance(item, ReadDocument) for problem in item.problems]
    alone = [item for item in items if isinstance(item, Problem)]
    return [f"{problem.where}: {problem.what}" for problem in [*of_documents, *alone]]


# Shapes


@pytest.mark.parametrize(
    "labelled",
    [
        {"label": [[0, 4, "хто"], [7, 17, "хто"]]},
        {"labels": [[0, 4, "хто"], [7, 17, "хто"]]},
        {"entities": [[0, 4, "хто"], [7, 17, "хто"]]},
        {"annotations": [{"label": "хто", "start_offset": 0, "end_offset": 4, "user": 1},
                         {"label": "хто", "start_offset": 7, "end_offset": 17, "user": 1}]},
        {"entities": [{"id": 3, "label": "хто", "start_offset": 0, "end_offset": 4},
                      {"id": 9, "label": "хто", "start_offset": 7, "end_offset": 17}], "relations": []},
    ],
)  # fmt: skip
@pytest.mark.parametrize("text", ["text", "data"])
def test_every_shape_of_labels_is_read(file: Path, labelled: dict[str, object], text: str) -> None:
    items = lines(file, {"id": 1, text: TEXT, **labelled})
    assert marks(document(items)) == [(0, 4, "хто"), (7, 17, "хто")]
    assert document(items).text == TEXT
    assert not problems(items)


def test_relations_join_entities_by_their_ids(file: Path) -> None:
    entities = [
        {"id": 30, "label": "хто", "start_offset": 0, "end_offset": 4},
        {"id": 9, "label": "хто", "start_offset": 7, "end_offset": 17},
    ]
    found = document(
        lines(
            file,
            {"text": TEXT, "entities": entities, "relations": [{"id": 1, "from_id": 9, "to_id": 30, "type": "з"}]},
        )
    )
    (relation,) = found.relations
    by_key = {mark.key: mark.start for mark in found.annotations}
    assert (relation.type, by_key[relation.source], by_key[relation.target]) == ("з", 7, 0)


def test_the_numbers_of_labels_that_early_versions_write_are_labels(file: Path) -> None:
    spans = [{"label": 7, "start_offset": 0, "end_offset": 4}]
    assert marks(document(lines(file, {"text": TEXT, "annotations": spans}))) == [(0, 4, "7")]


def test_an_array_of_records_is_read_like_lines(file: Path) -> None:
    file.write_text(json.dumps([{"text": TEXT, "label": [[0, 4, "хто"]]}, {"text": "б"}], indent=1), encoding="utf-8")
    assert [item.text for item in read(file) if isinstance(item, ReadDocument)] == [TEXT, "б"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_an_encoding_is_known_by_its_mark(file: Path, encoding: str) -> None:
    file.write_text(json.dumps({"text": TEXT, "label": [[0, 4, "хто"]]}, ensure_ascii=False), encoding=encoding)
    assert marks(document(list(read(file)))) == [(0, 4, "хто")]


def test_title_and_address_of_a_record_are_those_of_the_article(file: Path) -> None:
    items = lines(file, {"text": TEXT, "label": [], "title": "Угода", "url": "https://visnyk.example/1", "outlet": "В"})
    found = document(items)
    assert (found.title, found.url, found.outlet) == ("Угода", "https://visnyk.example/1", "")
    assert problems(items) == ["lines.jsonl: fields that are not taken over: outlet"]


# What offsets count


@pytest.mark.parametrize(
    ("spans", "unit", "told"),
    [
        ([[3, 7, "хто"]], Unit.UTF16, "as two, as words show"),
        ([[2, 6, "хто"]], Unit.CODE_POINTS, ""),
        ([[0, 1, "знак"]], Unit.CODE_POINTS, ""),
        ([[0, 2, "знак"]], Unit.UTF16, "as two, as words show"),
        ([[3, 15, "усе"], [2, 6, "хто"], [7, 15, "що"]], Unit.CODE_POINTS, ""),  # the first lacks a letter
        ([[2, 16, "усе"]], Unit.UTF16, "as two, as words show"),  # no text has so many code points
        ([[4, 5, "?"]], Unit.CODE_POINTS, "1 annotations come after"),
    ],
)
def test_after_an_emoji_the_edges_of_words_tell_what_offsets_count(
    file: Path, spans: list[object], unit: Unit, told: str
) -> None:
    items = lines(file, {"text": "🎉 Уряд зібрався", "label": spans})
    assert document(items).unit is unit
    (found,) = problems(items) or [""]
    assert told in found
    assert bool(told) is bool(found)


def test_a_whole_file_counts_alike(file: Path) -> None:
    cut = {"text": "🎉 Уряд зібрався", "label": [[3, 5, "х"]]}  # as if it counted in UTF-16
    sound = {"text": "🎉 Уряд зібрався", "label": [[2, 6, "хто"], [7, 15, "що"]]}
    items = lines(file, cut, sound)
    assert {item.unit for item in items if isinstance(item, ReadDocument)} == {Unit.CODE_POINTS}
    assert not problems(items)


def test_an_export_of_an_archivist_counts_code_points_whatever_it_marks(
    archive: Archive, add_article: Add, file: Path
) -> None:
    article = add_article("🎉🎉 Уряд зібрався")
    archive.annotations.add(article.id, 4, 6, archive.tags.all()[0].id)
    run_to_end(write(Contents(archive, Selection((article.id,))), file))
    found = document(list(read(file)))
    assert (found.unit, found.problems, marks(found)) == (Unit.CODE_POINTS, (), [(4, 6, "strike")])


# Losses


def test_what_doccano_drops_or_misplaces_is_told(archive: Archive, add_article: Add, file: Path) -> None:
    plain, emoji = add_article("Уряд і профспілка"), add_article("Так 🎉 сталося")
    tag = archive.tags.all()[0].id
    for start, end in ((0, 17), (5, 6), (7, 17)):
        archive.annotations.add(plain.id, start, end, tag)
    for start, end in ((0, 3), (4, 5), (6, 13)):
        archive.annotations.add(emoji.id, start, end, tag)
    losses = run_to_end(write(Contents(archive, Selection((plain.id, emoji.id))), file))
    assert {loss.what: loss.count for loss in losses} == {
        "annotations that overlap one before them": 2,
        "places after characters such as emoji": 2,
    }


def test_nothing_is_told_where_nothing_is_lost(archive: Archive, add_article: Add, file: Path) -> None:
    article = add_article("Уряд 🎉")
    archive.annotations.add(article.id, 0, 4, archive.tags.all()[0].id)
    assert run_to_end(write(Contents(archive, Selection((article.id,))), file)) == []


# What is wrong costs only itself


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ('{"text": "а', "line 2: it cannot be read"),
        ("[]", "line 2: it is no JSON object"),
        ("7", "line 2: it is no JSON object"),
        ('{"label": [[0, 1, "х"]]}', "line 2: it has no text, only labels"),
        ("{}", "line 2: it has no text"),
        ('{"text": ""}', "line 2: it has no text"),
        ('{"text": null}', "line 2: it has no text"),
        ('{"text": "\\ud83d"}', "line 2: it cannot be read: its “text”"),
        ('{"text": "' + "[" * 3 + '", "label": ' + "[" * 20_000 + "]" * 20_000 + "}", "line 2: it cannot be read"),
        ('{"text": "а", "label": [[NaN, 1, "х"]]}', "line 2: it cannot be read: NaN"),
    ],
)
def test_a_line_that_is_wrong_costs_only_itself(file: Path, wrong: str, told: str) -> None:
    sound = {"text": TEXT, "label": [[0, 4, "хто"]]}
    items = lines(file, sound, wrong, sound)
    assert [marks(item) for item in items if isinstance(item, ReadDocument)] == [[(0, 4, "хто")]] * 2
    (problem,) = problems(items)
    assert problem.startswith(told)


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ([5, 2, "х"], "its place, 5 to 2, holds no words"),
        ([2, 2, "х"], "its place, 2 to 2, holds no words"),
        ([-1, 2, "х"], "its place, -1 to 2, holds no words"),
        ([0, 2], "it is neither a list of start, end and label nor an object"),
        ([0, 2, "х", "у"], "it is neither a list of start, end and label nor an object"),
        (["0", 2, "х"], "it has no start and end that are whole numbers"),
        ([0.5, 2, "х"], "it has no start and end that are whole numbers"),
        ([True, 2, "х"], "it has no start and end that are whole numbers"),
        ({"label": "х"}, "it has no start and end that are whole numbers"),
        ({"start_offset": 0, "end_offset": 2}, "its label is no text"),
        ({"start_offset": 0, "end_offset": 2, "label": None}, "its label is no text"),
        ([0, 2, ["х"]], "its label is no text"),
        (7, "it is neither a list of start, end and label nor an object"),
    ],
)
def test_a_label_that_is_wrong_costs_only_itself(file: Path, label: object, told: str) -> None:
    items = lines(file, {"text": TEXT, "label": [[0, 4, "хто"], label, [7, 17, "хто"]]})
    assert marks(document(items)) == [(0, 4, "хто"), (7, 17, "хто")]
    assert problems(items) == [f"line 1, label 2: {told}"]


def test_a_place_outside_of_the_text_is_handed_on_as_it_is(file: Path) -> None:
    assert marks(document(lines(file, {"text": TEXT, "label": [[20, 99, "х"]]}))) == [(20, 99, "х")]


def test_of_entities_with_one_id_relations_take_the_first(file: Path) -> None:
    entities = [{"id": 1, "label": name, "start_offset": at, "end_offset": at + 2}
                for at, name in enumerate("абв")]  # fmt: skip
    entities[2]["id"] = 2
    found = document(
        lines(file, {"text": TEXT, "entities": entities, "relations": [{"from_id": 1, "to_id": 2, "type": "з"}]})
    )
    assert [mark.key for mark in found.annotations] == ["1", "1/2", "2"]
    assert [(relation.source, relation.target) for relation in found.relations] == [("1", "2")]


@pytest.mark.parametrize(
    ("relation", "told"),
    [
        ({"from_id": 1, "to_id": 5, "type": "з"}, "the relation “з” leads to “5”, which is not there"),
        ({"from_id": 1, "to_id": 1}, "it has no type, from_id and to_id"),
        ({"from_id": "1", "to_id": 1, "type": "з"}, "it has no type, from_id and to_id"),
        ("з", "it has no type, from_id and to_id"),
    ],
)
def test_a_relation_that_is_wrong_costs_only_itself(file: Path, relation: object, told: str) -> None:
    entities = [{"id": 1, "label": "х", "start_offset": 0, "end_offset": 4}]
    items = lines(file, {"text": TEXT, "entities": entities, "relations": [relation]})
    assert marks(document(items)) == [(0, 4, "х")]
    assert problems(items) == [f"line 1, relation 1: {told}"]


def test_what_is_about_the_whole_text_is_told(file: Path) -> None:
    items = lines(file, {"text": TEXT, "label": ["важливе", "добре"], "cats": ["x"], "Comments": ["так", "ні"]})
    assert problems(items) == [
        "line 1: its labels are about the whole text and are not read: важливе, добре",
        "line 1: its categories are about the whole text and are not read",
        "line 1: its comments are about the whole text and are not read",
    ]


@pytest.mark.parametrize(
    ("content", "error", "told"),
    [
        (b"", EmptyFile, "is empty"),
        (b" \n\n", EmptyFile, "is empty"),
        (b"text,label\na,b\n", UnsupportedFile, "it is no JSON"),
        (b"\xff\xd8\xff\xe0", UnsupportedFile, "it is no JSON"),
        (b'{"text": "a", "label"', FileDamaged, "line 1"),
        (b'{"text": "a"\n{"text": "b"\n', FileDamaged, "line 1"),
        ('{"text": "а"}'.encode("cp1251"), FileDamaged, "it is not UTF-8"),
    ],
)
def test_a_file_of_which_nothing_can_be_read_is_refused(
    file: Path, content: bytes, error: type[ArchivistError], told: str
) -> None:
    file.write_bytes(content)
    with pytest.raises(error, match=told):
        list(read(file))


def test_a_file_that_breaks_off_gives_what_was_whole(file: Path) -> None:
    file.write_text(json.dumps([{"text": TEXT}] * 3)[:-20], encoding="utf-8")
    items = list(read(file))
    assert [isinstance(item, ReadDocument) for item in items] == [True, True, False]
    assert problems(items)[0].startswith("entry 3: it cannot be read: ")
    assert problems(items)[0].endswith("what follows could not be read")


def test_what_an_archivist_wrote_and_somebody_changed_costs_only_itself(
    archive: Archive, articles: list[Article], file: Path
) -> None:
    run_to_end(write(Contents(archive, Selection(tuple(article.id for article in articles))), file))
    values = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    own = next(value["archivist"] for value in values if value["entities"])
    own["entities"][0]["id"] = "не ід"
    own["entities"][1]["kind"] = "щось"
    own["records"][0]["kind"] = 7
    own["relations"][0]["id"] = None
    items = lines(file, *values)
    assert sum(isinstance(item, ReadRecord) for item in items) == len(own["records"]) - 1
    (changed,) = (item for item in items if isinstance(item, ReadDocument) and item.annotations)
    assert [bool(mark.id) for mark in changed.annotations] == [False, False, True, True, True, True]
    assert len(changed.relations) == 1
    assert len(problems(items)) == 4


# Cases


@pytest.fixture
def imports(cases: Path) -> Path:
    return cases / "labelstudio-doccano" / "doccano-import"


# Files, with what of them is no text with spans and why.
JSON_CASES = {
    "intent/example.jsonl": 3,  # two with categories, and one that has no text
    "relation_extraction/example.jsonl": 0,
    "seq2seq/example.json": 3,  # one label that is another text, and two records without a text
    "seq2seq/example.jsonl": 3,
    "sequence_labeling/example.jsonl": 2,  # one without a text; and the field “meta”
    "sequence_labeling/example_overlapping.jsonl": 1,  # the field “meta”
    "text_classification/example.json": 3,  # two with categories, and one without a text
    "text_classification/example.jsonl": 3,  # two with categories; and the field “meta”
}


@pytest.mark.parametrize("name", JSON_CASES)
def test_every_file_for_doccano_in_json_is_read_whole(imports: Path, name: str) -> None:
    raw = (imports / name).read_text(encoding="utf-8")
    items = list(read(imports / name))
    documents = [item for item in items if isinstance(item, ReadDocument)]
    assert len(documents) == len(re.findall(r'"text": "[^"]', raw))
    with_text = [line for line in raw.splitlines() if '"text"' in line]
    spans = sum(len(re.findall(r'\[\d+, \d+, "|"start_offset"', line)) for line in with_text)
    assert sum(len(each.annotations) for each in documents) == spans
    assert sum(len(each.relations) for each in documents) == raw.count('"from_id"')
    assert len(problems(items)) == JSON_CASES[name]
    assert recognises(imports / name) is bool(spans)


def test_every_other_file_for_doccano_is_refused_as_what_it_is(imports: Path) -> None:
    others = [path for path in sorted(imports.rglob("*")) if path.is_file()]
    others = [path for path in others if str(path.relative_to(imports)) not in JSON_CASES]
    assert len(others) == 15  # CSV, Excel, CoNLL, fastText, plain text and pictures: none of them is JSON
    for path in others:
        assert not recognises(path)
        with pytest.raises(UnsupportedFile, match="it is no JSON"):
            list(read(path))


def test_what_is_kept_is_said(archive: Archive) -> None:
    assert FORMAT.reads
    assert FORMAT.writes
