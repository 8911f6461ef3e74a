# SPDX-License-Identifier: GPL-3.0-or-later
"""import."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from archivist.cli import annotated_files, shapes
from archivist.cli.printing import print_json, say
from archivist.cli.profiles import named_profile
from archivist.cli.root import REFUSED, TEXT, Place, json_option, pass_place, run, warn_of_place
from archivist.errors import ArchivistError, DestinationTaken
from archivist.exchange import (
    Decision,
    Decisions,
    MergeReport,
    Recognised,
    Scan,
    check_report_path,
    import_report,
    write_import_report,
)
from archivist.intake.pipeline import import_plan, resume_import
from archivist.intake.plan import ImportPlan, checked_options
from archivist.intake.preview import PreviewedFile, preview_plan
from archivist.intake.reader import BOOKS_BY_CHAPTER, WHOLE_BOOKS, ImportOptions
from archivist.intake.unfinished import unfinished_imports
from archivist.model import FileReport, ImportStatus, JsonValue
from archivist.store import Archive
from archivist.text import shortened

_LONGEST_VALUE = 100  # characters of one side of a conflict
_READ_OTHERWISE = ("--outlet", "--published", "--lang")


@click.command("import")
@click.argument("sources", nargs=-1, metavar="PATH...", type=click.Path(path_type=Path))
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
    "--books",
    default=BOOKS_BY_CHAPTER,
    type=click.Choice([BOOKS_BY_CHAPTER, WHOLE_BOOKS]),
    help="Whether each chapter of a book is an article, or the whole book.",
)
@click.option("--preview", is_flag=True, help="Only tell what would be imported, with the first lines of each file.")
@click.option("--resume", is_flag=True, help="Go on with the imports that were stopped before their end.")
@click.option(
    "--report",
    "report_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also write the report to this new file: .json, .csv or .txt.",
)
@click.option(
    "--profile", default="", type=TEXT, metavar="NAME|FILE", help="How tables are to be read; see “profiles”."
)
@click.option(
    "--map",
    "mapping",
    default="",
    type=TEXT,
    metavar="NAME|FILE",
    help="Which tags the labels of other programs become; see “profiles” and --preview.",
)
@click.option(
    "--conflicts",
    default=Decision.OURS.value,
    type=click.Choice([decision.value for decision in Decision]),
    help="What becomes of what is here and differs in a bundle: ours stays, theirs is taken, or, "
    "of annotations, both are kept; see --preview.",
)
@json_option
@pass_place
def import_(
    place: Place,
    /,
    sources: tuple[Path, ...],
    format_name: str,
    encoding: str,
    preview: bool,
    resume: bool,
    report_path: Path | None,
    profile: str,
    mapping: str,
    as_json: bool,
    **said: str,
) -> None:
    """Bring files, folders of them, bundles or what other programs annotated into the archive.

    Originals are kept untouched.
    """
    decision = Decision(said.pop("conflicts"))
    is_annotated = bool(format_name) and annotated_files.format_named(format_name) is not None
    format_ = None if is_annotated else format_name or None
    options = checked_options(ImportOptions(**said, encoding=encoding or None, format=format_))  # type: ignore[arg-type]
    if resume and (
        sources or preview or profile or mapping or decision is not Decision.OURS or options != ImportOptions()
    ):
        raise click.UsageError("--resume goes on with what was asked for before: give nothing but --report beside it")
    if preview and report_path:
        raise click.UsageError("--report tells what became of the files, so there is none of a --preview; take --json")
    if not sources and not resume:
        raise click.UsageError("name a file or a folder to import")
    if report_path:
        _check_report(report_path)
    report = _Report(report_path, as_json=as_json)
    if resume:
        _resume(place, report)
        return
    annotated = annotated_files.among(sources, format_name)
    for one in annotated:
        _check_applies(options, one)
    annotated = annotated_files.in_encoding(annotated, options.encoding)
    _check_decided(annotated, mapping, decision)
    if (mapping or is_annotated) and not annotated:
        if is_annotated:
            raise click.UsageError(f"no file that can be of the format {format_name} was found")
        raise click.UsageError("no file with annotations was found; name their format with --as")
    paths = frozenset(one.path for one in annotated)
    others = () if is_annotated else tuple(source for source in sources if source not in paths)
    plan = ImportPlan(others, options, paths)
    wanted = _Wanted(profile, mapping, Decisions(decision))
    if preview:
        _preview(place, plan, annotated, wanted, as_json=as_json)
    else:
        _import(place, plan, annotated, wanted, report)


class _Wanted(NamedTuple):
    """How the files are to be read."""

    profile: str  # name or file, for tables
    mapping: str  # name or file, for labels of other programs
    decisions: Decisions  # for bundles


class _Report:
    """What was done with each file, and where it is told."""

    def __init__(self, path: Path | None, *, as_json: bool) -> None:
        self._path = path
        self._as_json = as_json
        self.of_annotated: list[FileReport] = []
        self.of_files: list[FileReport] = []
        self.stopped: ArchivistError | None = None

    def tell(self) -> None:
        """Print it, and write it where it is wanted."""
        files = self.of_annotated + self.of_files
        if self._as_json:
            print_json(import_report.as_json(files, self.stopped))
        else:
            for line in import_report.in_words(files):
                say(line)
        if self._path:
            write_import_report(self._path, files, self.stopped)

    def end(self) -> None:
        """End the command as it came out."""
        if self.stopped:
            raise self.stopped
        if any(file.status is ImportStatus.REFUSED for file in self.of_annotated + self.of_files):
            click.get_current_context().exit(REFUSED)


def _by_profile(archive: Archive, plan: ImportPlan, profile: str) -> ImportPlan:
    """The plan with the profile that is named, by its name in the archive or as a file."""
    if not profile:
        return plan
    return replace(plan, options=replace(plan.options, profile=named_profile(archive, profile)))


def _import(place: Place, plan: ImportPlan, annotated: Sequence[Recognised], wanted: _Wanted, report: _Report) -> None:
    with place.write() as archive:
        warn_of_place(archive)
        plan = _by_profile(archive, plan, wanted.profile)
        mapping = annotated_files.mapping(archive, wanted.mapping)
        collection = plan.options.collection
        try:
            for one in annotated:
                annotated_files.import_annotated(
                    archive, one, mapping, collection, wanted.decisions, report.of_annotated
                )
            if plan.sources:
                work = import_plan(archive, plan, reports=report.of_files)
                report.stopped = run(work, "Importing").stopped
        finally:  # what came in before an error is told of, too
            report.tell()
    report.end()


def _resume(place: Place, report: _Report) -> None:
    with place.write() as archive:
        unfinished = unfinished_imports(archive.folder)
        if not unfinished:
            say("No import was stopped before its end.", err=True)
        try:
            for one in unfinished:
                say(f"Going on with the import of {one.name}: {one.done} of {one.total} files were done.", err=True)
                of_one: list[FileReport] = []
                try:
                    report.stopped = run(resume_import(archive, one, reports=of_one), "Importing").stopped
                finally:
                    report.of_files += of_one
                if report.stopped:
                    break
        finally:
            report.tell()
    report.end()


def _preview(
    place: Place, plan: ImportPlan, annotated: Sequence[Recognised], wanted: _Wanted, *, as_json: bool
) -> None:
    found: dict[Path, annotated_files.Ahead] = {}
    files: list[PreviewedFile] = []
    with place.read() as archive:
        mapping = annotated_files.mapping(archive, wanted.mapping)
        for one in annotated:
            ahead = annotated_files.look_ahead(archive, one, mapping, wanted.decisions)
            files.append(_previewed(one, ahead))
            if not isinstance(ahead, ArchivistError):
                found[one.path] = ahead
        if plan.sources:
            files += run(preview_plan(archive, _by_profile(archive, plan, wanted.profile)), "Looking")
    nothing_new = {path for path, ahead in found.items() if not ahead.report.changed}
    counts = shapes.previewed(files, nothing_new)
    for file, shape in zip(files, counts["files"], strict=True):
        if file.path in found:
            shape.update(annotated_files.told_ahead(found[file.path]))
    if as_json:
        print_json(counts)
    else:
        for file in files:
            _say_preview(file, found.get(file.path))
        said = ", ".join(f"{counts[what]} {what}" for what in ("imported", "duplicate", "refused"))
        say(f"Would be: {said}. Nothing was written.")
    if any(file.status is ImportStatus.REFUSED for file in files):
        click.get_current_context().exit(REFUSED)


def _previewed(one: Recognised, ahead: annotated_files.Ahead | ArchivistError) -> PreviewedFile:
    if isinstance(ahead, ArchivistError):
        return PreviewedFile(one.path, ImportStatus.REFUSED, one.format.name, reason=str(ahead))
    file = ahead.report.as_file_report()
    reason = file.reason if ahead.report.nothing else ahead.report.counted()
    return PreviewedFile(one.path, file.status, one.format.name, articles=len(file.articles), reason=reason)


def _say_preview(file: PreviewedFile, ahead: annotated_files.Ahead | None) -> None:
    number = f"{file.articles} articles" if file.articles > 1 else ""
    told = (file.reader, file.encoding, number, file.outlet, file.published, file.language)
    say(f"{file.status:<9} {file.path}  ({', '.join(filter(None, told))})")
    if file.reason:
        say(f"          ! {file.reason}")
    for line in file.lines:
        say(f"          | {line}")
    if ahead is not None and ahead.labels is not None:
        _say_labels(ahead.labels)
    if ahead is not None:
        _say_conflicts(ahead.report)


def _say_labels(scan: Scan) -> None:
    for one in scan.labels:
        target = f"{one.target.tag} ({one.target.kind}{', new' if one.is_new else ''})" if one.target else "left out"
        say(f"          {one.annotations:>6} “{one.label}” → {target}  {one.example}".rstrip())


def _say_conflicts(report: MergeReport) -> None:
    for line in annotated_files.settled(report):
        say(f"          {line.outcome}: {line}")
        for name, (ours, theirs) in (line.conflict.fields if line.conflict else {}).items():
            say(f"            {name}: ours {_in_a_line(ours)}")
            say(f"            {' ' * len(name)}  theirs {_in_a_line(theirs)}")


def _in_a_line(value: JsonValue) -> str:
    if isinstance(value, dict) and "name" in value:
        value = value["name"]
    return shortened(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), _LONGEST_VALUE)


def _check_report(path: Path) -> None:
    """Before anything is imported."""
    check_report_path(path)
    if path.exists():
        raise DestinationTaken(path)


def _check_decided(annotated: Sequence[Recognised], mapping: str, decision: Decision) -> None:
    if mapping and annotated and all(one.format.take_in for one in annotated):
        raise click.UsageError("--map is for labels of other programs; a bundle brings its tags with it")
    if decision is not Decision.OURS and not any(one.format.take_in for one in annotated):
        raise click.UsageError("--conflicts is for bundles, and there is none")


def _check_applies(options: ImportOptions, found: Recognised) -> None:
    said = dict(zip(_READ_OTHERWISE, (options.outlet, options.published, options.language), strict=True))
    if found.format.read_in is None:
        said["--encoding"] = options.encoding or ""
    named = ", ".join(name for name, value in said.items() if value)
    if named:
        what = "a bundle" if found.format.name == "bundle" else f"of the format {found.format.name}"
        raise click.UsageError(f"“{found.path}” is {what}, whose articles say that themselves: leave out {named}")
