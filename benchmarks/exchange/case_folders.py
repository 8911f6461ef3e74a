# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders of files that others annotated, imported as `archivist import` does, beside counts made by other means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from archivist import exchange
from archivist.errors import ArchivistError
from archivist.exchange import MergeReport, Outcome, Recognised, TagMapping
from archivist.intake.pipeline import import_files
from archivist.model import FileReport, ImportStatus, Status
from archivist.store import Archive
from benchmarks.exchange.counts import counted, counted_relations, files_in, looks_annotated
from tests.long_work import run_to_end

FOLDERS = (
    *("brat-neruk2", "brat-official-examples", "factrueval2016", "events-commodity-news", "uima-cas", "refi-qda"),
    *("labelstudio-doccano", "conllu-ud", "web-annotation", "zotero"),
)
# Why a count made by other means is another, by folder and format.
EXPLAINED: dict[tuple[str, str], tuple[int, str]] = {
    ("labelstudio-doccano", "doccano"): (-2, "two on a record without a text, which a line tells"),
    ("uima-cas", "cas-xmi"): (-4, "four are in no index of their CAS, so deleted, which a line tells"),
    ("web-annotation", "w3c"): (1, "one annotation has two tags"),
    ("uima-cas", "cas-json"): (-1, "one does not say where it is, which a line tells"),
}
_NUMBER = re.compile(r"\d+")
_QUOTED = re.compile(r"“[^”]*”")
_HERE = (Outcome.UNCHANGED, Outcome.MAPPED, Outcome.COMPLETED)
_ORDINARY = "(others)"
_DEFINITIONS = (".conf", "typesystem.xml")  # they say what is marked, and mark nothing


@dataclass
class Row:
    """What became of the files of one format in one folder."""

    format: str
    files: int = 0
    read: int = 0
    refused: int = 0
    documents: int = 0
    annotations: int = 0  # read
    outcomes: Counter[Outcome] = field(default_factory=Counter)  # of annotations
    review: int = 0
    relations: int = 0
    records: int = 0
    counted: int | None = None
    relations_counted: int | None = None
    relations_left_out: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def measure(cases: Path, scratch: Path, wanted: Callable[[str], bool], *, details: bool) -> bool:
    """Print a line a folder and format; whether anything is otherwise than it should be and not explained."""
    columns = ("files", "read", "refused", "articles", "marked", "new", "here", "left out", "review", "related")
    print(f"\n{'folder':<24}{'format':<14}" + "".join(f"{column:>10}" for column in columns)
          + f"{'records':>9}{'counted':>9}  difference")  # fmt: skip
    failed = False
    for name in filter(wanted, FOLDERS):
        for row in rows_of(cases / name, scratch / name):
            failed |= _print(name, row, details=details)
    return failed


def rows_of(folder: Path, archive_folder: Path) -> Iterator[Row]:
    """Import everything in a folder but the README that speaks of it into a new archive."""
    sources = sorted(path for path in folder.iterdir() if path.name != "README.md")
    recognised = exchange.recognise(sources)
    with Archive.create(archive_folder) as archive:
        for name in dict.fromkeys(one.format.name for one in recognised):
            yield _annotated(archive, name, [one for one in recognised if one.format.name == name])
        reports: list[FileReport] = []
        others = [path for path in sources if path not in {one.path for one in recognised}]
        run_to_end(import_files(archive, others, reports=reports, leave_out=[one.path for one in recognised]))
        yield _ordinary(reports)


def _annotated(archive: Archive, format_name: str, found: Sequence[Recognised]) -> Row:
    paths = [one.path for one in found]
    row = Row(format_name, counted=counted(format_name, paths), relations_counted=counted_relations(format_name, paths))
    review = _for_review(archive)
    for one in found:
        files = files_in(one.path)
        row.files += len(files)
        try:
            report = run_to_end(exchange.take_in(archive, one.format, one.path, TagMapping()))
        except ArchivistError as error:
            row.refused += len(files)
            row.reasons[_reason(str(error))] += 1
            continue
        _add(row, report, len(files))
        row.wrong += _silent(report, files)
    row.review = _for_review(archive) - review
    return row


def _add(row: Row, report: MergeReport, files: int) -> None:
    if report.as_file_report().status is ImportStatus.REFUSED:
        row.refused += files
    else:
        row.read += files
    counts = report.counts
    row.documents += sum(number for (what, _), number in counts.items() if what == "article")
    row.annotations += report.annotations
    row.relations += sum(counts["relation", outcome] for outcome in (Outcome.NEW, *_HERE))
    row.relations_left_out += counts["relation", Outcome.LEFT_OUT]
    row.records += sum(counts["record", outcome] for outcome in (Outcome.NEW, *_HERE))
    for outcome in Outcome:
        row.outcomes[outcome] += counts["annotation", outcome]
    row.reasons.update(_reason(line.detail) for line in report.lines if line.outcome is Outcome.LEFT_OUT)


def _silent(report: MergeReport, files: Sequence[Path]) -> Iterator[str]:
    """What is not accounted for: annotations without an outcome, success without any, files nobody speaks of."""
    of_annotations = sum(number for (what, _), number in report.counts.items() if what == "annotation")
    if of_annotations != report.annotations:
        yield f"{report.path.name}: {report.annotations} annotations, {of_annotations} accounted for"
    if not report.annotations and report.as_file_report().status is ImportStatus.IMPORTED:
        yield f"{report.path.name}: imported with no annotations, and no word of it"
    if len(files) == 1:
        return
    told = " ".join(f"{line.where} {line.name} {line.detail}" for line in report.lines)
    silent = [path for path in files if path.stem not in told and path.name not in told]
    sorts = {path.suffix.lower() for path in files if path not in silent}  # a document may be called by another name
    for path in silent:
        if path.suffix.lower() not in sorts and not path.name.lower().endswith(_DEFINITIONS):
            yield f"{path.name}: in a folder that was taken as {report.format}, and nothing speaks of it"


def _ordinary(reports: Sequence[FileReport]) -> Row:
    """Files that are of no format with annotations; those that seem to hold some have to say so."""
    row = Row(_ORDINARY, files=len(reports))
    for report in reports:
        is_refused = report.status is ImportStatus.REFUSED
        row.refused += is_refused
        row.read += not is_refused
        row.documents += len(report.articles)
        if report.reason and (is_refused or report.status is ImportStatus.WARNING):
            row.reasons[_reason(report.reason.replace(str(report.path), report.path.name))] += 1
        seems = looks_annotated(report.path) if report.status is ImportStatus.IMPORTED else 0
        if seems:
            row.wrong.append(f"{report.path.name}: imported as {report.reader}; its {seems} annotations were dropped")
    return row


def _for_review(archive: Archive) -> int:
    ids = archive.articles.ids(archive.articles.rows())
    return sum(
        mark.status is Status.REVIEW for at in range(0, len(ids), 500)
        for _, marks in archive.annotations.of_articles(ids[at : at + 500]) for mark in marks
    )  # fmt: skip


def _reason(text: str) -> str:
    return _NUMBER.sub("N", _QUOTED.sub("“…”", text))[:150]


def _print(folder: str, row: Row, *, details: bool) -> bool:
    new = row.outcomes[Outcome.NEW] + row.outcomes[Outcome.RESTORED]
    here = sum(row.outcomes[outcome] for outcome in _HERE)
    numbers = [row.files, row.read, row.refused, row.documents, row.annotations, new, here]
    numbers += [row.outcomes[Outcome.LEFT_OUT], row.review, row.relations]
    difference = 0 if row.counted is None else row.annotations - row.counted
    expected, why = EXPLAINED.get((folder, row.format), (0, ""))
    failed = False
    said = f"{difference:+d}: {why or 'NOT EXPLAINED'}" if difference else ""
    counted_ = "" if row.counted is None else row.counted
    print(f"{folder:<24}{row.format:<14}" + "".join(f"{number:>10}" for number in numbers)
          + f"{row.records:>9}{counted_:>9}  {said}", flush=True)  # fmt: skip
    for reason, number in row.reasons.most_common(None if details else 6):
        print(f"    {number} x {reason}")
    if row.relations_counted is not None:
        unaccounted = row.relations_counted - row.relations - row.relations_left_out
        failed = bool(unaccounted)
        print(f"    relations: counted {row.relations_counted}, here {row.relations}, left out and told "
              f"{row.relations_left_out}, unaccounted for {unaccounted}")  # fmt: skip
    for line in row.wrong:
        print(f"    WRONG: {line}")
    if row.outcomes[Outcome.CONFLICT]:
        print(f"    in conflict: {row.outcomes[Outcome.CONFLICT]}")
    return failed or bool(row.wrong) or difference != expected
