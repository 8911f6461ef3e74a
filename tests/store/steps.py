# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person may do with an archive, as steps that a property test strings together."""

from __future__ import annotations

from hypothesis import strategies as st

from archivist.model import ArticleDraft
from archivist.store import Archive
from archivist.store.step_log import StepFilter
from tests.store.article_steps import ARTICLE_STEP_NAMES, do_article_step
from tests.store.record_steps import KINDS, RECORD_STEP_NAMES, do_record_step

# What a person may do, each with a number that chooses the object.
STEP_NAMES = (
    *("tag", "untag", "note", "retag", "move", "import", "delete_article", "edit_article"),
    *("add_tag", "edit_tag", "delete_tag", "move_tag", "merge_tags", "undo", "redo", "take_back", "take_back"),
    *RECORD_STEP_NAMES,
    *ARTICLE_STEP_NAMES,
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(STEP_NAMES),
        st.integers(0, 1000),
    ),
    max_size=20,
)


def do_step(archive: Archive, step: str, number: int) -> None:
    """Do a step, if it is possible now; raises ArchivistError where it is not."""
    articles = [a.id for a in archive.articles.at_rows(archive.articles.rows("imported"))]
    tags = [tag.id for tag in archive.tags.all()]
    article = articles[number % len(articles)] if articles else ""
    marks = archive.annotations.of_article(article) if article else []
    mark = marks[number % len(marks)].id if marks else ""
    tag = tags[number % len(tags)] if tags else ""
    match step:
        case "tag":
            archive.annotations.add(article, number % 5, number % 5 + 4, tag, note="н" * (number % 3))
        case "untag":
            archive.annotations.delete(mark)
        case "note":
            archive.annotations.update(mark, note=f"нотатка {number}")
        case "retag":
            archive.annotations.update(mark, tag=tag)
        case "move":
            archive.annotations.update(mark, start=number % 3, end=number % 3 + 6)
        case "import":
            body = f"Загинуло {number % 4} людей"
            archive.articles.add(ArticleDraft(body, body), body.encode(), "text/plain")
        case "delete_article":
            archive.articles.delete([article])
        case "edit_article":
            archive.articles.update(article, outlet=f"Газета {number}")
        case "add_tag":
            archive.tags.add(f"tag {number % 5}", KINDS[number % 3], parent=tag if number % 2 else None)
        case "edit_tag":
            archive.tags.update(tag, description=f"{number}", kind=KINDS[number % 3])
        case "delete_tag":
            archive.tags.delete(tag)
        case "move_tag":
            other = tags[(number + 1) % len(tags)] if tags else ""
            archive.tags.move(tag, parent=other if number % 3 else None, before=other if number % 2 else None)
        case "merge_tags":
            archive.tags.merge(tag, tags[number // 7 % len(tags)] if tags else "")
        case "undo":
            archive.history.undo()
        case "redo":
            archive.history.redo()
        case "take_back":
            done = archive.history.log.page(StepFilter())
            archive.history.take_back(done[number % len(done)].number if done else 0)
        case _ if step in RECORD_STEP_NAMES:
            do_record_step(archive, step, number)
        case _:
            do_article_step(archive, step, number)
