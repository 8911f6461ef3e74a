# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.errors import ArchiveReadOnly, ArticleNotFound, InvalidDate, InvalidValue
from archivist.model import Article, ArticleDraft, Restriction, RestrictionKind
from archivist.store import Archive
from tests.long_work import run_to_end
from tests.store.test_migrations import make_archive, of_version

Add = Callable[..., Article]
EMBARGO = Restriction(RestrictionKind.EMBARGO, "2030-01-31", "на прохання джерела")
REDACTED = Restriction(RestrictionKind.REDACTED, reason="імена свідків")


def test_an_article_is_restricted_and_released_and_both_can_be_undone(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    assert article.restriction is None
    archive.articles.restrict([article.id], EMBARGO)
    assert archive.articles.get(article.id).restriction == EMBARGO
    archive.articles.restrict([article.id], None)
    assert archive.articles.restrictions() == {}
    assert archive.history.undo().name == "Lift the restriction of Новина"
    assert archive.articles.restrictions() == {article.id: EMBARGO}
    assert archive.history.undo().name == "Restrict Новина"
    assert archive.articles.get(article.id).restriction is None
    archive.history.redo()
    assert archive.articles.at_rows([article.row])[0].restriction == EMBARGO


def test_several_articles_are_restricted_in_one_step(archive: Archive, add_article: Add) -> None:
    ids = [add_article(f"Новина {number}").id for number in range(3)]
    archive.articles.restrict(ids[:2], REDACTED)
    assert archive.articles.restrictions() == dict.fromkeys(ids[:2], REDACTED)
    assert archive.history.undo().name == "Restrict 2 articles"
    assert archive.articles.restrictions() == {}


def test_none_is_restricted_where_one_is_not_there(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    with pytest.raises(ArticleNotFound):
        archive.articles.restrict([article.id, "nowhere"], REDACTED)
    assert archive.articles.restrictions() == {}


def test_what_is_so_already_is_no_step(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    archive.articles.restrict([article.id], EMBARGO)
    step = archive.history.next_undo()
    archive.articles.restrict([article.id], EMBARGO)
    archive.articles.restrict([], EMBARGO)
    assert archive.history.next_undo() == step


@pytest.mark.parametrize(
    ("edtf", "last"),
    [("2030", "2030-12-31"), ("2030-02", "2030-02-28"), ("2030-01-31", "2030-01-31"), ("2029/2030-06", "2030-06-30")],
)
def test_an_embargo_ends_with_the_last_day_of_its_end(archive: Archive, add_article: Add, edtf: str, last: str) -> None:
    article = add_article("Новина")
    archive.articles.restrict([article.id], Restriction(RestrictionKind.EMBARGO, edtf))
    assert archive.articles.restrictions()[article.id].until == last


@pytest.mark.parametrize(
    ("until", "today", "holds"),
    [
        ("2030-01-31", "2030-01-30", True),
        ("2030-01-31", "2030-01-31", True),
        ("2030-01-31", "2030-02-01", False),
        ("2030-01-31", "", True),
        ("", "2999-01-01", True),
    ],
)
def test_an_embargo_holds_until_its_last_day_is_over(until: str, today: str, holds: bool) -> None:
    assert Restriction(RestrictionKind.EMBARGO, until).holds(today) is holds


def test_what_is_no_day_and_the_end_of_a_redaction_are_refused(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    with pytest.raises(InvalidDate):
        archive.articles.restrict([article.id], Restriction(RestrictionKind.EMBARGO, "soon"))
    with pytest.raises(InvalidValue, match="redaction"):
        archive.articles.restrict([article.id], Restriction(RestrictionKind.REDACTED, "2030"))
    assert archive.articles.get(article.id).restriction is None


def test_it_is_in_the_log_and_in_the_history_of_the_article(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    archive.articles.restrict([article.id], REDACTED)
    event = archive.events.of_article(article.id)[-1]
    assert event.type == "metadata modification"
    assert event.detail["after"] == {"restriction": "redacted", "restriction_reason": "імена свідків"}
    entry = list(archive.history.of_articles([article.id]))[-1]
    assert (entry["before"]["restriction"], entry["after"]["restriction"]) == ("", "redacted")
    assert run_to_end(archive.verify()) == ()


def test_other_edits_leave_it_as_it_is(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    archive.articles.restrict([article.id], EMBARGO)
    assert archive.articles.update(article.id, outlet="Вісник").restriction == EMBARGO
    archive.articles.delete([article.id])
    assert archive.articles.restrictions() == {}
    archive.articles.restore(article.id)
    assert archive.articles.get(article.id).restriction == EMBARGO


def test_an_archive_that_is_older_has_none(tmp_path: Path) -> None:
    make_archive(tmp_path / "old", 6)
    with Archive.open(tmp_path / "old", migrations=of_version(6), who="Olena") as archive:
        old = archive.articles.add(ArticleDraft("Новина", "Новина"), b"Novyna", "text/plain").article
    with Archive.open(tmp_path / "old", read_only=True) as archive:
        assert archive.articles.get(old).restriction is None
        assert archive.articles.at_ids([old, "new"]).keys() == {old}
        assert archive.articles.restrictions() == {}
        with pytest.raises(ArchiveReadOnly):
            archive.articles.restrict([old], EMBARGO)
    with Archive.open(tmp_path / "old") as archive:
        archive.articles.restrict([old], EMBARGO)
        assert archive.articles.restrictions() == {old: EMBARGO}
        archive.history.undo()
        archive.history.undo()
        assert archive.articles.count() == 0
        archive.history.redo()
        assert archive.articles.get(old).restriction is None
