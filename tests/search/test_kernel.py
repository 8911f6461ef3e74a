# SPDX-License-Identifier: GPL-3.0-or-later
"""The inner loops, compiled and not, against the plainest way to find the same."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from archivist.search.kernel import IS_COMPILED
from archivist.search.kernel.types import Occurrences, Term
from archivist.search.scoring import LENGTH_SHIFT, Weights
from tests.search.kernels import KERNELS, kernel_of

SIZES = [1, 40, 3000]
RARITIES = [0.001, 0.05, 0.6]
NONE = np.zeros(0, "u4")


@pytest.fixture(params=KERNELS)
def kernel(request):
    return kernel_of(request.param)


class Segment:
    """Random terms of so many documents."""

    def __init__(self, size: int, seed: int) -> None:
        self.size = size
        self.chance = np.random.default_rng(seed)
        self.lengths = self.chance.integers(0, 256, size).astype("u2") << LENGTH_SHIFT
        self.rows = self.chance.permutation(size).astype("i8")
        self.weights = Weights(40.0)

    def term(self, rarity: float) -> Term:
        documents = (self.chance.random(self.size) < rarity).nonzero()[0].astype("u2")
        counts = self.chance.integers(1, 4, len(documents)).astype("u1")
        if self.chance.random() < 0.3:  # as of a term that stands very often in some document
            counts = counts.astype("u4") + 300
        factor = float(self.chance.random()) + 0.5
        return Term(documents, counts, self.lengths, self.weights.table, self.weights.norms, factor)

    def group(self, number: int) -> tuple[Term, ...]:
        return tuple(self.term(self.chance.choice(RARITIES)) for _ in range(number))

    def mask(self):
        return self.chance.random(self.size) < 0.5

    def occurrences(self, rarity: float, width: int = 12) -> Occurrences:
        term = self.term(rarity)
        lists = [sorted(self.chance.choice(width, min(width, 3), replace=False)) for _ in term.documents]
        kinds = ("u1", "u2") if self.chance.random() < 0.7 else ("u4", "u4")  # as of a term of very long texts
        counts = np.array([len(each) for each in lists], kinds[0])
        return Occurrences(term.documents, counts, np.array([place for each in lists for place in each], kinds[1]))


def worths(segment, group):
    """What the terms of a group are worth, by document."""
    found = Counter()
    for term in group:
        for document, count in zip(term.documents.tolist(), term.counts.tolist(), strict=True):
            norm = term.norms[term.lengths[document] >> LENGTH_SHIFT]
            found[document] += count * 2.2 / (count + norm) * term.factor
    return found


def best_of(scores, rows, most):
    """Documents and scores, the best first."""
    return sorted(scores.items(), key=lambda pair: (pair[1], rows[pair[0]]), reverse=True)[:most]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("numbers", [(1,), (3,), (1, 1), (2, 3), (1, 2, 1), (2, 0)])
@pytest.mark.parametrize("is_masked", [False, True])
def test_the_best_have_a_term_of_every_group(kernel, size, numbers, is_masked):
    for seed in range(5):
        segment = Segment(size, seed)
        groups = tuple(segment.group(number) for number in numbers)
        among = segment.mask() if is_masked else None
        by_group = [worths(segment, group) for group in groups]
        there = set.intersection(*map(set, by_group)) & set(np.arange(size)[among].ravel().tolist())
        scores = {document: sum(worth[document] for worth in by_group) for document in there}
        for most in (None, 0, 1, 20, 10_000):
            found = kernel.best(groups, among, segment.rows, most)
            expected = best_of(scores, segment.rows, most)
            assert found.total == len(scores)
            assert found.documents.tolist() == [document for document, _ in expected]
            assert found.scores.tolist() == pytest.approx([score for _, score in expected])
        mask = np.zeros(size, bool)
        assert kernel.having(groups, among, mask) == len(there)
        assert set(mask.nonzero()[0].tolist()) == there


@pytest.mark.parametrize("size", SIZES)
def test_of_equal_scores_the_last_rows_come_first(kernel, size):
    segment = Segment(size, 3)
    documents = segment.mask().nonzero()[0]
    scores = np.round(segment.chance.random(len(documents)))
    for most in (None, 0, 1, 20, 10_000):
        found = kernel.first(documents, scores, segment.rows, most)
        expected = best_of(dict(zip(documents.tolist(), scores.tolist(), strict=True)), segment.rows, most)
        assert found.total == len(documents)
        assert list(zip(found.documents.tolist(), found.scores.tolist(), strict=True)) == expected


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("share", [0.001, 0.5])
def test_documents_are_worth_what_their_terms_are(kernel, size, share):
    for seed in range(5):
        segment = Segment(size, seed)
        group = segment.group(3)
        documents = (segment.chance.random(size) < share).nonzero()[0]
        scores = np.full(len(documents), 0.25)
        kernel.weigh(group, documents, scores, size)
        expected = worths(segment, group)
        assert scores.tolist() == pytest.approx([0.25 + expected[document] for document in documents.tolist()])


def test_the_documents_of_postings_are_marked(kernel):
    mask = np.zeros(9, bool)
    kernel.mark(np.array([7, 2, 7], "u2"), mask)
    assert mask.nonzero()[0].tolist() == [2, 7]


def positions(term):
    """The positions of a term by document."""
    ends = np.cumsum(term.counts)
    return {
        document: set(term.positions[end - count : end].tolist())
        for document, count, end in zip(term.documents.tolist(), term.counts.tolist(), ends.tolist(), strict=True)
    }


def slots_of(segment, measures):
    return tuple(
        (measure, tuple(segment.occurrences(segment.chance.choice(RARITIES)) for _ in range(1 + measure % 2)))
        for measure in measures
    )


def positions_of_slot(terms, document):
    return set().union(*(positions(term).get(document, set()) for term in terms))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("number", [2, 3, 4])
def test_words_follow_each_other_in_a_row(kernel, size, number):
    for seed in range(5):
        segment = Segment(size, seed)
        slots = slots_of(segment, range(number))
        by_slot = [(place, [positions(term) for term in terms]) for place, terms in slots]
        expected = []
        for document in range(size):
            beginnings = [
                {position - place for term in terms for position in term.get(document, ())} for place, terms in by_slot
            ]
            if set.intersection(*beginnings):
                expected.append(document)
        assert kernel.in_a_row(slots, size).tolist() == expected


@pytest.mark.parametrize("size", [1, 40, 800])
@pytest.mark.parametrize(("numbers", "width"), [((1, 1), 2), ((1, 1), 5), ((2, 1), 4), ((1, 2, 1), 9)])
def test_words_stand_in_a_window(kernel, size, numbers, width):
    for seed in range(5):
        segment = Segment(size, seed)
        slots = slots_of(segment, numbers)
        by_slot = [(number, [positions(term) for term in terms]) for number, terms in slots]
        expected = []
        for document in range(size):
            stands = [
                (number, {place for term in terms for place in term.get(document, ())}) for number, terms in by_slot
            ]
            if any(
                all(sum(start <= place < start + width for place in places) >= number for number, places in stands)
                for start in set().union(*(places for _, places in stands))
            ):
                expected.append(document)
        assert kernel.in_a_window(slots, width, size).tolist() == expected


@pytest.mark.parametrize("name", KERNELS)
def test_nothing_is_left_over_from_a_question_that_failed(name):
    kernel, segment = kernel_of(name), Segment(40, 1)
    group = segment.group(2)
    before = kernel.best((group,), None, segment.rows, None)
    wrong = group[0]._replace(documents=np.array([3, 41], "u2"), counts=np.array([1, 1], "u1"))
    with pytest.raises(IndexError):
        kernel.best(((wrong,),), None, segment.rows, None)
    with pytest.raises(IndexError):
        kernel.mark(wrong.documents, np.zeros(40, bool))
    words = segment.occurrences(0.6)
    with pytest.raises(IndexError):
        kernel.in_a_row(((0, (words,)), (1, (words._replace(positions=words.positions[:1]),))), 40)
    after = kernel.best((group,), None, segment.rows, None)
    assert after.documents.tolist() == before.documents.tolist()
    assert after.scores.tolist() == before.scores.tolist()


def damaged_questions(segment):
    """Questions whose arrays do not fit together, with what asks them."""
    term = segment.term(0.6)
    words = segment.occurrences(0.6)
    rows = segment.rows
    short = term._replace(counts=term.counts[:-1])
    yield lambda kernel: kernel.best(((short,),), None, rows, 3)
    yield lambda kernel: kernel.best(((term._replace(lengths=term.lengths[:-1]),),), None, rows, 3)
    yield lambda kernel: kernel.best(((term._replace(table=term.table[:9]),),), None, rows, 3)
    yield lambda kernel: kernel.best(((term._replace(documents=term.documents.astype("u4")),),), None, rows, 3)
    yield lambda kernel: kernel.best(((term,),), np.ones(3, bool), rows, 3)
    yield lambda kernel: kernel.weigh((term,), np.array([0, 40]), np.zeros(2), 40)
    yield lambda kernel: kernel.weigh((term,), np.array([0, -1]), np.zeros(2), 40)
    yield lambda kernel: kernel.weigh((term,), np.array([0, 1]), np.zeros(3), 40)
    yield lambda kernel: kernel.first(np.array([40]), np.zeros(1), rows, 3)
    yield lambda kernel: kernel.in_a_row(((0, (words,)), (1, (words._replace(positions=words.positions[:1]),))), 40)
    yield lambda kernel: kernel.in_a_window(((1, (words,)),), 0, 40)
    yield lambda kernel: kernel.terms_of(b"a", b"\0\0\1", 4)
    yield lambda kernel: kernel.terms_of(b"a", b"\0\0\1\\9" + bytes(4), 2)
    yield lambda kernel: kernel.in_a_window(((0, (words,)), (1, (words,))), 5, 40)
    yield lambda kernel: kernel.in_a_window(((1, (words,)),), 1 << 40, 40)
    yield lambda kernel: kernel.locate(b"b", b"a", b"", 1 << 61, 0, NONE, NONE)
    yield lambda kernel: kernel.locate(b"b", b"a", b"\0\0\1\1\1\xff\1\xffb", 2, 0, NONE, NONE)
    yield lambda kernel: kernel.block_of(b"ab", np.array([0, 9], "u4"), b"b")


@pytest.mark.skipif(not IS_COMPILED, reason="was not compiled")
@pytest.mark.parametrize("number", range(18))
def test_arrays_that_do_not_fit_together_are_refused(number):
    """What would be read beyond its end must never be; numpy and Python look after themselves."""
    question = list(damaged_questions(Segment(40, 1)))[number]
    with pytest.raises((IndexError, TypeError, ValueError)):
        question(kernel_of("built"))
