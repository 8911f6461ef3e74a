# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from archivist.exchange import record_tables
from archivist.exchange.record_tables import Range, claim_cells, claimed_range, record_cells, relation_cells
from archivist.model import Claim, Kind, RecordDraft
from tests.exchange.bundle.test_record_documents import ACTOR, EVENT, RELATION
from tests.exchange.test_tables import read
from tests.exchange.test_web_annotation import ANNOTATION

FIGURE = "2b6f0cc9-0000-4000-8000-000000000015"
CLAIM = Claim(
    annotation=replace(ANNOTATION, record=FIGURE),
    title="Новина",
    outlet="Вісник",
    published="2022-01~",
    value=None,
    low=None,
    high=None,
    approximation="",
    unit="",
    counted="",
    as_of="",
    claimant="",
    claimant_record=None,
    event_record=None,
    replaces=(),
    replaced_by=(),
    contradicts=(),
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"value": 18}, Range(18, 18, 18)),
        ({"value": 18, "approximation": "exact"}, Range(18, 18, 18)),
        ({"value": 18, "approximation": "about"}, Range(None, 18, None)),
        ({"value": 18, "approximation": "at_least"}, Range(18, 18, None)),
        ({"value": 18, "approximation": "more_than"}, Range(18, 18, None)),
        ({"value": 400, "approximation": "almost"}, Range(None, 400, 400)),
        ({"value": 400, "approximation": "up_to"}, Range(None, 400, 400)),
        ({"low": 5, "high": 7}, Range(5, None, 7)),
        ({"low": 5}, Range(5, None, None)),
        ({}, Range(None, None, None)),
    ],
)
def test_a_claim_allows_a_range(said: dict[str, Any], expected: Range) -> None:
    assert claimed_range(replace(CLAIM, **said)) == expected


def test_an_event_says_when_where_and_of_what_it_is_a_part() -> None:
    [row] = read(record_tables.EVENTS, record_cells(EVENT, 7))
    assert [row[name] for name in ("name", "date", "place", "parent", "passages")] == [
        *(EVENT.name, EVENT.draft.date, "Київ", EVENT.draft.parent, "7")
    ]
    assert json.loads(row["aliases"]) == ["Strike", "إضراب"]
    assert json.loads(row["alias_languages"]) == [alias.language for alias in EVENT.draft.aliases]
    assert json.loads(row["external_ids"]) == {"acled": "KAZ1", "wikidata": "Q1"}


def test_an_actor_says_what_it_is_and_was() -> None:
    [row] = read(record_tables.ACTORS, record_cells(replace(ACTOR, draft=replace(ACTOR.draft, name="=cmd")), 0))
    assert (row["name"], row["type"], row["aliases"]) == ("'=cmd", "person", "")
    assert json.loads(row["roles"]) == [
        {"title": "міністр", "organisation": "МВС", "since": "2019", "until": "2022-01-05"}
    ]


def test_a_figure_says_what_is_counted() -> None:
    figure = replace(ACTOR, draft=RecordDraft(Kind.FIGURE, "Загиблі", counted="загиблі", of_whom="поліцейські"))
    [row] = read(record_tables.FIGURES, record_cells(figure, 1))
    assert (row["counted"], row["of_whom"], row["unit"]) == ("загиблі", "поліцейські", "")


def test_a_claim_says_whose_number_of_what_it_is() -> None:
    claim = replace(
        CLAIM, low=5, high=7, as_of="2022-01-06", claimant="МВС", claimant_record=ACTOR.id, event_record=EVENT.id
    )
    names = {FIGURE: "Загиблі", ACTOR.id: "МВС", EVENT.id: "Страйк"}
    kinds = {FIGURE: Kind.FIGURE, ACTOR.id: Kind.ACTOR, EVENT.id: Kind.EVENT}
    [row] = read(record_tables.CLAIMS, claim_cells(claim, names, kinds))
    assert [row[name] for name in ("low", "best", "high", "claimant", "claimant_id", "event", "figure_name")] == [
        *("5", "", "7", "МВС", ACTOR.id, EVENT.id, "Загиблі")
    ]
    assert (row["outlet"], row["published"], row["as_of"]) == ("Вісник", "2022-01~", "2022-01-06")


def test_what_is_in_no_table_is_not_referred_to() -> None:
    claim = replace(CLAIM, claimant="МВС", claimant_record=ACTOR.id, event_record=EVENT.id)
    [row] = read(record_tables.CLAIMS, claim_cells(claim, {}, {}))
    assert (row["claimant"], row["claimant_id"], row["event"]) == ("МВС", "", "")


def test_a_relation_names_its_ends() -> None:
    [row] = read(record_tables.RELATIONS, relation_cells(RELATION, {RELATION.source: "=Страйк"}))
    assert [row[name] for name in ("type", "source_type", "source_name", "target_type", "target_name")] == [
        *("participant", "record", "'=Страйк", "annotation", "")
    ]
