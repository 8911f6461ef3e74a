# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from archivist.text import Utf16Map
from archivist.ui.reader.display import display_copy

# What Qt changes, what is two units in UTF-16, what joins, what runs from right to left.
HARD = st.lists(
    st.one_of(
        st.characters(),
        st.sampled_from("\ufeff\u2028\u2029\ufdd0\ufdd1\ufffc\x00\x85\r\n\t\u00a0\u00ad\u200d\u202e\ud83d\U0001f468"),
        st.sampled_from(["👩‍👩‍👧", "🇺🇦", "e\u0301", "אור", "وكالة", "й", "\U0010ffff"]),
    ),
    max_size=40,
).map("".join)


@given(HARD)
def test_the_document_is_as_long_as_the_text(text: str) -> None:
    document = QTextDocument()
    QTextCursor(document).insertText(display_copy(text))
    assert document.characterCount() - 1 == Utf16Map(text).utf16_length


@given(HARD)
def test_every_position_holds_the_letter_of_the_text(text: str) -> None:
    document = QTextDocument()
    shown = display_copy(text)
    QTextCursor(document).insertText(shown)
    positions = Utf16Map(text)
    for offset, letter in enumerate(shown):
        block = document.findBlock(positions.to_utf16(offset))
        within = positions.to_utf16(offset) - block.position()
        units = block.text().encode("utf-16-le")[2 * within :][: len(letter.encode("utf-16-le"))]
        assert units.decode("utf-16-le") == ("" if letter == "\n" else letter)


def test_an_ordinary_text_is_shown_as_it_is() -> None:
    assert display_copy("Заголовок\n\nТекст\u00a0без див 😎") == "Заголовок\n\nТекст\u00a0без див 😎"


def test_a_giant_paragraph_is_broken_at_spaces() -> None:
    text = "слово " * 10_000
    shown = display_copy(text)
    assert len(shown) == len(text)
    assert {letter for one, letter in zip(text, shown, strict=True) if one != letter} == {"\n"}
    assert max(map(len, shown.split("\n"))) <= 4_000


def test_a_giant_word_stays_whole() -> None:
    text = "а" * 30_000 + " кінець"
    assert display_copy(text).split("\n") == ["а" * 30_000, "кінець"]
