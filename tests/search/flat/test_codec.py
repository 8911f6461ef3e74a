# SPDX-License-Identifier: GPL-3.0-or-later
"""What Whoosh is told of a segment is what is in it."""

from __future__ import annotations

import pickle

import pytest
from whoosh.filedb.filestore import FileStorage
from whoosh.query import FuzzyTerm, Phrase, Prefix, Term
from whoosh.reading import SegmentReader
from whoosh.scoring import BM25F
from whoosh.searching import Searcher
from whoosh.util.numeric import byte_to_length, length_to_byte

from archivist.language.keys import FORM_MARK
from archivist.search.fields import schema
from archivist.search.flat.codec import FlatCodec, FlatSegment
from tests.search.flat.plain import inverted, write

DOCUMENTS = [
    {"title": ["мер міста"], "body": ["мер міста мовчить", "місто мовчить"]},
    {"body": ["мер " * 300]},
    {},
    {"title": ["річка"], "body": ["річка міста"], "note": ["мер"]},
]
MAYOR = f"{FORM_MARK}мер".encode()


@pytest.fixture
def segment(tmp_path):
    """A segment of four documents, the last of which is deleted."""
    segment = FlatSegment("articles", len(DOCUMENTS))
    write(tmp_path / segment.file_name, DOCUMENTS, first_row=7)
    segment.delete_document(3)
    return segment


@pytest.fixture
def reader(segment, tmp_path):
    with SegmentReader(FileStorage(str(tmp_path)), schema(), segment) as reader:
        yield reader


def test_terms_are_told_in_order_with_their_numbers(reader):
    for field in ("title", "body", "note"):
        expected = inverted(DOCUMENTS, field)
        assert list(reader.lexicon(field)) == sorted(expected)
        for term, postings in expected.items():
            assert (field, term) in reader
            assert reader.doc_frequency(field, term) == len(postings)
            assert reader.frequency(field, term) == sum(map(len, postings.values()))
            info = reader.term_info(field, term)
            assert (info.min_id(), info.max_id()) == (min(postings), max(postings))
            assert info.max_weight() == max(map(len, postings.values()))
    assert list(reader.all_terms()) == sorted(reader.all_terms())
    assert sorted(reader.indexed_field_names()) == ["body", "note", "title"]


def test_a_term_that_is_not_there_is_unknown(reader):
    assert ("body", b"unknown") not in reader
    assert ("elsewhere", MAYOR) not in reader
    assert reader.doc_frequency("body", b"unknown") == reader.frequency("body", b"unknown") == 0
    with pytest.raises(Exception, match="unknown"):
        reader.term_info("body", b"unknown")


def test_terms_from_some_term_on_are_told(reader):
    expected = sorted(inverted(DOCUMENTS, "body"))
    assert [term for _, term in reader.terms_from("body", expected[3] + b"\0")] == expected[4:]


def test_postings_have_weights_and_positions(reader):
    matcher = reader.postings("body", MAYOR)
    assert matcher.id() == 0
    assert matcher.weight() == 1
    assert matcher.value_as("positions") == [0]
    copied = matcher.copy()
    matcher.next()
    assert (matcher.id(), matcher.weight()) == (1, 300)
    assert matcher.value_as("positions") == list(range(300))
    assert copied.id() == 0
    matcher.next()
    assert not matcher.is_active()
    copied.skip_to(1)
    assert copied.id() == 1


def test_deleted_documents_are_left_out(reader):
    assert reader.doc_count_all() == 4
    assert reader.doc_count() == 3
    assert reader.has_deletions()
    assert reader.is_deleted(3)
    assert list(reader.postings("note", MAYOR).all_ids()) == []


def test_lengths_are_those_of_the_fields(reader):
    assert [reader.doc_field_length(document, "body") for document in range(4)] == [
        byte_to_length(length_to_byte(length)) for length in (5, 300, 0, 2)
    ]
    assert reader.doc_field_length(2, "body", 9) == 9
    assert reader.field_length("body") == 307
    assert reader.max_field_length("body") == byte_to_length(length_to_byte(300))
    assert reader.min_field_length("title") == 0


def test_columns_are_read(reader):
    assert reader.has_column("row")
    assert not reader.has_column("title")
    column = reader.column_reader("row")
    assert [column[document] for document in range(4)] == [7, 8, 9, 10]
    assert len(column) == 4
    assert list(column.load()) == [7, 8, 9, 10]


def test_whoosh_searches_it(segment, tmp_path):
    reader = SegmentReader(FileStorage(str(tmp_path)), schema(), segment)
    with Searcher(reader, weighting=BM25F()) as searcher:

        def found(query):
            return {hit.docnum for hit in searcher.search(query, limit=None)}

        form = FORM_MARK.__add__
        assert found(Term("body", form("міста").encode())) == {0}
        assert found(Prefix("body", form("м"))) == {0, 1}
        assert found(FuzzyTerm("body", form("мир"), prefixlength=1)) == {0, 1}
        assert found(Phrase("body", [form("мер"), form("міста")])) == {0}
        assert found(Phrase("body", [form("міста"), form("мер")])) == set()


def test_an_automaton_walks_through_the_terms(reader):
    cursor = FlatCodec().terms_reader(reader.storage(), reader.segment()).cursor("body", None)
    expected = [term.decode() for term in sorted(inverted(DOCUMENTS, "body"))]
    walked = [cursor.first()]
    while (term := cursor.next()) is not None:
        walked.append(term)
    assert walked == expected
    assert cursor.find(expected[2]) == cursor.find(expected[2].encode()) == cursor.text() == expected[2]
    assert cursor.find("\U0010ffff") is None


def test_a_segment_is_pickled_with_its_deleted_documents(segment):
    again = pickle.loads(pickle.dumps(segment))  # noqa: S301 - our own
    assert (again.file_name, again.doc_count_all(), again.deleted_docs()) == (segment.file_name, 4, frozenset({3}))
    assert again.live().tolist() == [True, True, True, False]
    again.delete_document(3, delete=False)
    assert again.doc_count() == 4
    assert segment.doc_count() == 3
