# SPDX-License-Identifier: GPL-3.0-or-later
"""relate, relations."""

from __future__ import annotations

from collections.abc import Iterable

import click

from archivist.cli import record_shapes
from archivist.cli.printing import print_json, say
from archivist.cli.record_reference import node_meant
from archivist.cli.root import TEXT, Place, json_option, pass_place
from archivist.errors import AmbiguousRelation, RelationNotFound
from archivist.model import Node, Relation
from archivist.store import Archive

SHOWN = 8  # characters of an id
_SHORTEST = 4  # of the beginning of one


@click.command()
@click.argument("type_", metavar="TYPE", type=TEXT)
@click.argument("source", type=TEXT)
@click.argument("target", type=TEXT)
@click.option("--note", default="", type=TEXT, help="A remark.")
@json_option
@pass_place
def relate(place: Place, type_: str, source: str, target: str, note: str, as_json: bool) -> None:
    """Say how SOURCE and TARGET are related: participant, place, claimant, counts-for, part-of, cause, says, ...

    Each is an annotation, by its id or the beginning of it, or a record, also by its name.
    """
    with place.write() as archive:
        relation = archive.relations.add(type_, node_meant(archive, source), node_meant(archive, target), note)
        value = record_shapes.relation_shape(relation, archive.relations.labels(ends([relation])))
    if as_json:
        print_json(value)
    else:
        say(related(value))


@click.group(invoke_without_command=True)
@click.option("--of", "node", type=TEXT, metavar="END", help="Only those of an annotation or of a record.")
@click.option("--article", type=TEXT, help="Only those of annotations of this article.")
@click.option("--type", "type_", type=TEXT, help="Only those of this type.")
@json_option
@click.pass_context
def relations(ctx: click.Context, node: str | None, article: str | None, type_: str | None, as_json: bool) -> None:
    """List how annotations and records are related, the oldest first."""
    if ctx.invoked_subcommand is not None:
        return
    with ctx.ensure_object(Place).read() as archive:
        found = _wanted(archive, node, article, type_)
        labels = archive.relations.labels(ends(found))
    values = [record_shapes.relation_shape(relation, labels) for relation in found]
    if as_json:
        print_json({"relations": values})
        return
    for value in values:
        say(f"{value['id'][:SHOWN]}  {related(value)}")
    if not values:
        say("There are no such relations." if node or article or type_ else "There are no relations.")


@relations.command("delete")
@click.argument("references", type=TEXT, nargs=-1, required=True, metavar="RELATION...")
@json_option
@pass_place
def delete_relations(place: Place, references: tuple[str, ...], as_json: bool) -> None:
    """Delete each RELATION, named by its id or the beginning of it. Undo on the desktop brings them back."""
    with place.write() as archive:
        found = list(dict.fromkeys(_relation(archive, reference) for reference in references))
        labels = archive.relations.labels(ends(found))
        values = [record_shapes.relation_shape(relation, labels) for relation in found]
        with archive.action(f"Delete {len(found)} relations" if len(found) > 1 else "Delete relation"):
            for relation in found:
                archive.relations.delete(relation.id)
    if as_json:
        print_json({"deleted": values})
        return
    for value in values:
        say(f"Deleted: {related(value)}")


def related(relation: record_shapes.Json) -> str:
    """A relation as a line for people."""
    note = f" — {relation['note']}" if relation["note"] else ""
    return f"“{relation['source']['label']}”  {relation['type']}  “{relation['target']['label']}”{note}"


def ends(relations: Iterable[Relation]) -> list[Node]:
    """What relations join."""
    return [end for relation in relations for end in (relation.source, relation.target)]


def _wanted(archive: Archive, node: str | None, article: str | None, type_: str | None) -> list[Relation]:
    found = archive.relations.of(node_meant(archive, node)) if node else archive.relations.all()
    if article is not None:
        of_article = {each.id for each in archive.relations.of_article(archive.articles.find(article).id)}
        found = [each for each in found if each.id in of_article]
    return [each for each in found if type_ is None or each.type.casefold() == type_.casefold()]


def _relation(archive: Archive, reference: str) -> Relation:
    """The relation with this id, or the only one whose id begins so. Raises RelationNotFound, AmbiguousRelation."""
    try:
        return archive.relations.get(reference)
    except RelationNotFound:
        begun = [each for each in archive.relations.all() if each.id.startswith(reference.strip().casefold())]
        if not begun or len(reference.strip()) < _SHORTEST:
            raise
        if len(begun) > 1:
            raise AmbiguousRelation(reference, len(begun)) from None
        return begun[0]
