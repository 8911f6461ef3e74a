# SPDX-License-Identifier: GPL-3.0-or-later
"""What a record says as one JSON text, for formats that have no fields of their own for it."""

from __future__ import annotations

import json
from dataclasses import asdict

from archivist.errors import InvalidDate, InvalidValue
from archivist.exchange.files import json_stream
from archivist.exchange.files.json_fields import Fields
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.items import ReadRecord
from archivist.file_names import shown
from archivist.model import Alias, Kind, Record, RecordDraft, Role
from archivist.store import record_fields

_MADE = ("created_by", "created_at", "modified_at")
_LINES = ("type", "date", "place", "counted", "of_whom", "unit")


def record_as_json(record: Record) -> str:
    """A record as a JSON object, without its id and the fields that are empty."""
    values = {**asdict(record.draft), **{name: getattr(record, name) for name in _MADE}}
    return json.dumps({name: value for name, value in values.items() if value}, ensure_ascii=False, sort_keys=True)


def record_from_json(text: str, key: str, id_: str) -> ReadRecord:
    """The record of such a JSON object, in the form in which an archive keeps it. Raises ValueError."""
    fields = Fields(json_stream.parse(text.encode()))
    known = fields.mapping()
    created, modified = (fields.moment(name) if name in known else "" for name in ("created_at", "modified_at"))
    return ReadRecord(key, _draft(fields), id_, fields.text("created_by", ""), created, modified)


def _draft(fields: Fields) -> RecordDraft:
    kind = fields.text("kind")
    if kind not in list(record_fields.RECORD_KINDS):
        raise Malformed(f"its “kind”: “{shown(kind)}” is no kind of record")
    ids = fields.object("external_ids") if "external_ids" in fields else Fields({})
    draft = RecordDraft(
        kind=Kind(kind),
        name=fields.text("name"),
        note=fields.text("note", ""),
        aliases=tuple(Alias(alias.text("name"), alias.text("language", "")) for alias in fields.objects("aliases")),
        roles=tuple(
            Role(role.text("title"), *(role.text(name, "") for name in ("organisation", "since", "until")))
            for role in fields.objects("roles")
        ),
        external_ids={scheme: ids.text(scheme) for scheme in ids.mapping()},
        parent=fields.text_or_null("parent"),
        **{name: fields.text(name, "") for name in _LINES},
    )
    try:
        return record_fields.checked(draft)
    except InvalidDate as error:
        raise Malformed(f"“{shown(error.value)}” is no date") from error
    except InvalidValue as error:
        raise Malformed(f"“{shown(error.value)}” is no possible {error.what}") from error
