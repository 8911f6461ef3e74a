# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from archivist.exchange.bundle.cleaning import Cleaning
from archivist.model import Loss, Provenance


def whats(cleaning: Cleaning) -> list[tuple[str, int]]:
    return [(loss.what, loss.count) for loss in cleaning.losses()]


def test_what_is_clean_stays_as_it_is() -> None:
    cleaning = Cleaning()
    thing = Provenance("а\n\t👩", "r", "1", None, {"a": [1, None, "б"]})
    assert cleaning.clean(thing, "x", "1") == thing
    assert cleaning.losses() == ()


def test_it_looks_into_whatever_holds_texts() -> None:
    cleaning = Cleaning()
    thing = Provenance("s\0", "r", "1", None, {"k\0": [{"deep": "\ud800x"}], "n": 1})
    assert cleaning.clean(thing, "it", "1") == Provenance("s", "r", "1", None, {"k": [{"deep": "x"}], "n": 1})
    assert whats(cleaning) == [("deep of k of parameters of it", 1), ("parameters of it", 1), ("source of it", 1)]


def test_a_thing_that_is_cleaned_twice_counts_once() -> None:
    cleaning = Cleaning()
    for id_ in ("1", "2", "1"):
        assert cleaning.clean(("a\0",), "warnings", id_) == ("a",)
    assert whats(cleaning) == [("warnings", 2)]


def test_a_loss_says_why() -> None:
    cleaning = Cleaning()
    cleaning.clean("\0", "byline", "1")
    [loss] = cleaning.losses()
    assert loss == Loss("byline", 1, "held NUL or half characters, which no bundle can; it was written without them")
