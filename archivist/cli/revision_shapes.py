# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON shapes of older texts, of what changed between two, and of what waits for review; see shapes.py."""

from __future__ import annotations

from collections.abc import Sequence

from archivist.cli.shapes import Json, annotation_shape, revision_shape
from archivist.language.word_diff import Stretch
from archivist.model import Annotation, Article, Candidate, Revision, RevisionProvenance
from archivist.store.reviewing import Passage


def texts(article: Article, revisions: Sequence[RevisionProvenance], waiting: int) -> Json:
    """The whole of `revisions`, oldest first. `waiting` are the annotations for review."""
    return {
        "id": article.id,
        "title": article.title,
        "revisions": [revision_shape(revision) for revision in revisions],
        "waiting": waiting,
    }


def compared(article: Article, old: Revision, new: Revision, stretches: Sequence[Stretch]) -> Json:
    """The whole of `diff`. Offsets are code points, `old_` in the one text and `new_` in the other."""
    return {
        "id": article.id,
        "from": {"id": old.id, "number": old.number},
        "to": {"id": new.id, "number": new.number},
        "changes": [
            {
                "old_start": one.start,
                "old_end": one.end,
                "removed": old.body[one.start : one.end],
                "new_start": one.other_start,
                "new_end": one.other_end,
                "added": new.body[one.other_start : one.other_end],
            }
            for one in stretches
            if not one.same
        ],
    }


def waiting_shape(annotation: Annotation, title: str, passage: Passage, candidates: Sequence[Candidate]) -> Json:
    """An annotation that waits for review, as `review` lists it.

    Its start and end, and what is before and after it, are of the text that it was made in (`revision`);
    those of the candidates are of the current text.
    """
    return {
        **annotation_shape(annotation),
        "article": annotation.article,
        "title": title,
        "revision": annotation.revision,
        "before": passage.before,
        "after": passage.after,
        "candidates": [
            {"start": one.start, "end": one.end, "quote": one.words, "likeness": one.likeness} for one in candidates
        ],
    }


def settled(annotation: Annotation | None, waiting: int) -> Json:
    """What `settle` did; no annotation where it was deleted. `waiting` are those that are left in the archive."""
    return {"annotation": annotation_shape(annotation) if annotation else None, "waiting": waiting}
