# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.model import Kind, RecordDraft
from archivist.suggest.findings import GroupKey, accept_groups, read, reject_groups, scan
from tests.long_work import run_to_end

MINISTER = "Міністр Остап Гречаник приїхав."


@pytest.fixture
def record(archive):
    return archive.records.add(RecordDraft(Kind.ACTOR, "Остап Гречаник", type="person"))


@pytest.fixture
def articles(add_article):
    bodies = (f"{MINISTER} Загинуло 12 людей.", "Остапа Гречаника чекали 5 березня.", "Загинуло 7 людей.")
    return [add_article(body, language="uk", published="2024-03-06") for body in bodies]


@pytest.fixture
def found(archive, record, articles, tmp_path):
    path = tmp_path / "findings.jsonl"
    return path, run_to_end(scan(archive, [each.row for each in articles], tuple(Kind), path))


def by_name(groups):
    return {group.name: group for group in groups}


def test_suggestions_are_told_in_groups(found, record, articles):
    path, groups = found
    minister = by_name(groups)["Остап Гречаник"]
    assert minister.key == GroupKey(Kind.ACTOR, "mention", record.id)
    assert (minister.count, minister.articles) == (2, 2)
    assert [article for article, _ in minister.examples] == [articles[0].id, articles[1].id]
    killed = by_name(groups)["загиблі"]
    assert (killed.key.kind, killed.count, killed.articles) == (Kind.FIGURE, 2, 2)
    assert sum(group.count for group in groups) == len(list(read(path)))
    assert [group.count for group in groups] == sorted((group.count for group in groups), reverse=True)


def test_a_group_is_accepted_in_one_step(archive, found, record):
    path, groups = found
    key = by_name(groups)["Остап Гречаник"].key
    assert run_to_end(accept_groups(archive, path, {key}, 0.0)) == 2
    assert archive.records.count_passages(record.id) == 2
    assert archive.annotations.count() == 2
    archive.history.undo()
    assert archive.annotations.count() == 0


def test_what_is_less_certain_than_asked_is_left_out(archive, found):
    path, groups = found
    assert run_to_end(accept_groups(archive, path, {group.key for group in groups}, 1.01)) == 0
    assert archive.annotations.count() == 0


def test_a_rejected_group_stays_away(archive, found, articles, tmp_path):
    path, groups = found
    key = by_name(groups)["загиблі"].key
    assert run_to_end(reject_groups(archive, path, {key}, 0.0)) == 2
    again = run_to_end(scan(archive, [each.row for each in articles], tuple(Kind), tmp_path / "again.jsonl"))
    assert "загиблі" not in by_name(again)
    archive.history.undo()
    again = run_to_end(scan(archive, [each.row for each in articles], tuple(Kind), tmp_path / "third.jsonl"))
    assert "загиблі" in by_name(again)


def test_what_was_deleted_or_marked_meanwhile_is_passed_over(archive, found, articles):
    path, groups = found
    key = by_name(groups)["загиблі"].key
    archive.articles.delete([articles[0].id])
    assert run_to_end(accept_groups(archive, path, {key}, 0.0)) == 1
    assert run_to_end(accept_groups(archive, path, {key}, 0.0)) == 0
    assert archive.annotations.count() == 1
