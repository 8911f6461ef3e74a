# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of PDFs, ours beside that of pdftotext (poppler-utils) on the same files in the same run.

    python benchmarks/pdf_text.py CASES/pdf [--each]

The token F1 of the two, over all files that have a text layer: how much of the words that one finds
the other finds too, whatever their order. We leave out what repeats at the head and foot of pages.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import time
import unicodedata
from collections import Counter
from pathlib import Path

from archivist.errors import ArchivistError
from archivist.intake.pdf.pdf import read_pdf
from archivist.intake.reader import ImportOptions
from archivist.model import ArticleDraft

_WORD = re.compile(r"\w+")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", action="store_true", help="a line for each file")
    arguments = parser.parse_args()
    scores, ours_alone, refused = [], [], 0
    seconds = {"ours": 0.0, "pdftotext": 0.0}
    for path in sorted(arguments.folder.rglob("*.pdf")):
        started = time.perf_counter()
        ours = _ours(path)
        seconds["ours"] += time.perf_counter() - started
        started = time.perf_counter()
        theirs = _theirs(path)
        seconds["pdftotext"] += time.perf_counter() - started
        if ours is None:
            refused += 1
        elif not theirs:
            ours_alone.append(path)
        else:
            scores.append(f1(ours, theirs))
        if arguments.each:
            score = f"{scores[-1]:.3f}" if ours is not None and theirs else "    -"
            print(f"{score}  ours {len(_words(ours or '')):6}  pdftotext {len(_words(theirs)):6}  {path.name}")
    print(f"{len(scores)} files that pdftotext finds text in: token F1 {sum(scores) / max(1, len(scores)):.4f}")
    print(f"{len(ours_alone)} files that it finds none in, {refused} that we refuse")
    print(", ".join(f"{who} {time_taken:.1f} s" for who, time_taken in seconds.items()))


def f1(ours: str, theirs: str) -> float:
    """The token F1 of two texts, from 0 to 1."""
    one, other = Counter(_words(ours)), Counter(_words(theirs))
    shared = sum((one & other).values())
    return 2 * shared / (sum(one.values()) + sum(other.values())) if shared else 0.0


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _ours(path: Path) -> str | None:
    try:
        pieces = read_pdf(path.read_bytes(), path, ImportOptions())
    except ArchivistError:
        return None
    return "\n".join(piece.body for piece in pieces if isinstance(piece, ArticleDraft) and not piece.part)


def _theirs(path: Path) -> str:
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=False, timeout=60)
    return done.stdout.decode("utf-8", "replace").strip()


if __name__ == "__main__":
    main()
