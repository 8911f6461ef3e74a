# SPDX-License-Identifier: GPL-3.0-or-later
"""agreement."""

from __future__ import annotations

import click

from archivist.agreement.adjudicating import ADJUDICATED, adopt
from archivist.agreement.comparing import Agreement, Comparison, compare
from archivist.agreement.differences import Disagreement
from archivist.cli.agreement_shapes import compared
from archivist.cli.printing import print_json, say
from archivist.cli.root import TEXT, Place, json_option, pass_place, run
from archivist.store import Archive
from archivist.text import shortened

_COLUMNS = ("Cohen", "Fleiss", "alpha", "alpha u", "F1", "F1 overlapping")


@click.command()
@click.option(
    "--annotator",
    "annotators",
    type=TEXT,
    multiple=True,
    metavar="NAME",
    help="Compare these; repeatable. Everybody who marked something, if left out.",
)
@click.option(
    "--article", "references", type=TEXT, multiple=True, metavar="ARTICLE", help="Only this article; repeatable."
)
@click.option("--differences", is_flag=True, help="Also list every place where they differ.")
@click.option(
    "--adopt",
    "adopts",
    is_flag=True,
    help=f"Take what all are at one about into the layer of the annotator “{ADJUDICATED}”.",
)
@json_option
@pass_place
def agreement(
    place: Place,
    annotators: tuple[str, ...],
    references: tuple[str, ...],
    differences: bool,
    adopts: bool,
    as_json: bool,
) -> None:
    """Tell how far annotators agree: kappas, alphas and F1 of each tag, and where they differ.

    Compared are the articles in which each of them marked something.
    """
    with place.write() if adopts else place.read() as archive:
        names = annotators or tuple(name for name, _ in archive.annotations.annotators() if name != ADJUDICATED)
        chosen = {archive.articles.find(reference).id for reference in references} if references else None
        found = run(compare(archive, names, chosen), "Comparing")
        adopted = len(adopt(archive, found.agreed)) if adopts else None
        if as_json:
            print_json(compared(found, adopted))
        else:
            _tell(archive, found, differences=differences)
            if adopted is not None:
                say(f"{adopted} of {len(found.agreed)} agreed annotations are new in the layer “{ADJUDICATED}”.")


def _tell(archive: Archive, found: Comparison, *, differences: bool) -> None:
    say(f"{', '.join(found.annotators)}: {len(found.articles)} articles of {found.characters} characters")
    if not found.articles:
        say("There is no article in which each of them marked something.")
        return
    say(f"{'':<24}{'marks':>16}" + "".join(f"{name:>16}" for name in _COLUMNS))
    for row in (found.overall, *found.tags):
        say(_line(row))
    say(f"They are at one about {len(found.agreed)} annotations and differ in {len(found.disagreements)} places.")
    if differences:
        for place in found.disagreements:
            say(_difference(archive, found.annotators, place))


def _line(row: Agreement) -> str:
    values = (
        *(row.cohen, row.fleiss, row.alpha, row.unitizing_alpha),
        *(row.exact.f1, row.overlapping.f1),
    )
    cells = "".join(f"{'-' if value is None else format(round(value, 3) + 0.0, '.3f'):>16}" for value in values)
    return f"{shortened(row.tag) or 'all tags':<24}{'/'.join(map(str, row.counts)):>16}{cells}"


def _difference(archive: Archive, names: tuple[str, ...], place: Disagreement) -> str:
    title = archive.articles.get(place.article).title
    said = (
        f"{name}: " + (f"{mark.tag.name} “{shortened(mark.quote)}” ({mark.start}:{mark.end})" if mark else "nothing")
        for name, mark in zip(names, place.annotations, strict=True)
    )
    return f"{shortened(title)}  {', '.join(place.differences)}\n    " + "\n    ".join(said)
