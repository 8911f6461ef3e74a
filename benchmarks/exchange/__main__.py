# SPDX-License-Identifier: GPL-3.0-or-later
"""What each format carries, on our own exports and on what others wrote.

    python -m benchmarks.exchange [CASES] [--formats] [--cases] [--bagit] [--only NAME...] [--examples]

CASES is the folder of case folders. Without one of the three, all are measured.
--formats   every format that is written: our sample archive with 1,500 posts full of emoji, exported and
            opened by a reader that somebody else wrote (`make readers`); then an archive with all that
            there is, made from a seed, exported and imported into an empty one, and compared in every
            aspect that the format says it keeps.
--cases     every file of the folders with annotations that others wrote, imported as `archivist import`
            does, beside a count made by other means.
--bagit     the conformance suite of BagIt.
Exits with 1 where anything differs that is not explained.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from archivist import exchange
from archivist.exchange import Aspect, Format
from archivist.store import Archive
from benchmarks.exchange import bags, case_folders
from benchmarks.exchange.elsewhere import Seen, all_seen, valid_tei, valid_w3c
from benchmarks.exchange.enriched import enrich
from benchmarks.exchange.round_trip import NOT_IMPORTED, OF_RECORDS, Result, round_trip
from tests.exchange.reading_elsewhere import python_of_readers
from tests.exchange.with_posts import make_sample_with_posts

SHARED = Path(__file__).resolve().parents[3] / "shared" / "cases"


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.exchange",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("cases_folder", nargs="?", type=Path, metavar="CASES")
    for part in ("formats", "cases", "bagit"):
        parser.add_argument(f"--{part}", action="store_true")
    parser.add_argument("--only", nargs="+", default=(), help="formats or case folders")
    parser.add_argument("--examples", action="store_true", help="also print the first differences")
    given = parser.parse_args()
    cases = given.cases_folder or Path(os.environ.get("ARCHIVIST_CASES", SHARED))
    every = not (given.formats or given.cases or given.bagit)
    wanted: Callable[[str], bool] = lambda name: not given.only or name in given.only  # noqa: E731
    failed = False
    with tempfile.TemporaryDirectory() as scratch:
        if given.formats or every:
            failed |= measure_formats(cases, Path(scratch), wanted, examples=given.examples)
        if given.cases or every:
            failed |= case_folders.measure(cases, Path(scratch), wanted, details=given.examples)
    if given.bagit or every:
        failed |= bags.measure(cases)
    return int(failed)


def measure_formats(cases: Path, scratch: Path, wanted: Callable[[str], bool], *, examples: bool) -> bool:
    """Readers of others, then the round trip; whether anything differs."""
    make_sample_with_posts(scratch / "archive", cases / "unlp2025-spans" / "dev.jsonl")
    (scratch / "elsewhere").mkdir()
    with Archive.open(scratch / "archive", read_only=True) as archive:
        print(f"The sample archive with posts: {archive.articles.count()} articles, {archive.annotations.count()} "
              "annotations")  # fmt: skip
        print(f"{'format':<20}{'reader':<32}{'articles':>9}{'annotations':>13}{'mismatches':>12}")
        failed = False
        for seen in all_seen(archive, scratch / "elsewhere", cases, wanted):
            failed |= _print_seen(seen)
    if wanted("tei"):
        failed |= _print_seen(valid_tei(scratch / "elsewhere", cases))
    if wanted("w3c"):
        failed |= _print_seen(valid_w3c(scratch / "elsewhere", cases, python_of_readers()))
    shutil.rmtree(scratch / "elsewhere")
    enrich(scratch / "archive")
    with Archive.open(scratch / "archive", read_only=True) as archive:
        print(f"\nWith all that there is: {archive.articles.count()} articles, {archive.annotations.count()} "
              f"annotations, {archive.records.count()} records, {len(archive.relations.all())} relations")  # fmt: skip
        print(f"{'format':<20}{'shape':<10}{'read as':<14}{'compared':>9}{'different':>10}  what differs")
        for number, (format_, shape) in enumerate(_shapes(wanted)):
            folder = scratch / f"trip{number}"
            folder.mkdir()
            result = round_trip(archive, format_, folder / f"out{shape}", folder / "archive")
            failed |= _print_result(result, format_, examples=examples)
            shutil.rmtree(folder)
    return failed


def _shapes(wanted: Callable[[str], bool]) -> list[tuple[Format, str]]:
    """Every format that is written, as its usual file, and as a folder where it may be one."""
    chosen = [format_ for format_ in exchange.formats() if format_.writes and wanted(format_.name)]
    return [
        (format_, shape)
        for format_ in chosen
        for shape in dict.fromkeys((format_.extensions[0], *(one for one in format_.extensions if not one)))
    ]


def _print_seen(seen: Seen) -> bool:
    numbers = ("" if number < 0 else str(number) for number in (seen.articles, seen.annotations, seen.mismatches))
    articles, annotations, mismatches = numbers
    print(f"{seen.reader.format:<20}{seen.reader.name:<32}{articles:>9}{annotations:>13}{mismatches:>12}", flush=True)
    if seen.failed:
        print(f"    {seen.failed}", flush=True)
    return bool(seen.failed) or seen.mismatches > 0


def _print_result(result: Result, format_: Format, *, examples: bool) -> bool:
    differing = ", ".join(
        f"{aspect} {number} of {result.compared[aspect]}" for aspect, number in result.different.items() if number
    )
    compared, different = result.compared.total(), result.different.total()
    print(f"{result.format:<20}{result.shape:<10}{result.read_as:<14}{compared:>9}{different:>10}  "
          f"{result.failed or differing or ('' if result.read_as else 'it is not imported')}", flush=True)  # fmt: skip
    own = [loss for loss in result.losses if loss.what not in list(Aspect)]
    for loss in own:
        print(f"    lost, as told: {loss.what} ({loss.count}): {loss.why}")
    if result.only_records:
        print("    it brings records alone; of these ids and names are compared, and what is lost is told above")
    if result.again:
        print(f"    {result.again}")
    for line in result.told[:3]:
        print(f"    told by the import ({len(result.told)}): {line[:200]}")
    expected = format_.keeps & OF_RECORDS if result.only_records else format_.keeps - NOT_IMPORTED
    empty = [aspect for aspect in expected if result.read_as and not result.compared[aspect]]
    if empty:
        print(f"    nothing to compare: {', '.join(sorted(empty))}")
    for aspect, shown in result.examples.items() if examples else ():
        print(*(f"    {aspect} {line}" for line in shown), sep="\n")
    told = sum(loss.count for loss in own) if result.only_records else 0
    return bool(different > told or result.failed or result.again)


if __name__ == "__main__":
    sys.exit(main())
