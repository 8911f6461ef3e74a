# SPDX-License-Identifier: GPL-3.0-or-later
"""Which tag of the archive each label of a foreign file means.

A mapping is kept as a profile of the archive or as a JSON file:

    {"labels": {"PER": {"tag": "person", "kind": "actor"}, "Loc": "place", "X": null}}

`kind` may be left out; it is that of the tag where it has to be made. Null leaves the annotations
of a label out. Of a label that is not in it the program decides as suggest() says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from archivist.errors import FileUnreadable, ProfileRefused
from archivist.exchange.items import ReadTag
from archivist.model import JsonValue, Kind, Tag
from archivist.text import one_line

_LARGEST: Final = 1 << 20  # bytes of a file with a mapping
_LABELS: Final = "labels"
_UNLABELLED: Final = "highlight"  # the tag of what is marked and has no label
_NAMELESS: Final = "nameless"
# Labels that many corpora and recognisers of names use, by the tag of the codebook that they mean.
_COMMON: Final[Mapping[tuple[str, Kind], str]] = {
    ("person", Kind.ACTOR): "per pers person людина особа персона персоналія лицо человек",
    ("organisation", Kind.ACTOR): "org organization organisation company організація организация",
    ("place", Kind.ACTOR): "loc location locorg gpe place geo fac facility city country місце место локація локация",
    ("group", Kind.ACTOR): "norp group",
    ("date", Kind.DATE): "date time period datetime дата час время період период",
    ("money", Kind.FIGURE): "mon money гроші деньги",
    ("share", Kind.FIGURE): "pct percent percentage share",
    ("quantity", Kind.FIGURE): "quant quantity num number numeral cardinal measure кількість количество число",
    ("killed", Kind.FIGURE): "killed dead deaths fatalities загиблі погибшие",
    ("wounded", Kind.FIGURE): "wounded injured injuries поранені раненые",
}
_BY_LABEL: Final = {label: target for target, labels in _COMMON.items() for label in labels.split()}


@dataclass(frozen=True, slots=True)
class Target:
    """The tag that a label becomes; it is made where there is none of that name."""

    tag: str  # name
    kind: Kind | None = None  # of a new tag; None for what the file or the label suggests


@dataclass(frozen=True, slots=True)
class TagMapping:
    """What a person decided; what is not in it is for the program to suggest."""

    targets: Mapping[str, Target | None] = field(default_factory=dict)  # by label; None: leave its annotations out

    @classmethod
    def of(cls, name: str, settings: Mapping[str, JsonValue]) -> Self:
        """The mapping that the settings of a profile are. Raises ProfileRefused, naming the entry."""
        if not is_mapping(settings):
            raise ProfileRefused(name, f"it has no “{_LABELS}”, so it maps no labels to tags")
        unknown = sorted(set(settings) - {_LABELS})
        if unknown:
            raise ProfileRefused(name, f"it holds “{unknown[0]}” beside “{_LABELS}”")
        if not isinstance(settings[_LABELS], Mapping):
            raise ProfileRefused(name, f"its “{_LABELS}” is no object of labels")
        return cls({str(label): _target(name, label, value) for label, value in settings[_LABELS].items()})

    def settings(self) -> dict[str, JsonValue]:
        """What `of` makes the same mapping of."""
        return {_LABELS: {label: _as_json(target) for label, target in self.targets.items()}}


def is_mapping(settings: Mapping[str, JsonValue]) -> bool:
    """Whether the settings of a profile are those of a mapping, and not of tables."""
    return _LABELS in settings


def read_mapping(path: Path) -> TagMapping:
    """The mapping in a JSON file. Raises FileUnreadable, ProfileRefused."""
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    if len(raw) > _LARGEST:
        raise ProfileRefused(path.name, "the file is too large for a mapping of labels")
    try:
        settings = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ProfileRefused(path.name, f"the file is not JSON ({error})") from error
    if not isinstance(settings, dict):
        raise ProfileRefused(path.name, "the file holds no object")
    return TagMapping.of(path.name, settings)


def suggest(label: str, tags: Iterable[Tag], read: ReadTag | None = None, kind: str = "") -> Target:
    """The tag that a label means where nobody has decided; `kind` is what the file says of its annotations.

    It is the tag of that name, in any letter case; else, of a label that is in wide use and that
    the file gives no other kind, the tag of the codebook that it means; else a new one, as_named().
    """
    new = as_named(label, read, kind)
    by_name = {tag.name.casefold(): tag for tag in tags}
    known, common = by_name.get(new.tag.casefold()), _BY_LABEL.get(new.tag.casefold())
    if known is None and common is not None and _said_kind(read, kind) in (None, common[1]):
        new, known = Target(*common), by_name.get(common[0])
    return Target(known.name, known.kind) if known else new


def as_named(label: str, read: ReadTag | None = None, kind: str = "") -> Target:
    """A tag of the label's own name, of the kind that the file says, else an event: of that anything may be."""
    name = one_line(read.name if read is not None and read.name else label)
    return Target(name or (_NAMELESS if label else _UNLABELLED), _said_kind(read, kind) or Kind.EVENT)


def _said_kind(read: ReadTag | None, kind: str) -> Kind | None:
    return next((Kind(said) for said in (read.kind if read else "", kind) if said in list(Kind)), None)


def _target(name: str, label: str, value: JsonValue) -> Target | None:
    if value is None:
        return None
    given = {"tag": value} if isinstance(value, str) else value
    if not isinstance(given, Mapping):
        raise ProfileRefused(name, f"the entry “{label}” is neither a tag nor null")
    unknown = sorted(set(given) - {"tag", "kind"})
    if unknown:
        raise ProfileRefused(name, f"the entry “{label}” holds “{unknown[0]}”, which is none of tag, kind")
    tag, kind = given.get("tag"), given.get("kind")
    if not isinstance(tag, str) or not one_line(tag):
        raise ProfileRefused(name, f"the entry “{label}” names no tag")
    if kind is not None and kind not in list(Kind):
        raise ProfileRefused(name, f"the kind “{kind}” of the entry “{label}” is none of {', '.join(Kind)}")
    return Target(one_line(tag), Kind(kind) if kind is not None else None)


def _as_json(target: Target | None) -> JsonValue:
    if target is None:
        return None
    return {"tag": target.tag, **({"kind": str(target.kind)} if target.kind else {})}
