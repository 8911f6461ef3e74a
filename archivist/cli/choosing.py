# SPDX-License-Identifier: GPL-3.0-or-later
"""Which search is meant: the query, the facet values chosen beside it, the order; or a saved search."""

from __future__ import annotations

from dataclasses import dataclass

import click

from archivist.cli.root import TEXT
from archivist.errors import InvalidValue
from archivist.search import SORTS
from archivist.search.facets import FACETS
from archivist.search.filters import Chosen
from archivist.search.searching import EVERYTHING
from archivist.store import Archive

where_option = click.option(
    "--where",
    "conditions",
    type=TEXT,
    multiple=True,
    metavar="FIELD=VALUE",
    help=f"Only articles with this value of {', '.join(FACETS)}; repeatable. "
    "Values of one field widen, fields narrow; nothing after = is none.",
)

saved_option = click.option("--saved", type=TEXT, metavar="NAME", help="Ask a saved search; see “searches”.")

sort_option = click.option("--sort", type=click.Choice(SORTS), help=f"Order of what is found; {SORTS[0]} if left out.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search as the command line names it."""

    query: str
    sort: str
    chosen: Chosen


def wanted(
    archive: Archive, query: str | None, saved: str | None, conditions: tuple[str, ...], sort: str | None
) -> Wanted:
    """The query given, or the saved search of this name with what is given beside it."""
    chosen = chosen_values(conditions)
    if saved is None:
        return Wanted(query or EVERYTHING, sort or SORTS[0], chosen)
    found = archive.saved_searches.named(saved)
    known_sort = found.sort if found.sort in SORTS else SORTS[0]  # the desktop knows further ones
    both = {field: (*found.chosen.get(field, ()), *chosen.get(field, ())) for field in (*found.chosen, *chosen)}
    return Wanted(found.query or EVERYTHING, sort or known_sort, both)


def chosen_values(conditions: tuple[str, ...]) -> Chosen:
    """FIELD=VALUE conditions as the search takes them. Raises InvalidValue for a field that is no facet."""
    chosen: dict[str, tuple[str, ...]] = {}
    for condition in conditions:
        field, separator, value = condition.partition("=")
        field = field.strip().casefold()
        if not separator or not field:
            raise click.BadParameter(f"“{condition}” is not FIELD=VALUE, such as outlet=Вісник", param_hint="--where")
        if field not in FACETS:
            raise InvalidValue("field", field, ", ".join(FACETS))
        chosen[field] = (*chosen.get(field, ()), value.strip())
    return chosen
