# SPDX-License-Identifier: GPL-3.0-or-later
"""New texts, older texts and what waits for review, as jobs and questions for processes of their own."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from archivist.language.word_diff import Stretch, exact_differences
from archivist.model import Annotation, Candidate, Progress, RereadReport, Revised, Revision
from archivist.store import Archive
from archivist.store.reviewing import Passage
from archivist.store.revising import Foreseen
from archivist.ui.questions.answering import Sources

_AROUND = 1500  # code points of the old text on either side of what was marked
_GRAPHEME = 32  # by so much less it may be, as no character is cut


@dataclass(frozen=True, slots=True)
class Preview:
    """What a corrected text would come to."""

    foreseen: Foreseen
    old: str
    new: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An annotation that waits for review, in the text that it was made in and in the one that is there now."""

    annotation: Annotation
    passage: Passage
    text: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An older text with the annotations that it had, and how another one was changed into it."""

    revision: Revision
    annotations: tuple[Annotation, ...]
    other: Revision | None  # that it is compared with
    stretches: tuple[Stretch, ...]


def read_again(archive: Archive, articles: list[str]) -> Generator[Progress, None, list[RereadReport]]:
    """Read the originals of articles (ids) again, as one step. Raises as reread() does."""
    from archivist.intake.rereading import reread

    return (yield from reread(archive, articles))


def correct_text(archive: Archive, article: str, path: Path) -> Generator[Progress, None, Revised]:
    """Give an article (id) the text of a file, as one step. Raises as correct() does."""
    from archivist.intake.correcting import correct

    yield Progress(0, 1, path.name)
    return correct(archive, article, path)


def correct_by_hand(archive: Archive, article: str, text: str, revision: str) -> Generator[Progress, None, Revised]:
    """Give an article (id) a text that was typed over its text `revision`. Raises as correct_typed() does."""
    from archivist.intake.correcting import correct_typed

    yield Progress(0, 1, "")
    return correct_typed(archive, article, text, revision)


def take_up_again(archive: Archive, article: str, older: str, current: str) -> Generator[Progress, None, Revised]:
    """Give an article (id) an older text (id) again. Raises as intake's take_up_again() does."""
    from archivist.intake import correcting

    yield Progress(0, 1, "")
    return correcting.take_up_again(archive, article, older, current)


def preview(sources: Sources, article: str, text: str) -> Preview:
    """What giving an article (id) this text would come to."""
    old = sources.archive.articles.revision(article).body
    return Preview(sources.archive.revisions.foresee(article, text), old, text, tuple(exact_differences(old, text)))


def waiting(sources: Sources, article: str) -> list[tuple[Annotation, str]]:
    """What waits for review in an article (id), or with "" in the archive, each with the title of its article."""
    archive = sources.archive
    found = archive.review.of_article(article) if article else archive.review.all()
    titles = {id_: archive.articles.get(id_).title for id_ in {mark.article for mark in found}}
    return [(mark, titles[mark.article]) for mark in found]


def look_at(sources: Sources, annotation: str) -> Waiting:
    """An annotation (id) that waits, with where it may belong. Raises AnnotationNotFound."""
    archive = sources.archive
    found = archive.annotations.get(annotation)
    return Waiting(
        found,
        _whole_words(archive.review.passage(found, _AROUND)),
        archive.articles.revision(found.article).body,
        tuple(archive.review.candidates(found)),
    )


def _whole_words(passage: Passage) -> Passage:
    """A passage that does not begin or end within a word."""
    before, words, after = passage
    if len(before) >= _AROUND - _GRAPHEME:
        before = "…" + before.partition(" ")[2]
    if len(after) >= _AROUND - _GRAPHEME:
        after = after.rpartition(" ")[0] + "…"
    return Passage(before, words, after)


def look_back(sources: Sources, article: str, revision: str, other: str) -> Shown:
    """A text (id) of an article, compared with another one (id), "" for none. Raises RevisionNotFound."""
    revisions = sources.archive.revisions
    text = revisions.get(article, revision)
    before = revisions.get(article, other) if other else None
    stretches = exact_differences(before.body, text.body) if before else []
    return Shown(text, tuple(revisions.annotations(article, text)), before, tuple(stretches))
