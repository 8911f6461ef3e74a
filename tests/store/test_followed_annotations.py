# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings

from archivist.errors import ArchivistError
from archivist.model import Article
from archivist.store import Archive
from tests.counted_work import calls_of
from tests.store.steps import STEP_NAMES, STEPS, do_step

Add = Callable[..., Article]
BEGINNING = [("add_tag", 0), ("add_tag", 1), ("add_tag", 2), ("import", 1), ("tag", 1), ("tag", 2), ("add_record", 0)]


def check(archive: Archive) -> None:
    """What is followed is what is read in full."""
    for article in archive.articles.ids(archive.articles.rows("imported"))[:2]:
        assert archive.annotations.followed(article) == archive.annotations.of_article(article)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
@example([(step, number) for step in STEP_NAMES for number in range(7)])
def test_what_is_followed_is_what_is_read_in_full_after_every_step(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    with Archive.create(tmp_path_factory.mktemp("followed") / "archive") as archive:
        for step, number in [*BEGINNING, *steps]:
            try:
                do_step(archive, step, number)
            except ArchivistError:
                continue  # not possible now
            if number % 5:  # now and then several steps at once
                check(archive)
        check(archive)


def test_a_step_of_another_connection_is_followed(archive: Archive, add_article: Add) -> None:
    article, tag = add_article("Страйк, страйк"), archive.tags.named("strike").id
    assert archive.annotations.followed(article.id) == []
    other = archive.connect()
    try:
        made = other.annotations.add(article.id, 0, 6, tag)
    finally:
        other.close()
    assert archive.annotations.followed(article.id) == [made]


def test_a_step_that_was_given_up_leaves_nothing(archive: Archive, add_article: Add) -> None:
    article, tag = add_article("Страйк, страйк"), archive.tags.named("strike").id
    first = archive.annotations.add(article.id, 0, 6, tag)
    assert archive.annotations.followed(article.id) == [first]
    with pytest.raises(RuntimeError), archive.action("Give up"):  # noqa: PT012 - it is asked inside, too
        archive.annotations.add(article.id, 8, 14, tag)
        assert len(archive.annotations.followed(article.id)) == 2
        raise RuntimeError
    assert archive.annotations.followed(article.id) == [first]
    second = archive.annotations.add(article.id, 8, 14, tag)  # its number in the journal is the one given up
    assert archive.annotations.followed(article.id) == [first, second]


def test_after_one_more_annotation_only_that_is_read(archive: Archive, add_article: Add) -> None:
    article, tag = add_article("я " * 1000), archive.tags.named("strike").id
    with archive.action("Tag", bulk=True):
        for start in range(0, 1000, 2):
            archive.annotations.add(article.id, start, start + 1, tag)
    archive.annotations.followed(article.id)
    archive.annotations.add(article.id, 1000, 1001, tag)
    assert calls_of(lambda: archive.annotations.followed(article.id)) < 1100  # a call for each to put it in order
    assert calls_of(lambda: archive.annotations.of_article(article.id)) > 5000


def test_what_has_not_changed_is_told_at_once_however_long_the_history_is(archive: Archive, add_article: Add) -> None:
    article = add_article("Слово за словом", language="uk").id
    tag = archive.tags.add("word", "event").id
    with archive.action("Tag many words", bulk=True):
        for _ in range(2000):
            archive.annotations.add(article, 0, 5, tag)
    archive.annotations.followed(article)
    looks: list[int] = []
    archive._connection.sqlite.set_progress_handler(lambda: looks.append(1), 100)  # steps of SQLite
    archive.annotations.followed(article)
    archive._connection.sqlite.set_progress_handler(None, 0)
    assert len(looks) < 10
