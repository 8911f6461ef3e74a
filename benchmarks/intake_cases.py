# SPDX-License-Identifier: GPL-3.0-or-later
"""Import real files of every format by one command into a new archive, and say what became of them.

    python benchmarks/intake_cases.py [CASES] [--case NAME ...] [--reasons]

CASES is the folder of case folders. The README.md of a folder speaks of its files and is left out.
Prints a line a case and the reasons of refusals, grouped (with --reasons those of warnings too);
then how many readers crashed, how many files were lost without a word (not in the report, refused
without a reason, or imported as nothing) and how many articles have an empty text without a warning.
Exits with 1 where one of these is not 0.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archivist.intake.files import find_files
from archivist.store import Archive

SHARED = Path(__file__).resolve().parents[2] / "shared" / "cases"
CASES = (
    *("html-news-gold", "warc-wacz", "mhtml", "eml", "pdf", "office-docx-odt-rtf", "epub", "feeds", "zotero"),
    *("csv-jsonl-news", "encodings"),
)
BUG = re.compile(r"It could not be read \(\w+:|reading it broke off|came to no end|MB of memory|reach for the network")
QUOTED = re.compile(r"“[^”]*”")
SEVERAL = re.compile(r"“…”(?:, “…”)+")
NUMBER = re.compile(r"\d[\d.,\u00a0 ]*")

Report = dict[str, Any]


@dataclass
class Case:
    """What became of the files of one folder."""

    files: int = 0
    articles: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    reasons: Counter[tuple[str, str]] = field(default_factory=Counter)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="?", type=Path, default=Path(os.environ.get("ARCHIVIST_CASES", SHARED)))
    parser.add_argument("--case", action="append", help="only this one; may be given again")
    parser.add_argument("--reasons", action="store_true", help="also print the reasons of warnings")
    parser.add_argument("--archive", type=Path, help="where to leave the archive; else it goes again")
    given = parser.parse_args()
    folders = [given.cases / name for name in given.case or CASES if (given.cases / name).is_dir()]
    with tempfile.TemporaryDirectory() as scratch:
        archive = given.archive or Path(scratch) / "archive"
        started = time.perf_counter()
        reports = imported(archive, folders, Path(scratch) / "report.json")
        seconds = time.perf_counter() - started
        return told(folders, reports, archive, seconds, warnings=given.reasons)


def imported(archive: Path, folders: list[Path], report: Path) -> list[Report]:
    """Import all files by the program's own command, and read its report."""
    program = (sys.executable, "-m", "archivist", "--archive", str(archive))
    subprocess.run((*program, "new"), check=True, stdout=subprocess.DEVNULL)
    sources = [path for folder in folders for path in sorted(folder.iterdir()) if path.name != "README.md"]
    command = (*program, "import", *map(str, sources), "--report", str(report))
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    files: list[Report] = json.loads(report.read_text(encoding="utf-8"))["files"]
    return files


def told(folders: list[Path], reports: list[Report], archive: Path, seconds: float, *, warnings: bool) -> int:
    by_path = {report["path"]: report for report in reports}
    crashes = [report for report in reports if BUG.search(all_reasons(report))]
    lost: list[str] = []
    rows = {}
    for folder in folders:
        case = rows[folder.name] = Case()
        found = [
            each.path for path in sorted(folder.iterdir()) if path.name != "README.md" for each in find_files([path])
        ]
        for path in found:
            report = by_path.get(str(path))
            if report is None or (not report["articles"] and not report["reason"]):
                lost.append(str(path))
            else:
                count(case, report)
    print_table(rows)
    shown = ("refused", "warning") if warnings else ("refused",)
    for name, case in rows.items():
        for (status, reason), number in case.reasons.most_common():
            if status in shown:
                print(f"  {name}: {status} {number}: {reason}")
    empty = empty_bodies(archive)
    print(f"{len(reports)} files in {seconds:.1f} s; crashes {len(crashes)}, silent losses {len(lost)}, "
          f"empty bodies without a warning {len(empty)}")  # fmt: skip
    for line in (*(f"crash: {report['path']}: {all_reasons(report)}" for report in crashes), *lost, *empty):
        print(f"  {line}"[:500])
    return bool(crashes or lost or empty)


def count(case: Case, report: Report) -> None:
    case.files += 1
    case.articles += len(report["articles"])
    case.statuses[report["status"]] += 1
    reason = report["reason"]
    if report["status"] == "refused" and report["unread"]:
        reason = f"No piece of it could be read, the first because: {report['unread'][0]['reason']}"
    reason = SEVERAL.sub("“…”", NUMBER.sub("N ", QUOTED.sub("“…”", reason))).replace("N )", "N)")
    if reason:
        case.reasons[report["status"], reason[:160]] += 1


def all_reasons(report: Report) -> str:
    return " ".join((report["reason"], *(piece["reason"] for piece in report["unread"])))


def print_table(rows: dict[str, Case]) -> None:
    columns = ("imported", "warning", "duplicate", "refused")
    print(f"{'case':<22}{'files':>7}{'articles':>10}" + "".join(f"{column:>11}" for column in columns))
    for name, case in rows.items():
        counts = "".join(f"{case.statuses[column]:>11}" for column in columns)
        print(f"{name:<22}{case.files:>7}{case.articles:>10}{counts}")


def empty_bodies(folder: Path) -> list[str]:
    """Articles without a text of which no warning speaks."""
    with Archive.open(folder, read_only=True) as archive:
        return [
            f"empty: {archive.articles.provenance(article.id).source}"
            for article in archive.articles.at_rows(list(archive.articles.rows()))
            if not archive.articles.revision(article.id).body.strip() and not archive.articles.warnings(article.id)
        ]


if __name__ == "__main__":
    raise SystemExit(main())
