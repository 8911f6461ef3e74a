# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.errors import DiskFull
from archivist.model import Article, ArticleDraft
from archivist.store import Archive


def test_what_is_done_in_a_rehearsal_is_gone_afterwards(archive: Archive, add_article: Callable[..., Article]) -> None:
    kept = add_article("Страйк")
    with archive.rehearsal() as copy:
        assert copy.articles.revision(kept.id).body == "Страйк"
        copy.articles.add(ArticleDraft("Нова", "Нова"), b"new", "text/plain")
        copy.annotations.add_quote(kept.id, "Страйк", copy.tags.named("strike").id)
        assert (copy.articles.count(), copy.annotations.count()) == (2, 1)
        assert copy.history.undo().name.startswith("Tag")
        folder = copy.folder
    assert (archive.articles.count(), archive.annotations.count()) == (1, 0)
    assert not folder.exists()


def test_it_keeps_no_originals(archive: Archive) -> None:
    with archive.rehearsal() as copy:
        copy.articles.add(ArticleDraft("Нова", "Нова"), b"new", "text/plain")
        assert not copy.originals.folder.exists()


def test_the_archive_can_be_written_meanwhile(archive: Archive, add_article: Callable[..., Article]) -> None:
    with archive.rehearsal() as copy, copy.action("Try"):
        copy.tags.add("other", "event")
        add_article("Страйк")
        assert copy.articles.count() == 0
    assert archive.articles.count() == 1


def test_one_that_is_open_for_reading_can_be_rehearsed_in(archive: Archive) -> None:
    archive.close()
    with Archive.open(archive.folder, read_only=True) as reading, reading.rehearsal() as copy:
        assert not copy.read_only
        copy.tags.add("other", "event")


def test_a_disk_that_is_full_is_told(archive: Archive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    full = shutil.disk_usage(tmp_path)._replace(free=1)
    monkeypatch.setattr("archivist.store.rehearsing.shutil.disk_usage", lambda _: full)
    with pytest.raises(DiskFull), archive.rehearsal():
        pytest.fail("there was room")
