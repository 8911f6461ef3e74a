# SPDX-License-Identifier: GPL-3.0-or-later
"""What importing a bundle would come to, told before: the same as it then comes to, and with nothing written."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archivist.errors import ArchivistError, DiskFull, FileUnreadable
from archivist.exchange import (
    Decision,
    Outcome,
    TagMapping,
    compare,
    compare_bundle,
    conflicts_ahead,
    format_to_read,
    take_in,
)
from archivist.model import Article, ArticleDraft, Node, NodeType
from archivist.store import Archive
from tests.exchange.bundle.two_archives import bytes_of, compared, handed_over, merged
from tests.exchange.conftest import HARD_TEXT, add_records
from tests.long_work import run_to_end

Edit = Callable[[Archive, random.Random], object]


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "other", who="Ihor") as other:
        yield other


def test_a_comparison_with_an_empty_archive_writes_nothing(other: Archive, bundle: Path) -> None:
    counts = compared(other, bundle).counts
    assert (counts["article", Outcome.NEW], counts["annotation", Outcome.NEW]) == (2, 6)
    assert other.articles.count() == 0
    assert list(other.originals.folder.iterdir()) == []


def test_an_archive_that_is_open_for_reading_is_compared(other: Archive, bundle: Path) -> None:
    other.close()
    with Archive.open(other.folder, read_only=True) as reading:
        assert compared(reading, bundle).changed


def test_somebody_can_write_while_it_is_compared(archive: Archive, bundle: Path, articles: list[Article]) -> None:
    work = compare_bundle(archive, bundle)
    while next(work).what != "import":
        pass
    with archive.connect(patience_ms=0) as second:
        second.articles.update(articles[0].id, section="3")
    assert run_to_end(work).conflicts == ()


def test_a_comparison_that_is_stopped_leaves_nothing(
    other: Archive, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    work = compare_bundle(other, bundle)
    while next(work).what != "import":
        pass
    assert list((tmp_path / "scratch").iterdir()) != []
    work.close()
    assert list((tmp_path / "scratch").iterdir()) == []


def test_what_is_no_bundle_is_refused(other: Archive, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        run_to_end(compare_bundle(other, tmp_path / "nowhere"))


def test_another_programs_file_is_compared_too(other: Archive, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("Загинуло 18 людей", encoding="utf-8")
    (tmp_path / "news.ann").write_text("T1\tTOLL 9 11\t18\n", encoding="utf-8")
    work = (format_to_read("brat"), tmp_path / "news.ann", TagMapping())
    before = bytes_of(other)
    report = run_to_end(compare(other, *work))
    assert bytes_of(other) == before
    assert report.counts["annotation", Outcome.NEW] == 1
    assert report.counts == run_to_end(take_in(other, *work)).counts


class TestWhetherThereIsAnythingToDecide:
    """Where the archive knows nothing of a bundle, it is not compared at all."""

    def test_an_empty_archive_knows_nothing(self, other: Archive, bundle: Path) -> None:
        assert run_to_end(conflicts_ahead(other, bundle)) is None

    def test_other_articles_are_nothing_of_it(self, other: Archive, bundle: Path, add_other: str) -> None:
        assert other.articles.get(add_other)
        assert run_to_end(conflicts_ahead(other, bundle)) is None

    @pytest.fixture
    def add_other(self, other: Archive) -> str:
        return _add(other, "Зовсім інше")

    def test_an_article_that_is_here_is(self, archive: Archive, bundle: Path) -> None:
        report = run_to_end(conflicts_ahead(archive, bundle))
        assert report is not None
        assert report.counts["article", Outcome.UNCHANGED] == 2

    def test_a_text_that_is_here_is(self, other: Archive, bundle: Path) -> None:
        _add(other, HARD_TEXT)
        report = run_to_end(conflicts_ahead(other, bundle))
        assert report is not None
        assert len(report.conflicts) == 1

    def test_a_record_that_is_here_is(self, archive: Archive, other: Archive, bundle: Path) -> None:
        other.records.bring_in(archive.records.find("Міністерство"))
        assert run_to_end(conflicts_ahead(other, bundle)) is not None

    def test_a_tag_that_is_another_one_here_is(self, archive: Archive, other: Archive, bundle: Path) -> None:
        tag = archive.tags.named("killed")
        other.tags.add(tag.name, tag.kind, colour=tag.colour, shortcut=tag.shortcut, id_=tag.id)
        assert run_to_end(conflicts_ahead(other, bundle)) is None
        other.tags.update(tag.id, description="Загиблі")
        report = run_to_end(conflicts_ahead(other, bundle))
        assert report is not None
        assert [line.what for line in report.conflicts] == ["tag"]


def test_a_disk_without_room_for_a_copy_is_told(
    archive: Archive, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(bundle)._replace(free=1)
    monkeypatch.setattr("archivist.store.rehearsing.shutil.disk_usage", lambda _: full)
    with pytest.raises(DiskFull):
        run_to_end(compare_bundle(archive, bundle))


# Whatever two people do to one archive each


def _add(archive: Archive, body: str) -> str:
    return archive.articles.add(ArticleDraft(body, body), f"{archive.who}{body}".encode(), "text/plain").article


def _annotation(archive: Archive, chance: random.Random) -> str | None:
    ids = sorted(archive.articles.ids(archive.articles.rows()))
    marks = [mark.id for id_ in ids for mark in archive.annotations.of_article(id_)]
    return chance.choice(sorted(marks)) if marks else None


def _article(archive: Archive, chance: random.Random) -> str:
    return chance.choice(sorted(archive.articles.ids(archive.articles.rows())) or [""])


def _edit_annotation(archive: Archive, chance: random.Random) -> None:
    id_ = _annotation(archive, chance)
    if id_ is None:
        return
    mark = archive.annotations.get(id_)
    body = archive.articles.revision(mark.article).body
    words = [word for word in body.split() if len(word) > 2]
    match chance.randrange(6):
        case 0 if words:
            start = body.index(chance.choice(words))
            archive.annotations.update(id_, start=start, end=start + 2)
        case 1:
            archive.annotations.update(id_, tag=chance.choice(archive.tags.all()).id)
        case 2:
            archive.annotations.update(id_, attributes={"value": chance.randrange(3)})
        case 3:
            fitting = archive.records.all(mark.tag.kind)
            archive.annotations.update(id_, record=chance.choice(fitting).id if fitting else "")
        case 4:
            archive.annotations.delete(id_)
        case _:
            archive.annotations.update(id_, note=chance.choice(("так", "ні", "")))


def _mark(archive: Archive, chance: random.Random) -> None:
    article = _article(archive, chance)
    if article:
        archive.annotations.add_quote(article, "18", chance.choice(archive.tags.all()).id)


def _edit_article(archive: Archive, chance: random.Random) -> None:
    article = _article(archive, chance)
    if not article:
        return
    match chance.randrange(4):
        case 0:
            archive.articles.delete([article])
        case 1:
            body = archive.articles.revision(article).body.replace("людей", chance.choice(("осіб", "людей 18")))
            archive.articles.revise(article, body, archive.articles.provenance(article))
        case _:
            archive.articles.update(article, outlet=chance.choice(("Вісник", "Голос")))


def _edit_record(archive: Archive, chance: random.Random) -> None:
    records = sorted(archive.records.all(), key=lambda record: record.id)
    if not records:
        return
    one, two = chance.choice(records), chance.choice(records)
    match chance.randrange(4):
        case 0:
            archive.records.delete(one.id)
        case 1 if one.id != two.id and one.kind == two.kind:
            archive.records.merge(one.id, [two.id])
        case 2:
            archive.records.update(one.id, parent=two.id)
        case _:
            archive.records.update(one.id, name=chance.choice(("А", "Б")))


def _edit_relation(archive: Archive, chance: random.Random) -> None:
    relations = sorted(archive.relations.all(), key=lambda relation: relation.id)
    mark = _annotation(archive, chance)
    match chance.randrange(4):
        case 0 if relations:
            archive.relations.delete(chance.choice(relations).id)
        case 1 if relations and mark:
            archive.relations.update(chance.choice(relations).id, source=Node(NodeType.ANNOTATION, mark))
        case 2 if mark and archive.records.all():
            record = chance.choice(sorted(archive.records.ids()))
            archive.relations.add("part-of", Node(NodeType.RECORD, record), Node(NodeType.ANNOTATION, mark))
        case _ if relations:
            archive.relations.update(chance.choice(relations).id, note=chance.choice(("так", "ні")))


def _edit_tag(archive: Archive, chance: random.Random) -> None:
    tag = chance.choice(archive.tags.all())
    match chance.randrange(3):
        case 0:
            archive.tags.add(chance.choice(("wounded", "dead")), chance.choice(("figure", "event")))
        case 1:
            archive.tags.update(tag.id, parent=chance.choice(archive.tags.all()).id)
        case _:
            archive.tags.update(tag.id, name=chance.choice(("wounded", "dead")))


_EDITS: tuple[Edit, ...] = (
    *(_edit_annotation, _edit_annotation, _edit_annotation, _mark),
    *(_edit_article, _edit_record, _edit_relation, _edit_tag),
)


def _work(archive: Archive, seed: int, number: int) -> None:
    """Some edits; one that is not possible is left."""
    chance = random.Random(seed)
    for _ in range(number):
        try:
            chance.choice(_EDITS)(archive, chance)
        except ArchivistError:
            continue


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive with which both began."""
    folder = tmp_path_factory.mktemp("begun") / "archive"
    with Archive.create(folder, who="Olena") as archive:
        for name, kind in (("strike", "event"), ("ministry", "actor"), ("killed", "figure")):
            archive.tags.add(name, kind)
        ids = [_add(archive, HARD_TEXT), _add(archive, "Ще 18 людей на мітингу")]
        tags = {tag.name: tag.id for tag in archive.tags.all()}
        for words, tag in (("18", "killed"), ("18 людей, ще 18", "ministry"), ("مرحبا", "strike")):
            archive.annotations.add_quote(ids[0], words, tags[tag])
        archive.annotations.add_quote(ids[0], "18", tags["killed"], occurrence=2)
        archive.annotations.add_quote(ids[1], "18 людей", tags["killed"])
        add_records(archive, archive.annotations.of_article(ids[0]))
    return folder


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seeds=st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)),
    numbers=st.tuples(st.integers(0, 8), st.integers(1, 12)),
    decision=st.sampled_from(list(Decision)),
)
def test_what_is_told_before_is_what_it_comes_to(
    tmp_path_factory: pytest.TempPathFactory,
    begun: Path,
    seeds: tuple[int, int],
    numbers: tuple[int, int],
    decision: Decision,
) -> None:
    folder = tmp_path_factory.mktemp("two")
    for name in ("ours", "theirs"):
        shutil.copytree(begun, folder / name, ignore=shutil.ignore_patterns("*.lock*"))
    with Archive.open(folder / "ours", who="Olena") as ours, Archive.open(folder / "theirs", who="Ihor") as theirs:
        _work(ours, seeds[0], numbers[0])
        _work(theirs, seeds[1], numbers[1])
        if not theirs.articles.count():
            return
        path = handed_over(theirs, folder / "out.zip")
        told = compared(ours, path, decision)
        assert run_to_end(conflicts_ahead(ours, path)) is not None
        before = _live(ours)
        assert merged(ours, path, decision) == told
        after = _live(ours)
        assert before.keys() <= after.keys()  # nothing of ours is gone
        if decision is not Decision.THEIRS:
            assert {id_: after[id_][:4] for id_ in before} == {id_: state[:4] for id_, state in before.items()}
        assert run_to_end(ours.verify()) == ()
        again = merged(ours, path, decision)
        assert not again.changed
        if told.changed:
            ours.history.undo()
            assert _live(ours) == before


def _live(archive: Archive) -> dict[str, tuple[object, ...]]:
    """All annotations: place, words, tag, what is said of them, and the record."""
    ids = archive.articles.ids(archive.articles.rows())
    return {
        mark.id: (
            *(mark.article, (mark.start, mark.end), (mark.quote, mark.status), (mark.tag.id, mark.note)),
            *(dict(mark.attributes), mark.record),
        )
        for id_ in ids
        for mark in archive.annotations.of_article(id_)
    }
