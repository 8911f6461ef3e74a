# SPDX-License-Identifier: GPL-3.0-or-later
"""search, reindex."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from archivist.cli.printing import print_json, printable, say
from archivist.cli.root import REFUSED, TEXT, Place, json_option, pass_place, run
from archivist.errors import ArchiveBusy, ArchivistError, FileUnreadable
from archivist.search import Results, Search, rebuild, update
from archivist.store import Archive

_PAGE = 20
_PATIENCE = 600.0  # seconds that another process may take to bring the index up to date


def catch_up(archive: Archive) -> None:
    """Bring the index up to date, or wait for the process that is at it."""
    run(update(archive, patience=_PATIENCE), "Reading what is new")


@click.command()
@click.argument("query", required=False, type=TEXT)
@click.option("--limit", default=_PAGE, show_default=True, type=click.IntRange(min=0), help="How many hits to print.")
@click.option("--sort", default="relevance", show_default=True, type=click.Choice(["relevance", "date"]))
@click.option(
    "--batch", type=click.Path(path_type=Path), metavar="FILE", help="Answer each line of a file; - is stdin."
)
@json_option
@pass_place
def search(place: Place, query: str | None, limit: int, sort: str, batch: Path | None, as_json: bool) -> None:
    """Find articles: words in any form, AND, OR, NOT, "a phrase", word*, outlet:NAME, tag:NAME, date:2022-01."""
    if (query is None) == (batch is None):
        raise click.UsageError("give either a query or --batch FILE")
    with place.read() as archive:
        catch_up(archive)
        engine = Search(archive)
        try:
            if batch is not None:
                _answer_all(engine, batch, limit, sort)
            elif query is not None:
                results = engine.search(query, limit=limit, sort=sort)
                print_json(_shape(results)) if as_json else _print(results)
        finally:
            engine.close()


def _answer_all(engine: Search, batch: Path, limit: int, sort: str) -> None:
    failed = False
    for line in _lines(batch):
        try:
            print_json(_shape(engine.search(line, limit=limit, sort=sort)))
        except ArchivistError as error:
            failed = True
            print_json({"query": line, "error": str(error)})
    if failed:
        click.get_current_context().exit(REFUSED)


def _lines(batch: Path) -> Iterator[str]:
    try:
        text = sys.stdin.read() if str(batch) == "-" else batch.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(batch, str(error)) from error
    return (line.strip() for line in text.splitlines() if line.strip())


def _shape(results: Results) -> dict[str, Any]:
    return {
        "query": results.query,
        "total": results.total,
        "hits": [
            {
                "id": hit.id,
                "title": hit.title,
                "outlet": hit.outlet,
                "published": hit.published,
                "score": round(hit.score, 4),
                "snippet": hit.snippet,
                "matches": [list(match) for match in hit.matches],
            }
            for hit in results.hits
        ],
        "suggestions": list(results.suggestions),
    }


def _print(results: Results) -> None:
    for hit in results.hits:
        facts = "  ".join(part for part in (hit.published, hit.outlet) if part)
        click.echo(f"{hit.id[:8]}  {click.style(printable(hit.title), bold=True)}  {printable(facts)}")
        click.echo(f"          {_marked(hit.snippet, hit.snippet_matches)}")
    say(f"{results.total} found." if results.total else "Nothing found.")
    if results.suggestions:
        say("Nearest in the archive: " + ", ".join(results.suggestions))


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
        if run(rebuild(archive, patience=_PATIENCE), "Indexing").busy:
            raise ArchiveBusy(place.folder)
        count = archive.articles.count()
    if as_json:
        print_json({"articles": count})
    else:
        say(f"{count} articles are indexed.")
