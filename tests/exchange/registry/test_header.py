# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.exchange.registry.columns import ACTOR_TYPES, COLUMNS, KINDS, SCHEMES
from archivist.exchange.registry.header import MOST_COLUMNS, read_header, unharmed
from archivist.exchange.tables import safe


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_makes_known_columns(delimiter: str) -> None:
    header = read_header(delimiter.join(["Name", "Type", "Wikidata-ID", "Note"]) + "\n")
    assert header.delimiter == delimiter
    assert (header.fields, header.schemes) == ({"name": 0, "type": 1, "note": 3}, {"wikidata": 2})


@pytest.mark.parametrize(
    "line", ["Назва;Тип;Псевдоніми;Примітка", "название;ТИП;псевдонимы;Примечание", "ПІБ;тип;інші імена;коментар"]
)
def test_columns_are_known_in_three_languages(line: str) -> None:
    header = read_header(line)
    assert (header.fields, header.aliases) == ({"name": 0, "type": 1, "note": 3}, [(2, "")])


def test_names_in_several_languages_are_aliases() -> None:
    header = read_header("name,name_en,Name (ru),aliases:kk")
    assert (header.fields, header.aliases, header.full_names) == (
        *({"name": 0}, [(1, "en"), (2, "ru"), (3, "kk")], {1, 2}),
    )


def test_the_first_name_in_some_language_is_the_name_where_there_is_no_other() -> None:
    header = read_header("aliases,name_uk,name_en")
    assert (header.fields, header.aliases) == ({"name": 1}, [(0, ""), (2, "en")])


def test_any_scheme_may_have_ids() -> None:
    assert read_header("name,id:ЄДР,id: Own Scheme ").schemes == {"ЄДР": 1, "Own Scheme": 2}


def test_what_is_not_known_or_there_twice_is_told() -> None:
    assert read_header("name,shoe size,Name,").unknown == {1: "shoe size", 2: "Name"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("a,b,c", "names no column “name”"),
        ("aliases,wikidata", "names no column “name”"),
        ("x" * (2 << 20), "has more than"),
        ("name," * (MOST_COLUMNS + 1), "at most 1000 are read"),
    ],
)
def test_what_is_no_header_is_told(line: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        read_header(line)


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_what_was_made_harmless_is_as_it_was(text: str) -> None:
    assert unharmed(safe(text)) == text


def test_an_apostrophe_of_its_own_stays() -> None:
    assert unharmed("'Ndrangheta") == "'Ndrangheta"


@pytest.mark.parametrize("table", [COLUMNS, SCHEMES, KINDS, ACTOR_TYPES])
def test_no_word_means_two_things(table: dict[str, tuple[str, ...]]) -> None:
    words = [word for words in table.values() for word in words]
    assert len(words) == len(set(words))
    assert words == [word.casefold() for word in words]
