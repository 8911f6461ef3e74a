# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist import model
from tests.started_modules import among, modules_after


def test_every_word_of_the_model_is_found_by_its_name() -> None:
    assert {name for name in model.__all__ if getattr(model, name) is None} == set()
    with pytest.raises(AttributeError, match="NoWord"):
        model.NoWord  # noqa: B018 - asking for it is the test


def test_a_class_of_the_model_is_made_when_it_is_asked_for() -> None:
    loaded = modules_after("from archivist.model import Article")
    assert among(loaded, ("archivist.model.records", "archivist.model.imports")) == []
