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
from archivist.search.index import Batch, Index, live_documents, open_reader
from archivist.search.manifest import Manifest, read_manifest
from archivist.store import Archive
from archivist.store.index_queue import Mark, QueueEntry

_ENTRIES = 100  # read at a time; after each of them progress is told
_CHARACTERS = 10_000_000  # of text in one commit; few commits keep an index small and quick
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
        return (yield from _follow(archive, index, None))


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
        # Whoosh meets damage with any error. Where the files are whole it is a bug, and none of theirs.
        current = read_manifest(index.folder)
        if current is None or not current.damage(index.folder, thorough=True):
            raise
    return (yield from _follow(archive, index, None))


def _follow(archive: Archive, index: Index, manifest: Manifest | None) -> Generator[Progress, None, Updated]:
    queue = archive.index_queue
    newest = queue.mark()  # before what it marks is read: what comes between is read again, not lost
    rebuilt = manifest is None
    seq = 0 if manifest is None else manifest.mark.seq
    done, total = 0, queue.pending(seq)
    yield Progress(done, total, _WHAT)
    while manifest is None or queue.entries(seq, 1):
        with index.failures_named(), index.batch(manifest) as batch:
            characters = 0
            while characters < _CHARACTERS:
                entries = queue.entries(seq, _ENTRIES)
                if not entries or any(entry.article in batch for entry in entries):
                    break
                characters += _read(archive, entries, batch)
                seq = entries[-1].seq
                done += len(entries)
                yield Progress(done, max(done, total), _WHAT)
            manifest = batch.commit(Mark(seq, newest.action))
    return Updated(done, rebuilt=rebuilt)


def _read(archive: Archive, entries: Sequence[QueueEntry], batch: Batch) -> int:
    """Bring changed articles into a batch; returns how many characters that was."""
    rows = [entry.article for entry in entries if not entry.deleted]
    articles = {article.row: article for article in archive.articles.at_rows(rows)}
    texts = archive.articles.texts(rows)
    notes = archive.annotations.notes(rows)
    characters = 0
    for entry in entries:
        article = articles.get(entry.article)
        if article is None or entry.article not in texts:
            batch.remove(entry.article)
            continue
        title, body = texts[entry.article]
        batch.add(entry.article, entry.seq, article.language, title, body, notes.get(entry.article, []))
        characters += len(body)
    return characters


def _differences(archive: Archive, index: Index, manifest: Manifest) -> Iterator[Finding]:
    numbers = archive.index_queue.numbers()
    pending = archive.index_queue.pending(manifest.mark.seq)
    unread = {entry.article for entry in archive.index_queue.entries(manifest.mark.seq, pending)}
    indexed: dict[int, int] = {}
    with closing(open_reader(index.folder, manifest)) as reader:
        numbered = zip(live_documents(reader, "row"), live_documents(reader, "seq"), strict=True)
        for (_, row), (_, seq) in numbered:
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


def _finding(row: int, problem: str) -> Finding:
    return Finding(f"search index, article in row {row}", f"{problem}; “archivist reindex” mends it")
