# SPDX-License-Identifier: GPL-3.0-or-later
"""revise, reread."""

from __future__ import annotations

from pathlib import Path

import click

from archivist.cli import shapes
from archivist.cli.printing import print_json, say
from archivist.cli.root import REFUSED, TEXT, Place, json_option, pass_place, run
from archivist.intake.correcting import correct, take_up_again
from archivist.intake.rereading import DETECT, reread
from archivist.model import RereadStatus


@click.command()
@click.argument("article", type=TEXT)
@click.option("--text", "file", type=click.Path(path_type=Path), help="File with the corrected text, all of it.")
@click.option(
    "--revision", default="", type=TEXT, help="An older text of it, by its number or id, to be the current one again."
)
@click.option("--encoding", default="", type=TEXT, help="Encoding of the file; detected if left out.")
@json_option
@pass_place
def revise(place: Place, article: str, file: Path | None, revision: str, encoding: str, as_json: bool) -> None:
    """Give ARTICLE a corrected text, or an older one again, as a new revision.

    Annotations follow their words, or wait for review.
    """
    if (file is None) == (not revision):
        raise click.UsageError("give --text or --revision")
    if encoding and revision:
        raise click.UsageError("--encoding is that of the file of --text")
    with place.write() as archive:
        found = archive.articles.find(article)
        if file is not None:
            revised = correct(archive, found.id, file, encoding or None)
        else:
            older = archive.revisions.find(found.id, revision)
            revised = take_up_again(archive, found.id, older.id, found.revision)
    if as_json:
        print_json(shapes.revised(revised))
    elif revised.changed:
        say(f"Revision {revised.revision}: {revised.moved} annotations moved, {revised.queued} for review.")
    else:
        say("The article has this text already.")


@click.command("reread")
@click.argument("articles", nargs=-1, type=TEXT, metavar="ARTICLE...")
@click.option("--all", "everything", is_flag=True, help="All articles of the archive.")
@click.option(
    "--encoding",
    default="",
    type=TEXT,
    help=f"Encoding of the originals; the one they were read in before if left out, “{DETECT}” to find it out anew.",
)
@json_option
@pass_place
def reread_(place: Place, articles: tuple[str, ...], everything: bool, encoding: str, as_json: bool) -> None:
    """Read the originals of ARTICLEs again with the readers of this version; a text that differs is a new revision."""
    if bool(articles) == everything:
        raise click.UsageError("give articles, or --all")
    with place.write() as archive:
        chosen = (
            archive.articles.ids(archive.articles.rows("imported", descending=False))
            if everything
            else [archive.articles.find(article).id for article in articles]
        )
        reports = run(reread(archive, chosen, encoding or None), "Reading again")
    if as_json:
        print_json(shapes.reread(reports))
    else:
        for report in reports:
            more = f"{report.moved} moved, {report.queued} for review" if report.status is RereadStatus.REVISED else ""
            say(f"{report.status:<9} {report.article[:8]}  {report.title}  {report.reason or more}".rstrip())
    if any(report.status is RereadStatus.REFUSED for report in reports):
        click.get_current_context().exit(REFUSED)
