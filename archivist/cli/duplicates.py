# SPDX-License-Identifier: GPL-3.0-or-later
"""duplicates."""

from __future__ import annotations

from collections.abc import Mapping

import click

from archivist.cli import shapes
from archivist.cli.comparing import compare_texts
from archivist.cli.printing import print_json, say
from archivist.cli.root import TEXT, Place, json_option, pass_place
from archivist.model import Article, Likeness
from archivist.store import Archive
from archivist.store.duplicate_groups import Group, Member

_AT_ONCE = 500  # rows


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def duplicates(ctx: click.Context, as_json: bool) -> None:
    """List the articles that are one text: the same, nearly the same, or the one contained in the other.

    The earliest published stands first in its group, each other one with the article that it is most like.
    """
    if ctx.invoked_subcommand is not None:
        return
    place = ctx.ensure_object(Place)
    compare_texts(place)
    with place.read() as archive:
        groups = archive.duplicates.groups()
        articles = _articles(archive, groups)
    if as_json:
        print_json(shapes.grouped(groups, articles))
        return
    for group in groups:
        for member in group.members:
            say(_line(member, articles))
        say("")
    count = sum(len(group.members) for group in groups)
    say(f"{len(groups)} groups of {count} articles." if groups else "No two articles are one text.")


@duplicates.command("apart")
@click.argument("article", type=TEXT)
@click.argument("other", type=TEXT)
@json_option
@pass_place
def apart(place: Place, article: str, other: str, as_json: bool) -> None:
    """Say that ARTICLE and OTHER are not one text, whatever they have in common."""
    _decide(place, article, other, together=False, as_json=as_json)


@duplicates.command("together")
@click.argument("article", type=TEXT)
@click.argument("other", type=TEXT)
@json_option
@pass_place
def together(place: Place, article: str, other: str, as_json: bool) -> None:
    """Say that ARTICLE and OTHER belong together, however little they have in common."""
    _decide(place, article, other, together=True, as_json=as_json)


def _decide(place: Place, article: str, other: str, *, together: bool, as_json: bool) -> None:
    compare_texts(place)
    with place.write() as archive:
        ids = [archive.articles.find(reference).id for reference in (article, other)]
        decide = archive.duplicates.put_together if together else archive.duplicates.put_apart
        decide(*ids)
        groups = list(dict.fromkeys(group for id_ in ids if (group := archive.duplicates.group_of(id_))))
        articles = _articles(archive, groups)
    if as_json:
        print_json(shapes.grouped(groups, articles))
    else:
        say("They belong together now." if together else "They are not one text now.")


def _articles(archive: Archive, groups: list[Group]) -> dict[int, Article]:
    rows = [row for group in groups for row in group.rows]
    return {
        article.row: article
        for at in range(0, len(rows), _AT_ONCE)
        for article in archive.articles.at_rows(rows[at : at + _AT_ONCE])
    }


def _line(member: Member, articles: Mapping[int, Article]) -> str:
    article = articles[member.row]
    facts = "  ".join(part for part in (article.published, article.outlet) if part)
    line = f"{article.id[:8]}  {article.title}  {facts}"
    if member.like is None:
        return line
    return f"    {line}  ({_alike(member)} {articles[member.like].id[:8]})"


def _alike(member: Member) -> str:
    if member.found is None:
        return "put together with"
    match member.found.likeness:
        case Likeness.SAME:
            return "the same text as"
        case Likeness.NEARLY:
            return f"nearly the same, {member.found.share:.0%}, as"
        case Likeness.CONTAINED:
            return f"{member.found.share:.0%} of the shorter in common with"
