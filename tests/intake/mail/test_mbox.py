# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailboxes: each letter is an article, and lines of a letter that look like the next one are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from archivist.intake import registry
from archivist.intake.reader import ImportOptions
from archivist.model import ArticleDraft, Unread

LINE = "From o@news.example Sat Jan  8 23:30:00 2022"


def letter(number: int, text: str = "text") -> str:
    return f"From: Olena <o@news.example>\nSubject: Letter {number}\nMessage-ID: <{number}@x>\n\n{text} {number}\n"


def read(text: str, name: str = "a.mbox") -> list[ArticleDraft | Unread]:
    raw, path = text.encode(), Path("/nowhere") / name
    reader = registry.reader_for(raw, path)
    assert reader.name == "mbox"
    return list(reader.read(raw, path, ImportOptions()))


@pytest.mark.parametrize("name", ["a.mbox", "Inbox", "a.txt"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_each_letter_is_an_article(name: str, newline: str) -> None:
    text = "\n".join(f"{LINE}\n{letter(number)}" for number in range(1, 4))
    pieces = read(text.replace("\n", newline), name)
    assert [piece.part for piece in pieces] == ["letter 1", "letter 2", "letter 3"]
    assert [piece.body for piece in pieces if isinstance(piece, ArticleDraft)] == [
        f"Letter {number}\n\ntext {number}" for number in range(1, 4)
    ]


def test_one_letter_is_the_whole_file() -> None:
    (piece,) = read(f"{LINE}\n{letter(1)}", "a.eml")
    assert piece.part == ""


def test_lines_that_begin_with_from() -> None:
    text = "Hello.\n\nFrom here to there at 10:20 we go:\nit is far.\n\n>From a distance\n>>From and more"
    (first, _) = read(f"{LINE}\n{letter(1, text)}\n{LINE}\n{letter(2)}")
    assert isinstance(first, ArticleDraft)
    assert "From here to there at 10:20 we go:\nit is far.\n\nFrom a distance\n>From and more" in first.body


def test_a_letter_without_text_does_not_keep_the_others_out() -> None:
    pieces = read(f"{LINE}\nFrom: o@news.example\nSubject: nothing\n\n\n{LINE}\n{letter(2)}")
    assert isinstance(pieces[0], Unread)
    assert isinstance(pieces[1], ArticleDraft)


def test_many_letters() -> None:
    text = "\n".join(f"{LINE}\n{letter(number)}" for number in range(2000))
    assert len(read(text)) == 2000
