# SPDX-License-Identifier: GPL-3.0-or-later
"""What others write for brat, its dialects, and what is wrong with some of it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.errors import FileDamaged, FileUnsafe
from archivist.exchange.brat import FORMAT
from archivist.exchange.incoming.mapping import TagMapping
from archivist.exchange.incoming.taking_in import take_in
from archivist.exchange.items import Problem, ReadDocument, ReadRecord, ReadTag
from archivist.model import Kind, Status
from archivist.store import Archive
from tests.exchange.brought_back import documents_of, items_of, problems_of
from tests.long_work import run_to_end

TEXT = "Олена Коваль приїхала до Львова.\nЗаява: 12 поранених\n"
Put = Callable[..., ReadDocument]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes a text with lines about it, and reads them."""

    def put_and_read(*lines: str, text: str = TEXT, newline: str = "\n") -> ReadDocument:
        (tmp_path / "news").mkdir(exist_ok=True)
        (tmp_path / "news" / "a.txt").write_bytes(text.encode())
        (tmp_path / "news" / "a.ann").write_bytes("".join(line + newline for line in lines).encode())
        [document] = documents_of(items_of(FORMAT, tmp_path / "news"))
        return document

    return put_and_read


def quotes(document: ReadDocument) -> list[tuple[str, str]]:
    """Label and words, which are those at the place."""
    assert document.text is not None
    for mark in document.annotations:
        assert mark.quote == document.text[mark.start : mark.end]
    return [(mark.label, mark.quote or "") for mark in document.annotations]


def test_words_of_a_type(put: Put) -> None:
    document = put("T1\tPER 0 12\tОлена Коваль", "T2\tLOC 25 31\tЛьвова")
    assert quotes(document) == [("PER", "Олена Коваль"), ("LOC", "Львова")]
    assert [mark.where for mark in document.annotations] == ["a.ann, line 1", "a.ann, line 2"]
    assert document.raw == TEXT.encode()


def test_tabs_between_the_fields_and_words_that_go_on(put: Put) -> None:
    document = put("T1\tPER\t0\t12\tОлена Коваль", "", "T2\tMISC\t25\t39\tЛьвова.", "Заява:", "T3\tNUM\t40\t42\t12")
    assert quotes(document) == [("PER", "Олена Коваль"), ("MISC", "Львова.\nЗаява:"), ("NUM", "12")]
    assert document.problems == ()


def test_words_go_on_over_an_empty_line(put: Put) -> None:
    document = put("T1\tX 0 4\tа", "", "б", "T2\tX 3 4\tб", text="а\n\nб")
    assert quotes(document) == [("X", "а\n\nб"), ("X", "б")]


def test_a_stray_line_is_told_of(put: Put) -> None:
    document = put("T1\tPER 0 5\tОлена", "Коваль", "T2\tLOC 25 31\tЛьвова")
    assert quotes(document) == [("PER", "Олена"), ("LOC", "Львова")]
    [problem] = document.problems
    assert problem.where == "a.ann, line 2"
    assert "Коваль" in problem.what


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_windows_line_ends(put: Put, newline: str) -> None:
    text = TEXT.replace("\n", "\r\n")
    document = put("T1\tNUM 41 43\t12", "T2\tX 25 34;34 39\tЛьвова. Заява", text=text, newline=newline)
    assert document.text == text
    assert quotes(document)[0] == ("NUM", "12")


def test_windows_line_ends_that_were_counted_as_one(put: Put) -> None:
    document = put("T1\tNUM 40 42\t12", "T2\tX 25 32;33 38\tЛьвова. Заява", text=TEXT.replace("\n", "\r\n"))
    assert quotes(document) == [("NUM", "12"), ("X", "Львова.\nЗаява")]
    assert document.raw == TEXT.replace("\n", "\r\n").encode()


def test_fragments(put: Put) -> None:
    document = put("T1\tX 25 32;33 38\tЛьвова. Заява", "T2\tY 0 5;40 42\tОлена 12")
    near, far = document.annotations
    assert (near.start, near.end, near.quote, near.attributes) == (25, 38, "Львова.\nЗаява", {})
    assert (far.start, far.end, far.attributes) == (0, 42, {"fragments": [[0, 5], [40, 42]]})


def test_events_with_what_takes_part(put: Put) -> None:
    document = put(
        *("T1\tPER 0 5\tОлена", "T2\tMove 13 21\tприїхала", "T3\tLOC 25 31\tЛьвова", "T4\tSay 33 38\tЗаява"),
        *("E1\tMove:T2 Who:T1 Where:T3", "E2\tMove:T2 Who:T1", "E3\tSay:T4", "E4\tSay:T4 What:E1 What2:E2"),
    )
    kinds = {mark.key: (mark.label, mark.kind) for mark in document.annotations}
    assert kinds == {
        "T1": ("PER", ""),
        "T2": ("Move", "event"),
        "T3": ("LOC", ""),
        "T4": ("Say", "event"),
        "E2": ("Move", "event"),
        "E4": ("Say", "event"),  # further events on the same words
    }
    found = [(relation.type, relation.source, relation.target) for relation in document.relations]
    assert found[:3] == [("Who", "T2", "T1"), ("Where", "T2", "T3"), ("Who", "E2", "T1")]
    assert found[3:] == [("What", "E4", "T2"), ("What", "E4", "E2")]


def test_relations_and_equivalences(put: Put) -> None:
    document = put(
        *("T1\tA 0 5\tОлена", "T2\tB 6 12\tКоваль", "T3\tC 25 31\tЛьвова"),
        *("R1\tknows Arg2:T2 Arg1:T1\t", "R2\tlives Who:T1 Where:T3", "*\tEquiv T1 T2 T3"),
        *("A1\tOld R1", "#1\tAnnotatorNotes R1\tперевірити"),
    )
    found = [(relation.type, relation.source, relation.target, relation.note) for relation in document.relations]
    assert found == [
        ("knows", "T1", "T2", "Old\nперевірити"),
        ("lives", "T1", "T3", "Who, Where"),
        *(("Equiv", "T1", "T2", ""), ("Equiv", "T1", "T3", "")),
    ]


def test_attributes_and_notes(put: Put) -> None:
    document = put(
        *(
            "T1\tMove 13 21\tприїхала",
            "E1\tMove:T1",
            "A1\tNegation E1",
            "A2\tTense E1 past perfect",
            "M1\tSpeculation E1",
        ),
        *(
            "A3\tTense T1 other",
            "#1\tAnnotatorNotes E1\tперша",
            "#2\tAnnotatorNotes T1\tдруга",
            "#3\tLemma T1\t приїхати",
        ),
        *("#4\tAnnotatorNotes A1\tсправді?",),
    )
    [mark] = document.annotations
    assert mark.attributes == {
        "Negation": True,
        "Tense": ["past perfect", "other"],
        "Speculation": True,
        "Lemma": "приїхати",
    }
    assert mark.note == "перша\nдруга\nсправді?"
    assert document.problems == ()


def test_what_words_are_called_in_a_database(put: Put, tmp_path: Path) -> None:
    put(
        *("T1\tPER 0 5\tОлена", "T2\tPER 6 12\tКоваль", "N1\tReference T1 Wikidata:Q1\tОлена К.", "E1\tMove:T3"),
        *("N2\tReference T2 Wikidata:Q1\tОлена К.", "N3\tReference T2 Local:7\tОлена", "T3\tMove 13 21\tприїхала"),
        "N4\tReference T3 Local:8\tПриїзд",
    )
    items = items_of(FORMAT, tmp_path / "news")
    records = [item for item in items if isinstance(item, ReadRecord)]
    assert [(record.draft.kind, record.draft.name, record.draft.external_ids) for record in records] == [
        (Kind.ACTOR, "Олена К.", {"Wikidata": "Q1"}),
        (Kind.EVENT, "Приїзд", {"Local": "8"}),
    ]
    first, second, move = documents_of(items)[0].annotations
    assert first.record == second.record == records[0].key
    assert second.attributes == {"Reference": "Local:7 Олена"}
    assert move.record == records[1].key


def test_bionlp_parts_what_is_given_from_what_is_to_be_found(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("p53 binds MDM2", encoding="utf-8")
    (tmp_path / "b.a1").write_text("T1\tProtein 0 3\tp53\nT2\tProtein 10 14\tMDM2\n", encoding="utf-8")
    (tmp_path / "b.a2").write_text(
        "*\tEquiv T1 T2\nT3\tBinding 4 9\tbinds\nE1\tBinding:T3 Theme:T1 Theme2:T2\nM1\tNegation E1\n", encoding="utf-8"
    )
    for path in (tmp_path, tmp_path / "b.a1", tmp_path / "b.a2"):
        assert FORMAT.recognises is not None
        assert FORMAT.recognises(path)
        [document] = documents_of(items_of(FORMAT, path))
        assert [mark.key for mark in document.annotations] == ["T1", "T2", "T3"]
        assert document.annotations[2].attributes == {"Negation": True}
        assert [(each.type, each.target) for each in document.relations] == [
            *(("Theme", "T1"), ("Theme", "T2"), ("Equiv", "T2")),
        ]


def test_definitions(put: Put, tmp_path: Path) -> None:
    put("T1\tCity 25 31\tЛьвова")
    (tmp_path / "news" / "annotation.conf").write_text(
        "# types\n[entities]\nPlace\n\tCity\n\t!Region\nPerson\n[relations]\nlives\tArg1:Person, Arg2:Place\n[events]\n"
        "<ANY>=Person|Place\n-----\nMove|GO:1\tWho:Person, Where?:Place\n[attributes]\nNegation\tArg:<EVENT>\n"
        "Size\tArg:City, Value:small|big\n",
        encoding="utf-8",
    )
    (tmp_path / "news" / "visual.conf").write_text(
        "[labels]\nMove | Moving | M\nCity | C\n[drawing]\nCity\tfgColor:black, bgColor:#A0b0C0\nPlace\tbgColor:red\n",
        encoding="utf-8",
    )
    tags = [item for item in items_of(FORMAT, tmp_path / "news") if isinstance(item, ReadTag)]
    assert tags == [
        ReadTag("Place"),
        ReadTag("City", parent="Place", colour="#a0b0c0", description="Attribute Size (small, big)"),
        ReadTag("Region", parent="Place"),
        ReadTag("Person"),
        ReadTag("Move", "Moving", kind="event", description="Roles: Who, Where; attribute Negation"),
    ]


def test_one_file_stands_for_its_document(put: Put, tmp_path: Path) -> None:
    put("T1\tPER 0 5\tОлена")
    (tmp_path / "news" / "other.ann").write_text("T1\tPER 0 5\tОлена\n", encoding="utf-8")
    for name in ("a.ann", "a.txt"):
        [document] = documents_of(items_of(FORMAT, tmp_path / "news" / name))
        assert quotes(document) == [("PER", "Олена")]


def test_what_is_none_of_brat_is_named(put: Put, tmp_path: Path) -> None:
    put("T1\tPER 0 5\tОлена")
    for name in ("page.html", "README", "tools.conf", ".stats_cache"):
        (tmp_path / "news" / name).write_text("x")
    [problem] = problems_of(items_of(FORMAT, tmp_path / "news"))
    assert problem == Problem("news", "Passed over, as they are no part of the collection: README, page.html.")


@pytest.mark.parametrize("other", ["page.html", "alone.txt", "deep/page.html"])
def test_a_folder_in_which_a_collection_lies_beside_something_else_is_none(
    put: Put, tmp_path: Path, other: str
) -> None:
    put("T1\tPER 0 5\tОлена")
    assert FORMAT.recognises is not None
    assert FORMAT.recognises(tmp_path)
    (tmp_path / "deep").mkdir()
    (tmp_path / other).write_text("Новина.")
    assert FORMAT.recognises(tmp_path / "news")
    assert not FORMAT.recognises(tmp_path)
    (tmp_path / "annotation.conf").write_text("[entities]\nPER\n")  # of all that is below it
    assert FORMAT.recognises(tmp_path)


def test_folders_in_folders(put: Put, tmp_path: Path) -> None:
    put("T1\tPER 0 5\tОлена")
    (tmp_path / "news" / "deep" / "er").mkdir(parents=True)
    (tmp_path / "news" / "a.txt").rename(tmp_path / "news" / "deep" / "er" / "b.txt")
    (tmp_path / "news" / "a.ann").rename(tmp_path / "news" / "deep" / "er" / "b.ann")
    [document] = documents_of(items_of(FORMAT, tmp_path / "news"))
    assert document.name == "deep/er/b"


# What is wrong with a file


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("T1\tPER zero 5\tОлена", "no type with a start and an end"),
        ("T1\tPER 5 5\t", "marks no words"),
        ("T1", "begins with no id"),
        ("X1\tPER 0 5\tОлена", "begins with no id"),
        ("E1\tMove", "not of the form name:id"),
        ("E1\tMove:T9", "there are no words “T9”"),
        ("R1\tknows Arg1:T7", "fewer than two"),
        ("R1\tknows Arg1:T7 Arg2:T8", "no annotation has the id “T7”"),
        ("*\tEquiv T7", "fewer than two"),
        ("A1\tNegation", "no name and no id"),
        ("A1\tNegation E7", "there is no “E7”"),
        ("#1\tAnnotatorNotes T7\tщо це", "there is no “T7”"),
        ("N1\tReference T7 Wikidata Q1\tх", "no reference of the form"),
        ('#1\tArchivist T7\t{"id": 1}', "it is not there"),
        ("\x00\x01", "begins with no id"),
    ],
)
def test_a_line_that_cannot_be_understood_is_told_of_and_the_rest_is_read(put: Put, line: str, told: str) -> None:
    document = put(line, "T5\tPER 0 5\tОлена")
    assert quotes(document) == [("PER", "Олена")]
    [problem] = document.problems
    assert problem.where == "a.ann, line 1"
    assert told in problem.what


def test_an_id_that_is_there_twice_loses_nothing(put: Put) -> None:
    document = put("T1\tPER 0 5\tОлена", "T1\tPER 6 12\tКоваль", "A1\tOld T1")
    assert [mark.attributes for mark in document.annotations] == [{"Old": True}, {}]
    assert quotes(document) == [("PER", "Олена"), ("PER", "Коваль")]
    [problem] = document.problems
    assert "“T1” is there twice" in problem.what


def test_wrong_offsets_are_given_as_they_are_with_the_words(put: Put) -> None:
    document = put("T1\tPER 1 6\tОлена", "T2\tPER 12 6\tКоваль", "T3\tLOC 900 906\tЛьвова", "T4\tX 0 5\tЩось інше")
    assert [(mark.start, mark.end, mark.quote) for mark in document.annotations] == [
        *((1, 6, "Олена"), (12, 6, "Коваль"), (900, 906, "Львова"), (0, 5, "Щось інше")),
    ]


def test_wrong_offsets_are_moved_to_their_words_or_are_for_review(put: Put, tmp_path: Path, archive: Archive) -> None:
    put(
        "T1\tPER 1 6\tОлена", "T2\tLOC 900 906\tЛьвова", "T3\tX 0 5\tЩось інше", "T4\tNUM 40 42\t12", "T5\tX 0 5\tОлена"
    )
    report = run_to_end(take_in(archive, FORMAT, tmp_path / "news", TagMapping()))
    marks = archive.annotations.of_article(report.articles[0])
    assert sorted((mark.quote, mark.status) for mark in marks if mark.status is Status.ANCHORED) == [
        ("12", "anchored"),
        *[("Львова", "anchored"), ("Олена", "anchored"), ("Олена", "anchored")],
    ]
    assert [mark.quote for mark in marks if mark.status is Status.REVIEW] == ["Щось інше"]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u"])
def test_a_collection_in_another_encoding_is_read_by_its_letters(put: Put, tmp_path: Path, encoding: str) -> None:
    put("T1\tPER 0 5\tОлена", "T2\tLOC 25 31\tЛьвова")
    for path in (tmp_path / "news").iterdir():
        path.write_bytes(path.read_bytes().decode().encode(encoding))
    items = items_of(FORMAT, tmp_path / "news")
    [document] = documents_of(items)
    assert quotes(document) == [("PER", "Олена"), ("LOC", "Львова")]
    assert document.text == TEXT
    assert (document.raw, document.encoding) == (TEXT.encode(encoding), encoding)
    [told] = problems_of(items)
    assert (told.where, told.what.split(";")[0]) == (
        "news",
        f"a.txt, a.ann are not in UTF-8 and were read as {encoding}",
    )


def test_each_file_is_read_in_its_own_encoding(put: Put, tmp_path: Path) -> None:
    put("T1\tPER 0 5\tОлена")
    (tmp_path / "news" / "b.txt").write_bytes(TEXT.encode("cp1251"))
    (tmp_path / "news" / "b.ann").write_bytes("T1\tPER 0 5\tОлена\n".encode())
    (tmp_path / "news" / "c.txt").write_bytes(TEXT.encode())
    (tmp_path / "news" / "c.ann").write_bytes("T1\tPER 0 5\tОлена\n".encode("utf-16"))
    items = items_of(FORMAT, tmp_path / "news")
    for document in documents_of(items):
        assert quotes(document) == [("PER", "Олена")]
    assert [problem.where for problem in problems_of(items)] == ["news"]


def test_the_encoding_that_is_said_is_the_one(put: Put, tmp_path: Path) -> None:
    put("T1\tPER 0 5\tОлена")
    for path in (tmp_path / "news").iterdir():
        path.write_bytes(path.read_bytes().decode().encode("cp866"))
    assert FORMAT.read_in is not None
    [document] = documents_of(list(FORMAT.read_in(tmp_path / "news", "cp866")))
    assert (quotes(document), document.text) == ([("PER", "Олена")], TEXT)
    (tmp_path / "news" / "b.ann").write_bytes(b"T1\tPER 0 5\t\xff\n")
    items = list(FORMAT.read_in(tmp_path / "news", "utf-8"))
    assert [(problem.where, "utf-8" in problem.what) for problem in problems_of(items)] == [
        *[("a.txt", True), ("a.ann", True), ("a", False)],
        *[("b.ann", True), ("b", False)],
    ]


def test_words_that_are_not_at_their_place_after_decoding_are_told(archive: Archive, put: Put, tmp_path: Path) -> None:
    put("T1\tPER 0 5\tОлена", "T2\tLOC 25 31\tОдеса")
    for path in (tmp_path / "news").iterdir():
        path.write_bytes(path.read_bytes().decode().encode("cp1251"))
    report = run_to_end(take_in(archive, FORMAT, tmp_path / "news", TagMapping()))
    assert any("a.ann, line 2" in line.where and "Одеса" in str(line) for line in report.lines)
    [article] = report.articles
    provenance = archive.articles.provenance(article)
    assert provenance.encoding == "cp1251"
    marks = archive.annotations.of_article(article)
    assert {mark.quote: mark.status for mark in marks} == {"Олена": Status.ANCHORED, "Одеса": Status.REVIEW}


def test_a_text_without_annotations_and_annotations_without_a_text(put: Put, tmp_path: Path) -> None:
    put("T1\tPER 0 5\tОлена")
    (tmp_path / "news" / "README.txt").write_text("Про добірку", encoding="utf-8")
    (tmp_path / "news" / "b.ann").write_text("T1\tPER 0 5\tОлена\n", encoding="utf-8")
    (tmp_path / "news" / "c.ann").write_text("", encoding="utf-8")
    items = items_of(FORMAT, tmp_path / "news")
    assert [(document.name, document.text) for document in documents_of(items)] == [("a", TEXT), ("b", None)]
    assert sorted(problem.where for problem in problems_of(items)) == ["README.txt", "c"]


def test_a_line_that_breaks_off(put: Put) -> None:
    document = put("T1\tPER 0 5\tОлена", "T2\tLOC 25 31\tЛьв")
    assert [mark.quote for mark in document.annotations] == ["Олена", "Льв"]


def test_what_we_noted_and_somebody_changed(put: Put) -> None:
    document = put(
        *("T1\tPER 0 5\tОлена", '#1\tArchivist T1\t{"id": "x"', '#2\tArchivist T1\t{"id": "no uuid"}'),
        *('#3\tArchivist T1\t{"span": [3, 900]}', "#4\tArchivist T1\tпросто примітка"),
    )
    [mark] = document.annotations
    assert (mark.start, mark.end, mark.id) == (0, 5, "")
    assert mark.attributes == {"Archivist": "просто примітка"}
    assert [problem.where for problem in document.problems] == ["a.ann, line 2", "a.ann, line 3"]


def test_a_companion_that_cannot_be_understood(put: Put, tmp_path: Path) -> None:
    put("T1\tPER 0 5\tОлена")
    (tmp_path / "news" / "archivist.jsonl").write_text('{"record": {}}\n{\n{"else": 1}\n[]\n', encoding="utf-8")
    items = items_of(FORMAT, tmp_path / "news")
    assert [problem.where for problem in problems_of(items)] == [f"archivist.jsonl, line {at}" for at in (1, 2, 3, 4)]


@pytest.mark.parametrize("name", ["../a.ann", "/etc/a.ann"])
def test_a_zip_file_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr("a.txt", TEXT)
        packed.writestr(name, "T1\tPER 0 5\tОлена\n")
    with pytest.raises(FileUnsafe):
        items_of(FORMAT, tmp_path / "x.zip")
    assert FORMAT.recognises is not None
    assert not FORMAT.recognises(tmp_path / "x.zip")


def test_a_bomb_and_a_part_of_a_zip_file_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", TEXT)
        packed.writestr("a.ann", b" " * (300 << 20))
    with pytest.raises(FileUnsafe):
        items_of(FORMAT, tmp_path / "bomb.zip")
    (tmp_path / "part.zip").write_bytes((tmp_path / "bomb.zip").read_bytes()[:-30])
    with pytest.raises(FileDamaged):
        items_of(FORMAT, tmp_path / "part.zip")


def test_a_link_is_not_followed(put: Put, tmp_path: Path) -> None:
    put("T1\tPER 0 5\tОлена")
    (tmp_path / "secret.ann").write_text("T1\tPER 0 5\tОлена\n", encoding="utf-8")
    (tmp_path / "news" / "b.ann").symlink_to(tmp_path / "secret.ann")
    items = items_of(FORMAT, tmp_path / "news")
    assert len(documents_of(items)) == 1
    assert problems_of(items) == [Problem("b.ann", "it is a symbolic link, so it was not read")]


def test_what_is_no_collection_is_not_taken_for_one(tmp_path: Path) -> None:
    recognises = FORMAT.recognises
    assert recognises is not None
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert not recognises(tmp_path)
    assert not recognises(tmp_path / "a.txt")
    (tmp_path / "a.ann").write_text("<xml/>", encoding="utf-8")
    assert not recognises(tmp_path)
    assert not recognises(tmp_path / "a.ann")
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr("a.txt", TEXT)
    assert not recognises(tmp_path / "x.zip")
    assert not recognises(tmp_path / "nothing.ann")
    (tmp_path / "a.ann").write_text("\n", encoding="utf-8")  # nothing is annotated yet
    assert recognises(tmp_path)
