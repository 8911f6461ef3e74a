# SPDX-License-Identifier: GPL-3.0-or-later
"""history, undo, redo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

import click

from archivist.cli.printing import print_json, say
from archivist.cli.root import TEXT, Place, json_option, pass_place
from archivist.cli.shapes import Json
from archivist.dates import date_range
from archivist.model import Action
from archivist.store import Archive
from archivist.store.obstacles import Obstacle
from archivist.store.step_log import Step, StepFilter, StepState

_Command = TypeVar("_Command", bound=Callable[..., Any])
_SAID = {
    StepState.UNDONE: "undone",
    StepState.ABANDONED: "undone for good",
    StepState.TAKEN_BACK: "taken back",
}


def _filters(command: _Command) -> _Command:
    for option in (
        click.option("--until", type=TEXT, metavar="DATE", help="Only steps of this day, month or year, or earlier."),
        click.option(
            "--since", type=TEXT, metavar="DATE", help="Only steps of this day, month or year (EDTF), or later."
        ),
        click.option("--who", type=TEXT, metavar="NAME", help="Only steps of this person."),
        click.option("--tag", type=TEXT, metavar="NAME", help="Only steps that touched this tag or what carries it."),
        click.option("--article", type=TEXT, metavar="ARTICLE", help="Only steps that touched this article."),
    ):
        command = option(command)
    return command


@click.command()
@click.argument("step", type=int, required=False)
@_filters
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, help="How many steps to print.")
@click.option("--before", type=int, metavar="STEP", help="Only steps before this one: the next page.")
@json_option
@pass_place
def history(
    place: Place, /, step: int | None, limit: int, before: int | None, as_json: bool, **given: str | None
) -> None:
    """List who did what when, the newest step first; or tell of one STEP (its number), and whether it can be undone."""
    with place.read() as archive:
        if step is not None:
            _tell_of(archive, step, as_json=as_json)
            return
        wanted = _wanted(archive, **given)
        steps, total = archive.history.log.page(wanted, before=before, limit=limit), archive.history.log.count(wanted)
    if as_json:
        print_json({"steps": [_shape(each) for each in steps], "total": total})
        return
    for each in steps:
        say(_line(each))
    say(f"{len(steps)} of {total} steps." if steps else "There is no such step.")


@click.command()
@click.argument("step", type=int, required=False)
@json_option
@pass_place
def undo(place: Place, step: int | None, as_json: bool) -> None:
    """Undo the last step, or any STEP (its number, as “history” prints it) that no later one depends on."""
    with place.write() as archive:
        done = archive.history.undo() if step is None else archive.history.take_back(step)
        _report(archive, "undone", done, as_json=as_json)


@click.command()
@json_option
@pass_place
def redo(place: Place, as_json: bool) -> None:
    """Do again what was undone last, as long as nothing else was done since."""
    with place.write() as archive:
        _report(archive, "redone", archive.history.redo(), as_json=as_json)


def _report(archive: Archive, what: str, action: Action, *, as_json: bool) -> None:
    if as_json:
        print_json({what: _shape(archive.history.log.step(action.number))})
    else:
        say(f"{'Undone' if what == 'undone' else 'Done again'}: {action.name}")


def _tell_of(archive: Archive, number: int, *, as_json: bool) -> None:
    step, obstacle = archive.history.log.step(number), archive.history.obstacle(number)
    if as_json:
        print_json({"step": _shape(step), "undoable": obstacle is None, "obstacle": _obstacle(archive, obstacle)})
        return
    say(_line(step))
    for id_, title in step.articles:
        say(f"    {id_[:8]}  {title}")
    if step.article_count > len(step.articles):
        say(f"    and {step.article_count - len(step.articles)} more")
    if obstacle is None:
        say("It can be undone.")
    else:
        say(f"It cannot be undone: {archive.history.why(obstacle)}.")
        if obstacle.step is not None:
            say(_line(archive.history.log.step(obstacle.step)))


def _wanted(
    archive: Archive, article: str | None, tag: str | None, who: str | None, since: str | None, until: str | None
) -> StepFilter:
    """Raises ArticleNotFound, TagNotFound, InvalidDate."""
    return StepFilter(
        article=None if article is None else archive.articles.find(article).id,
        tag=None if tag is None else archive.tags.named(tag).id,
        who=who,
        first=None if since is None else date.fromisoformat(date_range(since).first),
        last=None if until is None else date.fromisoformat(date_range(until).last),
    )


def _shape(step: Step) -> Json:
    return {
        "step": step.number,
        "id": step.id,
        "name": step.name,
        "who": step.who,
        "at": step.at,
        "state": step.state,
        "target": step.target,
        "changes": step.changes,
        "articles": [{"id": id_, "title": title} for id_, title in step.articles],
        "article_count": step.article_count,
    }


def _obstacle(archive: Archive, obstacle: Obstacle | None) -> Json | None:
    if obstacle is None:
        return None
    return {"reason": obstacle.reason, "step": obstacle.step, "why": archive.history.why(obstacle)}


def _line(step: Step) -> str:
    """A step on one line: number, when by the clock of this place, who, what, what became of it."""
    said = _SAID.get(step.state)
    return f"{step.number}  {_when(step.at)}  {step.who}  {step.name}{f'  ({said})' if said else ''}"


def _when(at: str) -> str:
    try:
        return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError, OSError):  # of a step that was lost in a damaged archive nobody knows
        return at or "?"
