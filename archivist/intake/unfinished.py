# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports that were stopped or killed, each remembered in a small file of the archive's folder.

The file says what was to be imported, not what was done: that the archive knows by itself, so that
an import that goes on passes quickly over what is there. It is not needed for anything else and
may be deleted at any time.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from uuid import uuid4

from archivist.errors import ArchivistError
from archivist.intake.import_notes import PREFIX, notes_in
from archivist.intake.plan import ImportPlan
from archivist.intake.reader import ImportOptions
from archivist.intake.tables.profile import TableProfile

_WORTH_IT = 2  # files
_LARGEST = 16 << 20  # bytes
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class UnfinishedImport:
    """An import that can go on."""

    note: Path  # the file that says so
    plan: ImportPlan
    done: int  # files
    total: int

    @property
    def name(self) -> str:
        """What was imported, in short: a path, or how many."""
        return str(self.plan.sources[0]) if len(self.plan.sources) == 1 else f"{self.total} files"

    def forget(self) -> None:
        """Never mention it again."""
        with suppress(OSError):
            self.note.unlink(missing_ok=True)


class Note:
    """The file about an import that is under way; there is none for a single file."""

    def __init__(self, path: Path, plan: ImportPlan, total: int) -> None:
        self._path = path
        self._plan = _plan_as_json(plan)
        self._total = total

    def write(self, done: int) -> None:
        """Say how many files are done."""
        if self._total < _WORTH_IT:
            return
        note = {"machine": platform.node(), "plan": self._plan, "done": done, "total": self._total}
        new = self._path.with_suffix(".new")
        with suppress(OSError):  # where nothing more can be written, the archive will say so
            new.write_text(json.dumps(note), encoding="ascii")
            new.replace(self._path)

    def remove(self) -> None:
        """There is nothing left to do."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def note_for(folder: Path, plan: ImportPlan) -> Path:
    """Where the note on an import into the archive in this folder is to lie: if the same was stopped before, there."""
    asked = _plan_as_json(plan.remembering(()))
    for unfinished in unfinished_imports(folder):
        if _plan_as_json(unfinished.plan.remembering(())) == asked:
            return unfinished.note
    return folder / f"{PREFIX}{uuid4().hex}.json"


def unfinished_imports(folder: Path) -> list[UnfinishedImport]:
    """The imports into the archive in this folder that were not finished, the latest first.

    To be asked while no import is under way. Those of another machine, whose paths mean nothing
    here, and those whose sources are all away are not among them.
    """
    found = []
    for note in sorted(notes_in(folder), key=_changed, reverse=True):
        with suppress(ArchivistError, OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            unfinished = _read(note)
            if unfinished is not None and any(source.exists() for source in unfinished.plan.sources):
                found.append(unfinished)
    return found


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _read(path: Path) -> UnfinishedImport | None:
    if path.stat().st_size > _LARGEST:
        return None
    note = json.loads(path.read_text(encoding="ascii"))
    if note["machine"] != platform.node():
        return None
    return UnfinishedImport(path, _plan(note["plan"]), int(note["done"]), int(note["total"]))


def _plan_as_json(plan: ImportPlan) -> Json:
    return {
        "sources": [str(path.absolute()) for path in plan.sources],
        "options": _options_as_json(plan.options),
        "leave_out": sorted(str(path.absolute()) for path in plan.leave_out),
        "special": [[str(path.absolute()), _options_as_json(options)] for path, options in plan.special.items()],
    }


def _plan(value: Json) -> ImportPlan:
    return ImportPlan(
        tuple(map(Path, value["sources"])),
        _options(value["options"]),
        frozenset(map(Path, value["leave_out"])),
        {Path(path): _options(options) for path, options in value["special"]},
    )


def _options_as_json(options: ImportOptions) -> Json:
    """What a person said: texts, and how tables are to be read."""
    values = {field.name: getattr(options, field.name) for field in fields(options)}
    said: Json = {name: value for name, value in values.items() if isinstance(value, str) and value}
    if options.profile:
        said["profile"] = _profile_as_json(options.profile)
    if options.remembered:
        said["remembered"] = [_profile_as_json(profile) for profile in options.remembered]
    return said


def _options(value: Mapping[str, Any]) -> ImportOptions:
    names = {field.name for field in fields(ImportOptions)}
    said: Json = {name: each for name, each in value.items() if name in names and isinstance(each, str)}
    if "profile" in value:
        said["profile"] = _profile(value["profile"])
    said["remembered"] = tuple(map(_profile, value.get("remembered", ())))
    return ImportOptions(**said)


def _profile_as_json(profile: TableProfile) -> Json:
    return {"name": profile.name, "settings": profile.settings()}


def _profile(value: Json) -> TableProfile:
    return TableProfile.of(value["name"], value["settings"])
