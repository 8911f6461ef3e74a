# SPDX-License-Identifier: GPL-3.0-or-later
"""The dictionary against a sorted list and bisect."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archivist.search.flat.dictionary import LONGEST, Dictionary, write_dictionary
from archivist.search.flat.sections import SectionFile, SectionWriter
from tests.search.kernels import KERNELS, use_kernel

# Few letters, so that much is shared, with the least and the greatest byte among them.
few_bytes = st.lists(st.sampled_from([b"\x00", b"a", b"b", "ж".encode(), b"\xff"]), max_size=6).map(b"".join)
texts = st.text(st.sampled_from("аажзий'-𝒜𐍈😀"), max_size=40).map(str.encode)
long_terms = st.tuples(st.sampled_from([b"a", b"ab", "щ".encode()]), st.integers(0, 255), few_bytes).map(
    lambda parts: (parts[0] * parts[1] + parts[2])[:LONGEST]
)
some_terms = few_bytes | texts | long_terms
vocabularies = st.lists(some_terms, max_size=120).map(lambda terms: sorted(set(terms)))
for_many_files = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True, params=KERNELS)
def _kernel(request, monkeypatch):
    """Either kernel finds the same terms."""
    use_kernel(request.param, monkeypatch)


def written(path, terms, sizes=()):
    """The dictionary of terms with so many postings and positions."""
    writer = SectionWriter(path)
    starts = np.zeros((len(terms) + 1, 2), "i8")
    np.cumsum(sizes or [(1, 1)] * len(terms), axis=0, out=starts[1:])
    write_dictionary(writer, "body", terms, starts)
    writer.close({})
    return Dictionary(SectionFile(path), "body")


@for_many_files
@given(vocabularies, st.lists(some_terms, max_size=20))
def test_a_term_is_found_where_it_stands_and_no_other_is(new_path, terms, others):
    found = written(new_path(), terms)
    assert found.size == len(terms)
    for term in [*terms, *others]:
        assert found.find(term) == (terms.index(term) if term in terms else -1)
        assert found.lower_bound(term) == bisect_left(terms, term)


@for_many_files
@given(vocabularies, some_terms)
def test_terms_with_one_beginning_are_a_range(new_path, terms, prefix):
    found = written(new_path(), terms)
    for beginning in [prefix, *(term[: len(term) // 2] for term in terms)]:
        start, end = found.beginning(beginning)
        assert terms[start:end] == [term for term in terms if term.startswith(beginning)]


@for_many_files
@given(vocabularies, st.data())
def test_any_range_of_terms_is_read_in_order(new_path, terms, data):
    found = written(new_path(), terms)
    assert list(found.terms()) == terms
    start = data.draw(st.integers(0, len(terms)))
    end = data.draw(st.integers(0, len(terms)))
    assert list(found.terms(start, end)) == terms[start:end]
    assert list(found.terms(start)) == terms[start:]
    ordinals = data.draw(st.lists(st.integers(0, max(0, len(terms) - 1)), unique=True).map(sorted)) if terms else []
    assert list(found.terms_at(ordinals)) == [(ordinal, terms[ordinal]) for ordinal in ordinals]
    assert [found.term(ordinal) for ordinal in ordinals] == [terms[ordinal] for ordinal in ordinals]


@pytest.mark.parametrize("size", [0, 1, 15, 16, 17, 31, 32, 33, 48])
def test_blocks_may_end_anywhere(new_path, size):
    terms = [f"{number:04}".encode() for number in range(0, 2 * size, 2)]
    found = written(new_path(), terms)
    assert [found.find(term) for term in terms] == list(range(size))
    assert found.find(b"0001") == -1
    assert found.find(b"") == -1
    assert found.find(b"9999") == -1
    assert found.lower_bound(b"9999") == size
    assert found.beginning(b"") == (0, size)


few_or_many = st.sampled_from([1, 2, 100, 254, 255, 256, 70_000])
some_sizes = st.lists(st.tuples(few_or_many, few_or_many).map(sorted).map(tuple), max_size=60)


@for_many_files
@given(some_sizes, st.data())
def test_where_the_postings_of_any_range_of_terms_are_is_known(new_path, sizes, data):
    terms = [f"{number:03}".encode() for number in range(len(sizes))]
    found = written(new_path(), terms, sizes)
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(sizes)), st.integers(0, len(sizes)))))
    sums = [tuple(map(sum, zip(*sizes[:place], strict=True))) or (0, 0) for place in range(len(sizes) + 1)]
    assert found.span(start, end) == (sums[start], sums[end])
    assert [tuple(size) for size in found.sizes(start, end).tolist()] == sizes[start:end]


def test_the_longest_terms_that_differ_in_their_last_byte_are_told_apart(new_path):
    terms = [b"x" * (LONGEST - 1) + bytes([last]) for last in range(40)]
    found = written(new_path(), terms)
    assert [found.find(term) for term in terms] == list(range(40))
    assert found.find(b"x" * (LONGEST - 1)) == -1
