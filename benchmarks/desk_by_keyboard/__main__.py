# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotate an article in the real window by keyboard alone, and hold the result against what a person read in it.

    python -m benchmarks.desk_by_keyboard ARTICLE PICTURES [--published EDTF] [--reading FILE] [--archive FOLDER]

An X server without a screen is started with a window manager, and the program in it on a new
archive; keys are sent as a keyboard sends them. Every mention of the reading is tagged and linked,
every relation made with its type. At the end `archivist show --json` is compared with the reading,
and a bundle of the archive with the archive; what differs is counted and listed, and is exit code 1.
Needs Xvfb, openbox, xdotool, setxkbmap, xclip and ImageMagick's import. The archive is kept where it
is named.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from archivist import paths
from archivist.store import Archive
from benchmarks.desk_by_keyboard.keyboard import FULL, PROGRAMS, Keyboard, running, screen
from benchmarks.desk_by_keyboard.person import Person, article_of, body_of
from benchmarks.desk_by_keyboard.reading import compare, read

READING = Path(__file__).with_name("kazakhstan-2022-01-08.toml")
COMPARED = ("annotations", "records", "relations")  # of the archive with its bundle


def drive(given: argparse.Namespace, folder: Path) -> Person:
    """Do it all."""
    given.pictures.mkdir(parents=True, exist_ok=True)
    Archive.create(folder, codebook=paths.data() / "codebook.json").close()
    with tempfile.TemporaryDirectory() as home, screen(Path(home)) as environment:
        program = (sys.executable, "-m", "archivist", "--archive", str(folder))
        with running(*program, environment=environment):
            keyboard = Keyboard(environment, given.pictures)
            window = keyboard.tool("search", "--sync", "--onlyvisible", "--name", "Archivist$").splitlines()[0]
            width, height = FULL
            keyboard.tool("windowactivate", "--sync", window)
            keyboard.tool("windowmove", window, "0", "0")
            keyboard.tool("windowsize", "--sync", window, str(width), str(height - 30))
            keyboard.press("ctrl+alt+1")
            person = Person(keyboard, folder)
            person.bring_in(given.article.resolve(), given.published)
            with Archive.open(folder, read_only=True) as archive:
                reading = read(given.reading, body_of(archive))
            person.read_many()
            person.settle_suggestions()
            person.tag(reading)
            person.link_figures(reading)
            person.relate(reading)
            person.undo_and_redo()
            person.look(window)
            keyboard.press("ctrl+q", wait=2.0)
    print(f"{len(keyboard.taken)} pictures in {given.pictures}")
    return person


def report(given: argparse.Namespace, folder: Path, scratch: Path) -> bool:
    """Print how the archive differs from the reading, and its bundle from it; whether nothing does."""
    with Archive.open(folder, read_only=True) as archive:
        article, body = article_of(archive), body_of(archive)
    reading = read(given.reading, body)
    shown = _said(folder, "show", article)
    print(
        f"read: {len(reading.mentions)} mentions of {len(reading.records)} records, {len(reading.relations)} relations"
    )
    differences = compare(reading, shown)
    differences["lost in a bundle"] = _lost_in_a_bundle(folder, article, shown, scratch)
    for what, found in differences.items():
        print(f"{what}: {len(found)}" + "".join(f"\n    {each}" for each in found))
    return not any(differences.values())


def _lost_in_a_bundle(folder: Path, article: str, shown: dict[str, Any], scratch: Path) -> list[str]:
    """What another archive that was given a bundle of this one shows otherwise."""
    bundle, other = scratch / "bundle.zip", scratch / "other"
    _said(folder, "export", "--format", "bundle", "--out", str(bundle))
    Archive.create(other).close()
    _said(other, "import", str(bundle))
    again = _said(other, "show", article)
    return [what for what in COMPARED if _sorted(shown[what]) != _sorted(again[what])]


def _sorted(things: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(things, key=lambda each: str(each["id"]))


def _said(folder: Path, *command: str) -> dict[str, Any]:
    """What a command says with --json."""
    asked = (sys.executable, "-m", "archivist", "--archive", str(folder), *command, "--json")
    said: dict[str, Any] = json.loads(subprocess.run(asked, check=True, capture_output=True).stdout)
    return said


def main() -> int:
    """Read the command line, drive, and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", type=Path)
    parser.add_argument("pictures", type=Path)
    parser.add_argument("--published", default="")
    parser.add_argument("--reading", type=Path, default=READING)
    parser.add_argument("--archive", type=Path)
    given = parser.parse_args()
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    if missing:
        print(f"not installed: {', '.join(missing)}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.archive or Path(scratch) / "archive"
        began = time.monotonic()
        person = drive(given, folder)
        print(f"driven in {time.monotonic() - began:.0f} s")
        print(f"linked without a word typed: {person.linked_at_once}; made as it was called: {person.made_at_once}")
        return 0 if report(given, folder, Path(scratch)) else 1


if __name__ == "__main__":
    sys.exit(main())
