# SPDX-License-Identifier: GPL-3.0-or-later
"""The default codebook can be used as it is: no clash, and every colour can be seen."""

from __future__ import annotations

import colorsys
import re
from typing import Any

import pytest

from archivist.model import Kind

Tags = list[dict[str, Any]]
WHITE, DARK = "#ffffff", "#1e1f22"  # the reading backgrounds of the two themes
LEAST_CONTRAST = 3.0  # WCAG 2.2, 1.4.11: graphical objects
FIELDS = {"name", "kind", "colour", "shortcut", "parent", "description"}
HUES = {Kind.EVENT: (0, 45), Kind.ACTOR: (190, 245), Kind.FIGURE: (100, 180), Kind.DATE: (280, 330)}  # degrees


def _channels(colour: str) -> list[float]:
    return [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_every_tag_has_exactly_the_fields_that_the_store_reads(tags: Tags) -> None:
    assert all(set(tag) == FIELDS for tag in tags)


def test_every_kind_has_tags(tags: Tags) -> None:
    assert {Kind(tag["kind"]) for tag in tags} == set(Kind)


@pytest.mark.parametrize("field", ["name", "shortcut", "colour"])
def test_no_two_tags_share(tags: Tags, field: str) -> None:
    values = [tag[field].casefold() for tag in tags]
    assert len(set(values)) == len(values)


def test_a_shortcut_is_one_digit_or_small_letter(tags: Tags) -> None:
    assert all(re.fullmatch("[0-9a-z]", tag["shortcut"]) for tag in tags)


def test_a_parent_comes_before_its_children_and_is_of_their_kind(tags: Tags) -> None:
    seen: dict[str, str] = {}
    for tag in tags:
        if tag["parent"] is not None:
            assert seen[tag["parent"]] == tag["kind"]
        seen[tag["name"]] = tag["kind"]


def test_every_tag_says_what_it_is_for(tags: Tags) -> None:
    assert all(tag["description"].endswith(".") for tag in tags)


@pytest.mark.parametrize("background", [WHITE, DARK])
def test_every_colour_stands_out_from_the_page(tags: Tags, background: str) -> None:
    faint = [tag["name"] for tag in tags if _contrast(tag["colour"], background) < LEAST_CONTRAST]
    assert not faint


def test_each_kind_keeps_to_its_own_family_of_hues(tags: Tags) -> None:
    for tag in tags:
        hue = colorsys.rgb_to_hsv(*_channels(tag["colour"]))[0] * 360
        lowest, highest = HUES[Kind(tag["kind"])]
        assert lowest <= hue <= highest or hue >= lowest + 345, tag["name"]
