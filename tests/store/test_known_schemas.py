# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.store import known_schemas, schema


def test_the_version_is_that_of_the_last_migration() -> None:
    assert schema.known_version() == known_schemas.VERSION


@pytest.mark.parametrize("version", range(known_schemas.VERSION + 1))
def test_the_schema_of_every_version_is_known_by_its_digest(version: int) -> None:
    described = schema.expected(version)
    assert known_schemas.is_known(version, described), known_schemas.digest(described)


@pytest.mark.parametrize("version", [-1, known_schemas.VERSION - 1, known_schemas.VERSION + 1])
def test_the_schema_of_another_version_is_not_known(version: int) -> None:
    assert not known_schemas.is_known(version, schema.expected(known_schemas.VERSION))


def test_one_more_trigger_makes_a_schema_unknown() -> None:
    described = schema.expected(known_schemas.VERSION) | {("spy", "CREATE TRIGGER spy AFTER INSERT ON tags BEGIN END")}
    assert not known_schemas.is_known(known_schemas.VERSION, described)
