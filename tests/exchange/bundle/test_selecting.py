# SPDX-License-Identifier: GPL-3.0-or-later
"""A bundle of some annotations only, and of restricted articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archivist.errors import BundleRefused
from archivist.exchange import Outcome, Selection, export_bundle, import_bundle
from archivist.model import Article, ExportReport, Kind, Restriction, RestrictionKind
from archivist.store import Archive
from tests.exchange.sealing import change_line, seal
from tests.long_work import run_to_end

EMBARGO = Restriction(RestrictionKind.EMBARGO, "2030-01-31", "=на прохання")
SECRET = ("2\u00a0500", "18 людей, ще 18")  # words that are marked by what is not chosen alone


@pytest.fixture
def chosen(articles: list[Article]) -> Selection:
    return Selection(tuple(article.id for article in articles))


@pytest.fixture
def hard(articles: list[Article]) -> str:
    return next(article.id for article in articles if article.outlet)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "other", who="Ihor") as other:
        yield other


def exported(archive: Archive, selection: Selection, destination: Path) -> ExportReport:
    return run_to_end(export_bundle(archive, selection, destination))


def losses(report: ExportReport) -> dict[str, int]:
    return {loss.what: loss.count for loss in report.losses}


def test_annotations_that_are_not_chosen_are_in_no_file(archive: Archive, chosen: Selection, tmp_path: Path) -> None:
    report = exported(archive, replace(chosen, kinds=frozenset((Kind.EVENT,))), tmp_path / "part")
    (kept,) = [mark for id_ in chosen.articles for mark in archive.annotations.of_article(id_) if mark.quote == "مرحبا"]
    others = {mark.id for id_ in chosen.articles for mark in archive.annotations.of_article(id_)} - {kept.id}
    relations = {
        relation.id for relation in archive.relations.all() if others & {relation.source.id, relation.target.id}
    }
    assert (report.articles, report.annotations) == (2, 1)
    for path in (tmp_path / "part").rglob("*"):
        if path.is_file():
            text = path.read_bytes().decode("utf-8", "replace")
            assert not [id_ for id_ in others | relations if id_ in text], path
    assert kept.id in (tmp_path / "part/data/annotations.jsonld").read_text(encoding="utf-8")
    assert kept.id in (tmp_path / "part/data/tables/annotations.csv").read_text(encoding="utf-8")


def test_what_the_history_does_not_tell_is_counted(archive: Archive, chosen: Selection, tmp_path: Path) -> None:
    report = exported(archive, replace(chosen, kinds=frozenset((Kind.EVENT,))), tmp_path / "part")
    lines = (tmp_path / "part/data/history.jsonl").read_text(encoding="utf-8").splitlines()
    whole = list(archive.history.of_articles(chosen.articles))
    assert losses(report) == {
        "annotations not chosen": 5,
        "relations": 1,
        "entries of the history": len(whole) - len(lines),
    }
    assert [json.loads(line)["what"] for line in lines].count("annotation") == 2  # made, and linked
    told, all_told = ([json.loads(line)["what"] for line in lines], [entry["what"] for entry in whole])
    for what in ("article", "membership"):
        assert told.count(what) == all_told.count(what) > 0


def test_a_part_is_another_collection_than_the_whole(archive: Archive, chosen: Selection, tmp_path: Path) -> None:
    parts = {
        "whole": chosen,
        "events": replace(chosen, kinds=frozenset((Kind.EVENT,))),
        "mine": replace(chosen, annotators=frozenset(("Olena",))),
        "events again": replace(chosen, kinds=frozenset((Kind.EVENT,))),
    }
    ids = {}
    for name, selection in parts.items():
        exported(archive, selection, tmp_path / name)
        ids[name] = json.loads((tmp_path / name / "data/annotations.jsonld").read_text(encoding="utf-8"))["id"]
    assert ids["events"] == ids["events again"]
    assert len(set(ids.values())) == 3


def test_a_part_goes_into_another_archive(archive: Archive, other: Archive, chosen: Selection, tmp_path: Path) -> None:
    exported(archive, replace(chosen, kinds=frozenset((Kind.FIGURE,))), tmp_path / "part.zip")
    report = run_to_end(import_bundle(other, tmp_path / "part.zip"))
    assert (report.annotations, other.annotations.count()) == (3, 3)
    assert not report.conflicts


def test_restricted_articles_are_not_in_it(archive: Archive, chosen: Selection, hard: str, tmp_path: Path) -> None:
    archive.articles.restrict([hard], EMBARGO)
    report = exported(archive, chosen, tmp_path / "out")
    assert (report.articles, report.annotations, report.records) == (1, 0, 1)
    assert losses(report) == {"restricted articles": 1, "records": 4, "relations": 1}
    assert not [path for path in (tmp_path / "out").rglob("*") if path.is_file() and hard.encode() in path.read_bytes()]


def test_a_restriction_goes_along_and_comes_back(
    archive: Archive, other: Archive, chosen: Selection, hard: str, tmp_path: Path
) -> None:
    archive.articles.restrict([hard], EMBARGO)
    asked = replace(chosen, restricted=True)
    report = exported(archive, asked, tmp_path / "out")
    assert (report.articles, report.losses) == (2, ())
    table = (tmp_path / "out/data/tables/articles.csv").read_text(encoding="utf-8")
    assert "embargo,2030-01-31,'=на прохання" in table
    run_to_end(import_bundle(other, tmp_path / "out"))
    assert other.articles.restrictions() == {hard: EMBARGO}
    assert not run_to_end(import_bundle(other, tmp_path / "out")).changed
    other.history.undo()
    assert other.articles.count() == 0
    other.history.redo()
    exported(other, asked, tmp_path / "again")
    for name in ("articles.jsonl", "tables/articles.csv", "annotations.jsonld"):
        assert (tmp_path / "again/data" / name).read_bytes() == (tmp_path / "out/data" / name).read_bytes()


def test_a_restriction_that_differs_is_kept_as_it_is_here_and_told(
    archive: Archive, chosen: Selection, hard: str, tmp_path: Path
) -> None:
    exported(archive, chosen, tmp_path / "free")
    archive.articles.restrict([hard], EMBARGO)
    report = run_to_end(import_bundle(archive, tmp_path / "free"))
    (line,) = report.conflicts
    assert (line.id, line.outcome, line.detail) == (hard, Outcome.CONFLICT, "differs in restriction; ours is kept")
    assert archive.articles.restrictions() == {hard: EMBARGO}


@pytest.mark.parametrize(
    "restriction",
    [
        {"kind": "secret", "until": "", "reason": ""},
        {"kind": "embargo", "until": "soon", "reason": ""},
        {"kind": "redacted", "until": "2030-01-31", "reason": ""},
        {"kind": "embargo", "until": ""},
        "embargo",
    ],
)
def test_a_restriction_that_is_not_understood_is_not_taken_for_none(
    archive: Archive, other: Archive, chosen: Selection, hard: str, tmp_path: Path, restriction: object
) -> None:
    archive.articles.restrict([hard], EMBARGO)
    exported(archive, replace(chosen, restricted=True), tmp_path / "out")
    place = chosen.articles.index(hard)
    change_line(tmp_path / "out/data/articles.jsonl", lambda line: line.update(restriction=restriction), place)
    seal(tmp_path / "out")
    with pytest.raises(BundleRefused, match=r"restriction|reason"):
        run_to_end(import_bundle(other, tmp_path / "out"))
    assert other.articles.count() == 0
