# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import ArchivistError, EmptyFile, FileDamaged, FileUnsafe, UnsupportedFile
from archivist.exchange.items import Item, Problem, ReadDocument
from archivist.exchange.label_studio import FORMAT

TEXT = "Уряд і профспілка 🎉 домовилися"


def read(path: Path) -> list[Item]:
    assert FORMAT.read is not None
    return list(FORMAT.read(path))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tasks.json"


def of_tasks(file: Path, *tasks: object) -> list[Item]:
    file.write_text(json.dumps(tasks, ensure_ascii=False), encoding="utf-8")
    return read(file)


def of_results(file: Path, *results: object, **task: object) -> list[Item]:
    """What is read of one task with one annotation."""
    return of_tasks(file, {"data": {"text": TEXT}, "annotations": [{"result": results}], **task})


def documents(items: list[Item]) -> list[ReadDocument]:
    return [item for item in items if isinstance(item, ReadDocument)]


def problems(items: list[Item]) -> list[str]:
    of_documents = [problem for document in documents(items) for problem in document.problems]
    alone = [item for item in items if isinstance(item, Problem)]
    return [f"{problem.where}: {problem.what}" for problem in [*of_documents, *alone]]


def marks(items: list[Item]) -> list[tuple[int, int, str | None, str]]:
    return [(m.start, m.end, m.quote, m.label) for document in documents(items) for m in document.annotations]


def region(start: int, end: int, label: str = "хто", id_: str = "r1", **more: object) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": [label]}
    return {"id": id_, "from_name": "label", "to_name": "text", "type": "labels", "value": value, **more}


def answer(type_: str, value: dict[str, object], name: str, id_: str = "r1") -> dict[str, object]:
    """An answer about a region."""
    return {"id": id_, "from_name": name, "to_name": "text", "type": type_, "value": {"start": 0, "end": 4, **value}}


# Shapes


def test_a_region_has_its_place_its_words_and_its_label(file: Path) -> None:
    items = of_results(file, region(0, 4), region(20, 30, "що", "r2"))
    assert marks(items) == [(0, 4, "Уряд", "хто"), (20, 30, "домовилися", "що")]
    assert documents(items)[0].text == TEXT
    assert not problems(items)


@pytest.mark.parametrize("name", ["annotations", "completions", "predictions"])
def test_a_task_alone_is_read_whatever_its_annotations_are_called(file: Path, name: str) -> None:
    file.write_text(json.dumps({"data": {"text": TEXT}, name: [{"result": [region(0, 4)]}]}, indent=2), "utf-8")
    assert marks(read(file)) == [(0, 4, "Уряд", "хто")]


def test_tasks_a_line_are_read(file: Path) -> None:
    task = json.dumps({"data": {"text": TEXT}, "annotations": [{"result": [region(0, 4)]}]})
    file.write_text(f"{task}\n{task}\n", encoding="utf-8")
    assert len(marks(read(file))) == 2


def test_words_and_notes_may_be_lists_of_their_parts(file: Path) -> None:
    one = region(0, 4, meta={"text": ["перше", "друге"]})
    one["value"]["text"] = ["Ур", "яд"]
    (document,) = documents(of_results(file, one))
    assert [(mark.quote, mark.note) for mark in document.annotations] == [("Уряд", "перше\nдруге")]


def test_answers_about_a_region_are_its_attributes(file: Path) -> None:
    results = [
        answer("choices", {"choices": ["так"]}, "впевненість"),
        region(0, 4),
        answer("choices", {"choices": ["а", "б"]}, "ознаки"),
        answer("number", {"number": 18}, "value"),
        answer("textarea", {"text": ["міністерство"]}, "claimant"),
        answer("rating", {"rating": 4}, "якість"),
        answer("taxonomy", {"taxonomy": [["Уряд", "Міністерство"]]}, "місце"),
        answer("choices", {"choices": ["інша"]}, "впевненість", "r2"),
    ]
    first, second = documents(of_results(file, *results))[0].annotations
    assert first.attributes == {
        "впевненість": "так", "ознаки": ["а", "б"], "value": 18, "claimant": "міністерство", "якість": 4,
        "місце": ["Уряд", "Міністерство"],
    }  # fmt: skip
    assert (second.label, second.attributes) == ("", {"впевненість": "інша"})


def test_a_region_with_several_labels_is_several_annotations(file: Path) -> None:
    one = region(0, 4)
    one["value"]["labels"] = ["хто", "уряд"]
    (document,) = documents(of_results(file, one))
    assert [(mark.key, mark.label) for mark in document.annotations] == [("r1", "хто"), ("r1/2", "уряд")]


@pytest.mark.parametrize("labels", [{"labels": []}, {}])
def test_a_region_without_a_label_stays_a_region(file: Path, labels: dict[str, object]) -> None:
    one = region(0, 4)
    del one["value"]["labels"]
    one["value"].update(labels)
    assert marks(of_results(file, one)) == [(0, 4, "Уряд", "")]


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ({"direction": "right", "labels": ["з"]}, [("з", "r1", "r2")]),
        ({"direction": "left", "labels": ["з"]}, [("з", "r2", "r1")]),
        ({"direction": "bi", "labels": ["з"]}, [("з", "r1", "r2"), ("з", "r2", "r1")]),
        ({"labels": ["з", "до"]}, [("з", "r1", "r2"), ("до", "r1", "r2")]),
        ({"direction": "right"}, [("related", "r1", "r2")]),
        ({"direction": "right", "labels": []}, [("related", "r1", "r2")]),
    ],
)
def test_relations_have_direction_and_labels(
    file: Path, relation: dict[str, object], expected: list[tuple[str, str, str]]
) -> None:
    joined = {"type": "relation", "from_id": "r1", "to_id": "r2", **relation}
    items = of_results(file, joined, region(0, 4), region(7, 17, id_="r2"))
    assert [(r.type, r.source, r.target) for r in documents(items)[0].relations] == expected
    assert not problems(items)


@pytest.mark.parametrize(
    ("who", "annotator"),
    [
        ({"id": 3, "email": "o@visnyk.example", "first_name": "Олена"}, "o@visnyk.example"),
        ({"id": 3, "first_name": "Олена", "last_name": "К."}, "Олена К."),
        ({"id": 3, "email": "", "first_name": ""}, "user 3"),
        (7, "user 7"),
        ("olena", "olena"),
        (None, ""),
        (True, ""),
    ],
)
def test_annotations_have_annotator_and_times(file: Path, who: object, annotator: str) -> None:
    made = {
        "result": [region(0, 4)], "completed_by": who, "created_at": "2024-05-15T14:09:16.789536+02:00",
        "updated_at": 1_715_774_957,
    }  # fmt: skip
    (document,) = documents(of_tasks(file, {"data": {"text": TEXT}, "annotations": [made]}))
    (mark,) = document.annotations
    assert (mark.annotator, mark.created_at, mark.modified_at) == (
        annotator, "2024-05-15T12:09:16.789Z", "2024-05-15T12:09:17.000Z"
    )  # fmt: skip


def test_several_annotators_of_a_task_stay_apart(file: Path) -> None:
    one = {"result": [region(0, 4), region(7, 17, id_="r2"),
                      {"type": "relation", "from_id": "r1", "to_id": "r2", "labels": ["з"]}]}  # fmt: skip
    task = {"data": {"text": TEXT}, "annotations": [{**one, "completed_by": 1}, {**one, "completed_by": 2}]}
    (document,) = documents(of_tasks(file, task))
    assert [(mark.key, mark.annotator) for mark in document.annotations] == [
        ("1:r1", "user 1"), ("1:r2", "user 1"), ("2:r1", "user 2"), ("2:r2", "user 2")
    ]  # fmt: skip
    assert [(each.source, each.target) for each in document.relations] == [("1:r1", "1:r2"), ("2:r1", "2:r2")]


def test_predictions_are_read_only_where_nobody_has_annotated(file: Path) -> None:
    model = [{"model_version": "модель 2", "result": [region(0, 4)]}]
    (document,) = documents(of_tasks(file, {"data": {"text": TEXT}, "predictions": model, "annotations": []}))
    assert [mark.annotator for mark in document.annotations] == ["модель 2"]
    items = of_results(file, region(7, 17), predictions=model)
    assert [mark[0] for mark in marks(items)] == [7]
    assert problems(items) == ["task 1: predictions were not read, because there are annotations"]


def test_the_short_form_is_read(file: Path) -> None:
    short = {
        "text": TEXT, "id": 5, "annotator": 3, "annotation_id": 9, "created_at": "2024-05-15T12:09:16Z",
        "updated_at": "2024-05-15T12:09:16Z", "lead_time": 2.5,
        "ner": [{"start": 0, "end": 4, "text": "Уряд", "labels": ["хто"]},
                {"start": 20, "end": 30, "text": "домовилися", "labels": ["що"]}],
        "value": [{"start": 0, "end": 4, "text": "Уряд", "number": 18}],
        "sentiment": "добре",
    }  # fmt: skip
    items = of_tasks(file, short)
    assert marks(items) == [(0, 4, "Уряд", "хто"), (20, 30, "домовилися", "що")]
    first, second = documents(items)[0].annotations
    assert (first.attributes, second.attributes, first.annotator) == ({"value": 18}, {}, "user 3")
    assert problems(items) == ["tasks.json: fields that are not taken over: sentiment"]
    assert FORMAT.recognises is not None
    assert FORMAT.recognises(file)


# Which text


def test_each_text_of_a_task_is_a_document(file: Path) -> None:
    data = {"питання": "Хто домовився?", "відповідь": TEXT, "url": "https://visnyk.example/1"}
    asked = {**region(0, 3, id_="q"), "to_name": "питання"}
    asked["value"]["text"] = "Хто"
    given = {**region(0, 4), "to_name": "відповідь"}
    across = {"type": "relation", "from_id": "q", "to_id": "r1", "labels": ["з"]}
    items = of_results(file, asked, given, across, data=data)
    assert [(each.text, len(each.annotations)) for each in documents(items)] == [("Хто домовився?", 1), (TEXT, 1)]
    assert problems(items) == ["task 1, annotation 1, result 3: there is no text with both of its regions, q and r1"]


def test_the_words_of_a_region_tell_which_text_it_is_in(file: Path) -> None:
    items = of_results(file, {**region(0, 4), "to_name": "obj"}, data={"lead": "Інше", "body": TEXT, "n": 7})
    assert [each.text for each in documents(items)] == [TEXT]


def test_words_in_units_of_utf16_tell_it_too(file: Path) -> None:
    late = {**region(20, 30), "to_name": "obj"}
    late["value"] |= {"start": 21, "end": 31}
    items = of_results(file, late, data={"lead": "Інше", "body": TEXT})
    assert [(each.text, each.annotations[0].start) for each in documents(items)] == [(TEXT, 21)]


def test_the_configuration_beside_tells_which_text_it_is_in(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "label_config.xml").write_text(
        '<View><Labels name="label" toName="t"/><Text name="t" value="$body"/></View>', encoding="utf-8"
    )
    one = {**region(0, 4), "to_name": "t"}
    del one["value"]["text"]
    of_tasks(folder / "a.json", {"data": {"lead": "Інше", "body": TEXT}, "annotations": [{"result": [one]}]})
    assert [each.text for each in documents(read(folder))] == [TEXT]
    assert FORMAT.recognises is not None
    assert FORMAT.recognises(folder)


def test_a_text_that_is_elsewhere_is_named(file: Path) -> None:
    address = "https://visnyk.example/texts/1.txt"
    (document,) = documents(of_results(file, region(7, 17), data={"text": address}))
    assert (document.name, document.text) == (address, None)


# What is no region of a plain text


@pytest.mark.parametrize(
    "result",
    [
        {"type": "choices", "value": {"choices": ["Добре"]}},
        {"type": "rectanglelabels", "value": {"x": 1.5, "y": 2, "width": 3, "height": 4, "rectanglelabels": ["Авто"]}},
        {"type": "hypertextlabels", "value": {"start": "/p[1]/text()[1]", "end": "/p[1]/text()[1]", "startOffset": 0,
                                              "endOffset": 4, "hypertextlabels": ["хто"]}},
        {"type": "paragraphlabels", "value": {"start": 0, "end": 0, "startOffset": 0, "endOffset": 4,
                                              "paragraphlabels": ["хто"]}},
        {"type": "labels", "value": {"start": 1.25, "end": 2.5, "channel": 0, "labels": ["голос"]}},
        {"type": "labels", "value": {"start": 1.25, "end": 2.5, "labels": ["голос"]}},
        {"type": "labels"},
        {"type": "labels", "value": "х"},
        {"type": "labels", "value": {"start": None, "end": 4, "labels": ["хто"]}},
    ],
)  # fmt: skip
def test_what_marks_no_words_is_counted_by_its_type(file: Path, result: dict[str, object]) -> None:
    items = of_results(file, result, region(0, 4), result)
    assert marks(items) == [(0, 4, "Уряд", "хто")]
    assert problems(items) == [
        f"task 1, annotation 1: 2 of type “{result['type']}” mark no words of a plain text and are not read"
    ]


@pytest.mark.parametrize(
    ("task", "told"),
    [
        ({"annotations": [{"result": [1]}]}, "task 1, annotation 1, result 1: it is no JSON object"),
        ({"annotations": [{}]}, "task 1, annotation 1: it has no list of results"),
        ({"annotations": [12]}, "task 1, annotation 1: it has no list of results"),
        (
            {"annotations": [{"was_cancelled": True, "result": [1, 2]}]},
            "task 1, annotation 1: it was skipped, so its 2 results are not read",
        ),
        ({"drafts": [{"result": [region(0, 4)]}]}, "task 1: 1 unfinished drafts were not read"),
        (
            {"annotations": [{"result": [{"type": "relation", "from_id": "a", "to_id": "b"}]}]},
            "task 1, annotation 1, result 1: there is no text with both of its regions, a and b",
        ),
        (
            {"annotations": [{"result": [region(4, 2)]}]},
            "task 1, region r1: its place, 4 to 2, holds no words",
        ),
    ],
)
def test_what_is_wrong_in_a_task_costs_only_itself(file: Path, task: dict[str, object], told: str) -> None:
    items = of_tasks(file, {"data": {"text": TEXT}, **task}, {"data": {"text": "ціле"}})
    assert [each.text for each in documents(items)] == [TEXT, "ціле"]
    assert problems(items) == [told]


@pytest.mark.parametrize(
    ("task", "told"),
    [
        (7, "task 2: it is no JSON object"),
        ({}, "task 2: it has no text, or several and none that is plainly meant"),
        ({"data": {"a": "x", "b": "y"}}, "task 2: it has no text, or several and none that is plainly meant"),
        (
            {"data": {"image": 3}, "annotations": [{"result": [region(0, 4)]}]},
            "task 2: it has no text, or several and none that is plainly meant; 1 regions in it were not read",
        ),
    ],
)
def test_a_task_that_is_wrong_costs_only_itself(file: Path, task: object, told: str) -> None:
    items = of_tasks(file, {"data": {"text": TEXT}}, task, {"data": {"text": "ціле"}})
    assert [each.text for each in documents(items)] == [TEXT, "ціле"]
    assert told in problems(items)


def test_data_that_is_not_taken_over_is_named(file: Path) -> None:
    items = of_tasks(file, {"data": {"text": TEXT, "title": "Угода", "image": "a.png", "outlet": "Вісник"}})
    assert documents(items)[0].title == "Угода"
    assert problems(items) == ["tasks.json: fields that are not taken over: image, outlet"]


# Files


@pytest.mark.parametrize(
    ("content", "error", "told"),
    [
        (b"", EmptyFile, "is empty"),
        (b"id,text\n1,a\n", UnsupportedFile, "it is no JSON"),
        (b'[{"data": {"text": "a"', FileDamaged, "breaks off|delimiter|Expecting"),
        (b'{"data": {"text": "a"', FileDamaged, "Expecting"),
        ('[{"data": {"text": "а"}}]'.encode("cp1251"), FileDamaged, "it is not UTF-8"),
        (b"PK\x03\x04 and no more", FileDamaged, "it is no zip file"),
    ],
)
def test_a_file_of_which_nothing_can_be_read_is_refused(
    file: Path, content: bytes, error: type[ArchivistError], told: str
) -> None:
    file.write_bytes(content)
    with pytest.raises(error, match=told):
        read(file)


def test_a_file_that_breaks_off_gives_what_was_whole(file: Path) -> None:
    of_tasks(file, *[{"data": {"text": TEXT}}] * 3)
    file.write_bytes(file.read_bytes()[:-10])
    items = read(file)
    assert len(documents(items)) == 2
    assert problems(items)[0].startswith("task 3: it cannot be read: ")


def zipped(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return path


def test_a_zip_file_with_a_name_that_leads_out_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", **{"../tasks.json": b"[]"})
    with pytest.raises(FileUnsafe, match="leads out of it"):
        read(path)


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", **{"tasks.json": b"[" + b" " * (40 << 20) + b"]"})
    with pytest.raises(FileUnsafe, match="zip bomb"):
        read(path)


def test_a_zip_file_without_tasks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileDamaged, match="there is no file of tasks in it"):
        read(zipped(tmp_path / "a.zip", **{"readme.txt": b"x"}))


def test_a_configuration_that_is_no_plain_xml_is_refused(tmp_path: Path) -> None:
    config = b'<!DOCTYPE v [<!ENTITY a "b">]><View><Text name="t" value="&a;"/></View>'
    path = zipped(tmp_path / "a.zip", **{"config.xml": config, "tasks.json": b'[{"data": {"text": "a"}}]'})
    with pytest.raises(FileUnsafe, match=r"config\.xml"):
        read(path)


# Cases

# Files, with the number of tasks and what of them is not read.
CASES = {
    "csv_test.json": (2, {"rectanglelabels": 3}),  # boxes on pictures; predictions beside annotations
    "csv_test2.json": (1, {"choices": 1}),  # a row of a table, of whose columns none is plainly the text
    "csv_test_colliding_keys.json": (1, {"choices": 1}),
    "csv_test_colliding_keys_mixed.json": (2, {"choices": 1}),
    "csv_test_history.json": (1, {"choices": 1}),
}


@pytest.mark.parametrize("name", CASES)
def test_every_file_of_the_sdk_is_read_whole(cases: Path, name: str) -> None:
    folder = cases / "labelstudio-doccano" / "label-studio-sdk" / "custom" / "converter" / "data" / "test_export_csv"
    raw = json.loads((folder / name).read_text(encoding="utf-8"))
    tasks, unread = CASES[name]
    items = read(folder / name)
    assert len(raw) == tasks
    assert [each.text for each in documents(items)] == [task["data"]["text"] for task in raw if "text" in task["data"]]
    assert marks(items) == []  # all that they say is about whole texts, or about pictures
    told = "\n".join(problems(items))
    counted = {type_: int(count) for count, type_ in re.findall(r"(\d+) of type “(\w+)”", told)}
    of_all = [int(count) for count in re.findall(r"(\d+) of type", told)]
    assert set(counted) == set(unread)
    assert sum(of_all) == sum(len(each["result"]) for task in raw for each in task["annotations"])
    assert sum(of_all) == sum(unread.values())
    assert ("predictions were not read" in told) is any(task.get("predictions") for task in raw)
    assert FORMAT.recognises is not None
    assert FORMAT.recognises(folder / name)


def test_one_broken_file_of_several_does_not_keep_the_others_out(tmp_path: Path) -> None:
    task = {"data": {"text": TEXT}, "annotations": [{"result": []}]}
    (tmp_path / "config.xml").write_text("<View>", encoding="utf-8")
    (tmp_path / "a.json").write_text('[{"data"', encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps([task], ensure_ascii=False), encoding="utf-8")
    items = read(tmp_path)
    assert [document.text for document in documents(items)] == [TEXT]
    assert sorted(problem.partition(":")[0] for problem in problems(items)) == ["a.json", "config.xml"]
