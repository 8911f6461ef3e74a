# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from archivist.errors import ArticleNotFound, DestinationTaken, NothingSelected, OnlyRestricted, StorageFailed
from archivist.exchange import Aspect, Contents, Selection, export, format_to_write, loss_file, preview_losses
from archivist.exchange.outgoing import exporting as module
from archivist.model import Article, Kind, Loss, Progress, Restriction, RestrictionKind
from archivist.store import Archive, durable
from tests.exchange.line_format import LINES, read, without_overlaps, write
from tests.long_work import run_to_end

Add = Callable[..., Article]
EVERYTHING = frozenset(Aspect)


@pytest.fixture
def chosen(articles: list[Article]) -> Selection:
    return Selection(tuple(article.id for article in articles))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_was_written_is_published_with_the_losses_beside_it(
    archive: Archive, chosen: Selection, out: Path
) -> None:
    report = run_to_end(export(archive, LINES, chosen, out / "news.jsonl"))
    assert names(out) == ["news.jsonl", "news.jsonl.losses.txt"]
    assert (report.path, report.articles, report.annotations, report.records) == (out / "news.jsonl", 2, 6, 0)
    lines = [json.loads(line) for line in (out / "news.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == list(chosen.articles)
    told = loss_file(out / "news.jsonl").read_text(encoding="utf-8")
    assert told.startswith("What is in the archive, and is not in news.jsonl\n")
    assert all(f"{loss.what} ({loss.count}): {loss.why}" in told for loss in report.losses)


def test_where_nothing_is_lost_nothing_is_beside_it(archive: Archive, chosen: Selection, out: Path) -> None:
    report = run_to_end(export(archive, replace(LINES, keeps=EVERYTHING), chosen, out / "news.jsonl"))
    assert (names(out), report.losses, report.records, report.relations) == (["news.jsonl"], (), 5, 3)


def test_a_preview_tells_what_the_export_will_lose_and_writes_nothing(
    archive: Archive, chosen: Selection, out: Path
) -> None:
    format_ = replace(LINES, fit=without_overlaps)
    preview = run_to_end(preview_losses(archive, format_, chosen))
    assert names(out) == []
    report = run_to_end(export(archive, format_, chosen, out / "news.jsonl"))
    assert (preview.articles, preview.annotations, preview.losses) == (2, 4, report.losses)
    assert Loss("annotations", 2, "overlap another") in preview.losses
    assert run_to_end(preview_losses(archive, format_to_write("bundle"), chosen)).losses == ()


def test_what_only_the_writer_knows_is_told_as_well(archive: Archive, chosen: Selection, out: Path) -> None:
    def writes(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
        yield from write(contents, path)
        return [Loss("times", 1, "are earlier than 1970"), Loss("times", 2, "are earlier than 1970")]

    report = run_to_end(export(archive, replace(LINES, write=writes), chosen, out / "a.jsonl"))
    assert report.losses[-1] == Loss("times", 3, "are earlier than 1970")


def test_restricted_articles_are_left_out_and_told_unless_they_are_asked_for(
    archive: Archive, chosen: Selection, out: Path
) -> None:
    kept, held = chosen.articles
    archive.articles.restrict([held], Restriction(RestrictionKind.EMBARGO, "2030"))
    report = run_to_end(export(archive, LINES, chosen, out / "without.jsonl"))
    assert (report.articles, report.losses[0].what, report.losses[0].count) == (1, "restricted articles", 1)
    assert kept in (out / "without.jsonl").read_text(encoding="utf-8")
    assert held not in (out / "without.jsonl").read_text(encoding="utf-8")
    asked = run_to_end(export(archive, LINES, replace(chosen, restricted=True), out / "with.jsonl"))
    assert asked.articles == 2
    assert "restricted articles" not in {loss.what for loss in asked.losses}
    assert [loss.count for loss in asked.losses if loss.what == "restrictions"] == [1]
    ended = run_to_end(export(archive, LINES, replace(chosen, today="2031-01-01"), out / "later.jsonl"))
    assert ended.articles == 2


@pytest.mark.parametrize("name", ["lines", "bundle"])
def test_where_all_are_restricted_nothing_is_written(archive: Archive, chosen: Selection, out: Path, name: str) -> None:
    archive.articles.restrict(chosen.articles, Restriction(RestrictionKind.REDACTED))
    format_ = LINES if name == "lines" else format_to_write("bundle")
    with pytest.raises(OnlyRestricted):
        run_to_end(export(archive, format_, chosen, out / "news"))
    with pytest.raises(OnlyRestricted):
        run_to_end(preview_losses(archive, format_, chosen))
    with pytest.raises(NothingSelected):
        run_to_end(export(archive, format_, Selection(()), out / "news"))
    assert names(out) == []


@pytest.mark.parametrize("taken", ["news.lines", "news.lines.losses.txt"])
@pytest.mark.parametrize("name", ["lines", "bundle"])
def test_nothing_is_written_over(archive: Archive, chosen: Selection, out: Path, taken: str, name: str) -> None:
    (out / taken).write_text("mine")
    format_ = LINES if name == "lines" else format_to_write("bundle")
    with pytest.raises(DestinationTaken, match=taken):
        run_to_end(export(archive, format_, chosen, out / "news.lines"))
    assert names(out) == [taken]
    assert (out / taken).read_text() == "mine"


@pytest.mark.parametrize("taken", ["news.jsonl", "news.jsonl.losses.txt"])
def test_what_comes_to_be_there_meanwhile_is_not_written_over_either(
    archive: Archive, chosen: Selection, out: Path, taken: str
) -> None:
    steps = export(archive, LINES, chosen, out / "news.jsonl")
    next(steps)
    (out / taken).write_text("mine")
    with pytest.raises(DestinationTaken, match=taken):
        run_to_end(steps)
    assert names(out) == [taken]


def test_giving_up_at_any_step_leaves_nothing(archive: Archive, chosen: Selection, out: Path) -> None:
    steps_of_all = len(list(export(archive, LINES, chosen, out / "whole.jsonl")))
    assert steps_of_all >= 4  # writing, counting, checking
    for path in out.iterdir():
        path.unlink()
    for number in range(1, steps_of_all + 1):
        steps = export(archive, LINES, chosen, out / "news.jsonl")
        for _ in range(number):
            next(steps)
        assert names(out)
        steps.close()
        assert names(out) == []
    archive.tags.add("again", "event")  # the snapshot was given up too


def test_what_goes_wrong_while_it_is_written_leaves_nothing(archive: Archive, chosen: Selection, out: Path) -> None:
    def fails(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
        yield from write(contents, path)
        raise OSError(5, "Input/output error")

    with pytest.raises(StorageFailed):
        run_to_end(export(archive, replace(LINES, write=fails), chosen, out / "news.jsonl"))
    with pytest.raises(ArticleNotFound):
        run_to_end(export(archive, LINES, Selection((*chosen.articles, "nowhere")), out / "news.jsonl"))
    with pytest.raises(StorageFailed):
        run_to_end(export(archive, LINES, chosen, out / "no such folder" / "news.jsonl"))
    assert names(out) == []


def test_all_of_it_is_on_the_disk_before_it_is_read_back_and_named(
    archive: Archive, chosen: Selection, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    sync = durable.sync_files

    def noted(paths: Iterable[Path]) -> None:
        found = list(paths)
        order.extend(path.name for path in found)
        assert names(out)[0].startswith(".")  # not named yet
        sync(found)

    def folder(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
        path.mkdir()
        (path / "deep").mkdir()
        return (yield from write(contents, path / "deep" / "all.jsonl"))

    def check(path: Path) -> object:
        order.append("read back")
        return read(path / "deep" / "all.jsonl")

    for each in (module, durable):
        monkeypatch.setattr(each, "sync_files", noted)
    run_to_end(export(archive, replace(LINES, write=folder, read=check), chosen, out / "news"))  # type: ignore[arg-type]
    assert order == ["all.jsonl", "read back", "news.losses.txt"]
    assert names(out) == ["news", "news.losses.txt"]


def test_the_archive_is_read_as_it_was_at_one_moment(archive: Archive, chosen: Selection, out: Path) -> None:
    steps = export(archive, replace(LINES, keeps=EVERYTHING), chosen, out / "news.jsonl")
    next(steps)
    other = archive.connect()
    other.annotations.add_quote(chosen.articles[1], "а", other.tags.named("strike").id)
    other.close()
    report = run_to_end(steps)
    assert (report.annotations, archive.annotations.count()) == (6, 7)


def test_the_losses_of_a_format_that_exports_itself_are_beside_it_too(
    archive: Archive, chosen: Selection, out: Path
) -> None:
    filtered = replace(chosen, kinds=frozenset((Kind.EVENT,)))
    report = run_to_end(export(archive, format_to_write("bundle"), filtered, out / "part.zip"))
    assert names(out) == ["part.zip", "part.zip.losses.txt"]
    assert [loss.what for loss in report.losses] == ["annotations not chosen", "relations", "entries of the history"]
    run_to_end(export(archive, format_to_write("bundle"), chosen, out / "whole.zip"))
    assert names(out) == ["part.zip", "part.zip.losses.txt", "whole.zip"]
