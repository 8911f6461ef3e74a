# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped icons are of one style and can be recoloured."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
APPLICATION_ICON = "archivist"
STYLE = {
    "viewBox": "0 0 24 24",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "1.5",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
MONOCHROME = sorted(path for path in ICONS.glob("*.svg") if path.stem != APPLICATION_ICON)


def _elements(path: Path) -> list[ET.Element]:
    return list(ET.fromstring(path.read_text("utf-8")).iter())  # noqa: S314 - our own files


@pytest.mark.parametrize("path", MONOCHROME, ids=lambda path: path.stem)
def test_an_icon_is_drawn_in_the_one_style(path: Path) -> None:
    drawing, *_ = _elements(path)
    assert {name: drawing.get(name) for name in STYLE} == STYLE


@pytest.mark.parametrize("path", MONOCHROME, ids=lambda path: path.stem)
def test_an_icon_has_no_colour_of_its_own(path: Path) -> None:
    colours = {element.get(name) for element in _elements(path) for name in ("fill", "stroke")}
    assert colours <= {None, "none", "currentColor"}


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_an_icon_holds_only_plain_shapes(path: Path) -> None:
    tags = {element.tag.rpartition("}")[2] for element in _elements(path)}
    assert tags <= {"svg", "title", "path", "circle", "rect"}


def test_the_application_icon_shows_one_mark_of_each_kind() -> None:
    # The same three colours as the commonest tag of each kind in the default codebook.
    colours = {element.get("fill") for element in _elements(ICONS / f"{APPLICATION_ICON}.svg")}
    assert {"#e4512c", "#356ddc", "#1e9375"} <= colours
