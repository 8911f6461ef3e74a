# SPDX-License-Identifier: GPL-3.0-or-later
"""A codebook alone, as a file: ours (.json, as in a bundle) or that of REFI-QDA (.qdc).

One of ours without ids, as written by hand, names each tag's parent by its name.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from archivist.errors import FileDamaged, FileTooLarge, FileUnreadable, UnsupportedFile
from archivist.exchange import refi_qda
from archivist.exchange.bundle.documents import codebook_json, read_codebook
from archivist.exchange.bundle.tag_merging import merge_tags
from archivist.exchange.files.json_stream import Malformed, parse
from archivist.exchange.incoming.mapping import TagMapping
from archivist.exchange.incoming.taking_in import take_in
from archivist.exchange.outgoing.contents import Contents, Selection
from archivist.exchange.report import MergeLine, MergeReport, Outcome
from archivist.model import JsonValue, Loss
from archivist.store import Archive
from archivist.store.connection import storage_error
from archivist.store.tags import id_in_codebooks

CODEBOOK_ENDINGS = (".json", ".qdc")
_LARGEST = 16 << 20  # bytes


def save_codebook(archive: Archive, path: Path) -> list[Loss]:
    """Write the tags of an archive to a file, in place of one that is there; returns what it does not carry.

    Raises UnsupportedFile for another ending, DiskFull, StorageFailed.
    """
    _check_ending(path)
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            aside = Path(file.name)
        try:
            losses = _write(archive, aside, path.suffix.lower())
            with aside.open("rb+") as written:
                os.fsync(written.fileno())
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise storage_error(error, path) from error
    return losses


def load_codebook(archive: Archive, path: Path) -> MergeReport:
    """Bring the tags of a file into an archive, in one step; what is here and differs stays as it is.

    Raises UnsupportedFile, FileUnreadable, FileTooLarge, FileDamaged, with the archive unchanged.
    """
    _check_ending(path)
    raw = _read(path)
    if path.suffix.lower() == ".qdc":
        if not refi_qda.FORMAT.recognises or not refi_qda.FORMAT.recognises(path):
            raise FileDamaged(path, "it is no codebook of REFI-QDA")
        work = take_in(archive, refi_qda.FORMAT, path, TagMapping())
        while True:
            try:
                next(work)
            except StopIteration as end:
                report: MergeReport = end.value
                return report
    try:
        written = read_codebook(_with_ids(parse(raw)))
    except ValueError as error:
        raise FileDamaged(path, str(error)) from error
    with archive.action(f"Load codebook {path.name}"):
        _, lines = merge_tags(archive.tags, written)
    return _report(path, lines)


def _write(archive: Archive, path: Path, ending: str) -> list[Loss]:
    if ending == ".json":
        path.write_bytes(codebook_json(archive.tags.all()))
        return []
    path.unlink()  # the writer of REFI-QDA makes a new file
    work = refi_qda.write_codebook(Contents(archive, Selection(())), path)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return list(end.value)


def _check_ending(path: Path) -> None:
    if path.suffix.lower() not in CODEBOOK_ENDINGS:
        raise UnsupportedFile(path, f"a codebook ends in {' or '.join(CODEBOOK_ENDINGS)}")


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise FileTooLarge(path, size, _LARGEST)
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error


def _with_ids(value: JsonValue) -> JsonValue:
    """A codebook whose tags have ids: those without get one that follows from kind and name."""
    if not isinstance(value, dict) or not isinstance(value.get("tags"), list):
        raise Malformed("it holds no list of “tags”")
    tags = [tag for tag in value["tags"] if isinstance(tag, dict)]
    if len(tags) < len(value["tags"]) or any("id" in tag for tag in tags):
        return value
    ids = {str(tag.get("name")): id_in_codebooks(str(tag.get("kind")), str(tag.get("name"))) for tag in tags}
    return {"tags": [_with_id(tag, ids) for tag in tags]}


def _with_id(tag: dict[str, JsonValue], ids: dict[str, str]) -> JsonValue:
    parent = tag.get("parent")
    if parent is not None and str(parent) not in ids:
        raise Malformed(f"the tag “{tag.get('name')}” is part of “{parent}”, which is not in it")
    return {
        "shortcut": "",
        "description": "",
        **tag,
        "id": ids[str(tag.get("name"))],
        "parent": None if parent is None else ids[str(parent)],
    }


def _report(path: Path, lines: Iterable[MergeLine]) -> MergeReport:
    told = tuple(lines)
    counts = Counter((line.what, line.outcome) for line in told)
    return MergeReport(path, (), 0, counts, told, changed=counts["tag", Outcome.NEW] > 0, format="codebook")
