# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from archivist.exchange.items import ReadDocument
from archivist.exchange.label_studio import FORMAT
from archivist.exchange.label_studio import writing as label_studio_writing
from archivist.exchange.outgoing.contents import Contents, Selection
from archivist.model import Article
from archivist.store import Archive
from tests.long_work import run_to_end

Add = Callable[..., Article]


def write(archive: Archive, path: Path) -> list[Any]:
    ids = tuple(archive.articles.ids(archive.articles.rows()))
    assert FORMAT.write is not None
    return list(run_to_end(FORMAT.write(Contents(archive, Selection(ids)), path)))


def results(path: Path) -> list[dict[str, Any]]:
    tasks = json.loads(path.read_text(encoding="utf-8"))
    return [result for task in tasks for annotation in task["annotations"] for result in annotation["result"]]


def test_what_a_figure_says_is_in_the_controls_of_its_region(
    archive: Archive, add_article: Add, tmp_path: Path
) -> None:
    article = add_article("Загинуло 18 людей")
    said = {"value": 18, "approximation": "about", "counted": "людей", "as_of": "2022-01-06", "джерела": ["а"]}
    mark = archive.annotations.add(article.id, 9, 11, archive.tags.named("killed").id, note="так", attributes=said)
    write(archive, tmp_path / "a.json")
    place = {"start": 9, "end": 11, "text": "18"}
    region, *answers = results(tmp_path / "a.json")
    assert region["value"] == {**place, "labels": ["killed"]}
    assert (region["id"], region["from_name"], region["type"]) == (mark.id, "figure", "labels")
    assert region["meta"]["text"] == ["так"]
    assert region["meta"]["archivist"]["attributes"] == {"джерела": ["а"]}
    assert [(each["id"], each["from_name"], each["type"], each["value"]) for each in answers] == [
        (mark.id, "value", "number", {**place, "number": 18}),
        (mark.id, "approximation", "choices", {**place, "choices": ["about"]}),
        (mark.id, "counted", "textarea", {**place, "text": ["людей"]}),
        (mark.id, "as_of", "textarea", {**place, "text": ["2022-01-06"]}),
    ]


def test_what_somebody_changes_in_a_control_is_what_comes_back(
    archive: Archive, add_article: Add, tmp_path: Path
) -> None:
    article = add_article("Загинуло 18 людей")
    archive.annotations.add(
        article.id, 9, 11, archive.tags.named("killed").id, attributes={"value": 18, "unit": "осіб"}
    )
    write(archive, tmp_path / "a.json")
    tasks = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    tasks[0]["annotations"][0]["result"][1]["value"]["number"] = 19
    (tmp_path / "a.json").write_text(json.dumps(tasks), encoding="utf-8")
    assert FORMAT.read is not None
    (document,) = (item for item in FORMAT.read(tmp_path / "a.json") if isinstance(item, ReadDocument))
    assert document.annotations[0].attributes == {"value": 19, "unit": "осіб"}


def test_a_package_has_the_configuration_and_its_tasks_in_files_of_some(
    archive: Archive, add_article: Add, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(label_studio_writing, "_TASKS_A_FILE", 2)
    for number in range(5):
        add_article(f"Новина {number}")
    write(archive, tmp_path / "folder")
    files = sorted(path.name for path in (tmp_path / "folder").iterdir())
    assert files == ["config.xml", "tasks-0001.json", "tasks-0002.json", "tasks-0003.json"]
    tasks = [task for name in files[1:] for task in json.loads((tmp_path / "folder" / name).read_bytes())]
    assert [task["id"] for task in tasks] == [1, 2, 3, 4, 5]
    assert [task["data"]["article"] for task in tasks] == sorted(archive.articles.ids(archive.articles.rows()))


def test_the_configuration_has_a_label_for_each_tag_under_its_kind(
    archive: Archive, add_article: Add, tmp_path: Path
) -> None:
    archive.tags.add("<лідер> & “друг”", "actor", colour="#356ddc")
    add_article("Новина")
    write(archive, tmp_path / "folder")
    root = etree.fromstring((tmp_path / "folder" / "config.xml").read_bytes())
    labels = {(each.getparent().get("name"), each.get("value")) for each in root.iter("Label")}
    assert labels == {(str(tag.kind), tag.name) for tag in archive.tags.all()}
    assert [each.get("background") for each in root.iter("Label") if "лідер" in each.get("value")] == ["#356ddc"]
    # Only figures are among the tags, so only they are asked about.
    assert {each.get("whenTagName") for each in root.iter("View")} == {None, "figure"}
    assert {each.get("name") for each in root.iter("Number")} == {"value", "low", "high"}


def test_that_a_window_may_count_emoji_otherwise_is_told(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Так 🎉 сталося")
    for start, end in ((0, 3), (4, 5), (6, 13)):
        archive.annotations.add(article.id, start, end, archive.tags.all()[0].id)
    assert [(loss.what, loss.count) for loss in write(archive, tmp_path / "a.json")] == [
        ("places after characters such as emoji", 2)
    ]
