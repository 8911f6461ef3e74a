# SPDX-License-Identifier: GPL-3.0-or-later
"""Mentions of records, as suggestions."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from archivist.language.name_index import NameIndex
from archivist.model import Kind
from archivist.suggest.mentions import find_mentions

EXPECTED = runpy.run_path(str(Path(__file__).parent / "expected_mentions.py"))


@pytest.fixture
def index():
    index = NameIndex()
    index.add("poet", ["Остап Вербенюк"])
    index.add("congress", ["Великий З'їзд Бджолярів"])
    return index


KINDS = {"poet": Kind.ACTOR, "congress": Kind.EVENT}


def test_a_mention_is_offered_with_its_record_and_kind(index):
    text = "На Великому З'їзді Бджолярів виступив Остап Вербенюк."
    first, second = find_mentions(text, "uk", index, KINDS)
    assert (first.quote, first.kind, first.record) == ("Великому З'їзді Бджолярів", Kind.EVENT, "congress")
    assert (second.quote, second.kind, second.record) == ("Остап Вербенюк", Kind.ACTOR, "poet")
    assert (second.start, second.end, second.source, second.tag) == (38, 52, "mention", None)
    assert second.attributes == {}
    assert second.confidence > 0.9


def test_an_ambiguous_mention_has_less_confidence(index):
    index.add("singer", ["Остап Вербенюк"])
    (found,) = find_mentions("Виступив Остап Вербенюк.", "uk", index, {**KINDS, "singer": Kind.ACTOR})
    assert found.record == "poet"
    assert found.confidence < 0.6


def test_a_record_without_a_kind_is_not_offered(index):
    assert find_mentions("Виступив Остап Вербенюк.", "uk", index, {}) == []


def test_every_mention_in_the_seed_article_is_linked(seed):
    index = NameIndex()
    for record, names in EXPECTED["ACTORS"].items():
        index.add(record, names)
    text = seed.read_text(encoding="utf-8")
    kinds = dict.fromkeys(EXPECTED["ACTORS"], Kind.ACTOR)
    found = [(each.quote, each.record) for each in find_mentions(text, "uk", index, kinds)]
    assert EXPECTED["missed"](found) == {}
    assert len(found) == sum(EXPECTED["MENTIONS"].values())
