# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be near a spelling is never less than what is."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archivist.search.edits import are_near
from archivist.search.flat.dictionary import Dictionary, write_dictionary
from archivist.search.flat.sections import SectionFile, SectionWriter
from archivist.search.flat.spelling import Spelling, write_spelling

MARK = "="
forms = st.text(st.sampled_from("абвгґ'-abc19😀𐍈"), min_size=1, max_size=8)
vocabularies = st.lists(forms, max_size=60).map(lambda words: sorted({word.encode() for word in words}))
for_many_files = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def written(path, terms):
    writer = SectionWriter(path)
    write_dictionary(writer, "body", terms, np.zeros((len(terms) + 1, 2), "i8"))
    write_spelling(writer, "body", terms, MARK.encode())
    writer.close({})
    file = SectionFile(path)
    return Spelling(file, "body", Dictionary(file, "body"), MARK.encode())


@for_many_files
@given(vocabularies, vocabularies, forms, st.sampled_from([1, 2]))
def test_all_that_is_near_may_be_near(new_path, unmarked, marked, form, distance):
    terms = sorted({*unmarked, *(MARK.encode() + term for term in marked)})
    first = bisect_left(terms, MARK.encode())
    possible = written(new_path(), terms).near(first, first + len(marked), form, distance).tolist()
    expected = [first + place for place, term in enumerate(marked) if are_near(form, term.decode(), distance)]
    assert set(expected) <= set(possible)
    assert possible == sorted(possible)


@for_many_files
@given(vocabularies, vocabularies, forms)
def test_all_that_has_the_letters_may_have_them(new_path, unmarked, marked, letters):
    terms = sorted({*unmarked, *(MARK.encode() + term for term in marked)})
    first = bisect_left(terms, MARK.encode())
    possible = written(new_path(), terms).having(first, first + len(marked), letters).tolist()
    expected = [first + place for place, term in enumerate(marked) if set(letters) <= set(term.decode())]
    assert set(expected) <= set(possible)


def test_what_cannot_be_near_is_told(new_path):
    terms = [f"{MARK}{word}".encode() for word in sorted(["місто", "міст", "мер", "річка", "повінь"])]
    spelling = written(new_path(), terms)
    assert [terms[place].decode() for place in spelling.near(0, len(terms), "місто", 1)] == ["=міст", "=місто"]
    assert [terms[place].decode() for place in spelling.having(0, len(terms), "чк")] == ["=річка"]


def test_a_term_that_was_cut_within_a_letter_does_no_harm(new_path):
    terms = [b"=" + "ж".encode()[:1], "=місто".encode()]
    assert written(new_path(), terms).near(0, 2, "місто", 1).tolist() == [1]


def test_a_field_without_forms_has_nothing_near(new_path):
    assert written(new_path(), [b"plain"]).near(0, 0, "plain", 2).tolist() == []
