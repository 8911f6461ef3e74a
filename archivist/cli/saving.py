# SPDX-License-Identifier: GPL-3.0-or-later
"""searches."""

from __future__ import annotations

import click

from archivist.cli import shapes
from archivist.cli.choosing import chosen_values, sort_option, where_option
from archivist.cli.printing import print_json, say
from archivist.cli.root import TEXT, Place, json_option, pass_place
from archivist.search import SORTS, parse
from archivist.search.searching import EVERYTHING
from archivist.store import Archive


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def searches(ctx: click.Context, as_json: bool) -> None:
    """List the saved searches, keep one or delete one. “search --saved NAME” asks it."""
    if ctx.invoked_subcommand is not None:
        return
    with ctx.ensure_object(Place).read() as archive:
        _print(archive, as_json=as_json)


@searches.command("add")
@click.argument("name", type=TEXT)
@click.argument("query", type=TEXT)
@where_option
@sort_option
@json_option
@pass_place
def add_search(
    place: Place, name: str, query: str, conditions: tuple[str, ...], sort: str | None, as_json: bool
) -> None:
    """Keep QUERY under NAME."""
    parse(query)
    with place.write() as archive:
        archive.saved_searches.add(name, query, sort or SORTS[0], chosen_values(conditions))
        _print(archive, as_json=as_json)


@searches.command("delete")
@click.argument("name", type=TEXT)
@json_option
@pass_place
def delete_search(place: Place, name: str, as_json: bool) -> None:
    """Delete the saved search NAME; undo on the desktop brings it back."""
    with place.write() as archive:
        archive.saved_searches.delete(archive.saved_searches.named(name).id)
        _print(archive, as_json=as_json)


def _print(archive: Archive, *, as_json: bool) -> None:
    found = archive.saved_searches.all()
    if as_json:
        print_json({"searches": [shapes.saved_search(search) for search in found]})
        return
    for search in found:
        chosen = [f"{field}={value}" for field, values in search.chosen.items() for value in values]
        say("  ".join([f"{search.name}:", search.query or EVERYTHING, *chosen, f"({search.sort})"]))
    if not found:
        say("No search is saved.")
