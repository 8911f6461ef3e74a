# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing a BagIt 1.0 bag, as a folder or as a zip file.

It is written aside and takes its name when it is whole; until then nothing is at the destination,
and nothing stays behind when the writing fails. The same files in the same order give the same bytes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from archivist.errors import BundleUnsafe, DestinationTaken
from archivist.exchange.bag.source import DECLARATION, BagSource, open_bag
from archivist.exchange.files.packages import FolderPackage, Package, Write, ZipPackage
from archivist.file_names import shown, unsafe_name
from archivist.store.connection import storage_error
from archivist.store.durable import sync_folder, sync_tree

_ALGORITHMS = ("sha256", "sha512")
# A zip file holds one folder (RFC 8493, section 4); its name may not depend on that of the file.
_ZIP_FOLDER = "bundle/"


class BagWriter:
    """A bag that is being written; made by new_bag()."""

    def __init__(self, destination: Path) -> None:
        self.destination = destination
        self._aside = destination.with_name(f".{destination.name}.unfinished-{uuid4().hex[:8]}")
        self._is_zip = destination.suffix.lower() == ".zip"
        self._sink: Package = ZipPackage(self._aside, _ZIP_FOLDER) if self._is_zip else FolderPackage(self._aside)
        self._digests: dict[str, tuple[bytes, ...]] = {}
        self._octets = 0

    @contextmanager
    def file(self, name: str, size: int | None = None) -> Iterator[Write]:
        """Write one file after the other; `size` in bytes, where it is known.

        Raises BundleUnsafe, with nothing written, for a name that no reader would follow.
        """
        problem = unsafe_name(name)
        if problem:
            raise BundleUnsafe(self.destination, f"the name “{shown(name)}” of a file in it {problem}")
        hashes = [hashlib.new(algorithm) for algorithm in _ALGORITHMS]
        written = 0
        with self._sink.file(name, size) as sink_write:

            def write(data: bytes) -> None:
                nonlocal written
                sink_write(data)
                written += len(data)
                for digest in hashes:
                    digest.update(data)

            yield write
        self._digests[name] = tuple(digest.digest() for digest in hashes)
        if name.startswith("data/"):
            self._octets += written

    def add(self, name: str, data: bytes) -> None:
        """Write a small file."""
        with self.file(name, len(data)) as write:
            write(data)

    def finish(self, info: Sequence[tuple[str, str]]) -> BagSource:
        """Write the tag files, with these labels and values in bag-info.txt, and open the bag for reading."""
        payload = sorted(self._digests)
        oxum = ("Payload-Oxum", f"{self._octets}.{len(payload)}")
        self.add(DECLARATION, b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        self.add("bag-info.txt", "".join(f"{label}: {value}\n" for label, value in (*info, oxum)).encode())
        self._add_manifests("manifest", payload)
        self._add_manifests("tagmanifest", sorted(set(self._digests) - set(payload)))
        self._sink.close()
        sync_tree(self._aside)  # so that what is read back is what the disk has
        return open_bag(self._aside)

    def _add_manifests(self, kind: str, names: list[str]) -> None:
        manifests = {
            f"{kind}-{algorithm}.txt": "".join(f"{self._digests[name][at].hex()}  {name}\n" for name in names)
            for at, algorithm in enumerate(_ALGORITHMS)
        }
        for name, text in manifests.items():
            self.add(name, text.encode())

    def publish(self) -> None:
        """Give the finished bag its name. Raises DestinationTaken."""
        _refuse_taken(self.destination)
        self._aside.rename(self.destination)
        sync_folder(self.destination.parent)

    def discard(self) -> None:
        """Remove what has been written, unless it was published."""
        self._sink.remove()


@contextmanager
def new_bag(destination: Path) -> Iterator[BagWriter]:
    """A bag to be written: a zip file if the destination ends in .zip, else a folder.

    What is not published by the end is removed. Raises DestinationTaken, DiskFull, StorageFailed.
    """
    _refuse_taken(destination)
    try:
        writer = BagWriter(destination)
        try:
            yield writer
        finally:
            writer.discard()
    except OSError as error:
        raise storage_error(error, destination) from error


def _refuse_taken(destination: Path) -> None:
    if os.path.lexists(destination):
        raise DestinationTaken(destination)
