# SPDX-License-Identifier: GPL-3.0-or-later
"""What a segment holds of some texts is what reading them word by word gives."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh.util.numeric import length_to_byte

from archivist.language.keys import FORM_MARK
from archivist.search.flat import inverting
from archivist.search.flat.codec import FIELDS
from archivist.search.flat.inverting import Text
from archivist.search.flat.postings import LAST_POSITION, FieldPostings
from archivist.search.flat.sections import SectionFile
from tests.search.flat.plain import inverted, inverter, keys, read, write

words = st.sampled_from(["мер", "мера", "місто", "річка", "19", "😀", "𐍈𐍈", "п'ять", "а", "б"])
some_texts = st.lists(st.lists(words, max_size=12).map(" ".join), max_size=3)
some_documents = st.lists(st.dictionaries(st.sampled_from(FIELDS), some_texts), max_size=8)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some_documents)
def test_a_segment_holds_every_word_of_every_text(new_path, documents):
    path = write(new_path(), documents)
    for field in FIELDS:
        assert read(path, field) == inverted(documents, field)


def test_columns_and_lengths_are_those_of_the_documents(new_path):
    path = write(new_path(), [{"title": ["a b"], "body": ["c " * 300, "d"]}, {}, {"body": ["e"]}], first_row=7)
    file = SectionFile(path)
    assert file.facts == {"documents": 3, "lengths": {"title": 2, "body": 302, "note": 0}}
    assert file.whole("row").tolist() == [7, 8, 9]
    assert file.whole("seq").tolist() == [1007, 1008, 1009]
    assert file.whole("body.lengths").tolist() == [length_to_byte(301), 0, length_to_byte(1)]


def test_nothing_is_written_of_no_documents(new_path):
    path = write(new_path(), [])
    assert SectionFile(path).facts["documents"] == 0
    assert read(path, "title") == read(path, "body") == {}


@pytest.mark.parametrize("times", [254, 255, 256, 70_000])
def test_a_word_that_stands_very_often_is_counted(new_path, times):
    documents = [{"body": ["мер"]}, {"body": ["мер " * times]}, {"body": ["мер " * times + "мера"]}, {"body": ["мер"]}]
    path = write(new_path(), documents)
    assert read(path, "body") == inverted(documents, "body")
    postings = FieldPostings(SectionFile(path), "body").find(f"{FORM_MARK}мер".encode())
    assert postings.counts().tolist() == [1, times, times, 1]


@pytest.mark.parametrize(("before", "kind"), [(65_535, "<u2"), (65_536, "<u4"), (200_000, "<u4")])
def test_a_text_may_have_more_words_than_16_bits_can_count(new_path, before, kind):
    documents = [{"body": ["мер міста"]}, {"body": ["слово " * before + "мер", "міста"]}]
    path = write(new_path(), documents)
    assert read(path, "body") == inverted(documents, "body")
    postings = FieldPostings(SectionFile(path), "body")
    assert postings.find(f"{FORM_MARK}мер".encode()).positions().tolist() == [0, before]
    assert FieldPostings(SectionFile(path), "title").position_type == "<u2"
    assert FieldPostings(SectionFile(write(new_path(), documents[1:2])), "body").position_type == "<u4"
    assert kind == ("<u2" if before < 65_536 else "<u4")


def test_words_beyond_the_last_position_stand_there_together(new_path, monkeypatch):
    monkeypatch.setattr(inverting, "_GAP", LAST_POSITION - 1)
    path = write(new_path(), [{"body": ["мер", "мер", "мер", "мер"]}])
    assert read(path, "body")[f"{FORM_MARK}мер".encode()] == {0: [0, LAST_POSITION, LAST_POSITION, LAST_POSITION]}


def test_no_phrase_runs_from_one_text_into_the_next(new_path):
    path = write(new_path(), [{"body": ["мер", "міста"]}])
    found = read(path, "body")
    assert found[f"{FORM_MARK}міста".encode()][0][0] - found[f"{FORM_MARK}мер".encode()][0][0] > 50


def test_the_same_word_has_the_keys_of_each_language(new_path):
    collected = inverter()
    for row, language in enumerate(["uk", "ru", "uk"]):
        collected.add(row, row, {"body": Text(language, ["мера"])})
    collected.write(path := new_path())
    assert read(path, "body") == {
        f"{FORM_MARK}мера".encode(): {0: [0], 1: [0], 2: [0]},
        "ukме".encode(): {0: [0], 2: [0]},
        "ruме".encode(): {1: [0]},
    }


def test_the_keys_of_a_form_are_asked_for_once(new_path):
    asked = []

    def asking(word, language):
        asked.append((word, language))
        return keys(word, language)

    collected = inverting.Inverter(FIELDS, str.split, asking)
    for _ in range(2):
        collected.add(1, 1, {"title": Text("uk", ["мер"]), "body": Text("uk", ["мер міста мер"])})
        collected.write(new_path())
        collected.clear()
    assert asked == [("мер", "uk"), ("міста", "uk")]


@pytest.mark.parametrize("most", [0, 10_000])
def test_a_segment_holds_nothing_of_the_one_before(new_path, monkeypatch, most):
    monkeypatch.setattr(inverting, "_MOST_TERMS", most)
    collected = inverter()
    for text in ("мер міста", "річка міста", "повінь"):
        collected.add(1, 1, {"body": Text("uk", [text])})
        collected.write(path := new_path())
        assert read(path, "body") == inverted([{"body": [text]}], "body")
        collected.clear()
        assert len(collected) == 0


def test_it_says_when_it_is_full_and_takes_no_more(monkeypatch):
    monkeypatch.setattr(inverting, "MOST_DOCUMENTS", 2)
    collected = inverter()
    assert not collected.is_full
    collected.add(1, 1, {})
    assert not collected.is_full
    collected.add(2, 2, {})
    assert collected.is_full
    with pytest.raises(ValueError, match="full"):
        collected.add(3, 3, {})


def test_many_words_fill_it_too(monkeypatch):
    monkeypatch.setattr(inverting, "_MOST_WORDS", 3)
    collected = inverter()
    collected.add(1, 1, {"body": Text("uk", ["мер міста"])})
    assert not collected.is_full
    collected.add(2, 2, {"title": Text("uk", ["мер"])})
    assert collected.is_full
