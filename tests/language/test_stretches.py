# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.language.stretches import stretches

UKRAINIAN = "Міністерство повідомило, що їх було п'ятеро.\n"
RUSSIAN = "Мэр объявил, что выплатит семь миллионов рублей.\n"
ENGLISH = "The mayor said that seven million would be paid.\n"
SILENT = "Мост упал 5 мая.\n"


@pytest.mark.parametrize(
    ("lines", "language", "expected"),
    [
        ([UKRAINIAN, UKRAINIAN], "uk", ["uk"]),
        ([UKRAINIAN, RUSSIAN, UKRAINIAN], "uk", ["uk", "ru", "uk"]),
        ([RUSSIAN, "\n", SILENT, UKRAINIAN], "ru", ["ru", "uk"]),
        ([UKRAINIAN, RUSSIAN, SILENT], "uk", ["uk", "ru"]),
        ([SILENT, SILENT], "uk", ["uk"]),
        ([UKRAINIAN, ENGLISH, "\n"], "uk", ["uk", "en"]),
        ([UKRAINIAN, "https://example.org/a-very-long-address-of-a-page\n"], "uk", ["uk"]),
        ([ENGLISH, "(Ґ, Є)\n"], "en", ["en", "uk"]),
        ([RUSSIAN, "Мост 'Дружба' упал 5 мая.\n"], "ru", ["ru"]),
        ([ENGLISH, RUSSIAN], "de", ["de"]),
        ([], "uk", []),
    ],
)
def test_lines_tell_their_language(lines: list[str], language: str, expected: list[str]) -> None:
    assert [each.language for each in stretches("".join(lines), language)] == expected


@given(st.lists(st.sampled_from([UKRAINIAN, RUSSIAN, ENGLISH, SILENT, "\r\n", "\u2028", "x"])).map("".join))
def test_together_they_are_all_of_the_text(text: str) -> None:
    found = list(stretches(text, "uk"))
    assert "".join(text[each.start : each.end] for each in found) == text
