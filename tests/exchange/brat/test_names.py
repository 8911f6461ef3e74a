# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.exchange.brat.names import name_of, type_name


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_every_name_can_be_written_and_told_again(name: str) -> None:
    written = type_name(name)
    assert re.fullmatch("[A-Za-z0-9_-]+", written)
    assert name_of(written) == name


@given(st.text(st.sampled_from("xn-abc019_ZÄ"), max_size=12).map(lambda rest: f"xn--{rest}"))
def test_what_was_not_written_so_stays_or_is_written_alike(type_: str) -> None:
    assert name_of(type_) == type_ or type_name(name_of(type_)) == type_


@pytest.mark.parametrize("name", ["PER", "State_body", "Two-component-system", "a1"])
def test_plain_names_stay(name: str) -> None:
    assert type_name(name) == name_of(name) == name


def test_a_type_that_is_endless_is_not_decoded() -> None:
    assert name_of("xn--" + "9" * 100_000) == "xn--" + "9" * 100_000
