# SPDX-License-Identifier: GPL-3.0-or-later
"""The Whoosh index of one archive, in a folder of the user's own cache.

Whoosh's files hold pickles, and reading one runs what it says. So an index is only ever opened
where this program wrote it, never inside an archive, and only after its checksums were compared.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from filelock import FileLock, Timeout
from platformdirs import user_cache_path
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex
from whoosh.reading import IndexReader, SegmentReader
from whoosh.writing import SegmentWriter

from archivist.errors import DiskFull, IndexFailed
from archivist.search.fields import FieldText, schema
from archivist.search.manifest import MANIFEST_NAME, Manifest, facts_of, read_manifest, software
from archivist.store import Archive
from archivist.store.index_queue import Mark

_NAME = "articles"  # Whoosh's name for the index; its files begin with it
_LOCK_NAME = "lock"
_TABLE_OF_CONTENTS = re.compile(rf"_{_NAME}_(\d+)\.toc")
_POOL_MEGABYTES = 64  # that a writer holds in memory before it sorts to disk
_MOST_SMALL_SEGMENTS = 8
_SMALL_SEGMENTS = (50, 500, 5000)  # documents, tier by tier, so that a merge stays as small as its cause


class Index:
    """The index of one archive on disk: where it is, whether it is whole, and who may write to it."""

    def __init__(self, archive: Archive, base: Path | None = None) -> None:
        """base is where the indexes of all archives lie; the user's cache unless given."""
        base = base or user_cache_path("archivist") / "index"
        place = f"{archive.identity}\0{archive.folder.resolve()}".encode("utf-8", "surrogateescape")
        self.folder = base / hashlib.sha256(place).hexdigest()[:32]
        self._archive = archive

    def manifest(self) -> Manifest | None:
        """The manifest, if the index is this archive's, whole and made by this software."""
        if self._danger():
            return None
        manifest = read_manifest(self.folder)
        if manifest is None or manifest.software != software() or manifest.archive != self._archive.identity:
            return None
        if not self._archive.index_queue.knows(manifest.mark) or manifest.damage(self.folder):
            return None
        return manifest

    def damage(self) -> str:
        """What is wrong with the files, every byte of which is read, or ""."""
        if self._danger() or not (self.folder / MANIFEST_NAME).exists():
            return ""
        manifest = read_manifest(self.folder)
        return "its manifest has changed" if manifest is None else manifest.damage(self.folder, thorough=True)

    def discard(self) -> None:
        """Forget the index, so that it is built anew."""
        with suppress(OSError):
            (self.folder / MANIFEST_NAME).unlink(missing_ok=True)

    @contextmanager
    def writing(self, patience: float = 0) -> Iterator[bool]:
        """Hold the right to write; False where another process has it for longer than the patience, in seconds.

        Raises IndexFailed, DiskFull.
        """
        with self.failures_named():
            self._make_private_folder()
            lock = FileLock(self.folder / _LOCK_NAME, timeout=patience, thread_local=False)
            try:
                lock.acquire()
            except Timeout:
                yield False
                return
            except NotImplementedError as error:  # a file system without locks
                raise IndexFailed(self.folder, str(error)) from error
            try:
                yield True
            finally:
                lock.release()

    def batch(self, base: Manifest | None) -> Batch:
        """Begin a commit on top of a manifest, or of nothing; only while writing."""
        current = read_manifest(self.folder)
        _remove_all_but(self.folder, current.files if current is not None else ())
        return Batch(self.folder, base, self._archive.identity)

    @contextmanager
    def failures_named(self) -> Iterator[None]:
        """Turn what the operating system says into our errors."""
        try:
            yield
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DiskFull(self.folder) from error
            raise IndexFailed(self.folder, error.strerror or str(error)) from error

    def _make_private_folder(self) -> None:
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.folder.mkdir(mode=0o700, exist_ok=True)
        danger = self._danger()
        if danger:
            raise IndexFailed(self.folder, danger)
        self.folder.chmod(0o700)

    def _danger(self) -> str:
        """Why nothing in the folder should be opened, or "": somebody else may have written it."""
        if self.folder.resolve().is_relative_to(self._archive.folder.resolve()):
            return "it lies inside the archive, which may come from somebody else"
        if hasattr(os, "getuid") and self.folder.is_dir() and self.folder.stat().st_uid != os.getuid():
            return "it belongs to somebody else"
        return ""


def open_reader(folder: Path, manifest: Manifest) -> IndexReader:
    """A Whoosh reader of the index as the manifest has it."""
    index = _PinnedIndex(folder, manifest.generation)
    try:
        return index.reader()
    except BaseException:
        index.storage.close_files()
        raise


def live_documents(reader: IndexReader, column: str) -> Iterator[tuple[int, int]]:
    """Document number and value of a column, row or seq, of every article in the index."""
    for leaf, offset in reader.leaf_readers():
        if not leaf.doc_count_all():
            continue
        values = leaf.column_reader(column).load()
        if leaf.has_deletions():
            yield from ((offset + at, value) for at, value in enumerate(values) if not leaf.is_deleted(at))
        else:
            yield from enumerate(values, offset)


class Batch:
    """Articles that enter or leave the index in one commit. Nothing is changed before commit()."""

    def __init__(self, folder: Path, base: Manifest | None, identity: str) -> None:
        self._folder = folder
        self._base = base
        self._identity = identity
        generation = max(_generations(folder), default=0) if base is None else base.generation
        index = _PinnedIndex(folder, generation, is_empty=base is None)
        self._index = index
        self._writer = _Writer(index, limitmb=_POOL_MEGABYTES, compound=False, _lk=False)
        self._reader: IndexReader | None = None  # of the base, once something is to be removed
        self._added: set[int] = set()

    def __contains__(self, row: int) -> bool:
        """Whether an article was added to this batch; it cannot be taken out again before the commit."""
        return row in self._added

    def remove(self, row: int) -> None:
        """Take the article out of the index, if it is in it."""
        for document in self._documents(row):
            self._writer.delete_document(document)

    def add(self, row: int, seq: int, language: str, title: str, body: str, notes: list[str]) -> None:
        """Put an article into the index in the place of what was known of it."""
        self.remove(row)
        self._added.add(row)
        texts = {"title": [title], "body": [body], "note": notes}
        fields = {name: FieldText(language, text) for name, text in texts.items() if text}
        self._writer.add_document(article=row, row=row, seq=seq, **fields)

    def commit(self, mark: Mark) -> Manifest:
        """Make the batch and the mark take effect together."""
        self._close_reader()
        self._writer.commit(mergetype=_merge_small)
        names = self._writer.file_names()
        known = self._base.files if self._base is not None else {}
        facts = facts_of(self._folder, names, known)
        manifest = Manifest(software(), self._identity, mark, self._writer.generation, facts)
        manifest.write(self._folder)
        _remove_all_but(self._folder, names)
        return manifest

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Give up what was not committed."""
        self._close_reader()
        if not self._writer.is_closed:
            with suppress(Exception):  # a commit that failed has closed some of the files already
                self._writer.cancel()
        self._index.storage.close_files()

    def _documents(self, row: int) -> Iterator[int]:
        if self._base is None:
            return
        if self._reader is None:
            self._reader = self._index.reader()
        term = self._writer.schema["article"].to_bytes(row)
        for leaf, offset in self._reader.leaf_readers():
            if ("article", term) in leaf:
                for document in leaf.postings("article", term).all_ids():
                    yield document + offset

    def _close_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None


class _Files(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """A folder that knows which of its files are open: after an error Whoosh forgets them."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._opened: list[Any] = []
        self._inside: list[_Files] = []

    def open_file(self, name: str, **options: Any) -> Any:
        file = super().open_file(name, **options)
        self._opened.append(file)
        return file

    def create_file(self, name: str, **options: Any) -> Any:
        file = super().create_file(name, **options)
        self._opened.append(file)
        return file

    def temp_storage(self, name: str | None = None) -> _Files:
        # Inside the index, so that it is as private, and cleared away with what else is left over.
        inside = _Files(Path(self.folder) / (name or "unfinished"))
        self._inside.append(inside)
        inside.create()
        return inside

    def close_files(self) -> None:
        """Close what is still open."""
        for inside in self._inside:
            inside.close_files()
        for file in self._opened:
            if not file.is_closed:
                file.close()


class _PinnedIndex(FileIndex):  # type: ignore[misc]  # Whoosh has no types
    """The index of one generation; Whoosh alone would take the newest table of contents it sees."""

    def __init__(self, folder: Path, generation: int, *, is_empty: bool = False) -> None:
        self.storage = _Files(folder)
        self.indexname = _NAME
        self._schema = schema()
        self._generation = generation
        self._is_empty = is_empty

    def latest_generation(self) -> int:
        return self._generation

    def reader(self, reuse: None = None) -> IndexReader:
        contents = self._read_toc()
        return self._reader(self.storage, contents.schema, contents.segments, contents.generation, reuse=reuse)

    def _read_toc(self) -> TOC:
        if self._is_empty:
            return TOC(self._schema, [], self._generation)
        return TOC.read(self.storage, self.indexname, gen=self._generation, schema=self._schema)


class _Writer(SegmentWriter):  # type: ignore[misc]  # Whoosh has no types
    """A writer whose commit leaves the last generation in place, until the manifest says otherwise."""

    def _commit_toc(self, segments: list[Any]) -> None:
        TOC(self.schema, segments, self.generation).write(self.storage, self.indexname)
        self._prefixes = tuple(f"{segment.segment_id()}." for segment in segments)

    def file_names(self) -> list[str]:
        """The files of the generation that was committed."""
        contents = TOC._filename(self.indexname, self.generation)  # noqa: SLF001 - Whoosh has no other name for it
        return [name for name in self.storage if name == contents or name.startswith(self._prefixes)]


def _merge_small(writer: SegmentWriter, segments: list[Any]) -> list[Any]:
    """Whoosh's merge policy: which segments stay; the others are written anew with the batch."""
    kept = [segment for segment in segments if segment.doc_count()]
    for limit in _SMALL_SEGMENTS:
        small = [segment for segment in kept if segment.doc_count() < limit]
        if len(small) > _MOST_SMALL_SEGMENTS:
            _merge(writer, small)
            return [segment for segment in kept if segment not in small]
    return kept


def _merge(writer: SegmentWriter, segments: Iterable[Any]) -> None:
    for segment in segments:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()


def _generations(folder: Path) -> Iterator[int]:
    for path in folder.iterdir():
        match = _TABLE_OF_CONTENTS.fullmatch(path.name)
        if match:
            yield int(match.group(1))


def _remove_all_but(folder: Path, names: Iterable[str]) -> None:
    """Remove what earlier generations and killed writers have left."""
    kept = {*names, MANIFEST_NAME, _LOCK_NAME}
    for path in folder.iterdir():
        if path.name in kept:
            continue
        remove: Callable[[Path], None] = shutil.rmtree if path.is_dir() and not path.is_symlink() else Path.unlink
        with suppress(OSError):  # in use, on systems where that keeps a file alive
            remove(path)
