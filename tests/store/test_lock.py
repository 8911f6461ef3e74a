# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.errors import ArchiveLocked
from archivist.store import lock


def test_the_lock_names_its_holder(tmp_path: Path) -> None:
    held = lock.WriterLock(tmp_path)
    with pytest.raises(ArchiveLocked) as caught:
        lock.WriterLock(tmp_path)
    assert caught.value.holder.startswith("process ")
    held.release()
    lock.WriterLock(tmp_path).release()


def test_a_holder_that_left_no_name_is_said_to_be_unknown(tmp_path: Path) -> None:
    held = lock.WriterLock(tmp_path)
    (tmp_path / "archive.lock.json").write_text("{")
    with pytest.raises(ArchiveLocked) as caught:
        lock.WriterLock(tmp_path)
    assert caught.value.holder == "its process is not known"
    held.release()


def test_network_file_systems_are_recognised(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda / ext4 rw 0 0\nserver:/x /mnt/share\\040one nfs4 rw 0 0\nbroken\n")
    assert lock._file_system(Path("/mnt/share one/coverage"), mounts) == "nfs4"
    assert lock._file_system(Path("/home/me"), mounts) == "ext4"
    assert lock._file_system(Path("/home/me"), tmp_path / "none") == ""


def test_a_synchronised_folder_is_no_place_for_an_archive(tmp_path: Path) -> None:
    assert lock.unsafe_place(tmp_path / "Dropbox" / "coverage") == "synchronised:Dropbox"
    assert lock.unsafe_place(tmp_path) == ""
