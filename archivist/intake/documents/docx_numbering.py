# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers of the items and headings of a DOCX, which its text does not hold: they are counted when it is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from archivist.intake.documents.list_numbers import written
from archivist.xml_names import child, children, contents, local_name, value

_LEVEL = re.compile(r"%(\d)")
_LEVELS = 9
_LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "decimal"
    text: str = "%1."
    start: int = 1
    decimal_only: bool = False


@dataclass
class Numbering:
    """Counts the items of all lists of a document."""

    _abstract: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _lists: dict[str, tuple[str, dict[int, _Level]]] = field(default_factory=dict)  # with the levels it overrides
    _counts: dict[str, list[int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, root: _Element | None) -> Numbering:
        """The lists that numbering.xml defines."""
        numbering = cls()
        for element in contents(root):
            name = local_name(element)
            if name == "abstractNum":
                levels = {_number(value(level, "ilvl")): _level(level) for level in children(element, "lvl")}
                numbering._abstract[value(element, "abstractNumId")] = levels
            elif name == "num":
                abstract = child(element, "abstractNumId")
                overrides = {}
                for override in children(element, "lvlOverride"):
                    overrides[_number(value(override, "ilvl"))] = override
                numbering._add(value(element, "numId"), value(abstract, "val"), overrides)
        return numbering

    def _add(self, list_id: str, abstract: str, overrides: dict[int, _Element]) -> None:
        levels = dict(self._abstract.get(abstract, {}))
        changed = {}
        for number, override in overrides.items():
            level = child(override, "lvl")
            one = _level(level) if level is not None else levels.get(number, _Level())
            start = child(override, "startOverride")
            if start is not None:
                one = _Level(one.form, one.text, _number(value(start, "val")), one.decimal_only)
            changed[number] = one
        self._lists[list_id] = (abstract, changed)

    def label(self, list_id: str, level: int) -> str:
        """The number of the next item of a list at a level (from 0), “-” for one without a number."""
        if list_id not in self._lists or not 0 <= level < _LEVELS:
            return "-"
        abstract, changed = self._lists[list_id]
        levels = {**self._abstract.get(abstract, {}), **changed}
        counts = self._counts.setdefault(abstract, [0] * _LEVELS)
        if changed and list_id not in self._begun:
            for number, one in changed.items():
                if 0 <= number < _LEVELS:
                    counts[number] = max(0, one.start - 1)
        self._begun.add(list_id)
        this = levels.get(level, _Level())
        for higher in range(level):  # an item begins those that it lies in
            counts[higher] = counts[higher] or levels.get(higher, _Level()).start
        counts[level] = counts[level] + 1 if counts[level] else this.start
        for deeper in range(level + 1, _LEVELS):
            counts[deeper] = 0
        if this.form == "bullet":
            return "-"

        def shown(match: re.Match[str]) -> str:
            number = int(match[1]) - 1
            form = "decimal" if this.decimal_only else levels.get(number, _Level()).form
            return written(counts[number], form)

        return _LEVEL.sub(shown, this.text).strip()


def _level(element: _Element) -> _Level:
    def said(name: str, default: str) -> str:
        found = child(element, name)
        return default if found is None else value(found, "val")

    legal = child(element, "isLgl")
    return _Level(said("numFmt", "decimal"), said("lvlText", ""), _number(said("start", "1")), legal is not None)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < len(str(_LARGEST)) else 0
