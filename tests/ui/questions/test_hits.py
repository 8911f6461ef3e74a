# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest

from archivist.errors import QuoteMismatch
from archivist.model import Article
from archivist.search import update
from archivist.store import Archive
from archivist.store.bulk_annotating import Placement
from archivist.ui.questions.articles import Filter
from archivist.ui.questions.hits import Tally, count_hits, count_passages, tag_all, tag_some
from tests.long_work import run_to_end

Add = Callable[..., Article]
NONE: frozenset[Filter] = frozenset()


@pytest.fixture
def articles(archive: Archive, add_article: Add) -> list[Article]:
    articles = [
        add_article("Dam bursts\nOld dams\nburst. A new dam held.", outlet="Courier"),
        add_article("Drought\nThe dam is dry.", outlet="Вісник"),
    ]
    archive.annotations.add_quote(articles[1].id, "dam", archive.tags.named("strike").id)
    run_to_end(update(archive))
    return articles


def test_hits_are_counted_with_those_that_carry_a_tag(archive: Archive, articles: list[Article]) -> None:
    tally = run_to_end(count_hits(archive, "dam", NONE))
    assert tally == Tally(4, 2, {"strike": 1})
    assert (tally.carrying("Strike"), tally.carrying("killed")) == (1, 0)
    assert run_to_end(count_hits(archive, "dam", frozenset({Filter("outlet", "Courier")}))) == Tally(3, 1, {})


def test_all_hits_are_tagged_in_one_step(archive: Archive, articles: list[Article]) -> None:
    tag = archive.tags.named("strike")
    tagged = run_to_end(tag_all(archive, "dam", NONE, tag.id))
    assert (tagged.articles, tagged.passages, tagged.added) == (2, 4, 3)
    assert archive.annotations.count() == 4
    archive.history.undo()
    assert archive.annotations.count() == 1


def test_chosen_passages_are_tagged_though_a_line_ends_in_them(archive: Archive, articles: list[Article]) -> None:
    passage = Placement(articles[0].id, 15, 25, "dams burst")
    tag = archive.tags.named("killed")
    assert run_to_end(count_passages(archive, [passage])) == Tally(1, 1, {})
    run_to_end(tag_some(archive, [passage], tag.id, "Tag some"))
    [annotation] = archive.annotations.of_article(articles[0].id)
    assert annotation.quote == "dams\nburst"
    undone = archive.history.undo()
    assert undone.name == "Tag some"
    assert archive.annotations.of_article(articles[0].id) == []


def test_passages_whose_words_have_changed_are_not_tagged(archive: Archive, articles: list[Article]) -> None:
    with pytest.raises(QuoteMismatch):
        run_to_end(
            tag_some(archive, [Placement(articles[0].id, 0, 3, "Dim")], archive.tags.named("killed").id, "Tag some")
        )
    assert archive.annotations.count() == 1
