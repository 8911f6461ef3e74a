# SPDX-License-Identifier: GPL-3.0-or-later
"""tags, annotate."""

from __future__ import annotations

import re

import click

from archivist.cli.choosing import chosen_values, where_option
from archivist.cli.printing import print_json, say
from archivist.cli.record_reference import record_of_kind
from archivist.cli.root import TEXT, Place, json_option, pass_place, run
from archivist.cli.searching import up_to_date
from archivist.cli.shapes import annotation_shape, tag_shape, tagged_shape
from archivist.model import Kind
from archivist.store import Archive
from archivist.store.attributes import check_typed
from archivist.tag_hits import tag_hits

_SPAN = re.compile(r"(\d+):(\d+)")


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def tags(ctx: click.Context, as_json: bool) -> None:
    """List the codebook, or add a tag to it."""
    if ctx.invoked_subcommand is not None:
        return
    place = ctx.ensure_object(Place)
    with place.read() as archive:
        _print_tags(archive, as_json=as_json)


@tags.command("add")
@click.argument("name", type=TEXT)
@click.option("--kind", required=True, type=click.Choice([kind.value for kind in Kind]), help="What the tag marks.")
@click.option("--colour", default="", type=TEXT, metavar="#RRGGBB", help="Colour of its highlights.")
@click.option(
    "--shortcut",
    default="",
    type=TEXT,
    metavar="KEY",
    help="One letter or digit that applies it on the desktop, or two, pressed one after the other.",
)
@click.option("--parent", default="", type=TEXT, metavar="NAME", help="The tag that it belongs under.")
@click.option("--description", default="", type=TEXT, help="When to use it.")
@json_option
@pass_place
def add_tag(
    place: Place, name: str, kind: str, colour: str, shortcut: str, parent: str, description: str, as_json: bool
) -> None:
    """Add a tag to the codebook."""
    with place.write() as archive:
        archive.tags.add(
            name,
            kind,
            colour=colour,
            shortcut=shortcut,
            parent=archive.tags.named(parent).id if parent else None,
            description=description,
        )
        _print_tags(archive, as_json=as_json)


def _print_tags(archive: Archive, *, as_json: bool) -> None:
    found, counts = archive.tags.all(), archive.tags.counts()
    if as_json:
        names = {tag.id: tag.name for tag in found}
        print_json({"tags": [tag_shape(tag, names, counts.get(tag.id, 0)) for tag in found]})
        return
    for tag in found:
        say(f"{tag.kind:<7} {tag.shortcut:<2}  {tag.name}  ({counts.get(tag.id, 0)})")


@click.command()
@click.argument("article", type=TEXT, required=False)
@click.option(
    "--span", type=TEXT, metavar="START:END", help="Half-open span in code points of the text that “show” prints."
)
@click.option("--quote", type=TEXT, help="The words to mark.")
@click.option(
    "--occurrence", default=1, show_default=True, type=int, metavar="N", help="Which occurrence of the quote."
)
@click.option("--query", type=TEXT, help="Mark all that this search finds, in every article; without ARTICLE.")
@where_option
@click.option("--tag", "tag_name", type=TEXT, required=True, metavar="NAME", help="A tag of the codebook.")
@click.option("--note", default="", type=TEXT, help="A remark.")
@click.option(
    "--set", "settings", type=TEXT, multiple=True, metavar="KEY=VALUE", help="An attribute, e.g. value=18; repeatable."
)
@click.option("--record", type=TEXT, metavar="RECORD", help="The record that the words speak of; see “records”.")
@json_option
@pass_place
def annotate(
    place: Place,
    *,
    article: str | None,
    span: str | None,
    quote: str | None,
    occurrence: int,
    query: str | None,
    conditions: tuple[str, ...],
    tag_name: str,
    note: str,
    settings: tuple[str, ...],
    record: str | None,
    as_json: bool,
) -> None:
    """Mark a span or a quote of ARTICLE (its id, or the beginning of it), or all hits of --query, with a tag."""
    if query is not None:
        if article is not None or span is not None or quote is not None or settings or record is not None:
            raise click.UsageError(
                "--query marks hits in every article: leave out ARTICLE, --span, --quote, --set and --record"
            )
        _annotate_hits(place, query, conditions, tag_name, note, as_json=as_json)
        return
    if article is None or conditions:
        raise click.UsageError("give ARTICLE, or --query, which --where goes with")
    if (span is None) == (quote is None):
        raise click.UsageError("give either --span or --quote")
    attributes = dict(_pair(setting) for setting in settings)
    check_typed(attributes)
    with place.write() as archive:
        article_id = archive.articles.find(article).id
        tag = archive.tags.named(tag_name)
        linked = record_of_kind(archive, record, tag.kind) if record is not None else None
        if quote is not None:
            annotation = archive.annotations.add_quote(
                article_id, quote, tag.id, occurrence=occurrence, note=note, attributes=attributes, record=linked
            )
        else:
            start, end = offsets(span or "")
            annotation = archive.annotations.add(
                article_id, start, end, tag.id, note=note, attributes=attributes, record=linked
            )
    if as_json:
        print_json(annotation_shape(annotation))
    else:
        say(f"{annotation.start}:{annotation.end} “{annotation.quote}” is tagged {annotation.tag.name}.")


def _annotate_hits(
    place: Place, query: str, conditions: tuple[str, ...], tag_name: str, note: str, *, as_json: bool
) -> None:
    chosen = chosen_values(conditions)
    # Nobody is kept from annotating while the index is waited for.
    with place.read() as archive:
        tag = archive.tags.named(tag_name)
        with up_to_date(archive) as asker:
            rows = asker.ask(lambda search: search.rows(query, chosen=chosen))
    with place.write() as archive:
        tagged = run(tag_hits(archive, query, rows, tag.id, note), "Tagging")
    if as_json:
        print_json(tagged_shape(query, tag, tagged))
        return
    say(f"Passages found: {tagged.passages}, in {tagged.articles} of the articles found ({len(rows)}).")
    already = tagged.passages - tagged.added
    say(f"Newly tagged {tag.name}: {tagged.added}" + (f"; tagged so before: {already}." if already else "."))


def offsets(span: str) -> tuple[int, int]:
    """What START:END says."""
    match = _SPAN.fullmatch(span)
    if match is None:
        raise click.BadParameter(f"“{span}” is not START:END, such as 120:134", param_hint="--span")
    return int(match[1]), int(match[2])


def _pair(setting: str) -> tuple[str, str]:
    name, separator, value = setting.partition("=")
    if not separator or not name.strip():
        raise click.BadParameter(f"“{setting}” is not KEY=VALUE, such as value=18", param_hint="--set")
    return name.strip(), value.strip()
