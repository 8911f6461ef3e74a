# SPDX-License-Identifier: GPL-3.0-or-later
"""A file of flat arrays gives back what was written, or says that it is damaged."""

from __future__ import annotations

import errno
import os
import threading
import zlib

import numpy as np
import pytest

from archivist.search.flat.sections import DamagedSegment, SectionFile, SectionWriter

ARRAYS = {
    "bytes": np.arange(0, 256, dtype="u1"),
    "short": np.array([0, 1, 65535], "<u2"),
    "long": np.arange(5000, dtype="<u4") * 800_000,
    "signed": np.array([-1, 0, 1 << 62], "<i8"),
    "empty": np.zeros(0, "<u4"),
}


@pytest.fixture
def path(tmp_path):
    """A file with all of the arrays, the last of several pages."""
    writer = SectionWriter(tmp_path / "file")
    for name, values in ARRAYS.items():
        writer.add(name, values.dtype.str, values)
    writer.close({"documents": 3})
    return tmp_path / "file"


def everything(path):
    """All that can be read of a file."""
    file = SectionFile(path)
    return {name: file.whole(name).tolist() for name in ARRAYS if name in file._arrays} | dict(file.facts)


def test_what_was_written_is_read(path):
    file = SectionFile(path)
    for name, values in ARRAYS.items():
        assert name in file._arrays
        assert len(file.whole(name)) == len(values)
        assert file.whole(name).tolist() == values.tolist()
        assert file.part(name, 1, len(values)).tolist() == values[1:].tolist()
    assert "others" not in file._arrays
    assert file.facts == {"documents": 3}


def test_arrays_begin_at_multiples_of_64_bytes_and_are_not_copied(path):
    values = SectionFile(path).whole("long")
    assert values.ctypes.data % 64 == 0
    assert not values.flags.owndata
    assert not values.flags.writeable


def test_a_section_can_be_filled_bit_by_bit_while_others_are(tmp_path):
    writer = SectionWriter(tmp_path / "file")
    first, second = writer.reserve("first", "<u2", 4), writer.reserve("second", "<u4", 2)
    first.append(np.array([1, 2]))
    second.append(np.array([70_000]))
    first.append(np.array([3, 4]))
    second.append(np.array([80_000]))
    writer.close({})
    file = SectionFile(tmp_path / "file")
    assert file.whole("first").tolist() == [1, 2, 3, 4]
    assert file.whole("second").tolist() == [70_000, 80_000]


def test_more_values_than_there_is_place_for_are_refused(tmp_path):
    writer = SectionWriter(tmp_path / "file")
    section = writer.reserve("one", "|u1", 2)
    section.append(np.array([1]))
    with pytest.raises(ValueError, match="place"):
        section.append(np.array([2, 3]))
    writer.abandon()


def test_no_file_is_written_over(path):
    with pytest.raises(FileExistsError):
        SectionWriter(path)


def test_a_file_without_sections_is_read(tmp_path):
    SectionWriter(tmp_path / "file").close({})
    assert SectionFile(tmp_path / "file").facts == {}


def test_an_unfinished_file_is_damaged(tmp_path):
    writer = SectionWriter(tmp_path / "file")
    writer.add("long", "<u4", ARRAYS["long"])
    writer.abandon()
    with pytest.raises(DamagedSegment):
        SectionFile(tmp_path / "file")


def test_every_flipped_byte_is_noticed_or_changes_nothing_that_is_read(path, tmp_path):
    content = path.read_bytes()
    expected = everything(path)
    for place in [*range(512), *range(512, len(content) - 512, 7), *range(len(content) - 512, len(content))]:
        flipped = bytearray(content)
        flipped[place] ^= 0x55
        changed = tmp_path / "changed"
        changed.write_bytes(flipped)
        try:
            found = everything(changed)
        except DamagedSegment:
            continue
        assert found == expected


def test_every_truncation_is_noticed(path, tmp_path):
    content = path.read_bytes()
    short = tmp_path / "short"
    for size in [*range(300), *range(300, len(content), 97), *range(len(content) - 300, len(content))]:
        short.write_bytes(content[:size])
        with pytest.raises(DamagedSegment):
            SectionFile(short)


@pytest.mark.parametrize("more", [b"\0", b"ARCHFLAT", b"x" * 5000])
def test_bytes_after_the_end_are_noticed(path, more):
    path.write_bytes(path.read_bytes() + more)
    with pytest.raises(DamagedSegment):
        SectionFile(path)


def test_a_damaged_page_is_refused_every_time_and_the_others_are_read(path):
    content = bytearray(path.read_bytes())
    place = content.index(ARRAYS["long"][3000:3010].tobytes())
    content[place] ^= 1
    path.write_bytes(content)
    file = SectionFile(path)
    assert file.whole("short").tolist() == ARRAYS["short"].tolist()
    assert file.part("long", 0, 10).tolist() == ARRAYS["long"][:10].tolist()
    for _ in range(2):
        with pytest.raises(DamagedSegment):
            file.part("long", 2990, 3020)
        with pytest.raises(DamagedSegment):
            file.whole("long")


def in_background(file):
    """Check a file in the background and wait for the end of it."""
    others = set(threading.enumerate())
    file.check_in_background()
    for thread in set(threading.enumerate()) - others:
        thread.join()


def test_a_whole_file_that_was_checked_in_the_background_is_not_checked_again(path, monkeypatch):
    file = SectionFile(path)
    in_background(file)
    monkeypatch.setattr(zlib, "crc32", None)
    for name, values in ARRAYS.items():
        assert file.whole(name).tolist() == values.tolist()


def test_damage_that_a_check_in_the_background_meets_is_told_where_it_is_asked_for(path):
    content = bytearray(path.read_bytes())
    content[content.index(ARRAYS["long"][3000:3010].tobytes())] ^= 1
    path.write_bytes(content)
    file = SectionFile(path)
    in_background(file)
    assert file.whole("short").tolist() == ARRAYS["short"].tolist()
    with pytest.raises(DamagedSegment):
        file.whole("long")


def test_a_file_that_is_cut_short_or_gone_by_then_is_still_checked_by_the_page(path):
    file = SectionFile(path)
    os.truncate(path, 4096)
    in_background(file)
    assert 1 in file._unread
    path.unlink()
    in_background(file)
    assert 1 in file._unread


def test_to_map_a_file_that_is_cut_short_meanwhile_does_no_harm(path):
    file = SectionFile(path)
    os.truncate(path, 0)
    file._map_all()


def test_a_place_outside_of_its_section_is_refused(path):
    with pytest.raises(DamagedSegment):
        SectionFile(path).part("short", 0, 4)
    with pytest.raises(DamagedSegment):
        SectionFile(path).content("bytes", 250, 257)


def test_bytes_can_be_asked_for_as_they_are(path):
    assert SectionFile(path).content("bytes", 10, 14) == bytes([10, 11, 12, 13])
    content = bytearray(path.read_bytes())
    content[content.index(bytes(range(10, 20)))] ^= 1
    path.write_bytes(content)
    with pytest.raises(DamagedSegment):
        SectionFile(path).content("bytes", 10, 14)


def test_arrays_outlive_the_file_and_whoever_opened_it(path):
    values = SectionFile(path).whole("long")
    path.unlink()
    assert values.tolist() == ARRAYS["long"].tolist()


def test_it_is_told_whether_a_file_is_still_the_one_that_was_opened(path, tmp_path):
    file = SectionFile(path)
    assert file.is_still(path)
    content, times = path.read_bytes(), path.stat()
    with path.open("r+b") as written:
        written.write(content)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert not file.is_still(path)
    path.unlink()
    assert not file.is_still(path)


def test_it_is_on_disk_before_it_counts(tmp_path, monkeypatch):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    writer = SectionWriter(tmp_path / "file")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        writer.close({})
    writer.abandon()
