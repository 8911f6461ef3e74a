# SPDX-License-Identifier: GPL-3.0-or-later
"""The manifest tells whole files from damaged ones, and itself too."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from archivist.search.manifest import MANIFEST_NAME, Manifest, facts_of, read_manifest, software
from archivist.store.index_queue import Mark


@pytest.fixture
def manifest(tmp_path):
    (tmp_path / "one").write_bytes(b"1" * 1000)
    (tmp_path / "two").write_bytes(b"2" * 1000)
    manifest = Manifest(software(), "an archive", Mark(7, "an action"), 3, facts_of(tmp_path, ["one", "two"], {}))
    manifest.write(tmp_path)
    return manifest


def test_what_was_written_is_read(manifest, tmp_path):
    assert read_manifest(tmp_path) == manifest
    assert manifest.damage(tmp_path) == manifest.damage(tmp_path, thorough=True) == ""


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"\xff", b"null", b'{"checksum": 1, "content": "{}"}', b"[" * 9999]
)
def test_a_file_that_is_no_manifest_is_none(tmp_path, content):
    (tmp_path / MANIFEST_NAME).write_bytes(content)
    assert read_manifest(tmp_path) is None


def test_any_flipped_bit_of_the_manifest_is_noticed(manifest, tmp_path):
    content = (tmp_path / MANIFEST_NAME).read_bytes()
    for place in range(len(content)):
        (tmp_path / MANIFEST_NAME).write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        assert read_manifest(tmp_path) in (None, manifest)


def test_a_missing_file_is_damage(manifest, tmp_path):
    (tmp_path / "two").unlink()
    assert "two" in manifest.damage(tmp_path)


def test_a_file_of_another_length_is_damage(manifest, tmp_path):
    (tmp_path / "two").write_bytes(b"2" * 999)
    assert "two" in manifest.damage(tmp_path)


def test_a_changed_file_is_damage_even_if_its_time_was_kept(manifest, tmp_path):
    times = (tmp_path / "two").stat()
    (tmp_path / "two").write_bytes(b"2" * 999 + b"3")
    assert "two" in manifest.damage(tmp_path)
    os.utime(tmp_path / "two", ns=(times.st_atime_ns, times.st_mtime_ns))
    assert manifest.damage(tmp_path) == ""
    assert "two" in manifest.damage(tmp_path, thorough=True)


def test_a_copied_file_is_whole(manifest, tmp_path):
    os.utime(tmp_path / "one", ns=(1, 1))
    assert manifest.damage(tmp_path) == ""


def test_known_files_are_not_read_again(manifest, tmp_path):
    known = {"one": replace(manifest.files["one"], checksum=42)}
    assert facts_of(tmp_path, ["one"], known)["one"].checksum == 42
    (tmp_path / "one").write_bytes(b"4" * 1001)
    assert facts_of(tmp_path, ["one"], known)["one"].checksum != 42


def test_one_file_can_be_read_and_compared(manifest, tmp_path):
    assert manifest.is_as_written(tmp_path, "one")
    assert not manifest.is_as_written(tmp_path, "three")
    times = (tmp_path / "one").stat()
    (tmp_path / "one").write_bytes(b"1" * 999 + b"3")
    os.utime(tmp_path / "one", ns=(times.st_atime_ns, times.st_mtime_ns))
    assert not manifest.is_as_written(tmp_path, "one")
