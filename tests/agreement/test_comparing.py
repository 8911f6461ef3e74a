# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from archivist.agreement.adjudicating import ADJUDICATED, adopt, withdraw
from archivist.agreement.comparing import Comparison, compare
from archivist.agreement.differences import Difference
from archivist.errors import InvalidValue
from archivist.model import Annotation, Article, Kind, RecordDraft
from archivist.store import Archive
from tests.long_work import run_to_end

TEXT = "Страйк на заводі.\nЗагинуло 18 людей, сказало міністерство, ще 20 поранено."
Mark = Callable[..., Annotation]


@pytest.fixture
def article(add_article: Callable[..., Article]) -> Article:
    """One article to mark."""
    return add_article(TEXT)


@pytest.fixture
def mark(archive: Archive, article: Article) -> Mark:
    """Marks words as somebody."""

    def mark(who: str, quote: str, tag: str, **further: object) -> Annotation:
        made = archive.annotations.add_quote(article.id, quote, archive.tags.named(tag).id)
        archive.annotations.delete(made.id)
        return archive.annotations.bring_in(replace(made, id=str(uuid4()), created_by=who, **further))

    return mark


def _compared(archive: Archive, *names: str) -> Comparison:
    return run_to_end(compare(archive, names or ("Anna", "Bohdan")))


def test_those_who_mark_the_same_agree(archive: Archive, mark: Mark) -> None:
    for who in ("Anna", "Bohdan"):
        mark(who, "Страйк", "strike")
        mark(who, "18 людей", "killed")
    found = _compared(archive)
    assert ([mark.quote for mark in found.agreed], found.disagreements) == (["Страйк", "18 людей"], ())
    assert [row.tag for row in found.tags] == ["killed", "strike"]
    assert {found.overall.cohen, found.overall.fleiss, found.overall.alpha, found.overall.unitizing_alpha} == {1}
    assert (found.overall.exact.f1, found.overall.overlapping.f1, found.overall.counts) == (1, 1, (2, 2))
    assert found.characters == len(TEXT)


def test_each_sort_of_difference_is_named(archive: Archive, mark: Mark) -> None:
    ministry = archive.records.add(RecordDraft(Kind.ACTOR, "Міністерство"))
    mark("Anna", "Страйк", "strike")
    mark("Bohdan", "Страйк на заводі", "strike")
    mark("Anna", "18 людей", "killed", attributes={"value": 18})
    mark("Bohdan", "18 людей", "killed", attributes={"value": 19})
    mark("Anna", "20", "killed")
    mark("Bohdan", "20", "strike")
    mark("Anna", "міністерство", "ministry", record=ministry.id)
    mark("Bohdan", "міністерство", "ministry")
    mark("Bohdan", "поранено", "strike")
    found = _compared(archive)
    told = {archive_quote(each.annotations): each.differences for each in found.disagreements}
    assert told == {
        ("Страйк", "Страйк на заводі"): (Difference.EDGES,),
        ("18 людей", "18 людей"): (Difference.ATTRIBUTES,),
        ("20", "20"): (Difference.TAG,),
        ("міністерство", "міністерство"): (Difference.RECORD,),
        ("", "поранено"): (Difference.MISSING,),
    }
    starts = [each.start for each in found.disagreements]
    assert starts == sorted(starts)
    assert found.overall.exact.matched == 2
    assert found.overall.overlapping.matched == 3


def archive_quote(annotations: tuple[Annotation | None, ...]) -> tuple[str, ...]:
    """The words that each annotator marked."""
    return tuple(mark.quote if mark else "" for mark in annotations)


def test_three_annotators_are_compared_in_pairs(archive: Archive, mark: Mark) -> None:
    for who in ("Anna", "Bohdan", "Vira"):
        mark(who, "Страйк", "strike")
    mark("Vira", "20", "killed")
    found = _compared(archive, "Anna", "Bohdan", "Vira")
    assert (found.overall.exact.matched, found.overall.exact.first, found.overall.exact.second) == (3, 3, 5)
    [differing] = found.disagreements
    assert archive_quote(differing.annotations) == ("", "", "20")


def test_an_article_that_one_of_them_left_alone_is_not_compared(
    archive: Archive, mark: Mark, add_article: Callable[..., Article]
) -> None:
    mark("Anna", "Страйк", "strike")
    mark("Bohdan", "Страйк", "strike")
    other = add_article("Ще страйк")
    made = archive.annotations.add_quote(other.id, "страйк", archive.tags.named("strike").id)
    archive.annotations.delete(made.id)
    archive.annotations.bring_in(replace(made, id=str(uuid4()), created_by="Anna"))
    found = _compared(archive)
    assert len(found.articles) == 1
    assert found.overall.counts == (1, 1)
    assert archive.annotations.annotators() == [("Anna", 2), ("Bohdan", 1)]


def test_one_annotator_is_no_comparison(archive: Archive, mark: Mark) -> None:
    mark("Anna", "Страйк", "strike")
    with pytest.raises(InvalidValue, match="two or more"):
        _compared(archive, "Anna", "Anna")


def test_who_marked_nothing_is_no_annotator(archive: Archive, mark: Mark) -> None:
    for who in ("Anna", "Bohdan"):
        mark(who, "Страйк", "strike")
    with pytest.raises(InvalidValue, match=r"“Ana” is not a possible annotator.*: Anna, Bohdan"):
        _compared(archive, "Ana", "Bohdan")


def test_what_is_adopted_stands_beside_what_it_was_settled_from(archive: Archive, article: Article, mark: Mark) -> None:
    first = mark("Anna", "Страйк", "strike", note="так")
    mark("Bohdan", "Страйк на заводі", "strike")
    [adopted] = adopt(archive, [first])
    assert (adopted.created_by, adopted.quote, adopted.note) == (ADJUDICATED, "Страйк", "так")
    assert adopted.id != first.id
    assert adopt(archive, [first]) == []
    assert len(archive.annotations.of_article(article.id)) == 3
    assert _compared(archive, "Anna", ADJUDICATED).overall.exact.f1 == 1
    archive.history.undo()
    assert len(archive.annotations.of_article(article.id)) == 2
    adopt(archive, [first])
    assert withdraw(archive, article.id, 0, 8) == 1
    assert len(archive.annotations.of_article(article.id)) == 2


def test_the_layer_outlives_the_archive(archive: Archive, mark: Mark, tmp_path: Path) -> None:
    adopt(archive, [mark("Anna", "Страйк", "strike")])
    archive.close()
    with Archive.open(archive.folder) as again:
        assert again.annotations.annotators() == [("Anna", 1), (ADJUDICATED, 1)]
