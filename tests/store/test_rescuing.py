# SPDX-License-Identifier: GPL-3.0-or-later
"""Archives that were damaged on purpose: what is rescued is right, and nothing is written into what was damaged."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from archivist.errors import ArchiveExists, InvalidValue, NotAnArchive
from archivist.model import (
    ArticleDraft,
    EventType,
    Kind,
    Node,
    NodeType,
    Provenance,
    RecordDraft,
    RescueReport,
    Restriction,
    RestrictionKind,
    Status,
)
from archivist.store import Archive, schema
from archivist.store.rescuing import OLD_LOG_NAME, REPORT_NAME, rescue
from archivist.store.salvage import DERIVED, tables_of
from tests.long_work import run_to_end
from tests.store.test_migrations import make_archive, of_version

ARTICLES = 60
PAGE = 4096


def body_of(number: int) -> str:
    """A text of its own length; every fifth is too long for a page."""
    words = " ".join(f"слово{number}-{at}" for at in range(900 if number % 5 == 0 else 20))
    return f"Новина {number}\n\nЗагинуло {number} людей. {words}"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with some of everything, closed."""
    folder = tmp_path_factory.mktemp("sound") / "archive"
    with Archive.create(folder, who="Olena") as archive:
        tags = [archive.tags.add("killed", "figure").id, archive.tags.add("ministry", "actor").id]
        record = archive.records.add(RecordDraft(Kind.FIGURE, "Загиблі"))
        archive.records.add(RecordDraft(Kind.ACTOR, "Міністерство", parent=None))
        for number in range(ARTICLES):
            body = body_of(number)
            article = archive.articles.add(
                ArticleDraft(body[:9].strip(), body, outlet="Порт"), body.encode(), "text/plain"
            ).article
            mark = archive.annotations.add_quote(article, f"{number} людей", tags[number % 2], note=f"нотатка {number}")
            if number % 2 == 0:
                archive.records.link([mark.id], record.id)
        archive.relations.add("says", Node(NodeType.ANNOTATION, mark.id), Node(NodeType.RECORD, record.id))
        archive.collections.add("Повінь")
    return folder


def damaged(sound: Path, place: Path, damage: Callable[[bytearray], bytes]) -> Path:
    shutil.copytree(sound, place)
    path = place / "archive.db"
    path.write_bytes(damage(bytearray(path.read_bytes())))
    return place


def state(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def rescued(folder: Path, out: Path) -> RescueReport:
    """Rescue an archive, and see that it was not touched and that what came of it is an archive."""
    before = state(folder)
    report = run_to_end(rescue(folder, out, who="Тарас"))
    assert state(folder) == before
    assert report.findings == (), report.findings
    with Archive.open(out) as archive:
        for article in archive.articles.at_rows(archive.articles.rows()):
            body = archive.articles.revision(article.id).body
            for mark in archive.annotations.of_article(article.id):
                assert mark.status is Status.REVIEW or body[mark.start : mark.end] == mark.quote
        archive.tags.add("новий", "event")  # it can be worked with
        archive.history.undo()
    return report


def bodies(folder: Path) -> set[str]:
    with closing(sqlite3.connect(folder / "archive.db")) as db:
        return {body for (body,) in db.execute("SELECT body FROM revisions")}


def table(report: RescueReport, name: str) -> tuple[int, int, int]:
    return next((one.read, one.rebuilt, one.lost) for one in report.tables if one.table == name)


ALL = {body_of(number) for number in range(ARTICLES)}


def test_an_archive_that_is_sound_is_rescued_whole_and_goes_on_with_its_log(sound: Path, tmp_path: Path) -> None:
    report = rescued(sound, tmp_path / "out")
    assert report.losses == ()
    assert report.originals == ARTICLES
    assert table(report, "articles") == table(report, "annotations") == (ARTICLES, 0, 0)
    assert bodies(tmp_path / "out") == ALL
    with Archive.open(sound, read_only=True) as old, Archive.open(tmp_path / "out") as new:
        assert new.identity == old.identity
        assert new.events.has_hash(old.events.head())
        assert new.events.last(EventType.RECOVERY) is not None
        ids = old.articles.ids(old.articles.rows())
        assert new.articles.ids(new.articles.rows()) == ids
        assert [new.annotations.of_article(id_) for id_ in ids] == [old.annotations.of_article(id_) for id_ in ids]
        assert new.relations.all() == old.relations.all()
        assert new.records.all() == old.records.all()
    written = json.loads((tmp_path / "out" / REPORT_NAME).read_text(encoding="utf-8"))
    assert written["originals"] == ARTICLES


def test_what_is_only_in_the_log_of_changes_is_rescued_too(sound: Path, tmp_path: Path) -> None:
    folder = tmp_path / "open"
    shutil.copytree(sound, folder)
    with Archive.open(folder) as archive:
        archive.articles.add(ArticleDraft("Остання", "Остання новина"), b"last", "text/plain")
        assert (folder / "archive.db-wal").stat().st_size
        report = rescued(folder, tmp_path / "out")  # as if the program had been killed
    assert table(report, "articles") == (ARTICLES + 1, 0, 0)


def _zeroed_page(number: int) -> Callable[[bytearray], bytes]:
    def damage(raw: bytearray) -> bytes:
        raw[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
        return bytes(raw)

    return damage


@pytest.mark.parametrize("seed", range(12))
def test_a_few_lost_pages_cost_little(sound: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    pages = (sound / "archive.db").stat().st_size // PAGE
    lost = chance.sample(range(1, pages + 1), 4)

    def damage(raw: bytearray) -> bytes:
        for number in lost:
            raw = bytearray(_zeroed_page(number)(raw))
        return bytes(raw)

    report = rescued(damaged(sound, tmp_path / "damaged", damage), tmp_path / "out")
    assert len(bodies(tmp_path / "out") & ALL) > 0.6 * ARTICLES
    read, rebuilt, _ = table(report, "articles")
    assert read + rebuilt > 0.8 * ARTICLES
    read, rebuilt, _ = table(report, "annotations")
    assert read + rebuilt > 0.8 * ARTICLES


def test_an_archive_without_its_first_page_is_read_by_the_form_of_its_rows(sound: Path, tmp_path: Path) -> None:
    report = rescued(damaged(sound, tmp_path / "damaged", _zeroed_page(1)), tmp_path / "out")
    assert bodies(tmp_path / "out") == ALL
    assert table(report, "articles") == table(report, "annotations") == (ARTICLES, 0, 0)
    with Archive.open(sound, read_only=True) as old, Archive.open(tmp_path / "out") as new:
        assert new.identity == old.identity


def test_articles_from_before_restrictions_are_known_by_the_form_of_their_shorter_rows(tmp_path: Path) -> None:
    make_archive(tmp_path / "old", 6)
    with Archive.open(tmp_path / "old", migrations=of_version(6)) as archive:
        for number in range(ARTICLES):
            archive.articles.add(ArticleDraft("Новина", body_of(number)), str(number).encode(), "text/plain")
    with Archive.open(tmp_path / "old") as archive:
        ids = archive.articles.ids(archive.articles.rows())
        archive.articles.restrict(ids[:2], Restriction(RestrictionKind.REDACTED))
    report = rescued(damaged(tmp_path / "old", tmp_path / "damaged", _zeroed_page(1)), tmp_path / "out")
    assert table(report, "articles") == (ARTICLES, 0, 0)
    with Archive.open(tmp_path / "out") as archive:
        assert archive.articles.restrictions().keys() == set(ids[:2])


@pytest.mark.parametrize("seed", range(12))
def test_flipped_bits_anywhere_never_make_wrong_what_is_called_right(sound: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)

    def damage(raw: bytearray) -> bytes:
        for _ in range(40):
            raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        return bytes(raw)

    report = rescued(damaged(sound, tmp_path / "damaged", damage), tmp_path / "out")
    assert len(bodies(tmp_path / "out") & ALL) > 0.6 * ARTICLES
    with Archive.open(tmp_path / "out") as archive:
        for article in archive.articles.at_rows(archive.articles.rows()):
            if archive.articles.revision(article.id).body not in ALL:
                assert archive.articles.warnings(article.id)
    assert report.originals == ARTICLES


@pytest.mark.parametrize("share", [0.0, 0.001, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95, 0.999])
def test_a_truncated_database_is_rescued_as_far_as_it_goes(sound: Path, tmp_path: Path, share: float) -> None:
    folder = damaged(sound, tmp_path / "damaged", lambda raw: bytes(raw[: int(share * len(raw))]))
    report = rescued(folder, tmp_path / "out")
    assert report.originals == ARTICLES
    if share > 0.9:
        assert len(bodies(tmp_path / "out") & ALL) > 0.8 * ARTICLES


@pytest.mark.parametrize("seed", range(4))
def test_garbage_is_not_taken_for_rows(sound: Path, tmp_path: Path, seed: int) -> None:
    folder = damaged(sound, tmp_path / "damaged", lambda raw: random.Random(seed).randbytes(len(raw)))
    rescued(folder, tmp_path / "out")
    assert bodies(tmp_path / "out") == set()


def test_a_lost_log_begins_anew_and_what_is_left_of_it_is_kept(sound: Path, tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(sound, folder)
    with closing(sqlite3.connect(folder / "archive.db")) as db, db:
        db.execute("DROP TRIGGER events_remain")
        db.execute("DELETE FROM events WHERE id = 5")
    rescued(folder, tmp_path / "out")
    left = (tmp_path / "out" / OLD_LOG_NAME).read_text(encoding="utf-8").splitlines()
    assert len(left) == ARTICLES  # the creation and all ingestions but one
    with Archive.open(tmp_path / "out") as archive:
        article = archive.articles.ids(archive.articles.rows())[0]
        assert [event.type for event in archive.events.of_article(article)] == ["ingestion"]


def test_a_log_that_begins_anew_knows_every_text_of_an_article(tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    with Archive.create(folder, who="Olena") as archive:
        first, second = (
            archive.articles.add(ArticleDraft(name, f"{name} пише", outlet="Порт"), name.encode(), "text/plain").article
            for name in ("Вісник", "Меридіан")
        )
        reading = Provenance("fixed.txt", "correction", "1", "utf-8", {"file": "fixed.txt"})
        archive.articles.revise(first, "Вісник писав", reading)
        archive.articles.revise(second, "Меридіан писав", reading)
        archive.history.undo()
    with closing(sqlite3.connect(folder / "archive.db")) as db, db:
        db.execute("DROP TRIGGER events_remain")
        db.execute("DELETE FROM events WHERE id = 2")
    rescued(folder, tmp_path / "out")
    with Archive.open(tmp_path / "out") as archive:
        types = [[event.type for event in archive.events.of_article(id_)] for id_ in (first, second)]
        assert types == [["ingestion", "modification"], ["ingestion", "modification", "modification"]]
        by_hand = archive.events.of_article(first)[-1]
        assert (by_hand.who, by_hand.detail["from"], by_hand.detail["revision"]["reader"]) == ("Olena", 1, "correction")  # type: ignore[call-overload, index]
        taken_back = archive.events.of_article(second)[-1]
        assert (taken_back.detail["from"], taken_back.detail["revision"]["number"]) == (2, 1)  # type: ignore[call-overload, index]


def test_a_damaged_id_and_a_damaged_history_do_not_keep_the_log_from_beginning_anew(
    sound: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(sound, folder)
    with closing(sqlite3.connect(folder / "archive.db")) as db, db:
        guards = db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('revisions', 'changes')"
        )
        for (name,) in guards.fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.execute("UPDATE revisions SET uuid = CAST(x'3064ff004768' AS TEXT) WHERE id = 3")
        db.execute("UPDATE changes SET before = '{', after = 'x' WHERE table_name = 'articles' AND row_id = 4")
    report = rescued(folder, tmp_path / "out")
    assert "its id is damaged, so it has a new one" in {loss.problem for loss in report.losses}


def test_nothing_is_rescued_into_the_damaged_archive(sound: Path, tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(sound, folder)
    before = state(folder)
    with pytest.raises(InvalidValue):
        run_to_end(rescue(folder, folder / "backups" / "out"))
    assert state(folder) == before


def test_rows_that_are_lost_are_rebuilt_from_the_history(sound: Path, tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(sound, folder)
    with closing(sqlite3.connect(folder / "archive.db")) as db, db:
        for trigger in ("journal_annotations_delete", "journal_tags_delete"):
            db.execute(f"DROP TRIGGER {trigger}")
        db.execute("DELETE FROM annotations WHERE id <= 10")
        db.execute("DELETE FROM tags")
    report = rescued(folder, tmp_path / "out")
    assert table(report, "annotations") == (ARTICLES - 10, 10, 0)
    assert table(report, "tags") == (0, 2, 0)
    with Archive.open(sound, read_only=True) as old, Archive.open(tmp_path / "out") as new:
        ids = old.articles.ids(old.articles.rows())
        assert [new.annotations.of_article(id_) for id_ in ids] == [old.annotations.of_article(id_) for id_ in ids]


def test_originals_that_have_changed_are_left_behind_and_named(sound: Path, tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(sound, folder)
    first, second, *_ = (path for path in sorted((folder / "originals").rglob("*")) if path.is_file())
    first.chmod(0o644)
    first.write_bytes(b"changed")
    second.unlink()
    report = run_to_end(rescue(folder, tmp_path / "out"))
    assert report.originals == ARTICLES - 2
    problems = {loss.where.rsplit("/", 1)[1]: loss.problem for loss in report.losses}
    assert problems == {first.name: "the bytes have changed", second.name: "the file is missing"}


def test_a_place_that_is_not_empty_and_a_folder_without_an_archive_are_refused(sound: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    with pytest.raises(ArchiveExists):
        run_to_end(rescue(sound, tmp_path / "mine"))
    with pytest.raises(NotAnArchive):
        run_to_end(rescue(tmp_path / "mine", tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_every_table_is_rescued_or_made_anew() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        schema.migrations.apply(Database(db))
        names = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        assert names == {*tables_of(db, {}), *DERIVED, "facts"}


def test_what_is_not_linked_has_lost_no_link_where_there_is_nothing_to_link_to(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "press") as archive:
        article = archive.articles.add(ArticleDraft("Повінь", "Загинуло 18 людей"), b"raw", "text/plain").article
        archive.annotations.add_quote(article, "18", archive.tags.add("killed", "figure").id)
    with Archive.create(tmp_path / "records") as archive:
        part, whole = (archive.records.add(RecordDraft(Kind.EVENT, name)) for name in ("День", "Рік"))
        archive.relations.add("part-of", Node(NodeType.RECORD, part.id), Node(NodeType.RECORD, whole.id))
    assert rescued(tmp_path / "press", tmp_path / "press-rescued").losses == ()
    assert rescued(tmp_path / "records", tmp_path / "records-rescued").losses == ()
    with Archive.open(tmp_path / "records-rescued", read_only=True) as archive:
        assert len(archive.relations.all()) == 1
