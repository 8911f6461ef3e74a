# SPDX-License-Identifier: GPL-3.0-or-later
"""export, formats."""

from __future__ import annotations

from pathlib import Path

import click

from archivist import exchange
from archivist.cli import shapes
from archivist.cli.printing import print_json, say
from archivist.cli.root import TEXT, Place, json_option, pass_place, run
from archivist.cli.searching import up_to_date
from archivist.errors import NothingSelected
from archivist.intake import registry
from archivist.intake.reader import Reader
from archivist.store import Archive


@click.command()
@click.option("--format", "format_name", type=TEXT, default="bundle", show_default=True, help="See “formats”.")
@click.option("--out", "destination", required=True, type=click.Path(path_type=Path), help="A new folder or file.")
@click.option("--query", default="", type=TEXT, help="Only what this search finds.")
@click.option(
    "--article", "references", type=TEXT, multiple=True, metavar="ARTICLE", help="Only this article; repeatable."
)
@json_option
@pass_place
def export(
    place: Place, format_name: str, destination: Path, query: str, references: tuple[str, ...], as_json: bool
) -> None:
    """Write articles with their annotations for another archivist or another program."""
    if query and references:
        raise click.UsageError("give either --query or --article")
    with place.read() as archive:
        format_ = exchange.format_to_write(format_name)
        chosen = _chosen(archive, query, references)
        if not chosen:
            raise NothingSelected
        report = run(exchange.export(archive, format_, exchange.Selection(tuple(chosen)), destination), "Exporting")
    if as_json:
        print_json(shapes.exported(report))
        return
    say(f"{report.articles} articles with {report.annotations} annotations are in {report.path}.")
    for loss in report.losses:
        say(f"not carried: {loss.what} ({loss.count}): {loss.why}")


def _chosen(archive: Archive, query: str, references: tuple[str, ...]) -> list[str]:
    """The ids of the articles that are meant."""
    if references:
        return [archive.articles.find(reference).id for reference in references]
    if not query:
        return archive.articles.ids(archive.articles.rows("imported", descending=False))
    with up_to_date(archive) as asker:
        return archive.articles.ids(asker.ask(lambda search: search.rows(query)))


@click.command()
@json_option
def formats(as_json: bool) -> None:
    """List what can be imported and exported."""
    known: list[Reader | exchange.Format] = [*registry.formats(), *exchange.formats()]
    rows = [
        {"name": f.name, "title": f.title, "in": f.reads, "out": f.writes, "extensions": list(f.extensions)}
        for f in known
    ]
    if as_json:
        print_json({"formats": rows})
        return
    for format_ in known:
        ways = "/".join(way for way, works in (("in", format_.reads), ("out", format_.writes)) if works)
        say(f"{format_.name:<12} {ways:<7} {format_.title} ({', '.join(format_.extensions)})")
