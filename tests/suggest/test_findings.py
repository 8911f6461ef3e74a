# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections import Counter

import pytest

from archivist.model import Kind, RecordDraft, Suggestion
from archivist.suggest.findings import Group, GroupKey, accept_groups, read, reject_groups, scan
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


def test_the_forms_of_a_guessed_name_are_one_group(archive, add_article, tmp_path):
    bodies = (
        "Про це говорили в Казахстані та Києві.",
        "З Казахстану прибув Назар Чорнобривенко.",
        "Казахстан погодився.",
    )
    rows = [add_article(body, language="uk").row for body in bodies]
    path = tmp_path / "findings.jsonl"
    groups = by_name(run_to_end(scan(archive, rows, (Kind.ACTOR,), path)))
    assert (groups["Казахстан"].count, groups["Казахстан"].articles) == (3, 3)
    assert run_to_end(accept_groups(archive, path, {groups["Казахстан"].key}, 0.0)) == 3
    assert archive.annotations.count() == 3


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


KEY = GroupKey(Kind.FIGURE, "figure", "загиблі")


def offer(confidence: float) -> tuple[str, Suggestion]:
    return "a", Suggestion(0, 2, "18", Kind.FIGURE, {}, confidence, "figure")


GROUP = Group(KEY, "загиблі", 3, 2, Counter({0.9: 1, 0.6: 2}), [offer(0.9), offer(0.6)])


def test_the_confidence_of_a_group_is_the_mean() -> None:
    assert GROUP.confidence == pytest.approx(0.7)


@pytest.mark.parametrize(("at_least", "count"), [(0.0, 3), (0.6, 3), (0.61, 1), (0.95, 0)])
def test_how_many_are_of_a_confidence(at_least: float, count: int) -> None:
    assert GROUP.count_from(at_least) == count


def test_what_is_left_below_a_confidence() -> None:
    left = GROUP.below(0.9)
    assert left is not None
    assert (left.count, left.articles, left.confidence) == (2, 2, pytest.approx(0.6))
    assert left.examples == [offer(0.6)]


def test_nothing_is_left_where_all_is_of_the_confidence() -> None:
    assert GROUP.below(0.5) is None
