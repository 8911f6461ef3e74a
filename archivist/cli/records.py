# SPDX-License-Identifier: GPL-3.0-or-later
"""records."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from archivist.cli import record_shapes
from archivist.cli.printing import print_json, say
from archivist.cli.record_fields import changes, field_options, new_record
from archivist.cli.record_reference import record_meant
from archivist.cli.relations import ends, related
from archivist.cli.root import REFUSED, TEXT, Place, json_option, pass_place, run
from archivist.exchange import RegistryReport, load_registry, write_record, write_registry_csv
from archivist.model import Kind, Node, NodeType, Record
from archivist.store.record_fields import RECORD_KINDS
from archivist.text import shortened

_PAGE = 100
_MOST_LINES = 20  # of a registry, on a terminal
_KINDS = click.Choice([kind.value for kind in RECORD_KINDS])
_kind_option = click.option("--kind", "kind", type=_KINDS, help="Only records of this kind.")


@click.group(invoke_without_command=True)
@_kind_option
@json_option
@click.pass_context
def records(ctx: click.Context, kind: str | None, as_json: bool) -> None:
    """List the records: the actors, events and figures that annotations speak of.

    RECORD is an id, the beginning of one, or a name or alias that only one record has; where nothing is
    changed or deleted, in any grammatical form and script.
    """
    if ctx.invoked_subcommand is not None:
        return
    with ctx.ensure_object(Place).read() as archive:
        found = archive.records.all(Kind(kind) if kind else None)
    if as_json:
        print_json({"records": [record_shapes.record_shape(record) for record in found]})
        return
    for record in found:
        say(_listed(record))
    if not found:
        say("There are no records.")


@records.command("show")
@click.argument("record", type=TEXT)
@click.option("--limit", default=_PAGE, show_default=True, type=click.IntRange(min=0), help="How many passages.")
@click.option("--offset", default=0, show_default=True, type=click.IntRange(min=0), help="How many to pass over first.")
@json_option
@pass_place
def show_record(place: Place, record: str, limit: int, offset: int, as_json: bool) -> None:
    """Print RECORD with its aliases, roles, relations and passages."""
    with place.read() as archive:
        found = record_meant(archive, record)
        relations = archive.relations.of(Node(NodeType.RECORD, found.id))
        value = record_shapes.record_page(
            found,
            archive.records.parts(found.id) if found.kind is Kind.EVENT else [],
            relations,
            archive.relations.labels(ends(relations)),
            archive.records.passages(found.id, offset, limit),
        )
        whole = archive.records.get(found.draft.parent).name if found.draft.parent else ""
    if as_json:
        print_json(value)
    else:
        _print(value, whole)


@records.command("add")
@click.argument("name", type=TEXT)
@click.option("--kind", required=True, type=_KINDS, help="What it is.")
@field_options
@json_option
@pass_place
def add_record(place: Place, /, name: str, kind: str, as_json: bool, **fields: Any) -> None:
    """Add a record of a kind."""
    with place.write() as archive:
        others = len(archive.records.same_name(name))
        made = archive.records.add(new_record(archive, name, Kind(kind), fields))
    if others:
        say(f"archivist: note: records that had this name before: {others}", err=True)
    _print_one(made, as_json=as_json)


@records.command("edit")
@click.argument("record", type=TEXT)
@click.option("--name", type=TEXT, help="Another name; the old one goes unless it is given as an alias.")
@field_options
@click.option("--without-alias", "dropped", type=TEXT, multiple=True, metavar="NAME", help="Not this one; repeatable.")
@json_option
@pass_place
def edit_record(place: Place, /, record: str, as_json: bool, **fields: Any) -> None:
    """Change RECORD; what is given as "" becomes empty, aliases and roles are added."""
    with place.write() as archive:
        found = archive.records.find(record)
        values = changes(archive, found.draft, fields)
        if not values:
            raise click.UsageError("give at least one field to change")
        changed = archive.records.update(found.id, **values)
    _print_one(changed, as_json=as_json)


@records.command("merge")
@click.argument("record", type=TEXT)
@click.argument("others", type=TEXT, nargs=-1, required=True, metavar="OTHER...")
@json_option
@pass_place
def merge_records(place: Place, record: str, others: tuple[str, ...], as_json: bool) -> None:
    """Make each OTHER one with RECORD: their names become aliases of it, their passages and relations its own."""
    with place.write() as archive:
        survivor = archive.records.find(record)
        merged = [archive.records.find(other).id for other in others]
        result = archive.records.merge(survivor.id, merged)
    _print_one(result, as_json=as_json)


@records.command("delete")
@click.argument("record", type=TEXT)
@json_option
@pass_place
def delete_record(place: Place, record: str, as_json: bool) -> None:
    """Delete RECORD; its passages keep their tags. Undo on the desktop brings it back."""
    with place.write() as archive:
        found = archive.records.find(record)
        uses = archive.records.delete(found.id)
    if as_json:
        print_json(record_shapes.deleted_record(found, uses))
        return
    say(f"“{found.name}” is deleted.")
    say(f"Passages without a record now: {uses.annotations}; relations hidden: {uses.relations}; parts: {uses.parts}.")


@records.command("load")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", type=_KINDS, help="What the lines of a table are that do not say it.")
@json_option
@pass_place
def load_records(place: Place, file: Path, kind: str | None, as_json: bool) -> None:
    """Load a registry: a table (CSV, semicolons or tabs) with a column “name”, or FollowTheMoney.

    Loading it again changes nothing, or adds what is new in it.
    """
    with place.write() as archive:
        report = run(load_registry(archive, file, kind=Kind(kind) if kind else None), "Loading")
    if as_json:
        print_json(record_shapes.loaded(report))
    else:
        _print_report(report)
    if report.refused:
        click.get_current_context().exit(REFUSED)


@records.command("export")
@click.argument("record", type=TEXT, required=False)
@_kind_option
@click.option(
    "--out", "destination", required=True, type=click.Path(path_type=Path), metavar="FILE", help="A new file."
)
@json_option
@pass_place
def export_records(place: Place, record: str | None, kind: str | None, destination: Path, as_json: bool) -> None:
    """Write the passages of RECORD as CSV, or without RECORD all records, in a form that “load” reads."""
    if record is not None and kind is not None:
        raise click.UsageError("give either RECORD or --kind")
    with place.read() as archive:
        if record is None:
            number = run(write_registry_csv(archive, destination, Kind(kind) if kind else None), "Exporting")
            value: dict[str, Any] = {"path": str(destination), "records": number}
        else:
            found = record_meant(archive, record)
            number = run(write_record(archive, found.id, destination), "Exporting")
            value = {"path": str(destination), "record": found.id, "passages": number}
    if as_json:
        print_json(value)
    else:
        what = "record" if record is None else "passage"
        say(f"1 {what} is in {destination}." if number == 1 else f"{number} {what}s are in {destination}.")


def _print_one(record: Record, *, as_json: bool) -> None:
    if as_json:
        print_json(record_shapes.record_shape(record))
    else:
        say(_listed(record))


def _listed(record: Record) -> str:
    draft = record.draft
    facts = "  ".join(filter(None, (draft.type, draft.date, draft.place, draft.counted)))
    return f"{record.id[:8]}  {record.kind:<7} {record.name}  {facts}  [{record.annotation_count}]"


def _print(value: record_shapes.Json, whole: str) -> None:
    for name in ("id", "kind", "name", "type", "date", "place", "counted", "of_whom", "unit", "note"):
        if value[name]:
            say(f"{name}: {value[name]}")
    if whole:
        say(f"part of: {whole}")
    for alias in value["aliases"]:
        say(f"alias: {alias['name']}" + (f" ({alias['language']})" if alias["language"] else ""))
    for role in value["roles"]:
        time = f" ({role['since']} – {role['until']})" if role["since"] or role["until"] else ""
        say(f"role: {', '.join(filter(None, (role['title'], role['organisation'])))}{time}")
    for scheme, id_ in value["external_ids"].items():
        say(f"{scheme}: {id_}")
    for part in value["parts"]:
        say(f"part: {part['name']}  {part['date']}".rstrip())
    for relation in value["relations"]:
        say(related(relation))
    say(f"\n{value['total']} passage{'' if value['total'] == 1 else 's'}" + (":" if value["passages"] else "."))
    for passage in value["passages"]:
        facts = "  ".join(filter(None, (passage["published"], passage["outlet"], shortened(passage["title"]))))
        say(f"{passage['article'][:8]}  “{passage['annotation']['quote']}”  {facts}")


def _print_report(report: RegistryReport) -> None:
    for what, lines in (("refused", report.refused), ("note", report.told)):
        for line in lines[:_MOST_LINES]:
            name = f"“{line.name}” " if line.name else ""
            say(f"line {line.line}: {what}: {name}{line.detail}")
        if len(lines) > _MOST_LINES:
            say(f"and {len(lines) - _MOST_LINES} more; --json tells all")
    for what, number in report.left_out.items():
        say(f"left out: {what} ({number})")
    counted = ", ".join(f"{number} {outcome}" for outcome, number in report.counts.items() if number)
    say(f"{report.path}: {counted or 'nothing'}.")
