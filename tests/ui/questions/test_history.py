# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

from archivist.model import Article
from archivist.store import Archive
from archivist.ui.questions.history import brief, redo_step, undo_step
from tests.long_work import run_to_end


def test_a_step_goes_back_and_forth_and_says_what_it_touched(
    archive: Archive, add_article: Callable[..., Article]
) -> None:
    article = add_article("Dam bursts")
    archive.annotations.add_quote(article.id, "Dam", archive.tags.named("strike").id)
    for step, left in ((undo_step, 0), (redo_step, 1)):
        action, touched = run_to_end(step(archive))
        assert "Dam" in action.name
        assert touched == {("annotations", article.id)}
        assert archive.annotations.count() == left


def test_many_articles_are_any_number_of_them() -> None:
    many = [("annotations", f"id-{number}") for number in range(50)]
    assert brief([*many, ("tags", ""), ("articles", "one")]) == {("annotations", ""), ("tags", ""), ("articles", "one")}
