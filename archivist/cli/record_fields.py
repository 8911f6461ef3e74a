# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of a record as options of commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from archivist.cli.root import TEXT
from archivist.exchange.registry.cells import alias
from archivist.model import ActorType, Kind, RecordDraft, Role
from archivist.store import Archive
from archivist.store.record_fields import name_key

_Command = TypeVar("_Command", bound=Callable[..., Any])
_PLAIN = ("name", "type", "date", "place", "counted", "of_whom", "unit", "note")
_ROLE = 4  # title, organisation, since, until

_OPTIONS = (
    click.option("--type", "type", type=TEXT, help=f"Of an actor: {', '.join(ActorType)}; of an event: any word."),
    click.option(
        "--alias", "aliases", type=TEXT, multiple=True, metavar="NAME[@LANG]", help="A further name; repeatable."
    ),
    click.option(
        "--role",
        "roles",
        type=TEXT,
        multiple=True,
        metavar="TITLE[;ORGANISATION[;SINCE[;UNTIL]]]",
        help="What an actor is or was, with EDTF dates; repeatable.",
    ),
    click.option("--date", type=TEXT, metavar="EDTF", help="When an event was."),
    click.option("--place", type=TEXT, help="Where an event was."),
    click.option("--parent", type=TEXT, metavar="EVENT", help="The event that it is a part of."),
    click.option("--counted", type=TEXT, help="What a figure counts."),
    click.option("--of-whom", type=TEXT, help="Of what people or things."),
    click.option("--unit", type=TEXT, help="Unit of a figure's numbers."),
    click.option("--note", type=TEXT, help="A remark."),
    click.option(
        "--id",
        "ids",
        type=TEXT,
        multiple=True,
        metavar="SCHEME=VALUE",
        help="Under which id others know it, e.g. wikidata=Q42; repeatable.",
    ),
)


def field_options(command: _Command) -> _Command:
    """Adds the options that all kinds of records have between them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def new_record(archive: Archive, name: str, kind: Kind, fields: Mapping[str, Any]) -> RecordDraft:
    """The record that options describe."""
    draft = RecordDraft(kind, name)
    values = changes(archive, draft, fields)
    return RecordDraft(kind, name, **values)


def changes(archive: Archive, draft: RecordDraft, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a record that options change; aliases, roles and ids are added to those it has."""
    values: dict[str, Any] = {name: fields[name] for name in _PLAIN if fields.get(name) is not None}
    if fields["aliases"] or fields.get("dropped"):
        dropped = set(map(name_key, fields.get("dropped", ())))
        kept = [known for known in draft.aliases if name_key(known.name) not in dropped]
        values["aliases"] = (*kept, *map(alias, fields["aliases"]))
    if fields["roles"]:
        values["roles"] = (*draft.roles, *map(_role, fields["roles"]))
    if fields["ids"]:
        values["external_ids"] = {**draft.external_ids, **dict(map(_pair, fields["ids"]))}
    if fields["parent"] is not None:
        values["parent"] = archive.records.find(fields["parent"], Kind.EVENT).id if fields["parent"] else None
    return values


def _role(text: str) -> Role:
    parts = [part.strip() for part in text.split(";")]
    if len(parts) > _ROLE:
        raise click.BadParameter(f"“{text}” is not TITLE;ORGANISATION;SINCE;UNTIL", param_hint="--role")
    return Role(*parts)


def _pair(text: str) -> tuple[str, str]:
    scheme, separator, value = text.partition("=")
    if not separator or not scheme.strip():
        raise click.BadParameter(f"“{text}” is not SCHEME=VALUE, such as wikidata=Q42", param_hint="--id")
    return scheme.strip(), value.strip()
