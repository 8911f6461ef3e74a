# SPDX-License-Identifier: GPL-3.0-or-later
"""profiles."""

from __future__ import annotations

import json
from pathlib import Path

import click

from archivist.cli.printing import print_json, say
from archivist.cli.root import TEXT, Place, json_option, pass_place
from archivist.errors import ProfileNotFound, ProfileRefused
from archivist.exchange import TagMapping, is_mapping, read_mapping
from archivist.intake.files import read_file
from archivist.intake.reader import ImportOptions
from archivist.intake.tables.preview import preview_table
from archivist.intake.tables.profile import TableProfile, read_profile
from archivist.model import JsonValue, Profile
from archivist.store import Archive


def named_profile(archive: Archive, name: str) -> TableProfile:
    """The profile of this name in an archive, or else in a file. Raises ProfileNotFound, ProfileRefused."""
    try:
        kept = archive.profiles.named(name)
    except ProfileNotFound:
        if not Path(name).is_file():
            raise
        return read_profile(Path(name))
    return TableProfile.of(kept.name, kept.settings)


def named_mapping(archive: Archive, name: str) -> TagMapping:
    """The mapping of labels of this name in an archive, or else in a file. Raises ProfileNotFound, ProfileRefused."""
    try:
        kept = archive.profiles.named(name)
    except ProfileNotFound:
        if not Path(name).is_file():
            raise
        return read_mapping(Path(name))
    return TagMapping.of(kept.name, kept.settings)


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def profiles(ctx: click.Context, as_json: bool) -> None:
    """List the import profiles: how tables are to be read, or which tags the labels of other programs become.

    “import --profile NAME” uses one of the former, “import --map NAME” one of the latter.
    """
    if ctx.invoked_subcommand is not None:
        return
    with ctx.ensure_object(Place).read() as archive:
        found = archive.profiles.all()
    if as_json:
        print_json({"profiles": [_shape(profile) for profile in found]})
        return
    for profile in found:
        say(f"{profile.name}:  {_in_short(profile)}")
    if not found:
        say("No profile is saved.")


@profiles.command("show")
@click.argument("name", type=TEXT)
@json_option
@pass_place
def show_profile(place: Place, name: str, as_json: bool) -> None:
    """Show the profile NAME; with --json, its settings as a file may have them."""
    with place.read() as archive:
        _print(archive.profiles.named(name), as_json=as_json)


@profiles.command("save")
@click.argument("name", type=TEXT)
@click.option(
    "--from", "source", type=click.Path(path_type=Path), help="A JSON file with a profile or a mapping of labels."
)
@click.option("--for", "table", type=click.Path(path_type=Path), help="A table that it is to be used for, unasked.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    type=TEXT,
    metavar="FIELD=COLUMN",
    help="Which column holds a field: body=text.",
)
@json_option
@pass_place
def save_profile(
    place: Place, name: str, source: Path | None, table: Path | None, columns: tuple[str, ...], as_json: bool
) -> None:
    """Save a profile under NAME, in place of what had that name."""
    settings = _read_settings(source) if source else {}
    if is_mapping(settings):
        if columns or table:
            raise click.UsageError("--column and --for are for tables, and the file holds a mapping of labels")
        with place.write() as archive:
            _print(archive.profiles.save(name, settings), as_json=as_json)
        return
    if columns:
        settings["columns"] = {**settings.get("columns", {}), **dict(_pair(column) for column in columns)}
    profile = TableProfile.of(name, settings)
    if table:
        profile = preview_table(read_file(table), table, ImportOptions(profile=profile), 0).profile
    if not profile.settings():
        raise click.UsageError("nothing to save: give --from, --for or --column")
    with place.write() as archive:
        _print(archive.profiles.save(name, profile.settings()), as_json=as_json)


@profiles.command("delete")
@click.argument("name", type=TEXT)
@json_option
@pass_place
def delete_profile(place: Place, name: str, as_json: bool) -> None:
    """Delete the profile NAME; undo on the desktop brings it back."""
    with place.write() as archive:
        profile = archive.profiles.named(name)
        archive.profiles.delete(name)
    _print(profile, as_json=as_json)


def _read_settings(source: Path) -> dict[str, JsonValue]:
    """The settings in a file: those of a mapping where it has labels, else those of a profile for tables."""
    try:
        return read_profile(source).settings()
    except ProfileRefused:
        try:
            holds_labels = is_mapping(json.loads(read_file(source)))
        except (ValueError, TypeError, RecursionError):
            holds_labels = False
        if not holds_labels:
            raise
        return read_mapping(source).settings()


def _pair(column: str) -> tuple[str, str]:
    field, equals, name = column.partition("=")
    if not equals:
        raise click.UsageError(f"“{column}” is not FIELD=COLUMN")
    return field.strip(), name.strip()


def _shape(profile: Profile) -> dict[str, object]:
    return {"id": profile.id, "name": profile.name, "settings": dict(profile.settings)}


def _print(profile: Profile, *, as_json: bool) -> None:
    if as_json:
        print_json(_shape(profile))
        return
    say(f"{profile.name}:  {_in_short(profile)}")


def _in_short(profile: Profile) -> str:
    if is_mapping(profile.settings):
        return f"tags for {len(profile.settings['labels'])} labels"
    columns = profile.settings.get("columns", {})
    others = [f"{name}={value}" for name, value in profile.settings.items() if name not in ("columns", "made_for")]
    return ", ".join([*(f"{field}={column}" for field, column in columns.items() if column), *others])
