# SPDX-License-Identifier: GPL-3.0-or-later
"""The codes of a codebook and of a project: our tags below one code for each kind, or anybody's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid5

from lxml.etree import Element, SubElement, _Element

from archivist.exchange.files.json_fields import is_uuid
from archivist.exchange.items import ReadTag
from archivist.exchange.refi_qda.extras import describe, described, for_xml
from archivist.model import Kind, Tag
from archivist.xml_names import child, children

# Makes the ids of what is the same in every project: kinds, variables, users, codings.
OURS = UUID("5f7c2f0b-9d53-4f7a-8a4e-6c3b1d0f2e77")
_KINDS = {str(uuid5(OURS, f"kind/{kind}")): kind for kind in Kind}


def codes_element(tags: Iterable[Tag]) -> _Element:
    """The element Codes: for each kind one code that marks nothing, below it the tags.

    A tag stands below its parent, and says its kind itself where that has another one. The standard
    knows no Codes without a Code, so without tags all kinds are there.
    """
    tags = list(tags)
    below: dict[str | None, list[Tag]] = {}
    for tag in tags:
        below.setdefault(tag.parent, []).append(tag)
    codes = Element("Codes")
    tops = [tag.kind for tag in below.get(None, [])] or list(Kind)
    for id_, kind in _KINDS.items():
        if kind in tops:
            root = SubElement(codes, "Code", guid=id_, name=kind, isCodable="false")
            _add(root, kind, [tag for tag in below.get(None, []) if tag.kind is kind], below)
    return codes


def _add(root: _Element, top: Kind, tags: Iterable[Tag], below: Mapping[str | None, list[Tag]]) -> None:
    waiting = [(root, top, tag) for tag in tags]
    for above, kind, tag in waiting:
        code = SubElement(above, "Code", guid=tag.id, name=for_xml(tag.name), isCodable="true", color=tag.colour)
        extras = {"key": tag.shortcut, "kind": "" if tag.kind is kind else tag.kind}
        description = describe(tag.description, extras)
        if description:
            SubElement(code, "Description").text = description
        waiting += [(code, tag.kind, lower) for lower in below.get(tag.id, [])]


@dataclass(frozen=True, slots=True)
class Code:
    """A code by which selections are coded."""

    label: str
    kind: str  # a model.Kind, or ""


class Codes:
    """The codes of a codebook or project; `is_ours` where their ids are those of tags.

    Two codes of one name, as other programs allow below different ones, are told apart by what they
    stand below: “Mood/Good”.
    """

    def __init__(self, element: _Element | None, *, is_ours: bool) -> None:
        self._is_ours = is_ours
        self.by_guid: dict[str, Code] = {}
        self._found: list[ReadTag] = []
        read = list(_codes(element))
        names = Counter(path[-1] for _, path, _, _ in read)
        labels: dict[str, str] = {}
        taken: Counter[str] = Counter()
        for code, path, kind, above in read:
            guid = guid_of(code, "guid")
            label = path[-1] if names[path[-1]] == 1 else "/".join(path)
            taken[label] += 1
            label = label if taken[label] == 1 else f"{label} ({taken[label]})"
            labels[guid] = label
            self.by_guid.setdefault(guid, Code(label, kind))
            self._found.append(self._tag(code, label, kind, labels.get(above, "")))

    def tags(self) -> Iterator[ReadTag]:
        """The codes as tags, what they stand below first."""
        return iter(self._found)

    def _tag(self, code: _Element, label: str, kind: str, parent: str) -> ReadTag:
        description, extras = described(text_of(child(code, "Description")))
        guid = guid_of(code, "guid")
        key = extras.get("key")
        return ReadTag(
            label,
            id=guid if self._is_ours and is_uuid(guid) else "",
            kind=kind,
            colour=_colour(code.get("color", "")),
            parent=parent,
            description=description,
            shortcut=key if isinstance(key, str) else "",
        )


def _codes(element: _Element | None) -> Iterator[tuple[_Element, tuple[str, ...], str, str]]:
    """Each code that is no kind of ours, the names that lead to it, its kind, and the id of what it is below."""
    waiting: list[tuple[_Element, tuple[str, ...], str, str]]
    waiting = [(code, (), "", "") for code in reversed(list(children(element, "Code")))]
    while waiting:
        code, above, kind, parent = waiting.pop()
        guid, path = guid_of(code, "guid"), above
        if guid in _KINDS:
            kind = _KINDS[guid]
        else:
            path = (*above, " ".join(code.get("name", "").split()) or guid)
            said = described(text_of(child(code, "Description")))[1].get("kind")
            kind = said if said in list(Kind) else kind
            yield code, path, kind, parent
            parent = guid
        waiting += [(lower, path, kind, parent) for lower in reversed(list(children(code, "Code")))]


def guid_of(element: _Element | None, name: str) -> str:
    """An id in the letters that ours have: small, without the braces that the standard allows."""
    return "" if element is None else element.get(name, "").strip().strip("{}").lower()


def text_of(element: _Element | None) -> str:
    """The text of an element, "" where there is none."""
    return "" if element is None else "".join(element.itertext())


def _colour(colour: str) -> str:
    """#rgb and #rrggbb as #rrggbb; "" for what is neither."""
    digits = colour.strip().removeprefix("#").lower()
    if len(digits) == 3:  # noqa: PLR2004
        digits = "".join(digit * 2 for digit in digits)
    is_colour = len(digits) == 6 and all(digit in "0123456789abcdef" for digit in digits)  # noqa: PLR2004
    return f"#{digits}" if is_colour else ""
