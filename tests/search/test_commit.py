# SPDX-License-Identifier: GPL-3.0-or-later
"""What a commit changes, and which segments are merged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.search import commit
from archivist.search.commit import NAME, Commit, due_for_merging, read_segments
from archivist.search.flat.codec import FIELDS, FlatSegment
from archivist.search.flat.inverting import Inverter, Text
from archivist.search.flat.postings import MOST_DOCUMENTS, MOST_POSITIONS
from archivist.search.flat.sections import SectionFile
from archivist.store.index_queue import Mark


def segment_of(size: int, deleted: int = 0) -> FlatSegment:
    segment = FlatSegment(NAME, size)
    for document in range(deleted):
        segment.delete_document(document)
    return segment


def few(_segment: FlatSegment) -> int:
    """How many positions a segment has: never too many."""
    return 1000


def written(folder, rows) -> FlatSegment:
    """A segment of articles in these rows."""
    inverter = Inverter(FIELDS, str.split, lambda word, _: [word.encode()])
    for row in rows:
        inverter.add(row, row, {"body": Text("uk", [f"слово{row}"])})
    segment = FlatSegment(NAME, len(inverter))
    inverter.write(folder / segment.file_name)
    return segment


def committed(folder, base, change):
    """The manifest of a commit on top of another."""
    step = Commit(folder, base, "an archive")
    change(step)
    return step.finish(Mark(1, "an action"))


def rows_of(folder, manifest):
    """The rows of the live articles of each segment."""
    return [
        SectionFile(folder / segment.file_name).whole("row")[segment.live()].tolist()
        for segment in read_segments(folder, manifest)
    ]


# Committing


def test_segments_are_added_and_articles_taken_out(tmp_path):
    first = committed(tmp_path, None, lambda step: step.add([written(tmp_path, [1, 2, 3]), written(tmp_path, [4, 5])]))
    assert rows_of(tmp_path, first) == [[1, 2, 3], [4, 5]]
    second = committed(tmp_path, first, lambda step: step.remove([2, 5, 77]))
    assert rows_of(tmp_path, second) == [[1, 3], [4]]
    assert second.generation > first.generation


def test_a_segment_without_live_articles_goes(tmp_path):
    first = committed(tmp_path, None, lambda step: step.add([written(tmp_path, [1]), written(tmp_path, [2])]))
    second = committed(tmp_path, first, lambda step: step.remove([1]))
    assert rows_of(tmp_path, second) == [[2]]
    assert len(list(tmp_path.glob("*.flat"))) == 1


def test_merged_segments_stand_where_the_first_of_them_stood(tmp_path):
    first = committed(
        tmp_path, None, lambda step: step.add([written(tmp_path, rows) for rows in ([1], [2, 3], [4], [5])])
    )
    second = committed(tmp_path, first, lambda step: step.remove([3]))
    step = Commit(tmp_path, second, "an archive")
    _, two, _, five = step._segments
    step.merge([two, five])
    assert rows_of(tmp_path, step.finish(second.mark)) == [[1], [2, 5], [4]]
    assert len(list(tmp_path.glob("*.flat"))) == 3


def test_nothing_is_changed_before_it_is_finished(tmp_path):
    first = committed(tmp_path, None, lambda step: step.add([written(tmp_path, [1])]))
    step = Commit(tmp_path, first, "an archive")
    step.remove([1])
    step.add([written(tmp_path, [2])])
    assert rows_of(tmp_path, first) == [[1]]


def test_a_commit_on_nothing_never_takes_the_number_of_one_that_is_there(tmp_path):
    first = committed(tmp_path, None, lambda step: step.add([written(tmp_path, [1])]))
    again = committed(tmp_path, None, lambda step: step.add([written(tmp_path, [2])]))
    assert again.generation == first.generation + 1
    assert rows_of(tmp_path, again) == [[2]]


def test_a_commit_on_nothing_takes_the_files_of_what_it_replaces_away(tmp_path):
    committed(tmp_path, None, lambda step: step.add([written(tmp_path, [1])]))
    committed(tmp_path, None, lambda step: step.add([written(tmp_path, [2])]))
    assert len(list(tmp_path.glob("*.flat"))) == len(list(tmp_path.glob("*.toc"))) == 1


# Merging


def test_a_few_small_segments_are_left_alone():
    assert due_for_merging([segment_of(1) for _ in range(commit._MOST_IN_TIER)], few, thorough=False) == []


def test_too_many_small_segments_are_merged_and_the_great_are_not():
    great, small = segment_of(5000), [segment_of(3) for _ in range(commit._MOST_IN_TIER + 1)]
    assert due_for_merging([*small[:3], great, *small[3:]], few, thorough=False) == small


def test_a_segment_that_is_mostly_deleted_is_written_anew():
    half_empty = segment_of(5000, deleted=2501)
    assert due_for_merging([segment_of(5000), half_empty], few, thorough=False) == [half_empty]


def test_after_much_work_there_are_as_few_segments_as_can_be():
    segments = [segment_of(2500) for _ in range(4)]
    assert due_for_merging(segments, few, thorough=True) == segments
    assert due_for_merging(segments[:1], few, thorough=True) == []


def test_segments_are_not_merged_into_one_with_more_positions_than_can_be_numbered():
    small = [segment_of(3) for _ in range(commit._MOST_IN_TIER + 1)]
    third = MOST_POSITIONS // 3

    assert due_for_merging(small, lambda _: third, thorough=False) == small[:3]
    assert due_for_merging(small, lambda _: third + 1, thorough=True) == small[:2]
    assert due_for_merging(small, lambda _: MOST_POSITIONS, thorough=True) == []


def test_how_many_positions_a_segment_has_is_read_from_its_file(tmp_path):
    base = committed(tmp_path, None, lambda change: change.add([written(tmp_path, range(1, 4))]))
    again = Commit(tmp_path, base, "archive")
    [segment] = again._segments
    assert again._positions(segment) == 3


some_sizes = st.integers(1, MOST_DOCUMENTS) | st.integers(1, 300)


@given(st.lists(st.tuples(some_sizes, st.floats(0, 0.99)), max_size=30), st.booleans())
def test_merging_ends_and_no_segment_grows_too_great(drawn, thorough):
    segments = [segment_of(size, int(size * deleted) if size < 1000 else 0) for size, deleted in drawn]
    sizes = sum(segment.doc_count() for segment in segments)
    for _ in range(100):
        due = due_for_merging(segments, few, thorough=thorough)
        if not due:
            break
        assert [segment for segment in segments if segment in due] == due
        merged = sum(segment.doc_count() for segment in due)
        assert merged <= MOST_DOCUMENTS
        segments = [segment for segment in segments if segment not in due] + [segment_of(merged)]
    else:
        pytest.fail("it merges for ever")
    assert sum(segment.doc_count() for segment in segments) == sizes
