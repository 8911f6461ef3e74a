# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written as tables comes back."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from archivist.exchange.format import Format
from archivist.exchange.tabular import CSV, XLSX
from archivist.model import Article, Provenance, Status
from archivist.store import Archive
from tests.exchange.brought_back import assert_brought_back, contents_of, documents_of, items_of, problems_of, written
from tests.exchange.spans import marked_article, marked_texts

Add = Callable[..., Article]
PLACES = [(CSV, "tables"), (CSV, "tables.zip"), (XLSX, "tables.xlsx")]


@pytest.mark.parametrize(("format_", "name"), PLACES)
def test_everything_comes_back(
    archive: Archive, articles: list[Article], tmp_path: Path, format_: Format, name: str
) -> None:
    contents = contents_of(archive)
    assert written(format_, contents, tmp_path / name) == []
    assert format_.recognises is not None
    assert format_.recognises(tmp_path / name)
    assert_brought_back(format_, contents, tmp_path / name)


@pytest.mark.parametrize(("format_", "name"), PLACES)
def test_the_same_gives_the_same_bytes(
    archive: Archive, articles: list[Article], tmp_path: Path, format_: Format, name: str
) -> None:
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        written(format_, contents_of(archive), tmp_path / folder / name)
    first, second = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "first", tmp_path / "second")
    )
    assert first == second


@pytest.mark.parametrize("format_", [CSV, XLSX], ids=lambda format_: format_.name)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marked=marked_texts())
def test_any_text_and_spans_come_back(
    archive: Archive,
    tmp_path_factory: pytest.TempPathFactory,
    format_: Format,
    marked: tuple[str, list[tuple[int, int]]],
) -> None:
    contents = contents_of(archive, [marked_article(archive, *marked)])
    path = tmp_path_factory.mktemp("tables") / f"written{format_.extensions[0]}"
    written(format_, contents, path)
    assert_brought_back(format_, contents, path)


@pytest.mark.parametrize(("format_", "name"), PLACES)
def test_what_is_for_review_stays_so(
    archive: Archive, add_article: Add, tmp_path: Path, format_: Format, name: str
) -> None:
    article = add_article("Загинуло 18 людей")
    mark = archive.annotations.add_quote(article.id, "18", archive.tags.named("killed").id)
    archive.articles.revise(article.id, "Ніхто не загинув", Provenance("a.txt", "plain-text", "1", "utf-8"))
    [lost] = archive.annotations.of_article(article.id)
    assert lost.status is Status.REVIEW
    written(format_, contents_of(archive), tmp_path / name)
    items = items_of(format_, tmp_path / name)
    [document] = documents_of(items)
    [read] = document.annotations
    assert (read.id, read.quote, read.for_review, read.start) == (mark.id, "18", True, lost.start)
    assert (read.prefix, read.suffix) == (lost.prefix, lost.suffix) == ("Загинуло ", " людей")
    assert problems_of(items) == []


def rewritten(path: Path, change: Callable[[list[dict[str, str]]], list[dict[str, str]]]) -> None:
    """Change the rows of a CSV file."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    names = list(rows[0])
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, names, delimiter=";")
        writer.writeheader()
        writer.writerows(change(rows))


def test_rows_may_be_sorted_anew_with_semicolons_and_a_mark(
    archive: Archive, articles: list[Article], tmp_path: Path, add_article: Add
) -> None:
    other = add_article("Ще одна новина про 18 людей")
    archive.annotations.add_quote(other.id, "18", archive.tags.named("killed").id)
    written(CSV, contents_of(archive), tmp_path / "out")
    for name in ("annotations", "articles", "relations"):
        rewritten(tmp_path / "out" / f"{name}.csv", lambda rows: sorted(rows, key=lambda row: row["id"][::-1]))
    assert_brought_back(CSV, contents_of(archive), tmp_path / "out")


@pytest.mark.parametrize("format_", [CSV, XLSX], ids=["csv", "xlsx"])
def test_articles_come_back_where_their_annotations_are_lost(
    archive: Archive, articles: list[Article], tmp_path: Path, format_: Format
) -> None:
    path = tmp_path / f"news{format_.outgoing[0]}"
    written(format_, contents_of(archive), path)
    with zipfile.ZipFile(path) as file:
        members = {name: file.read(name) for name in file.namelist()}
    lost = "annotations.csv" if format_ is CSV else "xl/worksheets/sheet2.xml"
    assert lost in members
    with zipfile.ZipFile(path, "w") as file:
        for name, raw in members.items():
            if name != lost:
                file.writestr(name, raw)
    items = items_of(format_, path)
    assert [document.text for document in documents_of(items)] == [
        archive.articles.revision(article.id).body for article in articles
    ]
    assert any("annotations" in problem.where for problem in problems_of(items))
