# SPDX-License-Identifier: GPL-3.0-or-later
"""The index as of one commit, opened for searching in one thread."""

from __future__ import annotations

from array import array
from pathlib import Path

from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from archivist.search.index import live_documents, open_reader
from archivist.search.manifest import Manifest
from archivist.search.postings import Segment


class Snapshot:
    """Whoosh's searcher, its segments, and which of its documents is which article."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.manifest = manifest
        self.reader = open_reader(folder, manifest)
        self.searcher = Searcher(self.reader, weighting=BM25F())
        leaves = self.reader.leaf_readers() if self.reader.doc_count_all() else ()
        self.segments = [Segment(leaf, offset) for leaf, offset in leaves]
        self.rows = array("q", [0]) * self.reader.doc_count_all()  # by document
        self.documents: dict[int, int] = {}  # by row; only what is not deleted
        for document, row in live_documents(self.reader, "row"):
            self.rows[document] = row
            self.documents[row] = document

    def close(self) -> None:
        """Close the files of the index."""
        self.searcher.close()
