# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from pathlib import Path

import pytest

from archivist.errors import UnsupportedFile
from archivist.exchange.items import Item, Problem, ReadDocument
from archivist.exchange.spacy import FORMAT

TEXT = "Уряд і 🎉 профспілка"
SPANS = [{"start": 0, "end": 4, "label": "хто"}, {"start": 9, "end": 19, "label": "хто"}]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lines.jsonl"


def of_lines(file: Path, *values: object) -> list[Item]:
    file.write_text("\n".join(json.dumps(value, ensure_ascii=False) for value in values), encoding="utf-8")
    assert FORMAT.read is not None
    return list(FORMAT.read(file))


def documents(items: list[Item]) -> list[ReadDocument]:
    return [item for item in items if isinstance(item, ReadDocument)]


def marks(items: list[Item]) -> list[tuple[int, int, str]]:
    return [(m.start, m.end, m.label) for document in documents(items) for m in document.annotations]


def problems(items: list[Item]) -> list[str]:
    of_documents = [problem for document in documents(items) for problem in document.problems]
    alone = [item for item in items if isinstance(item, Problem)]
    return [f"{problem.where}: {problem.what}" for problem in [*of_documents, *alone]]


@pytest.mark.parametrize(
    "record",
    [
        {"text": TEXT, "spans": SPANS, "tokens": [], "answer": "accept", "_input_hash": 1, "_task_hash": 2},
        {"text": TEXT, "ents": SPANS, "tokens": []},
        {"text": TEXT, "entities": [[0, 4, "хто"], [9, 19, "хто"]]},
        [TEXT, {"entities": [[0, 4, "хто"], [9, 19, "хто", "Q42"]]}],
    ],
    ids=["Prodigy", "to_json", "entities", "a pair"],
)
def test_every_shape_is_read(file: Path, record: object) -> None:
    items = of_lines(file, record, record)
    assert marks(items) == [(0, 4, "хто"), (9, 19, "хто")] * 2
    assert not problems(items)
    assert FORMAT.recognises is not None
    assert FORMAT.recognises(file)


def test_training_data_in_one_array_is_read(tmp_path: Path) -> None:
    path = tmp_path / "train.json"
    items = of_lines(path, [[TEXT, {"entities": [[0, 4, "хто"]]}], ["Інше", {"entities": []}]])
    assert marks(items) == [(0, 4, "хто")]
    assert [each.text for each in documents(items)] == [TEXT, "Інше"]


def test_groups_of_spans_keep_their_name(file: Path) -> None:
    (document,) = documents(of_lines(file, {"text": TEXT, "spans": {"sc": [{**SPANS[0], "kb_id": "Q42"}]}}))
    assert [mark.attributes for mark in document.annotations] == [{"span group": "sc", "kb_id": "Q42"}]


def test_prodigy_says_who_and_when(file: Path) -> None:
    record = {"text": TEXT, "spans": SPANS, "_annotator_id": "ner-olena", "_timestamp": 1_715_774_957}
    (document,) = documents(of_lines(file, record))
    assert {(mark.annotator, mark.created_at) for mark in document.annotations} == {
        ("ner-olena", "2024-05-15T12:09:17.000Z")
    }


def test_relations_of_prodigy_join_its_spans(file: Path) -> None:
    relation = {"head": 0, "child": 3, "head_span": SPANS[1], "child_span": SPANS[0], "label": "з"}
    (document,) = documents(of_lines(file, {"text": TEXT, "spans": SPANS, "relations": [relation]}))
    by_key = {mark.key: mark.start for mark in document.annotations}
    assert [(each.type, by_key[each.source], by_key[each.target]) for each in document.relations] == [("з", 9, 0)]


@pytest.mark.parametrize("answer", ["reject", "ignore"])
def test_what_was_not_accepted_is_not_read(file: Path, answer: str) -> None:
    items = of_lines(file, {"text": TEXT, "spans": SPANS, "answer": answer})
    assert marks(items) == []
    assert problems(items) == [f"line 1: its answer is “{answer}”, so its 2 spans are not read"]


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({"spans": SPANS}, "line 2: it has no text"),
        ({"text": 7}, "line 2: it has no text"),
        ([7, {}], "line 2: it has no text"),
        (["а", "б"], "line 2: it has no text"),
        ({"id": 1, "paragraphs": []}, "line 2: it has no text"),
        ({"text": TEXT, "spans": 7}, "line 2: its “spans” are no list"),
        ({"text": TEXT, "spans": [7]}, "line 2, spans 1: it has no start and end"),
        ({"text": TEXT, "spans": [{"start": 1.5, "end": 2}]}, "line 2, spans 1: it has no start and end"),
        ({"text": TEXT, "entities": ["U-PER", "O"]}, "line 2, entities 1: it has no start and end"),
        ({"text": TEXT, "entities": [[4, 2, "х"]]}, "line 2, entities 1: its place, 4 to 2, holds no words"),
        (
            {"text": TEXT, "spans": SPANS, "relations": [{"head": 0, "child": 1, "label": "з"}]},
            "line 2, relation 1: it does not join two of the spans",
        ),
    ],
)
def test_what_is_wrong_costs_only_itself(file: Path, record: object, told: str) -> None:
    sound = {"text": "ціле", "spans": [{"start": 0, "end": 4, "label": "усе"}]}
    items = of_lines(file, sound, record, sound)
    assert [mark for mark in marks(items) if mark[2] == "усе"] == [(0, 4, "усе")] * 2
    assert any(problem.startswith(told) for problem in problems(items))


def test_what_is_not_taken_over_is_named(file: Path) -> None:
    items = of_lines(file, {"text": TEXT, "spans": SPANS, "cats": {"важливе": 1}, "label": "x"})
    assert problems(items) == ["lines.jsonl: fields that are not taken over: cats, label"]


def test_a_file_that_is_no_json_is_refused(file: Path) -> None:
    file.write_text("Уряд B-PER\n", encoding="utf-8")
    assert FORMAT.read is not None
    with pytest.raises(UnsupportedFile, match="it is no JSON"):
        list(FORMAT.read(file))


@pytest.mark.parametrize(
    "record", [{"text": TEXT, "label": [[0, 4, "хто"]]}, {"text": TEXT}, {"text": TEXT, "spans": []}]
)
def test_what_others_write_is_not_recognised(file: Path, record: object) -> None:
    of_lines(file, record)
    assert FORMAT.recognises is not None
    assert not FORMAT.recognises(file)
