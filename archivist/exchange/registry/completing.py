# SPDX-License-Identifier: GPL-3.0-or-later
"""What a record lacks that a registry says of it."""

from __future__ import annotations

from typing import Any

from archivist.model import Alias, RecordDraft
from archivist.store.record_fields import distinct, name_key

_FILLED = ("type", "date", "place", "counted", "of_whom", "unit", "note", "parent")


def completed(ours: RecordDraft, theirs: RecordDraft) -> tuple[dict[str, Any], list[str]]:
    """The fields of ours that change, and the names of those that differ and stay.

    What is empty is filled; names, roles and external ids are united.
    """
    changes: dict[str, Any] = {}
    different: list[str] = []
    for field in _FILLED:
        our_value, their_value = getattr(ours, field), getattr(theirs, field)
        if their_value and not our_value:
            changes[field] = their_value
        elif their_value and their_value != our_value:
            different.append(field)
    aliases = distinct((*ours.aliases, *_further_name(ours, theirs), *theirs.aliases), ours.name)
    roles = tuple(dict.fromkeys((*ours.roles, *theirs.roles)))
    external_ids = {**theirs.external_ids, **ours.external_ids}
    different += [
        scheme for scheme, value in theirs.external_ids.items() if ours.external_ids.get(scheme, value) != value
    ]
    united = {"aliases": aliases, "roles": roles, "external_ids": external_ids}
    changes |= {field: value for field, value in united.items() if value != getattr(ours, field)}
    return changes, different


def _further_name(ours: RecordDraft, theirs: RecordDraft) -> tuple[Alias, ...]:
    return (Alias(theirs.name),) if name_key(theirs.name) != name_key(ours.name) else ()
