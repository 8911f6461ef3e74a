# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written for brat comes back."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from archivist.exchange.brat import FORMAT
from archivist.exchange.incoming.mapping import TagMapping
from archivist.exchange.incoming.taking_in import take_in
from archivist.model import Article, Node, NodeType
from archivist.store import Archive
from tests.exchange.brought_back import assert_brought_back, contents_of, documents_of, items_of, problems_of, written
from tests.exchange.spans import marked_article, marked_texts
from tests.long_work import run_to_end

Add = Callable[..., Article]


@pytest.mark.parametrize("name", ["collection", "collection.zip"])
def test_everything_comes_back(archive: Archive, articles: list[Article], tmp_path: Path, name: str) -> None:
    contents = contents_of(archive)
    assert written(FORMAT, contents, tmp_path / name) == []
    assert FORMAT.recognises is not None
    assert FORMAT.recognises(tmp_path / name)
    assert_brought_back(FORMAT, contents, tmp_path / name)


def test_it_comes_back_into_an_empty_archive(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    written(FORMAT, contents_of(archive), tmp_path / "out")
    with Archive.create(tmp_path / "empty", who="Petro") as empty:
        report = run_to_end(take_in(empty, FORMAT, tmp_path / "out", TagMapping()))
        assert [line for line in report.lines if line.detail] == []
        assert_brought_back(FORMAT, contents_of(empty), tmp_path / "out")
        assert not run_to_end(take_in(empty, FORMAT, tmp_path / "out", TagMapping())).changed


def test_the_same_gives_the_same_bytes(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    for name in ("first.zip", "second.zip"):
        written(FORMAT, contents_of(archive), tmp_path / name)
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marked=marked_texts())
def test_any_text_and_spans_come_back(
    archive: Archive, tmp_path_factory: pytest.TempPathFactory, marked: tuple[str, list[tuple[int, int]]]
) -> None:
    contents = contents_of(archive, [marked_article(archive, *marked)])
    path = tmp_path_factory.mktemp("brat") / "written"
    written(FORMAT, contents, path)
    assert_brought_back(FORMAT, contents, path)


def test_names_of_any_script_are_written_in_ascii(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    parent = archive.tags.add("Загиблі / поранені", "figure", description="усі | разом")
    child = archive.tags.add("xn--так", "figure", parent=parent.id)
    article = add_article("Загинуло 18 людей")
    first = archive.annotations.add_quote(article.id, "18", parent.id)
    second = archive.annotations.add_quote(article.id, "людей", child.id)
    source, target = (Node(NodeType.ANNOTATION, mark.id) for mark in (first, second))
    archive.relations.add("хто це?", source, target, "так\nсамо")
    written(FORMAT, contents_of(archive), tmp_path / "out")
    assert_brought_back(FORMAT, contents_of(archive), tmp_path / "out")
    rows = (tmp_path / "out" / f"{article.id}.ann").read_text(encoding="utf-8").splitlines()
    types = [row.split("\t")[1].split()[0] for row in rows]
    assert all(type_.isascii() and type_.replace("-", "").replace("_", "").isalnum() for type_ in types)
    conf = (tmp_path / "out" / "annotation.conf").read_text(encoding="utf-8")
    entities = conf.split("[entities]\n")[1].split("\n\n")[0].split("\n")
    assert len(entities) == len(archive.tags.all())
    assert entities[[row.startswith("\t") for row in entities].index(True) - 1] == types[0]  # the child is below
    assert "| Загиблі / поранені" in (tmp_path / "out" / "visual.conf").read_text(encoding="utf-8")


def test_a_span_over_lines_is_written_in_fragments(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Він сказав  \n  тричі\n\nні.")
    tag = archive.tags.named("strike").id
    archive.annotations.add(article.id, 4, 23, tag)
    contents = contents_of(archive)
    written(FORMAT, contents, tmp_path / "out")
    first = (tmp_path / "out" / f"{article.id}.ann").read_text(encoding="utf-8").splitlines()[0]
    assert first == "T1\tstrike 4 10;15 20;22 23\tсказав тричі н"
    assert_brought_back(FORMAT, contents, tmp_path / "out")


def test_words_that_do_not_stand_together_stay_so(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("північна і південна Корея")
    fragments = [[0, 8], [20, 25]]
    tag = archive.tags.named("ministry").id
    archive.annotations.add(article.id, 0, 25, tag, attributes={"fragments": fragments})
    archive.annotations.add(article.id, 0, 8, tag, attributes={"fragments": [[0, 3], [90, 99]]})  # they are none
    contents = contents_of(archive)
    written(FORMAT, contents, tmp_path / "out")
    rows = (tmp_path / "out" / f"{article.id}.ann").read_text(encoding="utf-8").splitlines()
    assert rows[0] == "T1\tministry 0 8;20 25\tпівнічна Корея"
    assert_brought_back(FORMAT, contents, tmp_path / "out")


def test_what_was_changed_in_brat_counts(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Загинуло 18 людей \nу місті")
    tag = archive.tags.named("killed").id
    archive.annotations.add(article.id, 9, 19, tag, note="а\nб", attributes={"value": 18, "unit": "осіб"})
    written(FORMAT, contents_of(archive), tmp_path / "out")
    ann = tmp_path / "out" / f"{article.id}.ann"
    raw = ann.read_text(encoding="utf-8")
    changed = raw.replace("killed 9 17\t18 людей", "strike 9 11\t18").replace("value T1 18", "value T1 багато")
    assert changed.count("strike") == changed.count("багато") == 1
    ann.write_text(changed.replace("\tа б\n", "\tінша\n"), encoding="utf-8")
    [document] = documents_of(items_of(FORMAT, tmp_path / "out"))
    [mark] = document.annotations
    assert (mark.start, mark.end, mark.quote, mark.label, mark.note) == (9, 11, "18", "strike", "інша")
    assert mark.attributes == {"value": "багато", "unit": "осіб"}


def test_relations_of_what_is_left_out_are_counted(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    hard = next(id_ for id_ in contents_of(archive).ids if archive.annotations.of_article(id_))
    provenance = archive.articles.provenance(hard)
    archive.articles.revise(hard, "Зовсім інший текст", provenance)  # all annotations are for review
    [loss] = written(FORMAT, contents_of(archive), tmp_path / "out")
    assert (loss.what, loss.count) == ("relations of records", 1)
    assert problems_of(items_of(FORMAT, tmp_path / "out")) == []


def test_without_its_definitions_the_annotations_are_still_there(
    archive: Archive, articles: list[Article], tmp_path: Path
) -> None:
    written(FORMAT, contents_of(archive), tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as packed, zipfile.ZipFile(tmp_path / "some.zip", "w") as some:
        for name in packed.namelist():
            if name.endswith((".txt", ".ann")):
                some.writestr(name, packed.read(name))
    items = items_of(FORMAT, tmp_path / "some.zip")
    assert problems_of(items) == []
    read = {mark.id: mark for document in documents_of(items) for mark in document.annotations}
    kept = [mark for handed in contents_of(archive).articles() for mark in handed.annotations]
    assert {id_: (mark.start, mark.end, mark.label, mark.record) for id_, mark in read.items()} == {
        mark.id: (mark.start, mark.end, mark.tag.name, mark.record or "") for mark in kept
    }
