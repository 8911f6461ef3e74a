# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from archivist.model import RELATION_TYPES, Kind
from archivist.ui.relation_types import Offer, offers_between, offers_from


def test_the_likeliest_type_comes_first_in_whichever_direction() -> None:
    assert offers_between(Kind.EVENT, Kind.ACTOR)[0] == Offer("participant")
    assert offers_between(Kind.FIGURE, Kind.EVENT) == [Offer("counts-for")]
    assert offers_between(Kind.EVENT, Kind.FIGURE) == [Offer("counts-for", back=True)]
    assert offers_between(Kind.DATE, Kind.ACTOR) == []


def test_a_type_that_says_the_same_both_ways_is_offered_once() -> None:
    offered = offers_between(Kind.FIGURE, Kind.FIGURE)
    assert offered == [Offer("replaces"), Offer("contradicts"), Offer("replaces", back=True)]


def test_every_known_type_begins_somewhere() -> None:
    straight = {offer.type for kind in Kind for offer, _ in offers_from(kind) if not offer.back}
    assert straight == set(RELATION_TYPES)


def test_the_kinds_of_the_other_end_are_told() -> None:
    assert dict(offers_from(Kind.ACTOR))[Offer("says")] == (Kind.EVENT, Kind.FIGURE)
