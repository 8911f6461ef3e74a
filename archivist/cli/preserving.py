# SPDX-License-Identifier: GPL-3.0-or-later
"""backup, restore, rescue."""

from __future__ import annotations

from pathlib import Path

import click

from archivist.cli import shapes
from archivist.cli.printing import print_json, say
from archivist.cli.root import REFUSED, Place, json_option, pass_place, remember, run
from archivist.store.backing_up import replication
from archivist.store.rescuing import REPORT_NAME, rescue
from archivist.store.restoring import restore


@click.command()
@click.argument("destination", metavar="DEST", type=click.Path(file_okay=False, path_type=Path))
@click.option("--keep", type=click.IntRange(min=1), metavar="N", help="Remove backups older than the newest N.")
@click.option("--thorough", is_flag=True, help="Read every original there again, not only the new ones.")
@json_option
@pass_place
def backup(place: Place, destination: Path, keep: int | None, thorough: bool, as_json: bool) -> None:
    """Make a backup below the folder DEST, verified after writing; originals are copied once."""
    with place.read() as archive:
        kept = archive.events.kept
        report = run(archive.back_up(destination, keep=keep, thorough=thorough), "Backing up")
    if kept:
        remember(place, [replication(report)])
    if as_json:
        print_json(shapes.backed_up(report))
    else:
        say(f"The backup is in {report.backup.path}: {report.copied} originals copied, {report.kept} were there.")
        for removed in report.removed:
            say(f"removed: {removed}")
        for finding in report.backup.problems:
            say(f"{finding.where}: {finding.problem}")
    if report.backup.problems:
        click.get_current_context().exit(REFUSED)


@click.command("restore")
@click.argument("source", metavar="SRC", type=click.Path(path_type=Path))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@json_option
def restore_(source: Path, folder: Path, as_json: bool) -> None:
    """Make an archive in the new or empty folder DIR of the backup SRC, or of the newest good one in SRC."""
    report = run(restore(source, folder), "Restoring")
    if as_json:
        print_json(shapes.restored(report))
    else:
        say(f"The archive of {report.backup.made_at} is in {report.path}.")
        for finding in report.findings:
            say(f"{finding.where}: {finding.problem}")
    if report.findings:
        click.get_current_context().exit(REFUSED)


@click.command("rescue")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@json_option
def rescue_(folder: Path, out: Path, as_json: bool) -> None:
    """Save what can be read of the damaged archive DIR into a new archive OUT; nothing is written into DIR."""
    report = run(rescue(folder, out), "Rescuing")
    if as_json:
        print_json(shapes.rescued(report))
    else:
        for table in report.tables:
            say(f"{table.table}: {table.read} read, {table.rebuilt} rebuilt from the history, {table.lost} lost")
        say(f"originals: {report.originals} saved")
        for finding in (*report.losses, *report.findings):
            say(f"{finding.where}: {finding.problem}")
        say(f"The new archive is in {report.path}; this report is in its {REPORT_NAME}.")
    if report.losses or report.findings:
        click.get_current_context().exit(REFUSED)
