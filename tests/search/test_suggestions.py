# SPDX-License-Identifier: GPL-3.0-or-later
"""Near spellings, where nothing is found."""

from __future__ import annotations

import pytest

from archivist.search import update
from tests.long_work import run_to_end


@pytest.fixture
def suggest(archive, add_article, engine):
    add_article("Повінь у місті\n\nМер Лужанський і Нур-Султан. Зубрак.", language="uk")
    for number in range(2):
        add_article(f"Зубрик {number}", language="uk")
    run_to_end(update(archive))
    return lambda query: engine.search(query).suggestions


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Лужаньский", ("лужанський",)),
        ("мер Лужанкий", ("мер лужанський",)),
        ("(повнь)", ("(повінь)",)),
        ("зубрюк", ("зубрик", "зубрак")),
        ("зовсімінше", ()),
        ("мрр", ()),
        ("повінь -повінь", ()),
        ("lang:en", ()),
        ("Нур-Султан страйк", ()),
    ],
)
def test_near_spellings_stand_in_the_place_of_the_unknown_word(suggest, query, expected):
    assert suggest(query) == expected


def test_nothing_is_suggested_where_something_is_found(suggest):
    assert suggest("повінь") == ()
