# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pointers in a TEI file lead to: elements by their ids, and places in the text.

Understood are #id, #range(a,b) and #string-range(a,offset,length) of chapter 17 of the Guidelines,
with left() and right() in them; offsets are counted in characters from 0.
"""

from __future__ import annotations

import re

from lxml.etree import _Element

from archivist.exchange.tei.elements import ID
from archivist.exchange.tei.plain_text import PlainText
from archivist.xml_names import local_name

_SCHEME = re.compile(r"(?P<name>range|string-range|left|right)\((?P<arguments>.*)\)", re.DOTALL)
_DEEPEST = 8  # spans that point to spans
Span = tuple[int, int]


class Ids:
    """The elements of a file by their ids; of an id that is there twice, the first."""

    def __init__(self, root: _Element, file: str) -> None:
        self.file = file
        self.twice: list[_Element] = []  # those whose id was there before
        self._elements: dict[str, _Element] = {}
        for element in root.iter():
            id_ = element.get(ID) or (element.get("id") if "}" not in str(element.tag) else None)
            if id_ and self._elements.setdefault(id_, element) is not element:
                self.twice.append(element)

    def of(self, pointer: str) -> _Element | None:
        """The element that a pointer leads to, where it is in this file."""
        file, hash_, id_ = pointer.rpartition("#")
        return self._elements.get(id_) if hash_ and file in ("", self.file) else None


class Places:
    """Places in the text of one document."""

    def __init__(self, ids: Ids, plain: PlainText) -> None:
        self._ids = ids
        self._plain = plain

    def of_pointer(self, pointer: str, depth: int = _DEEPEST) -> Span | None:
        """The place that a pointer leads to; None where that cannot be told."""
        file, _, fragment = pointer.partition("#")
        if file not in ("", self._ids.file):
            return None
        scheme = _SCHEME.fullmatch(fragment)
        if scheme is None:
            element = self._ids.of(f"#{fragment}")
            return None if element is None or depth < 0 else self.of_element(element, depth)
        arguments = [argument.strip() for argument in _split(scheme["arguments"])]
        ends = [self.of_pointer(f"#{argument.lstrip('#')}", depth - 1) for argument in arguments[:2]]
        match scheme["name"], arguments:
            case "range", [_, _]:
                start, end = ends
                return None if start is None or end is None else (start[0], end[1])
            case "string-range", [_, offset, length] if offset.isdecimal() and length.isdecimal():
                return None if ends[0] is None else self._within(ends[0], int(offset), int(length))
            case "left" | "right", [_]:
                return ends[0]
        return None

    def of_element(self, element: _Element, depth: int = _DEEPEST) -> Span | None:
        """Where an element stands, or what it points to."""
        match local_name(element):
            case "span":
                return self._of_span(element, depth)
            case "annotation":
                targets = element.get("target", "").split()
                return self.of_pointer(targets[0], depth - 1) if targets else None
        return self._plain.place(element)

    def _of_span(self, span: _Element, depth: int) -> Span | None:
        targets = span.get("target", "").split()
        first, last = span.get("from", ""), span.get("to", "")
        if targets and not first:
            first, last = targets[0], targets[-1]
        start = self.of_pointer(first, depth - 1) if first else None
        end = self.of_pointer(last, depth - 1) if last else start
        return None if start is None or end is None else (start[0], end[1])

    def _within(self, around: Span, offset: int, length: int) -> Span:
        return around[0] + offset, around[0] + offset + length


def _split(arguments: str) -> list[str]:
    """The arguments, of which one may be a scheme with arguments itself."""
    parts, depth = [""], 0
    for character in arguments:
        depth += (character == "(") - (character == ")")
        if character == "," and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return parts
