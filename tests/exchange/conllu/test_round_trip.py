# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written as CoNLL-U comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from archivist.exchange.conllu import FORMAT
from archivist.exchange.incoming.mapping import TagMapping
from archivist.exchange.incoming.taking_in import take_in
from archivist.model import Article, Kind, RecordDraft
from archivist.store import Archive
from tests.exchange.brought_back import assert_brought_back, contents_of, documents_of, items_of, problems_of, written
from tests.exchange.spans import marked_article, marked_texts
from tests.long_work import run_to_end

Add = Callable[..., Article]


def rows_of(path: Path) -> list[list[str]]:
    """The columns of all tokens."""
    rows = path.read_text(encoding="utf-8").split("\n")
    return [row.split("\t") for row in rows if row and not row.startswith("#")]


def test_everything_comes_back(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    contents = contents_of(archive)
    path = tmp_path / "out.conllu"
    assert written(FORMAT, contents, path) == []
    assert FORMAT.recognises is not None
    assert FORMAT.recognises(path)
    assert_brought_back(FORMAT, contents, path)


def test_it_is_known_below_any_number_of_records(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    for number in range(500):
        archive.records.add(RecordDraft(Kind.ACTOR, f"Особа {number}", note="примітка " * 20))
    contents = contents_of(archive)
    path = tmp_path / "out.conllu"
    written(FORMAT, contents, path)
    assert FORMAT.recognises is not None
    assert FORMAT.recognises(path)
    assert_brought_back(FORMAT, contents, path)


def test_it_comes_back_into_an_empty_archive(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    written(FORMAT, contents_of(archive), tmp_path / "out.conllu")
    with Archive.create(tmp_path / "empty", who="Petro") as empty:
        report = run_to_end(take_in(empty, FORMAT, tmp_path / "out.conllu", TagMapping()))
        assert [line for line in report.lines if line.detail] == []
        assert_brought_back(FORMAT, contents_of(empty), tmp_path / "out.conllu")
        assert not run_to_end(take_in(empty, FORMAT, tmp_path / "out.conllu", TagMapping())).changed


def test_the_same_gives_the_same_bytes(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    for name in ("first.conllu", "second.conllu"):
        written(FORMAT, contents_of(archive), tmp_path / name)
    assert (tmp_path / "first.conllu").read_bytes() == (tmp_path / "second.conllu").read_bytes()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marked=marked_texts())
def test_any_text_and_spans_come_back(
    archive: Archive, tmp_path_factory: pytest.TempPathFactory, marked: tuple[str, list[tuple[int, int]]]
) -> None:
    contents = contents_of(archive, [marked_article(archive, *marked)])
    path = tmp_path_factory.mktemp("conllu") / "out.conllu"
    written(FORMAT, contents, path)
    assert_brought_back(FORMAT, contents, path)
    assert all(len(row) == 10 and not any(map(str.isspace, row[1])) for row in rows_of(path))


def test_a_text_without_a_word_comes_back(archive: Archive, tmp_path: Path) -> None:
    contents = contents_of(archive, [marked_article(archive, " \n ", [(0, 2)])])
    written(FORMAT, contents, tmp_path / "out.conllu")
    assert_brought_back(FORMAT, contents, tmp_path / "out.conllu")


def test_sentences_tokens_and_tags(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("О. Коваль: «Так».  Загинуло 10 000\nлюдей")
    tags = {tag.name: tag.id for tag in archive.tags.all()}
    archive.annotations.add_quote(article.id, "Загинуло 10 000\nлюд", tags["killed"])
    archive.annotations.add_quote(article.id, "10 000", tags["strike"])
    archive.annotations.add_quote(article.id, "Коваль", tags["ministry"])
    written(FORMAT, contents_of(archive), tmp_path / "out.conllu")
    rows = (tmp_path / "out.conllu").read_text(encoding="utf-8").split("\n")
    assert [row.removeprefix("# text = ") for row in rows if row.startswith("# text")] == [
        *("О. Коваль: «Так».", "Загинуло 10 000", "людей"),
    ]
    assert [(row[1], row[9]) for row in rows_of(tmp_path / "out.conllu")] == [
        *(("О", "SpaceAfter=No"), (".", "_"), ("Коваль", "NE=B-ministry|NEId=1|SpaceAfter=No"), (":", "_")),
        *(("«", "SpaceAfter=No"), ("Так", "SpaceAfter=No"), ("»", "SpaceAfter=No"), (".", r"SpacesAfter=\s\s")),
        *(("Загинуло", "NE=B-killed|NEId=2"), ("10", "NE=I-killed|NE2=B-strike|NE2Id=3|NEId=2")),
        ("000", r"NE=I-killed|NE2=I-strike|NE2Id=3|NEId=2|SpacesAfter=\n"),
        *(("люд", "NE=I-killed|NEId=2|SpaceAfter=No"), ("ей", "SpaceAfter=No")),
    ]


def test_what_was_changed_elsewhere_counts(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Загинуло 18 людей у місті")
    tags = {tag.name: tag.id for tag in archive.tags.all()}
    mark = archive.annotations.add(article.id, 9, 18, tags["killed"], note="так")  # with the space after it
    archive.annotations.add_quote(article.id, "місті", tags["strike"])
    path = tmp_path / "out.conllu"
    written(FORMAT, contents_of(archive), path)
    raw = path.read_text(encoding="utf-8")
    changed = raw.replace("NE=I-killed|NEId=1", "_").replace("NE=B-killed", "NE=B-ministry")
    path.write_text(changed.replace("NE=B-strike|NEId=2|", ""), encoding="utf-8")
    items = items_of(FORMAT, path)
    [found] = documents_of(items)[0].annotations
    assert (found.id, found.start, found.end, found.label, found.note) == (mark.id, 9, 11, "ministry", "так")
    [problem] = problems_of(items)
    assert "no word has its number any more" in problem.what
