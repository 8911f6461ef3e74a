# SPDX-License-Identifier: GPL-3.0-or-later
"""Go through what the reading desk can do, in the real window, by mouse alone and by keyboard alone.

    python -m benchmarks.reading_desk PICTURES [--theme dark] [--language uk] [--scale 1.5] [--all] [--only WORDS]…

An X server without a screen is started with a window manager and a bus for assistive programs, and the
program in it on a new archive. Each step has an article of its own. It is done as a person would, from
where assistive programs are told that things stand; its effect is then looked for in the archive, or
in what the window says of itself or shows, and a picture is taken. What did not hold is told, and is exit
code 1. With --all it is done light and dark, in English and Ukrainian, at scale 1 and 1.5.
Needs Xvfb, openbox, xdotool, setxkbmap, xclip, dbus-daemon, at-spi2-core and ImageMagick's import.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable
from itertools import groupby, product
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from archivist import paths
from archivist.store import Archive
from benchmarks.reading_desk import bad_input, codebook, commands, corrections, hands, history, reading
from benchmarks.reading_desk.by import By, Keys, Mouse
from benchmarks.reading_desk.desk import Desk
from benchmarks.reading_desk.screen import PROGRAMS, Look, screen
from benchmarks.reading_desk.steps import Outcome, Step, perform

SECTIONS = (hands, codebook, commands, reading, corrections, history, bad_input)
STEPS: tuple[Step, ...] = tuple(step for each in SECTIONS for step in each.STEPS)
WAYS: tuple[type[By], ...] = (Mouse, Keys)


def drive(look: Look, pictures: Path, steps: Iterable[Step], scratch: Path) -> list[Outcome]:
    """Do the steps in a window that looks so."""
    pictures.mkdir(parents=True, exist_ok=True)
    folder = scratch / "archive"
    outcomes = [Outcome(step) for step in steps]
    with Archive.create(folder, codebook=paths.data() / "codebook.json") as archive:
        made = {(each.step.name, way): each.step.make(archive, way.name) for each in outcomes for way in WAYS}
    with screen(scratch / "home", look) as (environment, bus):
        desk = Desk(environment, bus, folder, look, pictures)
        desk.start()
        for outcome in outcomes:
            for way in WAYS:
                said = perform(desk, outcome.step, way(desk), made[outcome.step.name, way])
                outcome.held[way.name] = said
            print(_row(outcome), flush=True)
        desk.stop()
    return outcomes


def _row(outcome: Outcome) -> str:
    ways = "".join(f"{'held' if not said else 'NOT':6}" for said in outcome.held.values())
    lines = [f"{outcome.step.section:12}{outcome.step.name:40}{ways}"]
    return "\n".join(lines + [f"    by {by}: {said}" for by, said in outcome.held.items() if said])


def main() -> int:
    """Read the command line, drive, and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pictures", type=Path)
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("en", "uk"), default="en")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--all", action="store_true", help="in all colours, languages and scales")
    parser.add_argument("--only", action="append", help="the steps whose names or sections hold these words")
    given = parser.parse_args()
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    if missing:
        print(f"not installed: {', '.join(missing)}", file=sys.stderr)
        return 1
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # of this process, which shows nothing
    _application = QCoreApplication([])
    looks = [Look(given.theme, given.language, given.scale)]
    if given.all:
        looks = [Look(*each) for each in product(("light", "dark"), ("en", "uk"), (1.0, 1.5))]
    steps = [step for step in STEPS if any(words in f"{step.section}: {step.name}" for words in given.only or [""])]
    failed = 0
    for look in looks:
        began = time.monotonic()
        print(f"\n{look}\n{'':52}mouse keys", flush=True)
        outcomes = []
        for section, together in groupby(steps, lambda step: step.section):
            pictures = given.pictures / str(look) / section.lower().replace(" ", "-")
            with tempfile.TemporaryDirectory() as scratch:  # each section has an archive of its own
                outcomes += drive(look, pictures, list(together), Path(scratch))
        not_held = sum(bool(said) for outcome in outcomes for said in outcome.held.values())
        failed += not_held
        done = sum(len(outcome.held) for outcome in outcomes)
        print(f"{len(outcomes)} actions, done {done} times, not held: {not_held}; {time.monotonic() - began:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
