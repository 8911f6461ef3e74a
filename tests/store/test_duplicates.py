# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.errors import ArchiveReadOnly, ArticleNotFound, InvalidValue
from archivist.model import Article, ArticleDraft, Likeness
from archivist.store import Archive
from archivist.store.duplicate_groups import Group
from archivist.store.duplicates import Duplicates
from tests.language.near_duplicates import DAM_EN, FIRE_UK, ONE_TEXT, REPORT_UK, STRIKE_RU, TWO_TEXTS
from tests.long_work import run_to_end

Add = Callable[..., Article]
LATER = FIRE_UK + "\n\nЦе вже третя пожежа на складах області від початку року, кажуть рятувальники."
NOTICE = "Повітряну тривогу оголошено по всій області"


def read(archive: Archive) -> int:
    return run_to_end(archive.duplicates.wordings.read_new())


def ids(archive: Archive, group: Group | None) -> list[str]:
    return archive.articles.ids(group.rows) if group else []


def groups(archive: Archive) -> list[list[str]]:
    """The groups, which have to be those that are computed afresh."""
    found = archive.duplicates.groups()
    afresh = Duplicates(archive._connection, archive.articles)
    assert afresh.groups() == found
    for group in found:
        for id_ in archive.articles.ids(group.rows):
            assert archive.duplicates.group_of(id_) == group
    return [ids(archive, group) for group in found]


@pytest.fixture
def fire(archive: Archive, add_article: Add) -> list[str]:
    """Three articles of one fire, and another one."""
    add_article(DAM_EN, outlet="Herald", published="2024-03-14")
    first = add_article(FIRE_UK, outlet="Вісник", published="2024-03-14")
    second = add_article("Під Києвом горів склад\n" + FIRE_UK, outlet="Порт", published="2024-03-15")
    third = add_article(LATER, outlet="Ранок", published="2024-03-13")
    read(archive)
    return [third.id, first.id, second.id]


def test_scans_without_text_are_not_one_text(archive: Archive, add_article: Add) -> None:
    for title in ("Вісник, перша шпальта", "Порт, друга шпальта"):
        add_article("[Scan without text, 1 page]", title=title)
    read(archive)
    assert groups(archive) == []


def test_articles_of_one_text_are_a_group_the_earliest_first(archive: Archive, fire: list[str]) -> None:
    assert groups(archive) == [fire]
    (group,) = archive.duplicates.groups()
    kinds = [member.found.likeness if member.found else None for member in group.members]
    assert kinds == [None, Likeness.CONTAINED, Likeness.NEARLY]
    assert all(member.like in group.rows for member in group.members[1:])


def test_every_pair_that_is_one_text_is_found_and_none_that_is_two(archive: Archive, add_article: Add) -> None:
    pairs = [[add_article(f"{one}").id, add_article(other).id] for _, one, other in ONE_TEXT[:1]]
    read(archive)
    assert groups(archive) == pairs
    for _, one, other in TWO_TEXTS:
        for text in {one, other}:
            add_article(text)
    read(archive)
    joined = [set(group) for group in groups(archive)]
    for _, one, other in TWO_TEXTS:
        of_pair = {
            article.id
            for article in archive.articles.at_rows(archive.articles.rows())
            if archive.articles.revision(article.id).body in (one, other)
        }
        assert not [group for group in joined if len(of_pair) > 1 and of_pair <= group]


def test_only_new_texts_are_read(archive: Archive, add_article: Add, fire: list[str]) -> None:
    assert archive.duplicates.wordings.waiting() == 0
    assert read(archive) == 0
    add_article(STRIKE_RU)
    assert archive.duplicates.wordings.waiting() == 1
    assert read(archive) == 1
    assert groups(archive) == [fire]


def test_groups_do_not_depend_on_the_order_of_import(tmp_path: Path) -> None:
    texts = [one for _, *both in ONE_TEXT for one in both] + [one for _, *both in TWO_TEXTS for one in both]
    found = set()
    for seed in range(4):
        random.Random(seed).shuffle(texts)
        with Archive.create(tmp_path / f"{seed}") as archive:
            for text in dict.fromkeys(texts):
                archive.articles.add(ArticleDraft("", text), text.encode(), "text/plain")
                read(archive)
                archive.duplicates.groups()
            bodies = [frozenset(archive.articles.revision(id_).body for id_ in group) for group in groups(archive)]
            found.add(frozenset(bodies))
    assert len(found) == 1


def test_what_is_undone_or_deleted_leaves_its_group_and_comes_back(archive: Archive, fire: list[str]) -> None:
    archive.articles.delete([fire[0]])
    assert groups(archive) == [fire[1:]]
    with pytest.raises(ArticleNotFound):
        archive.duplicates.group_of(fire[0])
    archive.history.undo()
    assert groups(archive) == [fire]
    archive.history.undo()  # the import of the third
    assert groups(archive) == [fire[1:]]
    archive.history.undo()
    assert groups(archive) == []
    archive.history.redo()
    archive.history.redo()
    assert groups(archive) == [fire]
    assert archive.duplicates.wordings.waiting() == 0


def test_another_date_moves_an_article_in_its_group(archive: Archive, fire: list[str]) -> None:
    archive.articles.update(fire[2], published="2024-03-12")
    assert groups(archive) == [[fire[2], fire[0], fire[1]]]


def test_a_short_notice_that_comes_again_later_is_another_one(archive: Archive, add_article: Add) -> None:
    days = ["2024-03-01", "2024-03-02", "2024-03-04", "2024-03-05", ""]
    articles = [
        add_article(NOTICE + "!" * number, published=day, outlet=str(number)).id for number, day in enumerate(days)
    ]
    read(archive)
    assert groups(archive) == [[articles[0], articles[1], articles[4]], [articles[2], articles[3]]]


def test_a_long_text_is_the_same_whenever_it_is_printed_again(archive: Archive, add_article: Add) -> None:
    articles = [add_article(DAM_EN + "!" * year, published=f"20{year:02}").id for year in (10, 15, 20)]
    read(archive)
    assert groups(archive) == [articles]


def test_two_articles_put_apart_stay_apart(archive: Archive, add_article: Add, fire: list[str]) -> None:
    archive.duplicates.put_apart(fire[2], fire[1])
    assert sorted(map(len, groups(archive))) == [2]
    assert not [group for group in groups(archive) if {fire[1], fire[2]} <= set(group)]
    again = add_article(FIRE_UK.replace("двоє", "троє"), published="2024-03-14")
    read(archive)
    assert not [group for group in groups(archive) if {fire[1], fire[2]} <= set(group)]
    assert [group for group in groups(archive) if again.id in group]
    archive.history.undo()
    archive.history.undo()
    assert groups(archive) == [fire]
    archive.history.redo()
    assert not [group for group in groups(archive) if {fire[1], fire[2]} <= set(group)]


def test_the_others_of_a_group_stay_when_one_of_the_same_words_is_put_apart(archive: Archive, add_article: Add) -> None:
    first, second, third = (add_article(DAM_EN + "!" * number).id for number in range(3))
    read(archive)
    archive.duplicates.put_apart(first, second)
    assert groups(archive) == [[first, third]]


def test_two_articles_put_together_are_a_group(archive: Archive, add_article: Add, fire: list[str]) -> None:
    other = add_article(STRIKE_RU, published="2024-03-20")
    read(archive)
    archive.duplicates.put_together(other.id, fire[1])
    assert groups(archive) == [[*fire, other.id]]
    (group,) = archive.duplicates.groups()
    assert group.members[-1].found is None
    assert archive.articles.ids([group.members[-1].like or 0]) == [fire[1]]
    archive.duplicates.put_apart(fire[1], other.id)  # a second thought replaces the first
    assert groups(archive) == [fire]
    archive.history.undo()
    assert groups(archive) == [[*fire, other.id]]


def test_articles_put_together_are_no_group_while_one_is_deleted(archive: Archive, add_article: Add) -> None:
    first, second = add_article(DAM_EN).id, add_article(STRIKE_RU).id
    read(archive)
    archive.duplicates.put_together(first, second)
    assert groups(archive) == [[first, second]]
    archive.articles.delete([second])
    assert groups(archive) == []
    assert archive.duplicates.group_of(first) is None
    archive.history.undo()
    assert groups(archive) == [[first, second]]


def test_a_decision_is_in_the_history_once(archive: Archive, fire: list[str]) -> None:
    archive.duplicates.put_apart(fire[0], fire[1])
    step = archive.history.next_undo()
    assert step is not None
    assert step.name.startswith("Put “Пожежу")
    assert step.name.endswith(" apart")
    archive.duplicates.put_apart(fire[1], fire[0])
    assert archive.history.next_undo() == step
    assert ("verdicts", min(fire[:2], key=archive.articles.row_of)) in archive.history.touched(step.number)


def test_an_article_cannot_be_put_with_itself_or_with_one_that_is_not_there(archive: Archive, fire: list[str]) -> None:
    with pytest.raises(InvalidValue):
        archive.duplicates.put_together(fire[0], fire[0])
    with pytest.raises(ArticleNotFound):
        archive.duplicates.put_apart(fire[0], "nobody")


def test_decisions_hold_when_all_is_read_anew(archive: Archive, fire: list[str]) -> None:
    archive.duplicates.put_apart(fire[0], fire[1])
    before = groups(archive)
    with archive._connection.unjournalled():
        archive._connection.execute("UPDATE facts SET value = '0 then' WHERE name = 'duplicates_method'")
    assert archive.duplicates.wordings.waiting() == 4
    assert read(archive) == 4
    assert groups(archive) == before


def test_another_process_follows(archive: Archive, add_article: Add, fire: list[str]) -> None:
    with Archive.open(archive.folder, read_only=True) as other:
        assert groups(other) == [fire]
        more = add_article(FIRE_UK + "!", published="2024-03-16")
        assert groups(other) == [fire]
        read(archive)
        assert groups(other) == [[*fire, more.id]]
        archive.duplicates.put_apart(more.id, fire[1])
        assert groups(other) == groups(archive) != [[*fire, more.id]]
        add_article(STRIKE_RU)
        with pytest.raises(ArchiveReadOnly):
            read(other)


def test_what_was_read_stays_when_reading_is_stopped(archive: Archive, add_article: Add) -> None:
    for number in range(60):
        add_article(f"{number} " + STRIKE_RU)
    steps = archive.duplicates.wordings.read_new()
    assert [next(steps).done for _ in range(2)] == [0, 25]
    steps.close()
    assert archive.duplicates.wordings.waiting() == 35
    assert read(archive) == 35


def test_a_phrase_that_very_many_texts_have_is_not_looked_up(archive: Archive, add_article: Add) -> None:
    for number in range(300):
        words = " ".join(f"{word}{number}" for word in ("альфа", "бета", "гама", "дельта"))
        add_article(f"{words} підписуйтесь на наш канал і надсилайте нам новини")
    read(archive)
    most = archive._connection.value("SELECT max(n) FROM (SELECT count(*) n FROM sketches GROUP BY hash)")
    assert most == 128


def test_daily_reports_make_no_group(archive: Archive, add_article: Add) -> None:
    for day in range(1, 29):
        text = REPORT_UK.format(day=day, calls=200 + day, fires=30 + day, saved=day, shells=60 + 2 * day)
        add_article(text, published=f"2024-03-{day:02}")
    read(archive)
    assert groups(archive) == []


def test_the_first_other_article_is_told_for_a_report(archive: Archive, add_article: Add, fire: list[str]) -> None:
    alone = add_article(STRIKE_RU)
    read(archive)
    assert archive.duplicates.first_alike([fire[2], fire[0], alone.id]) == {
        fire[2]: (fire[0], Likeness.NEARLY),
        fire[0]: (fire[1], Likeness.CONTAINED),
    }
