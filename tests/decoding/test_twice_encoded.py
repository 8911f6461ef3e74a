# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from pathlib import Path

import pytest

from archivist.decoding.twice_encoded import once_encoded
from archivist.intake import registry
from archivist.intake.reader import ImportOptions
from archivist.model import ArticleDraft

TEXT = "Вода зайшла в сорок дворів, «людей вивезли човнами» — сказав Іван Хома."


def taken_for(text: str, encoding: str) -> str:
    """The text as a program shows it that takes its UTF-8 for another encoding."""
    return "".join(bytes([byte]).decode(encoding, "replace").replace("\ufffd", chr(byte)) for byte in text.encode())


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp1251"])
def test_it_is_undone(encoding: str) -> None:
    assert once_encoded(taken_for(TEXT, encoding)) == TEXT


@pytest.mark.parametrize("text", [TEXT, "plain", "«Ñandú», été, Ђорђе", "Ã© 1", "РђРђ", ""])
def test_what_was_encoded_once_is_left(text: str) -> None:
    assert once_encoded(text) == ""


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.txt", "{}"), ("a.html", "<html><meta charset=utf-8><body><h1>Ожвин</h1><p>{}</p></body></html>")],
)
def test_a_file_is_read_as_it_was_meant_with_a_warning(name: str, form: str) -> None:
    raw = taken_for(form.format(TEXT), "cp1252").encode()
    (draft,) = registry.reader_for(raw, Path(name)).read(raw, Path(name), ImportOptions())
    assert isinstance(draft, ArticleDraft)
    assert TEXT in draft.body
    assert "encoded twice" in draft.warnings[0]


def test_the_texts_in_an_export_of_facebook_are_read_as_they_were_meant() -> None:
    posts = [{"timestamp": 1641600000 + day * 86400, "data": [{"post": taken_for(TEXT, "latin-1")}]} for day in (0, 1)]
    raw = json.dumps(posts).encode()
    drafts = registry.reader_for(raw, Path("posts.json")).read(raw, Path("posts.json"), ImportOptions())
    assert all(isinstance(draft, ArticleDraft) and draft.body == TEXT for draft in drafts)
    assert [draft.published for draft in drafts if isinstance(draft, ArticleDraft)] == ["2022-01-08", "2022-01-09"]
    assert all("encoded twice" in draft.warnings[0] for draft in drafts if isinstance(draft, ArticleDraft))
