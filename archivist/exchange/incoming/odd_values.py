# SPDX-License-Identifier: GPL-3.0-or-later
"""What a foreign file says that the archive has no room for in that place, kept in another one.

An attribute that is not of its kind, a date that is none: the value stays, under a further name or
in the note, and whoever asks is told.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any, Final

from archivist.errors import ArchivistError, InvalidDate, InvalidValue
from archivist.model import JsonValue, Kind, RecordDraft
from archivist.store import record_fields
from archivist.store.attributes import checked
from archivist.text import canonical, one_line

_DEEPEST: Final = 50  # lists and objects in each other
_AS_READ: Final = "{} as read"
_RANGE: Final = ("value", "low", "high")


def attributes(given: Mapping[str, JsonValue]) -> tuple[dict[str, JsonValue], str]:
    """The attributes as an annotation can have them, and what is told of those that are not as they were."""
    kept: dict[str, JsonValue] = {}
    told = []
    for name, value in given.items():
        word, clean = one_line(str(name)) or "attribute", _clean(value)
        try:
            kept |= checked({word: clean})
        except (InvalidValue, InvalidDate) as error:
            kept[_free(_AS_READ.format(word), kept)] = clean
            told.append(f"keeps its “{word}” as “{_AS_READ.format(word)}”: {_sentence(error)}")
    try:
        checked(kept)
    except InvalidValue as error:
        for word in [name for name in _RANGE if name in kept]:
            kept[_free(_AS_READ.format(word), kept)] = kept.pop(word)
        told.append(f"keeps its numbers under other names: {_sentence(error)}")
    return kept, "; ".join(told)


def record(draft: RecordDraft) -> tuple[RecordDraft, str]:
    """The record as it can be, and what is told of that. Raises InvalidValue where no record is of its kind."""
    bare = RecordDraft(Kind(draft.kind), one_line(draft.name) or "nameless", canonical(draft.note))
    record_fields.checked(bare)
    refused = []
    result = bare
    for field in fields(draft):
        value = getattr(draft, field.name)
        if field.name in ("kind", "name", "note") or not value:
            continue
        try:
            record_fields.checked(replace(bare, **{field.name: value}))
            result = replace(result, **{field.name: value})
        except (InvalidValue, InvalidDate):
            refused.append((field.name, value))
    note = "\n".join(filter(None, (result.note, *(f"{name}: {value}" for name, value in refused))))
    told = ", ".join(f"“{name}”" for name, _ in refused)
    return replace(result, note=note), f"keeps its {told} in the note" if told else ""


def moment(given: str, otherwise: str) -> str:
    """A point in time as the archive writes it, in UTC; `otherwise` where what is given is none."""
    try:
        at = datetime.fromisoformat(given.strip())
        at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return otherwise
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _clean(value: Any, depth: int = 0) -> JsonValue:
    """A value that JSON and the database can hold."""
    if isinstance(value, str):
        return canonical(value, compose=False)
    if value is None or isinstance(value, (bool, int)) or (isinstance(value, float) and math.isfinite(value)):
        return value
    if depth < _DEEPEST and isinstance(value, Mapping):
        return {canonical(str(name), compose=False): _clean(item, depth + 1) for name, item in value.items()}
    if depth < _DEEPEST and isinstance(value, (list, tuple)):
        return [_clean(item, depth + 1) for item in value]
    return canonical(str(value), compose=False)


def _free(name: str, taken: Mapping[str, JsonValue]) -> str:
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name} {number}"
    return free


def _sentence(error: ArchivistError) -> str:
    return error.sentence.format(**error.details()).rstrip(".")
