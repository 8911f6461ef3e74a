# SPDX-License-Identifier: GPL-3.0-or-later
"""What the styles of a DOCX say of its paragraphs: which are headings, and which are items of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element

from archivist.xml_names import child, children, local_name, value

_HEADING = re.compile(r"heading ([1-9])")
_TITLES = frozenset({"title", "document title"})
TITLE_RANK = 10
_LEVELS = 9
_MOST_BASED_ON = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs; list_id and level are "" where it has none."""

    rank: int = 0
    list_id: str = ""
    level: str = ""
    hidden: bool = False


class Styles:
    """The styles by their ids."""

    def __init__(self, root: _Element | None) -> None:
        self._elements = {value(one, "styleId"): one for one in children(root, "style")}
        self._known: dict[str, Style] = {}

    def of(self, style_id: str) -> Style:
        """A style, with what it has from those that it is based on."""
        if style_id not in self._known:
            self._known[style_id] = self._resolved(style_id)
        return self._known[style_id]

    def _resolved(self, style_id: str) -> Style:
        rank, list_id, level, hidden = 0, "", "", False
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen and len(seen) < _MOST_BASED_ON:
            seen.add(style_id)
            element = self._elements[style_id]
            properties = child(element, "pPr")
            rank = rank or _rank(value(child(element, "name"), "val")) or outline_rank(properties)
            list_id = list_id or value(child(properties, "numPr", "numId"), "val")
            level = level or value(child(properties, "numPr", "ilvl"), "val")
            hidden = hidden or is_hidden(child(element, "rPr"))
            style_id = value(child(element, "basedOn"), "val")
        return Style(rank, list_id, level, hidden)


def outline_rank(properties: _Element | None) -> int:
    """The rank of a heading by its level in the outline; 0 for running text."""
    level = value(child(properties, "outlineLvl"), "val")
    return TITLE_RANK - 1 - int(level) if level.isdecimal() and int(level) < _LEVELS else 0


def is_on(element: _Element | None) -> bool:
    """Whether a property that is there or not is there, and not switched off."""
    return element is not None and value(element, "val").lower() not in ("0", "false", "off", "none")


def is_hidden(properties: _Element | None) -> bool:
    """Whether letters are not shown."""
    return properties is not None and any(is_on(one) for one in properties if local_name(one) == "vanish")


def _rank(name: str) -> int:
    heading = _HEADING.fullmatch(name.lower())
    if heading:
        return TITLE_RANK - int(heading[1])
    return TITLE_RANK if name.lower() in _TITLES else 0
