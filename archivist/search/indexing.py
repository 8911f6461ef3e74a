# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeping the index of an archive in step with its database.

The database's queue says what changed since the mark of the index. An index that is missing,
damaged, of another version or of another past is built anew on the same path: from an empty base
and the beginning of the queue, while the old one stays until the first commit.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from archivist.errors import ArchivistError
from archivist.model import Finding, Progress
from archivist.search.building import builder_for
from archivist.search.commit import read_segments
from archivist.search.flat.sections import SectionFile
from archivist.search.index import Index
from archivist.search.manifest import Manifest, read_manifest
from archivist.store import Archive
from archivist.store.index_queue import IndexQueue, Mark, QueueEntry

_AT_ONCE = 2500  # changed articles that make a segment and a commit
_WHAT = "index"


@dataclass(frozen=True, slots=True)
class Updated:
    """What an update did."""

    articles: int  # read anew or removed
    rebuilt: bool  # from nothing
    busy: bool = False  # another process is at it, so nothing was done


def update(archive: Archive, *, base: Path | None = None, patience: float = 0) -> Generator[Progress, None, Updated]:
    """Bring the index up to date, or build it anew where it cannot be used.

    Where another process is at it, wait as many seconds for it as the patience allows. It may be
    stopped at any step: what was committed stays. Raises IndexFailed, DiskFull.
    """
    index = Index(archive, base)
    with index.writing(patience) as held:
        if not held:
            return Updated(0, rebuilt=False, busy=True)
        return (yield from _follow_or_heal(archive, index, index.manifest()))


def rebuild(archive: Archive, *, base: Path | None = None, patience: float = 0) -> Generator[Progress, None, Updated]:
    """Build the index anew, whatever its state; as patiently as update(). Raises IndexFailed, DiskFull."""
    index = Index(archive, base)
    with index.writing(patience) as held:
        if not held:
            return Updated(0, rebuilt=False, busy=True)
        # An index that can be used is, until the new one is whole.
        return (yield from _follow(archive, index, None, at_once=index.manifest() is not None))


def update_in_process(folder: Path, base: Path | None = None) -> Generator[Progress, None, Updated]:
    """update() of the archive in a folder, for a process that has nothing else open."""
    with Archive.open(folder, read_only=True) as archive:
        return (yield from update(archive, base=base))


def check(archive: Archive, *, base: Path | None = None) -> Generator[Progress, None, tuple[Finding, ...]]:
    """Compare the index with the database: damaged files, and articles missing, superfluous or stale.

    An index that is not built yet, is of another version, or has not read the last changes yet is
    no finding: the next update() sees to it.
    """
    yield Progress(0, 2, _WHAT)
    index = Index(archive, base)
    damage = index.damage()
    if damage:
        index.discard()
        return (Finding("search index", f"{damage}; “archivist reindex” builds it anew"),)
    yield Progress(1, 2, _WHAT)
    manifest = index.manifest()
    findings = tuple(_differences(archive, index, manifest)) if manifest is not None else ()
    yield Progress(2, 2, _WHAT)
    return findings


def _follow_or_heal(archive: Archive, index: Index, manifest: Manifest | None) -> Generator[Progress, None, Updated]:
    try:
        return (yield from _follow(archive, index, manifest))
    except ArchivistError:
        raise
    except Exception:
        # Damage is met with errors of any kind. Where the files are whole it is a bug, and none of theirs.
        current = read_manifest(index.folder)
        if current is None or not current.damage(index.folder, thorough=True):
            raise
    return (yield from _follow(archive, index, None))


def _follow(
    archive: Archive, index: Index, manifest: Manifest | None, *, at_once: bool = False
) -> Generator[Progress, None, Updated]:
    """Read what changed since the manifest; commit after each part or, at once, after the last."""
    queue = archive.index_queue
    newest = queue.mark()  # before what it marks is read: what comes between is read again, not lost
    rebuilt = manifest is None
    seq = 0 if manifest is None else manifest.mark.seq
    done, total = 0, queue.pending(seq)
    yield Progress(done, total, _WHAT)
    with index.failures_named():
        commit = index.begin(manifest)
        parts = _parts(queue, seq)
        with closing(builder_for(archive, index.folder, total).build(parts)) as built:
            for what in built:
                if isinstance(what, int):
                    yield Progress(done + what, max(done + what, total), _WHAT)
                    continue
                commit.remove([entry.article for entry in what.entries])
                commit.add(what.segments)
                seq = what.entries[-1].seq
                if not at_once:
                    manifest = commit.finish(Mark(seq, newest.action))
                    commit = index.begin(manifest)
                done += len(what.entries)
                yield Progress(done, max(done, total), _WHAT)
        if at_once or manifest is None:
            manifest = commit.finish(Mark(seq, newest.action))
        _merge(index, manifest, thorough=done > _AT_ONCE)
    return Updated(done, rebuilt=rebuilt)


def _parts(queue: IndexQueue, seq: int) -> Iterator[Sequence[QueueEntry]]:
    """What changed since a number, in parts of which each becomes a segment."""
    while entries := queue.entries(seq, _AT_ONCE):
        yield entries
        seq = entries[-1].seq


def _merge(index: Index, manifest: Manifest, *, thorough: bool) -> None:
    """Merge segments until there are few."""
    while True:
        commit = index.begin(manifest)
        due = commit.due_for_merging(thorough=thorough)
        if not due:
            return
        commit.merge(due)
        manifest = commit.finish(manifest.mark)


def _differences(archive: Archive, index: Index, manifest: Manifest) -> Iterator[Finding]:
    numbers = archive.index_queue.numbers()
    pending = archive.index_queue.pending(manifest.mark.seq)
    unread = {entry.article for entry in archive.index_queue.entries(manifest.mark.seq, pending)}
    indexed: dict[int, int] = {}
    for row, seq in _indexed(index.folder, manifest):
        if row in indexed:
            yield _finding(row, "it is in the index twice")
        indexed[row] = seq
    for row in sorted((numbers.keys() | indexed.keys()) - unread):
        if row not in indexed:
            yield _finding(row, "it is missing from the index")
        elif row not in numbers:
            yield _finding(row, "it is in the index but not in the archive")
        elif indexed[row] != numbers[row]:
            yield _finding(row, "the index has an older state of it")


def _indexed(folder: Path, manifest: Manifest) -> Iterator[tuple[int, int]]:
    """Row and number in the queue of every article in the index."""
    for segment in read_segments(folder, manifest):
        file = SectionFile(folder / segment.file_name)
        live = segment.live()
        yield from zip(file.whole("row")[live].tolist(), file.whole("seq")[live].tolist(), strict=True)


def _finding(row: int, problem: str) -> Finding:
    return Finding(f"search index, article in row {row}", f"{problem}; “archivist reindex” mends it")
