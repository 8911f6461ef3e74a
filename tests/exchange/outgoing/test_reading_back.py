# SPDX-License-Identifier: GPL-3.0-or-later
"""What does not read back as it was written is not published, and the sentence names the article."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archivist.errors import ExportDiffers, FileDamaged
from archivist.exchange import Aspect, Contents, Format, Selection, export
from archivist.exchange.items import Item, Problem, ReadDocument, Unit
from archivist.model import Article, Loss, Progress
from archivist.store import Archive
from tests.exchange.line_format import KEPT, LINES, Line, in_utf16, line_of, read, without_overlaps
from tests.long_work import run_to_end


@pytest.fixture
def chosen(articles: list[Article]) -> Selection:
    return Selection(tuple(article.id for article in articles))


@pytest.fixture
def hard(articles: list[Article]) -> Article:
    return next(article for article in articles if article.outlet)


def changed(change: Callable[[Line], object], title: str) -> Format:
    """The format with a writer that does something else to one article."""

    def write(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
        with path.open("x", encoding="utf-8") as file:
            for handed in contents.articles():
                yield Progress(0, 0, "write")
                line = line_of(handed)
                if handed.article.title == title:
                    change(line)
                if line:
                    file.write(json.dumps(line) + "\n")
        return ()

    return replace(LINES, write=write)


def _nudge(line: Line) -> None:
    line["marks"][2][0] += 1


def _widen(line: Line) -> None:
    line["marks"][2][1] += 1


def _retag(line: Line) -> None:
    line["marks"][0][2] = "strike"


def _twice(line: Line) -> None:
    line["marks"].append(line["marks"][0])


CHANGES = {
    "a start is moved by a character": _nudge,
    "an end is moved by a character": _widen,
    "a label is another": _retag,
    "an annotation is missing": lambda line: line["marks"].pop(),
    "an annotation is there twice": _twice,
    "a character is another": lambda line: line.update(text=line["text"].replace("\u00a0", " ")),
    "the id is another": lambda line: line.update(id="another"),
    "the article is missing": lambda line: line.clear(),
}


@pytest.mark.parametrize("what", CHANGES)
def test_an_article_that_reads_back_as_another_is_named(
    archive: Archive, chosen: Selection, hard: Article, tmp_path: Path, what: str
) -> None:
    with pytest.raises(ExportDiffers) as caught:
        run_to_end(export(archive, changed(CHANGES[what], hard.title), chosen, tmp_path / "news.jsonl"))
    assert hard.title in str(caught.value)
    assert hard.id in str(caught.value)
    assert not [path for path in tmp_path.iterdir() if "news" in path.name]


def test_more_than_was_written_is_an_error_too(archive: Archive, chosen: Selection, tmp_path: Path) -> None:
    def more(path: Path) -> Iterator[Item]:
        yield from read(path)
        yield from read(path)

    with pytest.raises(ExportDiffers, match="more in it"):
        run_to_end(export(archive, replace(LINES, read=more), chosen, tmp_path / "news.jsonl"))


@pytest.mark.parametrize("beside", [True, False])
def test_what_its_own_reader_cannot_read_is_an_error(
    archive: Archive, chosen: Selection, tmp_path: Path, beside: bool
) -> None:
    problem = Problem("news.jsonl, line 1", "the offset is none")

    def doubting(path: Path) -> Iterator[Item]:
        for document in read(path):
            assert isinstance(document, ReadDocument)
            yield document if beside else replace(document, problems=(problem,))
        if beside:
            yield problem

    def failing(path: Path) -> Iterator[Item]:
        yield from read(path)
        raise FileDamaged(path, "it ends too soon")

    with pytest.raises(ExportDiffers, match="line 1: the offset is none"):
        run_to_end(export(archive, replace(LINES, read=doubting), chosen, tmp_path / "news.jsonl"))
    with pytest.raises(ExportDiffers, match="it ends too soon"):
        run_to_end(export(archive, replace(LINES, read=failing), chosen, tmp_path / "news.jsonl"))
    assert not [path for path in tmp_path.iterdir() if "news" in path.name]


def test_order_units_and_names_of_labels_do_not_matter(archive: Archive, chosen: Selection, tmp_path: Path) -> None:
    report = run_to_end(export(archive, replace(LINES, read=in_utf16), chosen, tmp_path / "news.jsonl"))
    assert report.annotations == 6


@pytest.mark.parametrize("unit", [Unit.UTF16, Unit.BYTES])
def test_offsets_of_another_unit_than_is_said_are_found_out(
    archive: Archive, chosen: Selection, tmp_path: Path, unit: Unit
) -> None:
    def mistaken(path: Path) -> Iterator[Item]:
        for document in read(path):
            assert isinstance(document, ReadDocument)
            yield replace(document, unit=unit)

    with pytest.raises(ExportDiffers):
        run_to_end(export(archive, replace(LINES, read=mistaken), chosen, tmp_path / "news.jsonl"))


def test_bytes_are_a_unit_as_well(archive: Archive, chosen: Selection, tmp_path: Path) -> None:
    def in_bytes(path: Path) -> Iterator[Item]:
        for document in read(path):
            assert isinstance(document, ReadDocument)
            text = document.text or ""
            marks = tuple(
                replace(mark, start=len(text[: mark.start].encode()), end=len(text[: mark.end].encode()))
                for mark in document.annotations
            )
            yield replace(document, annotations=marks, unit=Unit.BYTES)

    assert run_to_end(export(archive, replace(LINES, read=in_bytes), chosen, tmp_path / "a.jsonl")).annotations == 6


def test_without_texts_the_marks_may_come_from_anywhere(
    archive: Archive, chosen: Selection, hard: Article, tmp_path: Path
) -> None:
    def scattered(path: Path) -> Iterator[Item]:
        for document in read(path):
            assert isinstance(document, ReadDocument)
            for mark in document.annotations:
                yield replace(document, text=None, annotations=(mark,))

    format_ = replace(LINES, keeps=KEPT - {Aspect.TEXT}, read=scattered)
    run_to_end(export(archive, format_, chosen, tmp_path / "news.jsonl"))
    wrong = replace(changed(_nudge, hard.title), keeps=format_.keeps, read=scattered)
    with pytest.raises(ExportDiffers, match="Страйк"):
        run_to_end(export(archive, wrong, chosen, tmp_path / "wrong.jsonl"))


def test_what_a_format_does_not_keep_is_not_compared(
    archive: Archive, chosen: Selection, hard: Article, tmp_path: Path
) -> None:
    format_ = changed(CHANGES["the id is another"], hard.title)
    run_to_end(export(archive, replace(format_, keeps=KEPT - {Aspect.ARTICLE_IDS}), chosen, tmp_path / "a.jsonl"))
    format_ = changed(_retag, hard.title)
    run_to_end(export(archive, replace(format_, keeps=KEPT - {Aspect.ANNOTATIONS}), chosen, tmp_path / "b.jsonl"))


def test_annotations_for_review_need_not_be_there_and_may_be(
    archive: Archive, chosen: Selection, tmp_path: Path
) -> None:
    def reviewing(path: Path) -> Iterator[Item]:
        for document in read(path):
            assert isinstance(document, ReadDocument)
            queued = tuple(replace(mark, for_review=True, start=0) for mark in document.annotations)
            yield replace(document, annotations=document.annotations + queued)

    run_to_end(export(archive, replace(LINES, read=reviewing), chosen, tmp_path / "news.jsonl"))


def test_a_format_that_holds_less_is_compared_with_what_it_holds(
    archive: Archive, chosen: Selection, hard: Article, tmp_path: Path
) -> None:
    run_to_end(export(archive, replace(LINES, fit=without_overlaps), chosen, tmp_path / "news.jsonl"))
    wrong = replace(changed(_nudge, hard.title), fit=without_overlaps)
    with pytest.raises(ExportDiffers):
        run_to_end(export(archive, wrong, chosen, tmp_path / "wrong.jsonl"))


def test_a_format_that_is_not_imported_is_read_back_by_its_check(
    archive: Archive, chosen: Selection, hard: Article, tmp_path: Path
) -> None:
    format_ = replace(LINES, read=None, check=read)
    assert not format_.reads
    run_to_end(export(archive, format_, chosen, tmp_path / "news.jsonl"))
    wrong = replace(changed(_nudge, hard.title), read=None, check=read)
    with pytest.raises(ExportDiffers):
        run_to_end(export(archive, wrong, chosen, tmp_path / "wrong.jsonl"))
