# SPDX-License-Identifier: GPL-3.0-or-later
"""Pieces of a container: each is named, and none keeps the others from being read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from archivist.intake import registry
from archivist.intake.members import TOO_DEEP, read_member
from archivist.intake.plain_text import PLAIN_TEXT
from archivist.intake.reader import ImportOptions
from archivist.model import ArticleDraft, Unread

CONTAINER = Path("/nowhere/coverage.box")
TEXT = "Паводок в Ожвині.\n\nВода зайшла в сорок дворів.".encode()


def test_a_piece_is_read_by_its_content_and_named() -> None:
    (draft,) = read_member("день/звіт.txt", TEXT, CONTAINER, ImportOptions())
    assert isinstance(draft, ArticleDraft)
    assert draft.part == "день/звіт.txt"
    assert draft.body.startswith("Паводок")


def test_a_piece_of_a_piece_is_named_by_both(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft | Unread]:
        assert options.within == ("a.box",)
        return list(read_member("b.txt", raw, path, options))

    plain = registry.reader_for
    box = replace(PLAIN_TEXT, name="box", read=read)
    monkeypatch.setattr(registry, "reader_for", lambda raw, path: box if path.suffix == ".box" else plain(raw, path))
    (draft,) = read_member("a.box", TEXT, CONTAINER, ImportOptions())
    assert draft.part == "a.box/b.txt"


def test_containers_within_each_other_have_an_end() -> None:
    (piece,) = read_member("e.txt", TEXT, CONTAINER, ImportOptions(within=("a", "b", "c", "d")))
    assert piece == Unread("e.txt", TOO_DEEP)


@pytest.mark.parametrize("raw", [b"", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"])
def test_a_piece_that_is_no_article_says_why(raw: bytes) -> None:
    (piece,) = read_member("x.txt", raw, CONTAINER, ImportOptions())
    assert isinstance(piece, Unread)
    assert piece.reason


def test_a_name_leads_nowhere() -> None:
    (draft,) = read_member("../../etc/passwd.txt", TEXT, CONTAINER, ImportOptions())
    assert isinstance(draft, ArticleDraft)
    assert draft.provenance is not None
    assert draft.provenance.source == "/nowhere/coverage.box/passwd.txt"


def test_the_format_that_was_named_is_that_of_the_container() -> None:
    (draft,) = read_member("a.txt", TEXT, CONTAINER, ImportOptions(format="markdown"))
    assert isinstance(draft, ArticleDraft)
    assert draft.provenance is not None
    assert draft.provenance.reader == "text"
