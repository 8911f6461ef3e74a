# SPDX-License-Identifier: GPL-3.0-or-later
"""The root command: which archive is meant, and how errors and progress reach the person.

Exit codes: 0 done; 1 something was refused or is wrong; 2 the command itself is mistaken;
130 stopped by Ctrl+C.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import click

from archivist import __version__
from archivist.cli.printing import say
from archivist.errors import ArchiveLocked, ArchiveReadOnly, ArchivistError, InvalidDate, InvalidValue, QueryMistake
from archivist.intake.reader import legible
from archivist.model import Progress
from archivist.store import Archive
from archivist.store.event_chain import NewEvent

Result = TypeVar("Result")

REFUSED = 1
USAGE = 2
STOPPED = 130  # as shells say of a program that Ctrl+C ended


class Root(click.Group):
    """A group in which an expected error, or Ctrl+C, is one sentence on stderr, not a traceback.

    Its commands are imported when they are asked for.
    """

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self._modules: dict[str, str] = {}

    def commands_in(self, modules: Mapping[str, Iterable[str]]) -> None:
        """Say by their names which commands each module has."""
        self._modules |= {name: module for module, names in modules.items() for name in names}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *self._modules})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = self._modules.get(cmd_name)
        if module is None:
            return super().get_command(ctx, cmd_name)
        there = vars(import_module(module)).values()
        return next(each for each in there if isinstance(each, click.Command) and each.name == cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ArchivistError as error:
            say(f"archivist: {error}", err=True)
            ctx.exit(USAGE if isinstance(error, (InvalidDate, InvalidValue, QueryMistake)) else REFUSED)
        except KeyboardInterrupt:
            say("archivist: stopped; what was finished is kept", err=True)
            ctx.exit(STOPPED)


class Place:
    """The archive that the command line names, and how to open a window on it."""

    def __init__(self, folder: Path | None, open_desktop: Callable[[Path | None], int]) -> None:
        self._folder = folder
        self.open_desktop = open_desktop

    @property
    def folder(self) -> Path:
        """The archive's folder: as named, else the current one."""
        return self._folder or Path.cwd()

    def desktop(self) -> int:
        """Open the desktop on the archive named, or on the last one where none is."""
        return self.open_desktop(self._folder)

    def read(self) -> Archive:
        """The archive for reading, which is possible while another process writes."""
        return Archive.open(self.folder, read_only=True)

    def write(self) -> Archive:
        """The archive for writing, as its one writer."""
        return Archive.open(self.folder)


def _no_desktop(_folder: Path | None) -> int:
    raise click.UsageError("the desktop is opened by the program “archivist” only")


@click.group(cls=Root, invoke_without_command=True)
@click.option(
    "--archive",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="ARCHIVIST_ARCHIVE",
    help="Folder of the archive; the current folder if left out.",
)
@click.version_option(__version__, prog_name="archivist")
@click.pass_context
def archivist(ctx: click.Context, folder: Path | None) -> None:
    """Keep, find and annotate press coverage, offline. Without a command, the desktop opens."""
    open_desktop = ctx.obj if callable(ctx.obj) else _no_desktop
    ctx.obj = Place(folder, open_desktop)
    if ctx.invoked_subcommand is None:
        ctx.exit(ctx.obj.desktop())


pass_place = click.make_pass_decorator(Place)


class _Text(click.types.StringParamType):
    """A text that can be stored: what the shell handed over, even where it is not UTF-8."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return legible(str(super().convert(value, param, ctx)))


TEXT = _Text()

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object, for programs.")


def warn_of_place(archive: Archive) -> None:
    """Say so where the archive lies in a folder that can damage it."""
    kind, _, name = archive.unsafe_place().partition(":")
    if kind:
        say(
            f"archivist: warning: {archive.folder} is in a {kind} folder ({name}); databases can be damaged there. "
            "Keep the archive on a local disk and copy bundles or backups instead.",
            err=True,
        )


def remember(place: Place, events: Sequence[NewEvent]) -> None:
    """Write to the log what was done while the archive was open for reading, unless it cannot be written to now."""
    try:
        with place.write() as archive:
            archive.events.write(events)
    except (ArchiveLocked, ArchiveReadOnly):
        say("archivist: this is not in the archive's log, as it is in use or cannot be written to", err=True)


def run(steps: Generator[Progress, None, Result], label: str) -> Result:
    """Run long work to its end, with a progress bar on a terminal."""
    if not sys.stderr.isatty():
        return _run(steps, lambda _progress: None)
    with click.progressbar(length=1, label=label, show_eta=False, file=sys.stderr) as bar:

        def show(progress: Progress) -> None:
            if progress.total:  # while that is not known there is no share to show
                bar.length, bar.pos = progress.total, progress.done  # not update(), which cannot go back
                bar.label = f"{label}, {_time_left(progress.seconds_left)}" if progress.seconds_left else label
                bar.render_progress()

        return _run(steps, show)


def _time_left(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"about {minutes} min left" if minutes else "less than a minute left"


def _run(steps: Generator[Progress, None, Result], show: Callable[[Progress], None]) -> Result:
    while True:
        try:
            show(next(steps))
        except StopIteration as stop:
            result: Result = stop.value
            return result
