# SPDX-License-Identifier: GPL-3.0-or-later
"""new, import, list, show, stats, verify."""

from __future__ import annotations

from pathlib import Path

import click

from archivist import paths
from archivist.cli import shapes
from archivist.cli.root import REFUSED, Place, json_option, pass_place, print_json, run
from archivist.errors import ArchivistError
from archivist.exchange import import_bundle, is_bundle
from archivist.intake import ImportOptions, import_files
from archivist.model import FileReport, ImportStatus
from archivist.search import check, update
from archivist.store import Archive


@click.command()
@json_option
@pass_place
def new(place: Place, as_json: bool) -> None:
    """Make an empty archive with the default codebook."""
    with Archive.create(place.folder, codebook=paths.data() / "codebook.json") as archive:
        _warn_of_place(archive)
        if as_json:
            print_json({"path": str(archive.folder), "identity": archive.identity})
        else:
            click.echo(f"An empty archive is in {archive.folder}.")


def _warn_of_place(archive: Archive) -> None:
    kind, _, name = archive.unsafe_place().partition(":")
    if kind:
        click.echo(
            f"archivist: warning: {archive.folder} is in a {kind} folder ({name}); databases can be damaged there. "
            "Keep the archive on a local disk and copy bundles or backups instead.",
            err=True,
        )


@click.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--outlet", default="", help="Outlet of the articles; as the files say if left out.")
@click.option("--published", default="", metavar="EDTF", help="Date of publication; as the files say if left out.")
@click.option("--lang", "language", default="", help="Language (uk, ru, en, ...); detected if left out.")
@click.option("--collection", default="", help="Collection to put the articles in; made if new.")
@click.option("--encoding", default="", help="Encoding of text files; detected if left out.")
@click.option("--as", "format_name", default="", metavar="FORMAT", help="Read the files as this format; see “formats”.")
@json_option
@pass_place
def import_(
    place: Place,
    sources: tuple[Path, ...],
    outlet: str,
    published: str,
    language: str,
    collection: str,
    encoding: str,
    format_name: str,
    as_json: bool,
) -> None:
    """Bring files, folders of them or bundles into the archive; originals are kept untouched."""
    options = ImportOptions(
        outlet=outlet,
        published=published,
        language=language,
        collection=collection,
        encoding=encoding or None,
        format=format_name or None,
    )
    with place.write() as archive:
        _warn_of_place(archive)
        files: list[FileReport] = []
        plain = []
        for source in sources:
            if format_name == "bundle" or (not format_name and is_bundle(source)):
                files.append(_import_bundle(archive, source))
            else:
                plain.append(source)
        if plain:
            files.extend(run(import_files(archive, plain, options), "Importing").files)
    if as_json:
        print_json(shapes.imported(files))
    else:
        _print_report(files)
    if any(file.status is ImportStatus.REFUSED for file in files):
        click.get_current_context().exit(REFUSED)


def _import_bundle(archive: Archive, source: Path) -> FileReport:
    try:
        return run(import_bundle(archive, source), "Importing the bundle").as_file_report()
    except ArchivistError as error:
        return FileReport(source, ImportStatus.REFUSED, reason=str(error))


def _print_report(files: list[FileReport]) -> None:
    for file in files:
        details = ", ".join(part for part in (file.encoding, file.reason) if part)
        click.echo(f"{file.status:<9} {file.path}" + (f"  ({details})" if details else ""))
    counts = shapes.imported(files)
    click.echo(f"{counts['imported']} imported, {counts['refused']} refused, {len(files)} in all.")


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
        facts = "  ".join(part for part in (article.published, article.outlet, article.language) if part)
        click.echo(f"{article.id[:8]}  {article.title}  {facts}  [{article.annotation_count}]")


@click.command()
@click.argument("article")
@json_option
@pass_place
def show(place: Place, article: str, as_json: bool) -> None:
    """Print ARTICLE (its id, or the beginning of it) with its annotations."""
    with place.read() as archive:
        found = archive.articles.find(article)
        value = shapes.shown(
            found,
            archive.articles.revision(found.id),
            archive.articles.provenance(found.id),
            archive.annotations.of_article(found.id),
            archive.collections.of_article(found.id),
        )
    if as_json:
        print_json(value)
        return
    for name in ("id", "title", "outlet", "byline", "published", "language", "url"):
        if value[name]:
            click.echo(f"{name}: {value[name]}")
    click.echo(f"\n{value['body']}\n")
    for mark in value["annotations"]:
        note = f" — {mark['note']}" if mark["note"] else ""
        click.echo(f"{mark['start']}:{mark['end']}  {mark['kind']} / {mark['tag']}: “{mark['quote']}”{note}")


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
            "languages": dict(archive.selections.values("language")),
            "outlets": dict(archive.selections.values("outlet")),
            "collections": {collection.name: collection.article_count for collection in archive.collections.all()},
        }
    if as_json:
        print_json(value)
        return
    for name, counted in value.items():
        click.echo(f"{name}: {_listed(counted) if isinstance(counted, dict) else counted}")


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{name or '(unknown)'} {number}" for name, number in counts.items()) or "none"


@click.command()
@json_option
@pass_place
def verify(place: Place, as_json: bool) -> None:
    """Check the database, every original, every quote, and the search index against the database."""
    with place.read() as archive:
        findings = list(run(archive.verify(), "Verifying"))
        run(update(archive), "Reading what is new")  # an index that lags behind, or is not there yet, is not wrong
        findings += run(check(archive), "Verifying the index")
    if as_json:
        print_json({"findings": [{"where": found.where, "problem": found.problem} for found in findings]})
    else:
        for found in findings:
            click.echo(f"{found.where}: {found.problem}")
        click.echo(f"{len(findings)} problems found." if findings else "All is well.")
    if findings:
        click.get_current_context().exit(REFUSED)
