# SPDX-License-Identifier: GPL-3.0-or-later
"""import."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from archivist.cli import shapes
from archivist.cli.printing import print_json, say
from archivist.cli.profiles import named_profile
from archivist.cli.root import REFUSED, TEXT, Place, json_option, pass_place, run, warn_of_place
from archivist.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveReadOnly,
    ArchivistError,
    DiskFull,
    StorageFailed,
)
from archivist.exchange import find_bundles, import_bundle
from archivist.intake import ImportOptions, checked_options, import_files
from archivist.model import FileReport, ImportStatus
from archivist.store import Archive

_BUNDLE = "bundle"
# Nothing more can be written after these, whatever bundle comes next.
_ARCHIVE_FAILS = (ArchiveBusy, ArchiveDamaged, ArchiveReadOnly, DiskFull, StorageFailed)


@click.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--outlet", default="", type=TEXT, help="Outlet of the articles; as the files say if left out.")
@click.option(
    "--published", default="", type=TEXT, metavar="EDTF", help="Date of publication; as the files say if left out."
)
@click.option("--lang", "language", default="", type=TEXT, help="Language (uk, ru, en, ...); detected if left out.")
@click.option("--collection", default="", type=TEXT, help="Collection to put the articles in; made if new.")
@click.option("--encoding", default="", type=TEXT, help="Encoding of text files; detected if left out.")
@click.option(
    "--as", "format_name", default="", type=TEXT, metavar="FORMAT", help="Read the files as this format; see “formats”."
)
@click.option(
    "--profile", default="", type=TEXT, metavar="NAME|FILE", help="How tables are to be read; see “profiles”."
)
@json_option
@pass_place
def import_(
    place: Place,
    sources: tuple[Path, ...],
    outlet: str,
    published: str,
    language: str,
    collection: str,
    encoding: str,
    format_name: str,
    profile: str,
    as_json: bool,
) -> None:
    """Bring files, folders of them or bundles into the archive; originals are kept untouched."""
    options = checked_options(
        ImportOptions(
            outlet=outlet,
            published=published,
            language=language,
            collection=collection,
            encoding=encoding or None,
            format=format_name if format_name != _BUNDLE else None,
        )
    )
    bundles = list(sources) if format_name == _BUNDLE else [] if format_name else find_bundles(sources)
    if bundles:
        _check_applies_to_bundles(options, bundles[0])
    others = [source for source in sources if source not in bundles]
    with place.write() as archive:
        warn_of_place(archive)
        options = replace(options, profile=named_profile(archive, profile) if profile else None)
        of_bundles: list[FileReport] = []
        of_others: list[FileReport] = []
        try:
            for bundle in bundles:
                _import_bundle(archive, bundle, options.collection, of_bundles)
            if others:
                run(import_files(archive, others, options, reports=of_others, leave_out=bundles), "Importing")
        finally:  # what came in before an error is told of, too
            _report(of_bundles + of_others, as_json=as_json)
    if any(file.status is ImportStatus.REFUSED for file in of_bundles + of_others):
        click.get_current_context().exit(REFUSED)


def _check_applies_to_bundles(options: ImportOptions, bundle: Path) -> None:
    given = {
        "--outlet": options.outlet,
        "--published": options.published,
        "--lang": options.language,
        "--encoding": options.encoding,
    }
    named = ", ".join(name for name, value in given.items() if value)
    if named:
        raise click.UsageError(f"“{bundle}” is a bundle, whose articles say that themselves: leave out {named}")


def _import_bundle(archive: Archive, source: Path, collection: str, reports: list[FileReport]) -> None:
    """Import a bundle, and add what came of it to the reports."""
    try:
        report = run(import_bundle(archive, source), "Importing the bundle").as_file_report()
    except _ARCHIVE_FAILS:
        raise
    except ArchivistError as error:
        report = FileReport(source, ImportStatus.REFUSED, reason=str(error))
    reports.append(report)
    if collection and report.articles:
        with archive.action(f"Add to {collection}"):
            archive.collections.ensure(collection)
            archive.collections.put_in(collection, report.articles)


def _report(files: list[FileReport], *, as_json: bool) -> None:
    if as_json:
        print_json(shapes.imported(files))
        return
    for file in files:
        details = ", ".join(part for part in (file.encoding, file.reason) if part)
        say(f"{file.status:<9} {file.path}" + (f"  ({details})" if details else ""))
    counts = shapes.imported(files)
    say(f"{counts['imported']} imported, {counts['refused']} refused, {len(files)} in all.")
