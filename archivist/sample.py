# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample archive: the coverage that is shipped with the program, imported and annotated."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from archivist import paths
from archivist.errors import ArchiveExists, FileUnreadable
from archivist.intake.pipeline import import_files
from archivist.intake.reader import ImportOptions
from archivist.store import Archive


def make_sample_archive(folder: Path) -> None:
    """Make an archive of the sample coverage in a folder that is not there yet, or is empty.

    It appears there when it is whole. Raises ArchiveExists and whatever importing may raise.
    """
    if folder.exists() and any(folder.iterdir()):
        raise ArchiveExists(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    workplace = Path(mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    try:
        _make(workplace / folder.name)
        if folder.exists():
            folder.rmdir()
        (workplace / folder.name).rename(folder)
    finally:
        shutil.rmtree(workplace, ignore_errors=True)


def _make(folder: Path) -> None:
    with (
        Archive.create(folder, codebook=paths.data() / "codebook.json") as archive,
        archive.action("Make the sample archive", undoable=False),
    ):
        articles = {entry["file"]: _add_article(archive, entry) for entry in _read("articles.json")["articles"]}
        for entry in _read("annotations.json"):
            for each in entry["annotations"]:
                archive.annotations.add_quote(
                    articles[entry["file"]],
                    each["quote"],
                    archive.tags.named(each["tag"]).id,
                    occurrence=each["occurrence"],
                    note=each["note"],
                    attributes=each["attributes"],
                )


def _add_article(archive: Archive, entry: dict[str, Any]) -> str:
    """Import one file and say of it what is known; returns the article's id."""
    path = paths.data() / "articles" / entry["file"]
    options = ImportOptions(
        outlet=entry["outlet"],
        published=entry["published"],
        language=entry["language"],
        collection=entry["collection"],
        encoding=entry["encoding"] if path.suffix == ".txt" else None,
    )
    steps = import_files(archive, [path], options)
    try:
        while True:
            next(steps)
    except StopIteration as end:
        [report] = end.value.files
    if not report.articles:
        raise FileUnreadable(path, report.reason)
    id_ = report.articles[0]
    archive.articles.update(id_, url=entry["url"], outlet=entry["outlet"], published=entry["published"])
    return str(id_)


def _read(name: str) -> Any:
    path = paths.data() / name
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FileUnreadable(path, str(error)) from error
