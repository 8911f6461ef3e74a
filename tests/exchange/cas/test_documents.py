# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.cas.cas_files import TYPES, cas_json, entity, read_all, read_one, written, xmi

TEXT = "Мер 😀 Київ\nі віче"


def test_the_label_is_the_value_else_the_only_words_else_the_layer(tmp_path: Path) -> None:
    written(
        tmp_path,
        TypeSystem__xml=TYPES,
        a__xmi=xmi(
            TEXT,
            entity(7, 11, "МІСТО"),
            entity(0, 3),
            '<custom:Role @ begin="0" end="3" office="мер" sure="true" share="0.5" years="2019 2023"/>',
            '<custom:Unknown @ begin="4" end="6" value="усмішка" colour="жовта"/>',
        ),
    )
    document, problems = read_one(tmp_path / "a.xmi")
    assert not problems
    assert document.text == TEXT
    assert [(mark.start, mark.end, mark.label, dict(mark.attributes)) for mark in document.annotations] == [
        (7, 11, "МІСТО", {}),
        (0, 3, "NamedEntity", {}),
        (0, 3, "мер", {"sure": True, "share": 0.5, "years": [2019, 2023], "layer": "webanno.custom.Role"}),
        (4, 6, "усмішка", {"colour": "жовта", "layer": "webanno.custom.Unknown"}),
    ]


def test_the_type_system_tells_references_from_numbers(tmp_path: Path) -> None:
    marks = ('<custom:Role @ begin="0" end="3" office="2"/>', '<custom:Role @ begin="7" end="11" boss="2"/>')
    written(tmp_path / "with", TypeSystem__xml=TYPES, a__xmi=xmi(TEXT, *marks))
    written(tmp_path / "without", a__xmi=xmi(TEXT, *marks))
    described, _ = read_one(tmp_path / "with")
    assert [mark.label for mark in described.annotations] == ["2", "Role"]
    assert [(each.type, each.source, each.target) for each in described.relations] == [("boss", "3", "2")]
    plain, _ = read_one(tmp_path / "without")
    assert [mark.label for mark in plain.annotations] == ["2", "2"]
    assert not plain.relations


def test_relations_slots_and_chains_become_relations(tmp_path: Path) -> None:
    path = written(
        tmp_path / "in",
        a__xmi=xmi(
            TEXT,
            entity(0, 3, "PER"),
            entity(7, 11, "LOC"),
            '<custom:Of @ begin="7" end="11" Governor="2" Dependent="3" value="очолює" since="2020"/>',
            '<custom:Meeting @ begin="14" end="18" who="6"/>',
            '<custom:WhoLink xmi:id="6" role="голова" target="2"/>',
            '<custom:PlaceLink @ begin="7" end="11" next="8" referenceRelation="тотожність"/>',
            '<custom:PlaceLink @ begin="14" end="18"/>',
            '<custom:PlaceChain @ first="7"/>',
        ),
    )
    document, problems = read_one(path / "a.xmi")
    assert not problems
    assert [mark.label for mark in document.annotations] == ["PER", "LOC", "Meeting", "тотожність", "PlaceLink"]
    assert {(each.type, each.source, each.target, each.note) for each in document.relations} == {
        ("очолює", "2", "3", "since: 2020"),
        ("голова", "5", "2", ""),
        ("тотожність", "7", "8", ""),
    }


def test_what_only_builds_the_text_is_no_annotation_and_is_counted_once(tmp_path: Path) -> None:
    lemma = '<seg:Lemma @ begin="0" end="3" value="мер"/>'
    path = written(
        tmp_path / "in",
        a__xmi=xmi(
            TEXT,
            '<seg:Sentence @ begin="0" end="11"/>',
            '<seg:Token @ begin="0" end="3"/>',
            lemma,
            lemma,
            '<tcas:DocumentAnnotation @ begin="0" end="18" language="uk"/>',
        ),
    )
    document, problems = read_one(path / "a.xmi")
    assert not document.annotations
    assert document.language == "uk"
    [problem] = problems
    assert "2 Lemma" in problem
    assert "Token" not in problem


def test_each_view_is_a_document(tmp_path: Path) -> None:
    second = (
        '<cas:Sofa xmi:id="50" sofaNum="2" sofaID="переклад" mimeType="text" sofaString="Mayor"/>'
        '<ner:NamedEntity xmi:id="51" sofa="50" begin="0" end="5" value="PER"/><cas:View sofa="50" members="51"/>'
    )
    content = xmi("Мер", entity(0, 3, "PER")).replace("</xmi:XMI>", f"{second}</xmi:XMI>")
    found, problems = read_all(written(tmp_path / "in", a__xmi=content) / "a.xmi")
    assert not problems
    assert [(each.name, each.text, len(each.annotations)) for each in found] == [
        ("a", "Мер", 1),
        ("a (переклад)", "Mayor", 1),
    ]


def test_metadata_name_and_describe_the_document(tmp_path: Path) -> None:
    meta = (
        '<meta:DocumentMetaData @ begin="0" end="3" documentId="{}" documentTitle="{}" language="ru"'
        ' documentUri="https://example.org/a"/>'
    )
    path = written(
        tmp_path / "in",
        a__xmi=xmi("Мер", meta.format("news-1", "Новий мер")),
        b__xmi=xmi("Мэр", meta.format("b.txt", "b.txt")),
    )
    titled, untitled = read_all(path)[0]
    assert (titled.name, titled.title, titled.url, titled.language) == (
        "news-1",
        "Новий мер",
        "https://example.org/a",
        "ru",
    )
    assert (untitled.name, untitled.title) == ("b.txt", "")


def test_line_ends_and_white_space_are_exactly_as_they_are_in_the_file(tmp_path: Path) -> None:
    text = " a\r\nb\tc\n\n"
    path = written(tmp_path / "in", a__xmi=xmi(text), b__json=cas_json(text))
    assert [document.text for document in read_all(path)[0]] == [text, text]


def test_json_says_itself_what_refers(tmp_path: Path) -> None:
    content = cas_json(
        TEXT,
        {"%TYPE": "x.Person", "^begin": 0, "^end": 3, "value": "мер", "#share": "NaN", "age": 40, "@of": 3},
        {"%TYPE": "x.Place", "begin": 7, "end": 11},
        {"%TYPE": "x.Rel", "begin": 7, "end": 11, "@Governor": 2, "@Dependent": 3},
    )
    document, problems = read_one(written(tmp_path / "in", a__json=content) / "a.json")
    assert not problems
    person, place = document.annotations
    assert (person.label, person.start, person.end) == ("мер", 0, 3)
    assert dict(person.attributes) == {"share": "NaN", "age": 40, "layer": "x.Person"}
    assert place.label == "Place"
    assert [(each.type, each.source, each.target) for each in document.relations] == [
        ("of", "2", "3"),
        ("Rel", "2", "3"),
    ]


def test_json_structures_may_be_an_object_by_id(tmp_path: Path) -> None:
    content = (
        '{"%FEATURE_STRUCTURES": {"1": {"%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "Мер"},'
        ' "2": {"%TYPE": "x.Person", "@sofa": 1, "begin": 0, "end": 3}}}'
    )
    document, _ = read_one(written(tmp_path / "in", a__json=content) / "a.json")
    assert [(mark.key, mark.label) for mark in document.annotations] == [("2", "Person")]


@pytest.mark.parametrize("members", ["2", "2 99"])
def test_what_is_in_no_index_is_deleted_there(tmp_path: Path, members: str) -> None:
    content = xmi("Мер міста", entity(0, 3), entity(4, 9), members=members)
    document, problems = read_one(written(tmp_path / "in", a__xmi=content) / "a.xmi")
    assert [(mark.start, mark.end) for mark in document.annotations] == [(0, 3)]
    [problem] = problems
    assert "1 annotations" in problem


def test_without_an_index_all_is_read(tmp_path: Path) -> None:
    content = xmi("Мер міста", entity(0, 3), entity(4, 9), members="")
    document, problems = read_one(written(tmp_path / "in", a__xmi=content) / "a.xmi")
    assert len(document.annotations) == 2
    assert not problems
