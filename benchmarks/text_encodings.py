# SPDX-License-Identifier: GPL-3.0-or-later
"""In which encoding text files are read, against the one that they are in.

    python benchmarks/text_encodings.py CASES

CASES holds encodings, whose folders (in made-uk the names of the files) say the encoding. A file is
right if its text is that of the true encoding: as it was found out by the bytes alone, and as the
reader that an import takes for the file found it out.
"""

from __future__ import annotations

import argparse
import codecs
import re
import time
from collections import defaultdict
from pathlib import Path

from archivist.decoding.encodings import detect
from archivist.errors import ArchivistError
from archivist.intake.reader import ImportOptions
from archivist.intake.registry import reader_for
from archivist.model import ArticleDraft

_OTHER_NAMES = {"maccyrillic": "mac-cyrillic", "macroman": "mac-roman", "euc-tw": "", "tis-620": "cp874"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    folder = parser.parse_args().cases
    folder = folder / "encodings" if (folder / "encodings").is_dir() else folder
    right: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    misses, slowest = [], 0.0
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "README.md"):
        encoding = true_encoding(path)
        if not encoding:
            continue
        raw = path.read_bytes()
        truth = raw.decode(encoding, "replace").removeprefix("\ufeff")
        started = time.perf_counter()
        found = detect(raw, path=path)
        slowest = max(slowest, time.perf_counter() - started)
        read = _encoding_of_reader(raw, path)
        marks = found.text == truth, bool(read) and raw.decode(read, "replace").removeprefix("\ufeff") == truth
        right[path.parent.name].append(marks)
        if not all(marks):
            misses.append(
                f"    {path.parent.name}/{path.name}: bytes alone {found.encoding}, reader {read or 'refused'}"
            )
    for name, marks in [*right.items(), ("all", [mark for each in right.values() for mark in each])]:
        print(f"{name:30} bytes alone {_share(marks, 0)}   reader {_share(marks, 1)}")
    print("\n".join(misses), f"\nslowest: {slowest:.2f} s")


def true_encoding(path: Path) -> str:
    """Python's name of the encoding that a file is in, "" where its folder says none that Python knows."""
    if path.parent.name == "made-uk":
        return codecs.lookup(path.name.split(".")[1]).name
    name = path.parent.name.lower()
    while name:
        try:
            return codecs.lookup(_OTHER_NAMES.get(name, name)).name
        except LookupError:
            name = name.rpartition("-")[0] if re.search("-", name) else ""
    return ""


def _encoding_of_reader(raw: bytes, path: Path) -> str:
    """The encoding that the first article of a file was read in."""
    try:
        pieces = reader_for(raw, path).read(raw, path, ImportOptions())
    except ArchivistError:
        return ""
    first = next((piece for piece in pieces if isinstance(piece, ArticleDraft)), None)
    return (first.provenance.encoding or "") if first and first.provenance else ""


def _share(marks: list[tuple[bool, bool]], which: int) -> str:
    return f"{sum(mark[which] for mark in marks):4} of {len(marks):<4}"


if __name__ == "__main__":
    main()
