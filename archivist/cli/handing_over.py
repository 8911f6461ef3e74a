# SPDX-License-Identifier: GPL-3.0-or-later
"""export, formats."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from archivist import exchange
from archivist.cli import export_shapes
from archivist.cli.printing import print_json, say
from archivist.cli.root import TEXT, Place, json_option, pass_place, run
from archivist.cli.searching import up_to_date
from archivist.cli.shapes import Json
from archivist.errors import NothingSelected
from archivist.exchange import Format
from archivist.intake import registry
from archivist.model import ExportPreview, ExportReport, Kind, Loss
from archivist.store import Archive

_WIDTH = 100
_INDENT = " " * 21


@click.command()
@click.option("--format", "format_name", type=TEXT, default="bundle", show_default=True, help="See “formats”.")
@click.option("--out", "destination", type=click.Path(path_type=Path), help="A new folder or file.")
@click.option("--query", default="", type=TEXT, help="Only what this search finds.")
@click.option(
    "--article", "references", type=TEXT, multiple=True, metavar="ARTICLE", help="Only this article; repeatable."
)
@click.option("--collection", default="", type=TEXT, help="Only articles of this collection.")
@click.option("--tag", "tags", type=TEXT, multiple=True, metavar="NAME", help="Only its annotations; repeatable.")
@click.option(
    "--kind",
    "kinds",
    type=click.Choice([kind.value for kind in Kind]),
    multiple=True,
    help="Only annotations of this kind; repeatable.",
)
@click.option(
    "--annotator", "annotators", type=TEXT, multiple=True, metavar="NAME", help="Only annotations by her; repeatable."
)
@click.option("--restricted", is_flag=True, help="Also articles under embargo and redacted ones.")
@click.option("--preview", is_flag=True, help="Only tell what would be written and what would be lost.")
@json_option
@pass_place
def export(
    place: Place,
    /,
    format_name: str,
    destination: Path | None,
    query: str,
    references: tuple[str, ...],
    collection: str,
    preview: bool,
    as_json: bool,
    **which: Any,
) -> None:
    """Write articles with their annotations for another archivist or another program."""
    if references and (query or collection):
        raise click.UsageError("give either --article or --query and --collection")
    if not preview and destination is None:
        raise click.UsageError("say where to, with --out, or give --preview")
    with place.read() as archive:
        format_ = exchange.format_to_write(format_name)
        chosen = _chosen(archive, query, references, collection)
        if not chosen:
            raise NothingSelected
        selection = _selection(archive, chosen, **which)
        if preview or destination is None:
            previewed = run(exchange.preview_losses(archive, format_, selection), "Counting")
            _tell(
                f"{_counted(format_, previewed)} would be exported.",
                previewed.losses,
                export_shapes.previewed(previewed) if as_json else None,
            )
            return
        report = run(exchange.export(archive, format_, selection, destination), "Exporting")
    _tell(
        f"{_counted(format_, report)} are in {report.path}.",
        report.losses,
        export_shapes.exported(report) if as_json else None,
    )


def _counted(format_: Format, told: ExportPreview | ExportReport) -> str:
    """What goes out, in a format that holds articles, or what is marked in them, or neither."""
    if exchange.Aspect.ANNOTATIONS in format_.keeps:
        return f"{told.articles} articles with {told.annotations} annotations"
    if exchange.Aspect.TEXT in format_.keeps:
        return f"{told.articles} articles with {told.records} records and no annotations"
    return "The tags, and no articles,"


def _tell(sentence: str, losses: Iterable[Loss], shape: Json | None) -> None:
    if shape is not None:
        print_json(shape)
        return
    say(sentence)
    for loss in losses:
        say(f"not carried: {loss.what} ({loss.count}): {loss.why}")


def _selection(
    archive: Archive,
    articles: list[str],
    *,
    tags: tuple[str, ...],
    kinds: tuple[str, ...],
    annotators: tuple[str, ...],
    restricted: bool,
) -> exchange.Selection:
    return exchange.Selection(
        tuple(articles),
        tags=frozenset(archive.tags.named(name).id for name in tags) if tags else None,
        kinds=frozenset(map(Kind, kinds)) if kinds else None,
        annotators=frozenset(annotators) if annotators else None,
        restricted=restricted,
        today=date.today().isoformat(),  # noqa: DTZ011 - an embargo ends with the day of this place
    )


def _chosen(archive: Archive, query: str, references: tuple[str, ...], collection: str) -> list[str]:
    """The ids of the articles that are meant."""
    if references:
        return [archive.articles.find(reference).id for reference in references]
    found = archive.collections.articles(collection) if collection else None
    if not query:
        return archive.articles.ids(archive.articles.rows("imported", descending=False)) if found is None else found
    with up_to_date(archive) as asker:
        hits = archive.articles.ids(asker.ask(lambda search: search.rows(query)))
    return hits if found is None else [id_ for id_ in hits if id_ in set(found)]


@click.command()
@json_option
def formats(as_json: bool) -> None:
    """List what can be imported and exported, and what of it each format keeps."""
    known = export_shapes.format_shapes(registry.formats(), exchange.formats())
    if as_json:
        print_json({"formats": known})
        return
    for format_ in known:
        ways = "/".join(way for way in ("in", "out") if format_[way])
        extensions = ", ".join(extension or "a folder" for extension in format_["extensions"])
        say(f"{format_['name']:<12} {ways:<7} {format_['title']} ({extensions})")
        if format_["keeps"]:
            kept = ", ".join(format_["keeps"]) if len(format_["keeps"]) < len(exchange.Aspect) else "everything"
            say(textwrap.fill(f"keeps {kept}", _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT))
