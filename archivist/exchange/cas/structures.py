# SPDX-License-Identifier: GPL-3.0-or-later
"""What a UIMA CAS holds, whether it is written as XMI or as JSON.

Texts ("sofas"), feature structures that lie in them or not, and views that say which structures
are in the index of which text. Offsets are UTF-16 units, as everywhere in UIMA.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from archivist.exchange.cas.type_system import FS_ARRAY, TypeSystem
from archivist.exchange.items import Problem
from archivist.model import JsonValue

_LONGEST_LIST = 1_000_000  # structures that one linked list may hold


class Structure(NamedTuple):
    """A feature structure. Its features are values or references; those that are not set are missing."""

    id: int
    type: str  # "uima.tcas.Annotation"
    features: Mapping[str, JsonValue]
    references: Mapping[str, tuple[int, ...]]  # ids of other structures; a null is left out
    sofa: int | None = None  # id of the text that it lies in

    @property
    def layer(self) -> str:
        """The last part of the type's name."""
        return self.type.rsplit(".", 1)[-1]


@dataclass(frozen=True, slots=True)
class Sofa:
    """A text, or something else that is marked."""

    id: int
    name: str  # "_InitialView"
    text: str | None
    media_type: str = ""
    uri: str = ""  # where the text is, if not here
    data: bytes | None = None  # its bytes, where they are in the file instead of its text


@dataclass(frozen=True)
class Cas:
    """A whole CAS."""

    types: TypeSystem
    sofas: tuple[Sofa, ...]
    structures: tuple[Structure, ...]  # in the order of the file
    members: Mapping[int, frozenset[int]]  # ids of the structures in the index, by id of the sofa
    problems: tuple[Problem, ...] = field(default=())

    @cached_property
    def by_id(self) -> Mapping[int, Structure]:
        """The structures by their ids; of several with the same one, the first."""
        return {structure.id: structure for structure in reversed(self.structures)}

    def targets(self, structure: Structure, feature: str) -> Iterator[Structure]:
        """The structures that a feature leads to, through arrays and linked lists."""
        for id_ in structure.references.get(feature, ()):
            target = self.by_id.get(id_)
            if target is not None:
                yield from self._members(target)

    def _members(self, target: Structure) -> Iterator[Structure]:
        if target.type == FS_ARRAY or target.type.endswith("[]"):
            found = (self.by_id.get(id_) for id_ in target.references.get("elements", ()))
            yield from (member for member in found if member is not None)
        elif target.type == "uima.cas.NonEmptyFSList":
            yield from self._listed(target)
        elif target.type != "uima.cas.EmptyFSList":
            yield target

    def _listed(self, link: Structure) -> Iterator[Structure]:
        seen: set[int] = set()
        here: Structure | None = link
        while here is not None and here.id not in seen and len(seen) < _LONGEST_LIST:
            seen.add(here.id)
            yield from (self.by_id[id_] for id_ in here.references.get("head", ()) if id_ in self.by_id)
            here = next((self.by_id[id_] for id_ in here.references.get("tail", ()) if id_ in self.by_id), None)
