# SPDX-License-Identifier: GPL-3.0-or-later
"""Who follows the journal looks among the newest changes only, however long the history is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from archivist.model import Article, Kind, RecordDraft
from archivist.store import Archive
from archivist.store.followed_groups import FollowedGroups
from tests.counted_instructions import instructions_of
from tests.long_work import run_to_end

Add = Callable[..., Article]
Follow = Callable[[], object]
_CHANGES = 2000  # of each table


@pytest.fixture
def lived_in(archive: Archive, add_article: Add) -> Archive:
    """An archive in which much was changed, and nothing that is followed since."""
    article = add_article("Порт страйкує\nДругий день.").id
    record = archive.records.add(RecordDraft(Kind.ACTOR, "Порт")).id
    archive.collections.add("порт 0")
    with archive.action("Change everything many times", bulk=True):
        for number in range(1, _CHANGES):
            archive.articles.update(article, title=f"Порт, день {number}")
            archive.collections.rename(f"порт {number - 1}", f"порт {number}")
            archive.records.update(record, name=f"Порт {number}")
    run_to_end(archive.duplicates.wordings.read_new())
    return archive


def followers(archive: Archive) -> Iterator[Follow]:
    """What asks the journal, having followed it until now."""
    mark, groups = archive.facts.mark(), FollowedGroups(archive._connection)
    groups.follow()
    yield lambda: archive.facts.changed_since(mark)
    yield lambda: archive.records.changed_since(mark)
    yield groups.follow


def test_who_follows_the_journal_reads_what_is_new(lived_in: Archive) -> None:
    waiting = list(followers(lived_in))
    lived_in.tags.add("rally", "event")
    counts = [instructions_of(lived_in, follow) for follow in waiting]
    assert max(counts) < 50, counts


def test_a_step_is_logged_without_a_look_at_those_before(lived_in: Archive) -> None:
    assert instructions_of(lived_in, lambda: lived_in.tags.add("rally", "event")) < 200
