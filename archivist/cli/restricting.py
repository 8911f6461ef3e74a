# SPDX-License-Identifier: GPL-3.0-or-later
"""restrict."""

from __future__ import annotations

import click

from archivist.cli import shapes
from archivist.cli.printing import print_json, say
from archivist.cli.root import TEXT, Place, json_option, pass_place
from archivist.model import Restriction, RestrictionKind


@click.command()
@click.argument("references", nargs=-1, required=True, type=TEXT, metavar="ARTICLE...")
@click.option("--embargo", "kind", flag_value=RestrictionKind.EMBARGO.value, help="Not before its end, if it has one.")
@click.option("--redacted", "kind", flag_value=RestrictionKind.REDACTED.value, help="Not as it is.")
@click.option("--lift", is_flag=True, help="Take the restriction away.")
@click.option("--until", default="", type=TEXT, metavar="DAY", help="Last day of the embargo (EDTF): 2030-01-31, 2030.")
@click.option("--reason", default="", type=TEXT, help="Why, in words.")
@json_option
@pass_place
def restrict(
    place: Place, references: tuple[str, ...], kind: str | None, lift: bool, until: str, reason: str, as_json: bool
) -> None:
    """Keep ARTICLEs from being handed over: exports leave them out, unless they are asked for."""
    if lift == bool(kind):
        raise click.UsageError("give one of --embargo, --redacted, --lift")
    if (until and kind != RestrictionKind.EMBARGO) or (reason and lift):
        raise click.UsageError("--until belongs to --embargo, --reason to --embargo or --redacted")
    with place.write() as archive:
        ids = list(dict.fromkeys(archive.articles.find(reference).id for reference in references))
        archive.articles.restrict(ids, Restriction(RestrictionKind(kind), until, reason) if kind else None)
        articles = [archive.articles.get(id_) for id_ in ids]
    if as_json:
        print_json({"articles": [shapes.listed(article) for article in articles]})
        return
    for article in articles:
        say(f"{article.id[:8]}  {article.title}  {shapes.restricted(article) or 'not restricted'}")
