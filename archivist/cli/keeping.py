# SPDX-License-Identifier: GPL-3.0-or-later
"""new, list, show, stats, verify."""

from __future__ import annotations

import click

from archivist import paths
from archivist.cli import record_shapes, shapes
from archivist.cli.printing import print_json, say
from archivist.cli.relations import SHOWN, related
from archivist.cli.root import REFUSED, TEXT, Place, json_option, pass_place, remember, run, warn_of_place
from archivist.cli.searching import catch_up
from archivist.model import Annotation, Node, NodeType, Status
from archivist.search import check
from archivist.store import DATABASE_NAME, Archive
from archivist.store.events import check_event
from archivist.store.record_fields import RECORD_KINDS


@click.command()
@json_option
@pass_place
def new(place: Place, as_json: bool) -> None:
    """Make an empty archive with the default codebook."""
    with Archive.create(place.folder, codebook=paths.data() / "codebook.json") as archive:
        warn_of_place(archive)
        if as_json:
            print_json({"path": str(archive.folder), "identity": archive.identity})
        else:
            say(f"An empty archive is in {archive.folder}.")


@click.command("list")
@json_option
@pass_place
def list_(place: Place, as_json: bool) -> None:
    """List the articles, newest first."""
    with place.read() as archive:
        rows = archive.articles.rows()
        articles = [
            article for at in range(0, len(rows), 500) for article in archive.articles.at_rows(rows[at : at + 500])
        ]
    if as_json:
        print_json({"articles": [shapes.listed(article) for article in articles]})
        return
    for article in articles:
        told = (article.published, article.outlet, article.language, shapes.restricted(article))
        facts = "  ".join(part for part in told if part)
        say(f"{article.id[:8]}  {article.title}  {facts}  [{article.annotation_count}]")


@click.command()
@click.argument("article", type=TEXT)
@click.option(
    "--revision",
    type=TEXT,
    metavar="R",
    help="An older text of it, by its number or id, with the annotations that it had; see “revisions”.",
)
@json_option
@pass_place
def show(place: Place, article: str, revision: str | None, as_json: bool) -> None:
    """Print ARTICLE (its id, or the beginning of it) with its annotations."""
    with place.read() as archive:
        found = archive.articles.find(article)
        text = archive.revisions.find(found.id, revision) if revision else archive.articles.revision(found.id)
        marks = archive.revisions.annotations(found.id, text)
        value = shapes.shown(
            found,
            text,
            archive.revisions.provenance(found.id, text.id),
            marks,
            archive.collections.of_article(found.id),
        ) | _registry(archive, found.id, marks)
    if as_json:
        print_json(value)
        return
    for name in ("id", "title", "outlet", "byline", "published", "language", "url"):
        if value[name]:
            say(f"{name}: {value[name]}")
    if found.restriction:
        say(f"restricted: {shapes.restricted(found)}")
    say(f"\n{value['body']}\n")
    names = {record["id"]: record["name"] for record in value["records"]}
    for mark in value["annotations"]:
        details = [f"{name}={value}" for name, value in mark["attributes"].items()]
        more = "".join(f" — {part}" for part in (", ".join(details), mark["note"]) if part)
        record = f" = {names[mark['record']]}" if mark["record"] else ""
        span, what = f"{mark['start']}:{mark['end']}", f"{mark['kind']} / {mark['tag']}"
        review = " (for review: its words are in an older text)" if mark["status"] == Status.REVIEW else ""
        say(f"{mark['id'][:SHOWN]}  {span}  {what}: “{mark['quote']}”{review}{record}{more}")
    for relation in value["relations"]:
        say(related(relation))


def _registry(archive: Archive, article: str, annotations: list[Annotation]) -> shapes.Json:
    """The records that an article speaks of, and how they and its annotations are related."""
    linked = dict.fromkeys(mark.record for mark in annotations if mark.record is not None)
    relations = {relation.id: relation for relation in archive.relations.of_article(article)}
    for record in linked:
        for relation in archive.relations.of(Node(NodeType.RECORD, record)):
            if all(end.type is NodeType.RECORD and end.id in linked for end in (relation.source, relation.target)):
                relations[relation.id] = relation
    ends = [end for relation in relations.values() for end in (relation.source, relation.target)]
    linked |= dict.fromkeys(end.id for end in ends if end.type is NodeType.RECORD)
    found, labels = archive.records.at(linked), archive.relations.labels(ends)
    return {
        "records": [record_shapes.record_shape(found[id_]) for id_ in linked if id_ in found],
        "relations": [record_shapes.relation_shape(relation, labels) for relation in relations.values()],
    }


@click.command()
@json_option
@pass_place
def stats(place: Place, as_json: bool) -> None:
    """Count what the archive holds."""
    with place.read() as archive:
        names, used = {tag.id: tag for tag in archive.tags.all()}, archive.tags.counts()
        kinds: dict[str, int] = {}
        for id_, number in used.items():
            kinds[names[id_].kind] = kinds.get(names[id_].kind, 0) + number
        value = {
            "articles": archive.articles.count(),
            "annotations": archive.annotations.count(),
            "tags": len(names),
            "kinds": kinds,
            "records": {str(kind): archive.records.count(kind) for kind in RECORD_KINDS},
            "languages": dict(archive.selections.values("language")),
            "outlets": dict(archive.selections.values("outlet")),
            "collections": {collection.name: collection.article_count for collection in archive.collections.all()},
        }
    if as_json:
        print_json(value)
        return
    for name, counted in value.items():
        say(f"{name}: {_listed(counted) if isinstance(counted, dict) else counted}")


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{name or '(unknown)'} {number}" for name, number in counts.items()) or "none"


@click.command()
@json_option
@pass_place
def verify(place: Place, as_json: bool) -> None:
    """Check the database, every original, every quote, and the search index against the database."""
    with place.read() as archive:
        findings = list(run(archive.verify(), "Verifying"))
        kept, identity = archive.events.kept, archive.identity
        catch_up(archive)  # an index that lags behind, or is not there yet, is not wrong
        findings += run(check(archive), "Verifying the index")
    if kept and not any(finding.where.startswith(DATABASE_NAME) for finding in findings):
        remember(place, [check_event(identity, findings)])  # nothing is written into a damaged database
    if as_json:
        print_json({"findings": [shapes.finding_shape(found) for found in findings]})
    else:
        for found in findings:
            say(f"{found.where}: {found.problem}")
        say(f"Problems found: {len(findings)}." if findings else "All is well.")
    if findings:
        click.get_current_context().exit(REFUSED)
