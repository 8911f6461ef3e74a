# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest

from archivist.errors import ArchiveDamaged
from archivist.model import Article, Kind, Node, NodeType, Progress, RecordDraft
from archivist.store import Archive
from tests.long_work import run_to_end

Add = Callable[..., Article]


@pytest.fixture
def article(archive: Archive, add_article: Add) -> Article:
    article = add_article("Загинуло 18 людей")
    archive.annotations.add_quote(article.id, "18", archive.tags.named("killed").id)
    return article


def test_a_sound_archive_has_no_findings(archive: Archive, article: Article) -> None:
    steps = list(archive.verify())
    assert steps[-1] == Progress(8, 8, "verify")
    assert run_to_end(archive.verify()) == ()


def test_a_changed_and_a_missing_original_are_found(archive: Archive, article: Article) -> None:
    assert article.original is not None
    path = archive.originals.path(article.original.sha256)
    path.chmod(0o644)
    path.write_bytes(b"something else")
    (found,) = run_to_end(archive.verify())
    assert found.problem.startswith("the bytes have changed: 14 bytes where ")
    path.write_bytes(b"x" * article.original.size)
    (found,) = run_to_end(archive.verify())
    assert found.problem == "the bytes have changed"
    path.unlink()
    assert "missing" in run_to_end(archive.verify())[0].problem


def test_a_changed_text_is_found_with_its_quotes(archive: Archive, article: Article) -> None:
    with sqlite3.connect(archive.folder / "archive.db") as db:
        db.execute("DROP TRIGGER revisions_stay")
        db.execute("UPDATE revisions SET body = 'Загинуло 19 людей'")
    db.close()
    assert [finding.where.split()[0] for finding in run_to_end(archive.verify())] == ["revision", "annotation"]


def test_a_text_that_is_no_longer_one_is_damage_and_no_bug(archive: Archive, article: Article) -> None:
    with closing(sqlite3.connect(archive.folder / "archive.db")) as db, db:
        db.execute("DROP TRIGGER journal_articles_update")
        db.execute("UPDATE articles SET title = CAST(x'ff4142' AS TEXT)")
    with pytest.raises(ArchiveDamaged):
        archive.articles.get(article.id)
    with pytest.raises(ArchiveDamaged):
        archive.articles.at_rows(archive.articles.rows())


def test_links_to_what_is_deleted_or_of_another_kind_are_found(archive: Archive, article: Article) -> None:
    figure, actor = (archive.records.add(RecordDraft(kind, "Загиблі")) for kind in (Kind.FIGURE, Kind.ACTOR))
    archive.records.link([archive.annotations.of_article(article.id)[0].id], figure.id)
    assert run_to_end(archive.verify()) == ()
    with _behind_the_history(archive) as db:
        db.execute("UPDATE annotations SET record = ?", (actor.row,))
    (finding,) = run_to_end(archive.verify())
    assert finding.problem == "the record that it is linked to is of kind actor, not figure"
    with _behind_the_history(archive) as db:
        db.execute("UPDATE records SET deleted_at = 'now'")
    (finding,) = run_to_end(archive.verify())
    assert finding.problem == "the record that it is linked to is deleted"


def test_a_deleted_whole_and_a_circle_of_parts_are_found(archive: Archive) -> None:
    whole, part = (archive.records.add(RecordDraft(Kind.EVENT, name)) for name in ("Рік", "День"))
    archive.relations.add("part-of", Node(NodeType.RECORD, part.id), Node(NodeType.RECORD, whole.id))
    assert run_to_end(archive.verify()) == ()
    with _behind_the_history(archive) as db:
        db.execute("UPDATE records SET parent = ? WHERE id = ?", (part.row, whole.row))
    findings = run_to_end(archive.verify())
    assert {finding.where for finding in findings} == {f"record {whole.id}", f"record {part.id}"}
    assert {finding.problem for finding in findings} == {"it is a part of itself"}
    with _behind_the_history(archive) as db:
        db.execute("UPDATE records SET deleted_at = 'now' WHERE id = ?", (part.row,))
    (finding,) = run_to_end(archive.verify())
    assert (finding.where, finding.problem) == (f"record {whole.id}", "what it is a part of is deleted")


@contextmanager
def _behind_the_history(archive: Archive) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(archive.folder / "archive.db")) as db, db:
        db.execute("UPDATE current_action SET action = 1")
        yield db
        db.execute("UPDATE current_action SET action = NULL")
