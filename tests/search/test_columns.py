# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns follow the archive: after any changes they are what reading them anew gives."""

from __future__ import annotations

import random
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from archivist.errors import ArchivistError
from archivist.search.columns import Columns, FollowedColumns
from archivist.store import Archive
from tests.store.steps import STEPS, do_step


def contents(columns, size):
    """All that can be asked of columns, of the first rows."""
    outlets, outlet_names = columns.codes("outlet")
    return {
        "live": np.flatnonzero(columns.live).tolist(),
        "outlets": {row: outlet_names[outlets[row]] for row in np.flatnonzero(columns.live).tolist()},
        "dated": np.flatnonzero(columns.dated()).tolist(),
        "notes": np.flatnonzero(columns.with_notes()).tolist(),
        "tags": {
            name: np.flatnonzero(columns.tagged(lambda tag, _, name=name: tag == name)).tolist()
            for name, _ in columns.tag_names.values()
        },
        "members": {row: sorted(columns.tags.of([row]).tolist()) for row in columns.tag_names},
        "collections": {
            name: np.flatnonzero(columns.collected(lambda found, name=name: found == name)).tolist()
            for name in columns.collection_names.values()
        },
        "linked": np.flatnonzero(columns.linked()).tolist(),
        "records": {
            record: np.flatnonzero(columns.linked([record])).tolist() for record in sorted(columns.most_linked())
        },
        "months": columns.months()[columns.live].tolist(),
        "order": [
            sorted(np.flatnonzero(columns.live).tolist(), key=columns.rank(sort).__getitem__)
            for sort in ("date", "outlet")
        ],
    }


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_columns_that_follow_are_those_that_are_read_anew(tmp_path_factory, steps):
    with Archive.create(tmp_path_factory.mktemp("archives") / "archive") as archive:
        archive.tags.add("killed", "figure")
        for number in range(3):
            do_step(archive, "import", number)
        columns = FollowedColumns(archive)
        columns.get().linked()  # from now on they are followed as well
        for step, number in steps:
            with suppress(ArchivistError):
                do_step(archive, step, number)
            columns.expire()
            followed = columns.get()
            size = len(followed.live)
            assert contents(followed, size) == contents(Columns(archive.facts), size)


def test_columns_are_looked_at_again_only_when_told(archive, add_article):
    columns = FollowedColumns(archive)
    columns.get()
    add_article("Страйк")
    assert not columns.get().live.any()
    columns.expire()
    assert columns.get().live.sum() == 1


def test_the_version_rises_with_each_change_and_with_nothing_else(archive, add_article):
    columns = FollowedColumns(archive)
    versions = []
    changes = [lambda: None, lambda: add_article("Страйк"), lambda: None, lambda: archive.tags.add("new", "event")]
    for change in changes:
        change()
        columns.expire()
        versions.append(columns.get().version)
    assert versions[0] == versions[1] - 1 == versions[2] - 1 == versions[3] - 2


def test_what_another_process_changed_is_followed(archive, add_article):
    article = add_article("Страйк", outlet="Порт")
    with Archive.open(archive.folder, read_only=True) as reader:
        columns = FollowedColumns(reader)
        columns.get()
        archive.articles.update(article.id, outlet="Берег")
        columns.expire()
        assert columns.get().with_text("outlet", "Берег".__eq__).tolist()[article.row]


@pytest.mark.parametrize("sort", ["date", "outlet"])
def test_articles_are_ranked_as_the_database_orders_them(archive, add_article, sort):
    chance = random.Random(3)
    dates = ["", "2022", "2022-01", "2022-01-05", "2021-12-31", "1999/2001", "2022-01-05/2022-01-08"]
    outlets = ["", "Голос", "голос", "Єдність", "Еспресо", "Їжак", "Порт", "The Voice", "112"]
    for number in range(60):
        add_article(f"Новина {number}", published=chance.choice(dates), outlet=chance.choice(outlets))
    rank = Columns(archive.facts).rank(sort)
    expected = archive.selections.by_date if sort == "date" else archive.selections.by_outlet
    rows = archive.articles.rows().tolist()
    assert sorted(rows, key=rank.__getitem__) == expected(rows)


def test_rows_that_the_archive_does_not_have_are_in_no_mask(archive, add_article):
    row = add_article("Страйк").row
    columns = Columns(archive.facts)
    assert np.flatnonzero(columns.of_rows([row, 0, 10_000])).tolist() == [row]
