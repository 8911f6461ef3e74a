# SPDX-License-Identifier: GPL-3.0-or-later
"""What is marked in tokens: IOB tags of any scheme, and the brackets of CorefUD (Entity=(e1-person-1-...e1)).

universaldependencies.org/format.html, ufal.mff.cuni.cz/corefud
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from archivist.model import JsonValue

# IOB1, IOB2, IOE, IOBES and BILOU all agree on these: which tags begin, and which end what they are in.
_TAG = re.compile(r"([BIESLUM])[-_](\S(?:.*\S)?)")
_BEGINS, _ENDS = frozenset("BSU"), frozenset("ESLU")
OUTSIDE = ("O", "_", "-", "")
_BRACKET = re.compile(r"\(([^()]*)(\)?)|([^()]+)\)")
_PART = re.compile(r"\[([0-9]+/[0-9]+)\]$")
_FIELDS = "eid-etype-head-other"  # of CorefUD 1.0, where a file does not say
_NAMES = ("eid", "GRP")


@dataclass(frozen=True, slots=True)
class Entity:
    """Tokens [first, last) of a label."""

    first: int
    last: int
    label: str
    attributes: dict[str, JsonValue] = field(default_factory=dict)


def is_tag(value: str) -> bool:
    """Whether a value is an IOB tag."""
    return value == "O" or _TAG.fullmatch(value) is not None


def label_of(value: str) -> str:
    """The label of a tag, whatever it begins or goes on with."""
    found = _TAG.fullmatch(value)
    return found.group(2) if found else value


def decoded(tags: Sequence[str]) -> Iterator[Entity]:
    """The entities of a sentence by the tags of its tokens; what is no IOB tag marks all tokens that follow alike."""
    begun, label = 0, ""
    ends = False
    for at, tag in enumerate(tags):
        found = _TAG.fullmatch(tag)
        part, here = (found.group(1), found.group(2)) if found else ("I", "" if tag in OUTSIDE else tag)
        goes_on = bool(label) and here == label and not ends and part not in _BEGINS
        if not goes_on:
            if label:
                yield Entity(begun, at, label)
            begun, label = at, here
        ends = part in _ENDS
    if label:
        yield Entity(begun, len(tags), label)


class Brackets:
    """Reads the values of Entity token by token; entities are open until they are closed by their id."""

    def __init__(self, fields: str = "") -> None:
        self._fields = (fields or _FIELDS).split("-")
        self._open: dict[str, list[tuple[int, list[str]]]] = {}

    def read(self, token: int, value: str) -> Iterator[Entity]:
        """The entities that end with this token. Raises ValueError for what cannot be understood."""
        if "".join(found.group() for found in _BRACKET.finditer(value)) != value:
            raise ValueError(f"“{value}” is no sequence of brackets")
        for described, closed, ended in _BRACKET.findall(value):
            if ended:
                waiting = self._open.get(ended.split("-")[0])
                if not waiting:
                    raise ValueError(f"“{ended})” ends what has not begun")
                first, fields = waiting.pop()
                yield self._entity(first, token + 1, fields)
            else:
                fields = described.split("-", len(self._fields) - 1)
                if closed:
                    yield self._entity(token, token + 1, fields)
                else:
                    self._open.setdefault(self._id(fields), []).append((token, fields))

    def unclosed(self) -> list[str]:
        """The ids of what has not ended."""
        return sorted(id_ for id_, waiting in self._open.items() if waiting)

    def _id(self, fields: Iterable[str]) -> str:
        named = dict(zip(self._fields, fields, strict=False))
        return next((named[name] for name in _NAMES if name in named), "")

    def _entity(self, first: int, last: int, fields: list[str]) -> Entity:
        named = dict(zip(self._fields, fields, strict=False))
        label = named.pop("etype", "")
        attributes: dict[str, JsonValue] = {name: value for name, value in named.items() if value}
        part = _PART.search(self._id(fields))
        if part:  # of an entity whose words do not stand together
            attributes["part"] = part.group(1)
        return Entity(first, last, label, attributes)
