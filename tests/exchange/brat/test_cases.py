# SPDX-License-Identifier: GPL-3.0-or-later
"""What others wrote, counted in another way."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from archivist.exchange.brat import FORMAT
from archivist.exchange.items import ReadDocument, ReadRecord
from tests.exchange.brought_back import documents_of, items_of, problems_of

FOLDERS = ["brat-neruk2", "brat-official-examples", "events-commodity-news"]


def lines_of(folder: Path) -> Counter[str]:
    """How many lines of each sort there are, by their first character."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*.ann"):
        found.update(re.findall(r"^([TERAMN#*])\d*\t", path.read_text(encoding="utf-8"), re.MULTILINE))
    return found


def further_events(folder: Path) -> int:
    """Events whose words name an event already, or one of another type."""
    number = 0
    for path in folder.rglob("*.ann"):
        raw = path.read_text(encoding="utf-8")
        events = re.findall(r"^E\d+\t([^\s:]+):(\S+)", raw, re.MULTILINE)
        types = dict(re.findall(r"^(T\d+)\t(\S+)", raw, re.MULTILINE))
        number += len(events) - len({(type_, id_) for type_, id_ in events if types.get(id_) == type_})
    return number


def joined(folder: Path) -> int:
    """How many things are joined: by relations, as arguments of events, and as said to be equal to another."""
    number = lines_of(folder)["R"]
    for path in folder.rglob("*.ann"):
        raw = path.read_text(encoding="utf-8")
        number += sum(len(rest.split()) for rest in re.findall(r"^E\d+\t\S+(.*)", raw, re.MULTILINE))
        number += sum(len(rest.split()) - 1 for rest in re.findall(r"^\*\t\S+(.*)", raw, re.MULTILINE))
    return number


@pytest.mark.parametrize("name", FOLDERS)
def test_every_line_is_read(cases: Path, name: str) -> None:
    folder = cases / name
    items = items_of(FORMAT, folder)
    [problem] = problems_of(items)
    assert problem.what.startswith(
        "Passed over, as they are no part of the collection: "
    )  # what the folder says of itself
    documents = documents_of(items)
    assert len(documents) == len(list(folder.rglob("*.ann")))
    counted = lines_of(folder)
    annotations = [mark for document in documents for mark in document.annotations]
    # Of several events that the same words name, each after the first is an annotation of its own.
    assert len(annotations) == counted["T"] + further_events(folder)
    assert sum(mark.kind == "event" for mark in annotations if mark.key.startswith("E")) == further_events(folder)
    assert sum(len(document.relations) for document in documents) == joined(folder)
    said = sum(
        len(value) if isinstance(value, list) else 1 for mark in annotations for value in mark.attributes.values()
    )
    notes = sum(len(mark.note.split("\n")) for mark in annotations if mark.note)
    records = sum(bool(mark.record) for mark in annotations)
    # An attribute of an event goes with its words; notes of a type of their own are attributes ("Lemma").
    assert said + notes + records == counted["A"] + counted["M"] + counted["#"] + counted["N"]


@pytest.mark.parametrize("name", FOLDERS)
def test_all_words_are_at_their_place(cases: Path, name: str) -> None:
    for document in documents_of(items_of(FORMAT, cases / name)):
        assert document.text is not None
        assert [mark for mark in document.annotations if document.text[mark.start : mark.end] != mark.quote] == []


def test_what_the_lines_repeat_is_what_is_read(cases: Path) -> None:
    """The words of each line, which in NER-UK 2.0 go on in the next, as a pattern over the whole file takes them."""
    folder = cases / "brat-neruk2" / "dev"
    pattern = re.compile(r"^(T\d+)\t(\S+)\t(\d+)\t(\d+)\t(.*?)(?=\n+T\d+\t|\n*\Z)", re.MULTILINE | re.DOTALL)
    for document in documents_of(items_of(FORMAT, folder)):
        raw = (folder / f"{document.name}.ann").read_text(encoding="utf-8")
        expected = [(id_, label, int(start), int(end), words) for id_, label, start, end, words in pattern.findall(raw)]
        assert [(m.key, m.label, m.start, m.end, m.quote) for m in document.annotations] == expected


def test_factrueval(cases: Path) -> None:
    folder = cases / "factrueval2016"
    items = items_of(FORMAT, folder)
    documents = documents_of(items)
    problem, _readme = problems_of(items)
    assert problem.what == "“descriptor” was left out: it has no value"
    assert len(documents) == len(list(folder.rglob("*.spans")))
    spans = {path.stem: rows_of(path) for path in folder.rglob("*.spans")}
    read: dict[str, ReadDocument] = {Path(document.name).name: document for document in documents}
    for stem, rows in spans.items():
        document = read[stem]
        expected = [(label, int(start), int(start) + int(length)) for _, label, start, length, *_ in rows]
        assert [(mark.label, mark.start, mark.end) for mark in document.annotations] == expected
        assert document.text is not None
        assert all(document.text[mark.start : mark.end] == mark.quote for mark in document.annotations)
    drafts = Counter(str(item.draft.kind) for item in items if isinstance(item, ReadRecord))
    coref = sum(bool(re.match(r"\d", " ".join(row))) for path in folder.rglob("*.coref") for row in rows_of(path))
    named = {
        (path.stem, id_)
        for path in folder.rglob("*.coref")
        for row in rows_of(path)
        if row[0].isdigit()
        for id_ in row[1:]
    }
    objects = {(path.stem, row[0]) for path in folder.rglob("*.objects") for row in rows_of(path)}
    facts = [row for path in folder.rglob("*.facts") for row in rows_of(path)]
    assert drafts == {
        "actor": coref + len(objects - named),  # an object that is in no line of .coref is a record of its own
        "event": sum(bool(re.match(r"\d+-\d+$", row[0])) for row in facts),
    }
    ends = sum(bool(re.match(r"(obj|span)\d+$", row[1])) for row in facts)
    assert sum(len(document.relations) for document in documents) == ends


def rows_of(path: Path) -> list[list[str]]:
    return [row.split() for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]
