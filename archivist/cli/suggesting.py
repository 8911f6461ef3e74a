# SPDX-License-Identifier: GPL-3.0-or-later
"""suggest."""

from __future__ import annotations

import click

from archivist.cli import shapes
from archivist.cli.printing import print_json, say
from archivist.cli.root import TEXT, Place, json_option, pass_place, run
from archivist.model import Kind, Suggestion
from archivist.suggest import Suggester, accept

_MOST_WORDS = 60  # characters of a quote on a terminal


@click.command()
@click.argument("articles", nargs=-1, type=TEXT, metavar="ARTICLE...")
@click.option("--all", "everywhere", is_flag=True, help="Read every article of the archive.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value for kind in Kind]),
    help="Only suggestions of this kind; repeatable.",
)
@click.option("--accept", "accepted", is_flag=True, help="Annotate all that is suggested, in one step.")
@json_option
@pass_place
def suggest(
    place: Place, articles: tuple[str, ...], everywhere: bool, kinds: tuple[str, ...], accepted: bool, as_json: bool
) -> None:
    """Say which figures, dates, actors and events the text of ARTICLE (its id, or the beginning of it) seems to name.

    Nothing is annotated unless --accept is given.
    """
    if bool(articles) == everywhere:
        raise click.UsageError("give ARTICLE, or --all")
    wanted = [Kind(kind) for kind in kinds] or list(Kind)
    with place.write() if accepted else place.read() as archive:
        rows = archive.articles.rows() if everywhere else [archive.articles.find(each).row for each in articles]
        found = run(Suggester(archive).of_articles(rows, wanted), "Reading")
        made = accept(archive, found) if accepted else []
        by_article: dict[str, list[Suggestion]] = {article.id: [] for article in archive.articles.at_rows(rows)}
        names = {each.record: archive.records.get(each.record).name for _, each in found if each.record}
    for article, suggestion in found:
        by_article[article].append(suggestion)
    if as_json:
        print_json(shapes.suggested(by_article, made if accepted else None))
    else:
        _print(by_article, names)
        if accepted:
            say(f"Accepted: {len(made)}.")


def _print(by_article: dict[str, list[Suggestion]], names: dict[str, str]) -> None:
    for article, suggestions in by_article.items():
        say(f"{article}  ({len(suggestions)})")
        for each in suggestions:
            quote = each.quote if len(each.quote) <= _MOST_WORDS else f"{each.quote[: _MOST_WORDS - 1]}…"
            said = "".join(f"  {name}={value}" for name, value in each.attributes.items() if name != "records")
            record = f"  → {names[each.record]}" if each.record else ""
            say(f"  {each.kind:<7}{each.confidence:4.0%}  {each.start}:{each.end}  “{quote}”{record}{said}")
