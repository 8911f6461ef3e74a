# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.language.grammar import nominative, readings


@pytest.mark.parametrize(
    ("word", "language", "part", "plural"),
    [
        ("поліцейських", "uk", "NOUN", "поліцейські"),
        ("дітей", "uk", "NOUN", "діти"),
        ("домов", "ru", "NOUN", "дома"),
        ("опрошенных", "ru", "PRTF", "опрошенные"),
        ("шахтеров", "ru", "NOUN", "шахтеры"),
    ],
)
def test_the_plural_of_the_nominative(word: str, language: str, part: str, plural: str) -> None:
    assert nominative(word, language, part, plural=True) == plural


def test_a_word_without_such_a_form_stays_as_it_is() -> None:
    assert nominative("Дуже", "uk", "NOUN", plural=True) == "дуже"


def test_readings_say_case_number_and_animacy() -> None:
    reading = readings("солдатів", "uk")[0]
    assert (reading.lemma, reading.part, reading.case) == ("солдат", "NOUN", "gent")
    assert reading.plural
    assert reading.animate
