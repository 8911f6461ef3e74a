# SPDX-License-Identifier: GPL-3.0-or-later
"""Sums of what terms are worth: of all documents, of a mask, of the first only, and of given documents."""

from __future__ import annotations

import random

import numpy as np
import pytest

from archivist.search.flat.codec import FlatSegment
from archivist.search.leaf import Leaf
from archivist.search.scoring import Weights
from archivist.search.weighing import Narrowed, Term, documents_of, summed
from tests.search.flat.plain import write

WORDS = ["мер", "місто", "річка", "повінь"]
DOCUMENTS = 300


@pytest.fixture(scope="module")
def leaf(tmp_path_factory):
    """A segment of titles and bodies of random words."""
    chance = random.Random(5)
    texts = [
        {field: [" ".join(chance.choices(WORDS, k=chance.randint(0, 6)))] for field in ("title", "body")}
        for _ in range(DOCUMENTS)
    ]
    folder = tmp_path_factory.mktemp("segment")
    segment = FlatSegment("articles", DOCUMENTS)
    write(folder / segment.file_name, texts)
    return Leaf(folder, segment)


def terms_of(leaf, *asked):
    """Terms by field and word, each with a factor of its own."""
    weights = {"title": Weights(2.0), "body": Weights(3.0)}
    return [
        Term(field, leaf.term(field, f"={word}"), weights[field], 1.0 + number)
        for number, (field, word) in enumerate(asked)
    ]


ASKED = [
    [],
    [("body", "мер")],
    [("title", "мер"), ("title", "місто"), ("body", "мер")],
    [("body", "річка"), ("body", "повінь"), ("body", "мер"), ("body", "місто"), ("body", "мер")],
]


def plainly(leaf, terms, among):
    """The sum of each document, posting by posting."""
    sums = {}
    for term in terms:
        lengths = leaf.lengths(term.field)
        for document, count in zip(term.postings.documents(), term.postings.counts(), strict=True):
            if among is None or among[document]:
                worth = term.weights.of(np.array([count], "u1"), lengths[[document]])[0] * term.factor
                sums[int(document)] = sums.get(int(document), 0.0) + float(worth)
    return sums


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("among", [None, np.arange(DOCUMENTS) % 3 == 0, np.zeros(DOCUMENTS, bool)])
@pytest.mark.parametrize("most", [None, 0, 1, 10, 1000])
def test_the_first_by_sum_are_among_those_listed_and_all_are_counted(leaf, asked, among, most):
    terms = terms_of(leaf, *asked)
    expected = plainly(leaf, terms, among)
    for _ in range(2):  # nothing is left over from the time before
        total, documents, sums = summed(leaf, terms, among, most)
        assert total == len(expected)
        assert documents.tolist() == sorted(documents.tolist())
        listed = dict(zip(documents.tolist(), sums.tolist(), strict=True))
        assert listed == pytest.approx({document: expected[document] for document in listed})
        wanted = sorted(expected.values(), reverse=True)[:most]
        assert sorted(listed.values(), reverse=True)[: len(wanted)] == pytest.approx(wanted)


@pytest.mark.parametrize("asked", ASKED)
def test_documents_that_are_narrowed_down_keep_their_counts(leaf, asked):
    terms, others = terms_of(leaf, *asked), terms_of(leaf, ("body", "повінь"), ("title", "річка"))
    found = Narrowed(np.arange(DOCUMENTS))
    found.narrow(leaf, terms)
    found.narrow(leaf, others)
    found.keep(np.arange(0, len(found.documents), 2))
    both = sorted(set(documents_of(leaf, terms).tolist()) & set(documents_of(leaf, others).tolist()))[::2]
    assert found.documents.tolist() == both
    expected = plainly(leaf, [*terms, *others], None)
    assert found.scores(leaf).tolist() == pytest.approx([expected[document] for document in both])
