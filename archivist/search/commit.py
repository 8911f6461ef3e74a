# SPDX-License-Identifier: GPL-3.0-or-later
"""One commit to the index: segments come, documents and segments go, all at once or not at all.

A segment is one file of its own. Whoosh's table of contents lists the segments of a commit and
which of their documents are deleted; the manifest names the table, and replacing it is the commit.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from archivist.search.fields import schema
from archivist.search.flat.codec import COLUMNS, FIELDS, FlatSegment
from archivist.search.flat.merging import Source, merge
from archivist.search.flat.postings import MOST_DOCUMENTS, MOST_POSITIONS
from archivist.search.flat.sections import DamagedSegment, SectionFile
from archivist.search.manifest import Manifest, facts_of, read_manifest, software
from archivist.store.index_queue import Mark

NAME = "articles"  # Whoosh's name for the index; its files begin with it
_TABLE_OF_CONTENTS = re.compile(rf"_{NAME}_(\d+)\.toc")
# Segments of up to so many documents, tier by tier, are merged once there are more than a few of
# them, so that a merge stays as small as its cause and a search has few segments to look through.
_TIERS = (64, 512, 4096, MOST_DOCUMENTS // 2)
_MOST_IN_TIER = 6


class Commit:
    """What is to change in the index. Nothing is changed before finish()."""

    def __init__(self, folder: Path, base: Manifest | None, identity: str) -> None:
        self._folder = folder
        self._identity = identity
        self._known = base.files if base is not None else {}
        self._generation = (max(_generations(folder), default=0) if base is None else base.generation) + 1
        self._segments = [] if base is None else read_segments(folder, base)

    def add(self, segments: Iterable[FlatSegment]) -> None:
        """Add segments whose files are written and on disk."""
        self._segments += segments

    def remove(self, rows: Collection[int]) -> None:
        """Take articles out of the segments that are there, if they are in any."""
        if not rows:
            return
        wanted = np.fromiter(rows, "i8", len(rows))
        for segment in self._segments:
            found = np.flatnonzero(np.isin(SectionFile(self._folder / segment.file_name).whole("row"), wanted))
            for document in found.tolist():
                segment.delete_document(document)

    def merge(self, segments: Sequence[FlatSegment]) -> None:
        """Write several segments as one. Raises OSError, DamagedSegment."""
        sources = [Source(SectionFile(self._folder / segment.file_name), segment.live()) for segment in segments]
        merged = FlatSegment(NAME, sum(source.documents for source in sources))
        merge(sources, self._folder / merged.file_name, FIELDS, COLUMNS)
        place = self._segments.index(segments[0])
        self._segments[place] = merged
        self._segments = [segment for segment in self._segments if segment not in segments]

    def due_for_merging(self, *, thorough: bool) -> list[FlatSegment]:
        """Segments that should be merged before there are still more; thoroughly: all that can be.

        Raises OSError, DamagedSegment.
        """
        return due_for_merging(self._segments, self._positions, thorough=thorough)

    def _positions(self, segment: FlatSegment) -> int:
        file = SectionFile(self._folder / segment.file_name)
        return max(file.number(f"{field}.positions") for field in FIELDS)

    def finish(self, mark: Mark) -> Manifest:
        """Make the commit, and the mark with it, take effect. Raises OSError."""
        segments = [segment for segment in self._segments if segment.doc_count()]
        TOC(schema(), segments, self._generation).write(FileStorage(str(self._folder)), NAME)
        contents = _toc_name(self._generation)
        with (self._folder / contents).open("rb") as file:
            os.fsync(file.fileno())
        names = [contents, *(segment.file_name for segment in segments)]
        facts = facts_of(self._folder, names, self._known)
        manifest = Manifest(software(), self._identity, mark, self._generation, facts)
        replaced = read_manifest(self._folder)
        manifest.write(self._folder)
        for name in replaced.files.keys() - names if replaced is not None else ():
            with suppress(OSError):  # in use, on systems where that keeps a file alive
                (self._folder / name).unlink()
        return manifest


def read_segments(folder: Path, manifest: Manifest) -> list[FlatSegment]:
    """The segments of a commit. Raises OSError, DamagedSegment."""
    name = _toc_name(manifest.generation)
    if not manifest.is_as_written(folder, name):  # it is small, and holds pickles
        raise DamagedSegment(f"{name} has changed")
    contents = TOC.read(FileStorage(str(folder)), NAME, gen=manifest.generation, schema=schema())
    segments: list[FlatSegment] = contents.segments
    return segments


def due_for_merging(
    segments: Iterable[FlatSegment], positions: Callable[[FlatSegment], int], *, thorough: bool
) -> list[FlatSegment]:
    """Which segments to merge: the smallest tier of which there are too many, with all smaller ones.

    `positions` tells how many a field of a segment has at most; it is asked of those only that may be merged.
    """
    sizes = {segment: segment.doc_count() for segment in segments}
    for least, limit in [(0, _TIERS[-1])] if thorough else pairwise((0, *_TIERS)):
        in_tier = [segment for segment, size in sizes.items() if least <= size < limit]
        if len(in_tier) > (1 if thorough else _MOST_IN_TIER):
            smaller = [segment for segment, size in sizes.items() if size < limit]
            together = _fitting_together(smaller, sizes, positions)
            if len(together) > 1:
                return together
    half_empty = [segment for segment, size in sizes.items() if size < segment.doc_count_all() / 2]
    return half_empty[:1]


def _fitting_together(
    segments: list[FlatSegment], sizes: dict[FlatSegment, int], positions: Callable[[FlatSegment], int]
) -> list[FlatSegment]:
    """As many of the segments, the smallest first, as one segment can hold; in their old order."""
    chosen, documents, places = set(), 0, 0
    for segment in sorted(segments, key=sizes.__getitem__):
        documents += sizes[segment]
        if documents > MOST_DOCUMENTS:
            break
        places += positions(segment)
        if places > MOST_POSITIONS:
            break
        chosen.add(segment)
    return [segment for segment in segments if segment in chosen]


def _toc_name(generation: int) -> str:
    return f"_{NAME}_{generation}.toc"


def _generations(folder: Path) -> Iterator[int]:
    for path in folder.iterdir():
        match = _TABLE_OF_CONTENTS.fullmatch(path.name)
        if match:
            yield int(match.group(1))
