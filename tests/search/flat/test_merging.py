# SPDX-License-Identifier: GPL-3.0-or-later
"""What is merged is what inverting the texts that are left would give."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archivist.search.flat import merging
from archivist.search.flat.codec import COLUMNS, FIELDS
from archivist.search.flat.merging import Source, merge
from archivist.search.flat.postings import MOST_POSITIONS, FieldWriter
from archivist.search.flat.sections import DamagedSegment, SectionFile, SectionWriter
from tests.search.flat.plain import inverted, read, write

words = st.sampled_from(["мер", "мера", "місто", "міст", "річка", "19", "😀", "𐍈𐍈", "п'ять", *"абвгґдежз"])
some_texts = st.lists(st.lists(words, max_size=10).map(" ".join), max_size=2)
documents_and_fates = st.tuples(st.dictionaries(st.sampled_from(FIELDS), some_texts), st.booleans())
some_segments = st.lists(st.lists(documents_and_fates, max_size=6), min_size=1, max_size=4)
for_many_files = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(params=["whole", "in small pieces"])
def _pieces(request, monkeypatch):
    if request.param != "whole":
        monkeypatch.setattr(merging, "_TERMS_AT_ONCE", 3)
        monkeypatch.setattr(merging, "_POSITIONS_AT_ONCE", 4)


def sources_of(new_path, segments):
    """Sources with documents in rows that follow each other, and which of them live."""
    sources, row = [], 1
    for segment in segments:
        file = SectionFile(write(new_path(), [document for document, _ in segment], first_row=row))
        sources.append(Source(file, np.array([lives for _, lives in segment], bool)))
        row += len(segment)
    return sources


def sections(path):
    """Every array of a file, with its type."""
    file = SectionFile(path)
    return {name: (values.dtype.str, values.tolist()) for name, (values, *_) in file._arrays.items()}


@pytest.mark.usefixtures("_pieces")
@for_many_files
@given(some_segments)
def test_live_segments_merge_into_what_inverting_their_texts_anew_writes(new_path, segments):
    segments = [[(document, True) for document, _ in segment] for segment in segments]
    merge(sources_of(new_path, segments), merged := new_path(), FIELDS, COLUMNS)
    anew = write(new_path(), [document for segment in segments for document, _ in segment])
    assert merged.read_bytes() == anew.read_bytes()


@pytest.mark.usefixtures("_pieces")
@for_many_files
@given(some_segments)
def test_what_is_deleted_leaves_no_trace_but_a_length(new_path, segments):
    merge(sources_of(new_path, segments), merged := new_path(), FIELDS, COLUMNS)
    documents = [document for segment in segments for document, lives in segment if lives]
    fates = [lives for segment in segments for _, lives in segment]
    expected = sections(write(new_path(), documents))
    for column, first in (("row", 1), ("seq", 1001)):
        rows = [first + place for place, lives in enumerate(fates) if lives]
        expected[column] = ("<i8", rows)
    assert sections(merged) == expected
    assert SectionFile(merged).facts["documents"] == len(documents)


def test_lengths_shrink_by_the_share_of_the_deleted(new_path):
    segments = [[({"body": ["мер міста"]}, True), ({"body": ["мер міста"]}, False)], [({"title": ["мер"]}, True)]]
    lengths = merge(sources_of(new_path, segments), merged := new_path(), FIELDS, COLUMNS)
    assert lengths == SectionFile(merged).facts["lengths"] == {"title": 1, "body": 2, "note": 0}


@pytest.mark.usefixtures("_pieces")
def test_great_counts_and_positions_are_kept(new_path):
    documents = [{"body": ["мер " * 300]}, {"body": ["слово " * 70_000 + "мер"]}, {"body": ["мер"]}]
    segments = [[(document, True)] for document in documents]
    merge(sources_of(new_path, segments), merged := new_path(), FIELDS, COLUMNS)
    assert read(merged, "body") == inverted(documents, "body")
    assert merged.read_bytes() == write(new_path(), documents).read_bytes()


def test_when_all_is_deleted_nothing_is_left(new_path):
    segments = [[({"body": ["мер міста"]}, False)], [({"body": ["мер"]}, False)]]
    merge(sources_of(new_path, segments), merged := new_path(), FIELDS, COLUMNS)
    assert SectionFile(merged).facts == {"documents": 0, "lengths": dict.fromkeys(FIELDS, 0)}
    assert read(merged, "body") == {}


def test_merged_segments_merge_again(new_path):
    documents = [{"body": [f"слово{number} мер"]} for number in range(8)]
    first, second = new_path(), new_path()
    merge(sources_of(new_path, [[(document, True)] for document in documents[:4]]), first, FIELDS, COLUMNS)
    write(rest := new_path(), documents[4:], first_row=5)
    all_live = np.ones(4, bool)
    merge([Source(SectionFile(first), all_live), Source(SectionFile(rest), all_live)], second, FIELDS, COLUMNS)
    assert second.read_bytes() == write(new_path(), documents).read_bytes()


def test_a_damaged_source_is_not_merged_unless_the_damage_is_where_nothing_is_read(new_path):
    documents = [{"body": [" ".join(f"слово{number}" for number in range(2000))]}]
    content = write(new_path(), documents).read_bytes()
    expected = write(new_path(), documents).read_bytes()
    refused = 0
    for place in range(0, len(content), 1013):
        flipped = bytearray(content)
        flipped[place] ^= 1
        damaged, merged = new_path(), new_path()
        damaged.write_bytes(flipped)
        try:
            merge([Source(SectionFile(damaged), np.ones(1, bool))], merged, FIELDS, COLUMNS)
        except DamagedSegment:
            refused += 1
        else:
            assert merged.read_bytes() == expected
    assert refused > 20


def test_a_segment_with_more_positions_than_can_be_numbered_is_not_written(new_path):
    writer = SectionWriter(new_path())
    with pytest.raises(ValueError, match="positions"):
        FieldWriter(writer, "body", terms=[], starts=np.array([[1, MOST_POSITIONS + 1]]), position_type="<u4")
    writer.abandon()
