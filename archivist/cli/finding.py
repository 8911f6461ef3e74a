# SPDX-License-Identifier: GPL-3.0-or-later
"""search, reindex."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from archivist.cli import shapes
from archivist.cli.choosing import Wanted, saved_option, sort_option, wanted, where_option
from archivist.cli.comparing import compare_texts
from archivist.cli.printing import print_json, printable, say
from archivist.cli.root import REFUSED, TEXT, Place, json_option, pass_place, run
from archivist.cli.searching import PATIENCE, Asker, up_to_date
from archivist.errors import ArchiveBusy, ArchivistError, FileUnreadable
from archivist.intake.reader import legible
from archivist.search import Results, rebuild

_PAGE = 20
_MOST_VALUES = 10  # of a facet, on a terminal


@click.command()
@click.argument("query", required=False, type=TEXT)
@saved_option
@click.option(
    "--batch", type=click.Path(path_type=Path), metavar="FILE", help="Answer each line of a file; - is stdin."
)
@where_option
@sort_option
@click.option("--limit", default=_PAGE, show_default=True, type=click.IntRange(min=0), help="How many hits to print.")
@click.option("--offset", default=0, show_default=True, type=click.IntRange(min=0), help="How many to pass over first.")
@click.option("--fold", is_flag=True, help="Articles that are one text are one hit; see “duplicates”.")
@click.option("--facets", is_flag=True, help="Count what is found by outlet, language, year, month, tag and so on.")
@json_option
@pass_place
def search(
    place: Place,
    /,
    query: str | None,
    saved: str | None,
    batch: Path | None,
    conditions: tuple[str, ...],
    sort: str | None,
    as_json: bool,
    **page_options: Any,
) -> None:
    """Find articles: words in any form, AND, OR, NOT, "a phrase", word*, =form, outlet:NAME, tag:NAME, date:2022-01."""
    if sum(given is not None for given in (query, saved, batch)) != 1:
        raise click.UsageError("give either a query, or --saved NAME, or --batch FILE")
    page = _Page(**page_options)
    with place.read() as archive, up_to_date(archive) as asker:
        meant = wanted(archive, query, saved, conditions, sort)
        if page.fold or "duplicates" in meant.query:
            compare_texts(place)
        if batch is not None:
            _answer_all(asker, batch, meant, page)
            return
        results = _found(asker, meant, page)
    print_json(shapes.found(results)) if as_json else _print(results)


@dataclass(frozen=True, slots=True)
class _Page:
    """Which part of an answer is wanted."""

    limit: int
    offset: int
    facets: bool
    fold: bool


def _found(asker: Asker, wanted: Wanted, page: _Page) -> Results:
    return asker.ask(
        lambda search: search.search(
            wanted.query,
            limit=page.limit,
            offset=page.offset,
            sort=wanted.sort,
            chosen=wanted.chosen,
            facets=page.facets,
            fold=page.fold,
        )
    )


def _answer_all(asker: Asker, batch: Path, wanted: Wanted, page: _Page) -> None:
    failed = False
    for line in _lines(batch):
        try:
            print_json(shapes.found(_found(asker, replace(wanted, query=line), page)))
        except ArchivistError as error:
            failed = True
            print_json(shapes.mistaken(line, error))
    if failed:
        click.get_current_context().exit(REFUSED)


def _lines(batch: Path) -> Iterator[str]:
    """The queries of a file, as they come: another program may wait for each answer."""
    try:
        with click.open_file(str(batch), encoding="utf-8-sig", errors="replace") as file:
            yield from filter(None, map(str.strip, map(legible, file)))
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(batch, str(error)) from error


def _print(results: Results) -> None:
    for hit in results.hits:
        facts = "  ".join(part for part in (hit.published, hit.outlet) if part)
        folded = f"  and {len(hit.others)} more" if hit.others else ""
        click.echo(f"{hit.id[:8]}  {click.style(printable(hit.title), bold=True)}  {printable(facts)}{folded}")
        click.echo(f"          {_marked(hit.snippet, hit.snippet_matches)}")
    others = f" And {results.folded} more that are one text with one of them." if results.folded else ""
    say(f"{results.total} found.{others}" if results.total else "Nothing found.")
    if results.pending:
        say(f"{results.pending} changed articles are not in the index yet; another program is at it.")
    for facet in results.facets:
        shown = [f"{value.value or '(none)'} {value.count}" for value in facet.values[:_MOST_VALUES]]
        more = len(facet.values) - len(shown)
        say(f"{facet.field}: {', '.join(shown) or 'none'}" + (f", and {more} more" if more else ""))
    if results.suggestions:
        say("This finds something: " + ", ".join(results.suggestions))


def _marked(snippet: str, matches: tuple[tuple[int, int], ...]) -> str:
    parts, at = [], 0
    for start, end in matches:
        parts += [printable(snippet[at:start]), click.style(printable(snippet[start:end]), underline=True)]
        at = end
    return " ".join("".join([*parts, printable(snippet[at:])]).split())


@click.command()
@json_option
@pass_place
def reindex(place: Place, as_json: bool) -> None:
    """Build the search index anew from the archive."""
    with place.read() as archive:
        if run(rebuild(archive, patience=PATIENCE), "Indexing").busy:
            raise ArchiveBusy(place.folder)
        count = archive.articles.count()
    if as_json:
        print_json({"articles": count})
    else:
        say(f"{count} articles are indexed.")
