# SPDX-License-Identifier: GPL-3.0-or-later
"""concordance."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import click

from archivist.cli import shapes
from archivist.cli.choosing import saved_option, wanted, where_option
from archivist.cli.printing import print_json, printable, say
from archivist.cli.root import TEXT, Place, json_option, pass_place, run
from archivist.cli.searching import up_to_date
from archivist.errors import DestinationTaken
from archivist.model import ConcordanceLine
from archivist.search.concordance import ORDERS, sorted_lines, write_csv
from archivist.store.connection import storage_error

_MOST = 10_000  # occurrences that are put in order
_NARROWEST = 16  # characters before and after a match, however narrow the terminal


@click.command()
@click.argument("query", required=False, type=TEXT)
@saved_option
@where_option
@click.option(
    "--sort",
    default=ORDERS[0],
    show_default=True,
    type=click.Choice(ORDERS),
    help="By article, by the words before, by the match itself or by the words after it.",
)
@click.option("--limit", default=_MOST, show_default=True, type=click.IntRange(min=0), help="How many lines at most.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write the lines to a new CSV file.")
@json_option
@pass_place
def concordance(
    place: Place,
    query: str | None,
    saved: str | None,
    conditions: tuple[str, ...],
    sort: str,
    limit: int,
    out: Path | None,
    as_json: bool,
) -> None:
    """Show every place where what QUERY asks for stands, one a line, with what is around it."""
    if (query is None) == (saved is None):
        raise click.UsageError("give either a query or --saved NAME")
    with place.read() as archive, up_to_date(archive) as asker:
        meant = wanted(archive, query, saved, conditions, None)
        found = asker.ask(
            lambda search: run(
                search.concordance(meant.query, chosen=meant.chosen, most=max(limit, _MOST)), "Reading the texts"
            )
        )
    lines = sorted_lines(found.lines, sort)[:limit]
    if out is not None:
        _write(lines, out)
    if as_json:
        value = shapes.in_context(meant.query, found.total, lines)
        print_json(value if out is None else {**value, "lines": [], "path": str(out), "written": len(lines)})
        return
    if out is None:
        _print(lines)
    say(f"{len(lines)} of {found.total} places" + (f" are in {out}." if out is not None else "."))


def _write(lines: Sequence[ConcordanceLine], path: Path) -> None:
    """Write the lines to a file that is not there yet; with the mark by which spreadsheets know UTF-8."""
    try:
        with path.open("x", encoding="utf-8-sig", newline="") as file:
            write_csv(lines, file)
    except FileExistsError as error:
        raise DestinationTaken(path) from error
    except OSError as error:
        raise storage_error(error, path) from error


def _print(lines: Sequence[ConcordanceLine]) -> None:
    """The matches under one another, as much around them as the terminal is wide."""
    width = max(
        16, (shutil.get_terminal_size().columns - 12) // 2 - max((len(line.match) for line in lines), default=0)
    )
    for line in lines:
        left, right = printable(line.left)[-width:], printable(line.right)[:width]
        match = click.style(printable(line.match), underline=True)
        click.echo(f"{line.article[:8]}  {left:>{width}} {match} {right}".rstrip())
