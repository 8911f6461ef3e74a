# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest

from archivist.model import Article, Progress
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
    assert steps[-1] == Progress(5, 5, "verify")
    assert run_to_end(archive.verify()) == ()


def test_a_changed_and_a_missing_original_are_found(archive: Archive, article: Article) -> None:
    assert article.original is not None
    path = archive.originals.path(article.original.sha256)
    path.chmod(0o644)
    path.write_bytes(b"something else")
    assert "have changed" in run_to_end(archive.verify())[0].problem
    path.unlink()
    assert "missing" in run_to_end(archive.verify())[0].problem


def test_a_changed_text_is_found_with_its_quotes(archive: Archive, article: Article) -> None:
    with sqlite3.connect(archive.folder / "archive.db") as db:
        db.execute("DROP TRIGGER revisions_stay")
        db.execute("UPDATE revisions SET body = 'Загинуло 19 людей'")
    db.close()
    assert [finding.where.split()[0] for finding in run_to_end(archive.verify())] == ["revision", "annotation"]
