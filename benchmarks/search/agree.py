# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts every question to our executor and to Whoosh itself over the same index, and tells where they differ.

    python -m benchmarks.search.agree WORKPLACE [SIZE]

Whoosh is asked for all hits. Same hits, the same scores to nine digits, and the same order: by score,
of equal scores the latest import first. The index is that of the last run of the benchmark.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

from archivist.search import Search
from archivist.search.executor import execute
from archivist.search.parser import parse
from archivist.search.query import without_places
from archivist.search.reference import Reference
from archivist.search.snapshot import Snapshot
from archivist.store import Archive
from benchmarks.search.workplace import Workplace

_DIGITS = 9


class _Both(Search):
    """A search that also asks the reference."""

    def differences(self, text: str) -> str:
        """What differs in the answers to a query, or ""."""
        return self._answer(lambda snapshot: self._differences(snapshot, text))

    def _differences(self, snapshot: Snapshot, text: str) -> str:
        root, known = without_places(parse(text).root), self._filters_of(snapshot).of_node
        found = execute(root, snapshot, known)
        ours = dict(zip(found.documents.tolist(), found.scores.tolist(), strict=True))
        reference = Reference(self._index.folder, snapshot.manifest)
        theirs = reference.search(root, known)
        reference.close()
        if ours.keys() != theirs.keys():
            return f"hits: {len(ours.keys() - theirs.keys())} more, {len(theirs.keys() - ours.keys())} fewer"
        if not all(math.isclose(ours[each], theirs[each], rel_tol=10**-_DIGITS) for each in ours):
            return "scores"
        if _ordered(ours) != _ordered(theirs):
            return "order"
        return ""


def _ordered(scores: dict[int, float]) -> list[int]:
    return sorted(scores, key=lambda document: (-round(scores[document], _DIGITS), -document))


def main(folder: Path, size: int) -> None:
    workplace = Workplace(folder)
    different = hits = 0
    with Archive.open(workplace.archive(size), read_only=True) as archive:
        search = _Both(archive, base=workplace.index("ours", size))
        questions = workplace.questions()
        for question in questions:
            differences = search.differences(question.text)
            hits += len(search.rows(question.text))
            if differences:
                different += 1
                print(f"{question.text}: {differences}")
    print(f"{len(questions)} queries, {hits} hits, differences {different}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5000)
