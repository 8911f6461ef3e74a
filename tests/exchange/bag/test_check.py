# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.errors import ArchivistError, BundleRefused, BundleUnsafe
from archivist.exchange.bag import Bag, check_bag, open_bag
from tests.exchange.sealing import seal
from tests.long_work import run_to_end


def check(path: Path) -> Bag:
    with open_bag(path) as source:
        return run_to_end(check_bag(source))


def problem(path: Path) -> str:
    with pytest.raises((BundleRefused, BundleUnsafe)) as raised:
        check(path)
    return raised.value.detail


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    folder = tmp_path / "bag"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "a.txt").write_text("one\n")
    (folder / "data" / "b.txt").write_text("two\n")
    (folder / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    (folder / "bag-info.txt").write_text("Contact-Name: Olena\n  Kovalenko\nContact-Name: Ihor\n")
    return seal(folder)


def _append(name: str, line: str) -> Callable[[Path], object]:
    def append(folder: Path) -> None:
        with (folder / name).open("a") as file:
            file.write(line)

    return append


class TestConformanceSuite:
    """The cases of the Library of Congress."""

    @staticmethod
    def accepted(folder: Path) -> bool:
        try:
            check(folder)
        except ArchivistError:
            return False
        return True

    @pytest.mark.parametrize("version", ["v0.93", "v0.94", "v0.95", "v0.96", "v0.97", "v1.0"])
    def test_valid_bags_are_accepted(self, cases: Path, version: str) -> None:
        bags = [path for path in (cases / "bagit-conformance" / version / "valid").iterdir() if path.is_dir()]
        assert [bag.name for bag in bags if not self.accepted(bag)] == []
        assert bags

    @pytest.mark.parametrize("kind", ["v0.97/invalid", "v1.0/invalid", "v0.97/linux-only", "v0.97/windows-only"])
    def test_invalid_bags_are_refused(self, cases: Path, kind: str) -> None:
        bags = [path for path in (cases / "bagit-conformance" / kind).iterdir() if path.is_dir()]
        assert [bag.name for bag in bags if self.accepted(bag)] == []
        assert bags


def test_a_sound_bag_says_what_it_is(bag: Path) -> None:
    assert check(bag) == Bag("1.0", {"contact-name": ["Olena Kovalenko", "Ihor"]})


def test_a_changed_file_is_named(bag: Path) -> None:
    (bag / "data" / "a.txt").write_text("One\n")
    assert "“data/a.txt” has been changed" in problem(bag)


def test_a_file_of_another_length_is_named_too(bag: Path) -> None:
    _append("bag-info.txt", "Payload-Oxum: 8.2\n")(seal(bag))
    for manifest in bag.glob("tagmanifest-*"):
        manifest.unlink()
    check(bag)
    (bag / "data" / "a.txt").write_text("longer\n")
    assert "“data/a.txt” has been changed" in problem(bag)


def test_a_changed_tag_file_is_named(bag: Path) -> None:
    (bag / "bag-info.txt").write_text("Contact-Name: Petro\n")
    assert "“bag-info.txt” has been changed" in problem(bag)


def _remove(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).unlink()


def _declare(text: str, encoding: str = "utf-8") -> Callable[[Path], object]:
    return lambda folder: (folder / "bagit.txt").write_bytes(text.encode(encoding))


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (_remove("bagit.txt"), "“bagit.txt” is missing"),
        (_remove("data/a.txt"), "“data/a.txt” is missing"),
        (_remove("bag-info.txt"), "“bag-info.txt” is missing"),
        (_append("data/c.txt", "three"), "“data/c.txt” is not listed in “manifest-sha256.txt”"),
        (_append("manifest-sha256.txt", "no checksum\n"), "malformed line"),
        (_append("manifest-sha256.txt", "abcd  data/a.txt\n"), "malformed line"),
        (_append("manifest-sha256.txt", "a" * 64 + "  data/a.txt\n"), "lists “data/a.txt” twice"),
        (_append("manifest-sha256.txt", "a" * 64 + "  bagit.txt\n"), "does not belong there"),
        (_append("manifest-sha256.txt", "a" * 64 + "  data/../../x\n"), "leads out of it"),
        (_append("manifest-sha256.txt", "a" * 64 + "  /etc/passwd\n"), "is an absolute path"),
        (_append("manifest-sha256.txt", "a" * 64 + "  data/%0Ax\n"), "is no file name"),
        (_append("tagmanifest-sha256.txt", "a" * 64 + "  ../x\n"), "leads out of it"),
        (_append("manifest-crc32.txt", "abcd  data/a.txt\n"), "the algorithm of “manifest-crc32.txt” is not known"),
        (_append("fetch.txt", "http://localhost/x - bagit.txt\n"), "would write “bagit.txt”"),
        (_append("fetch.txt", "x\n"), "“fetch.txt” has a malformed line"),
        (_append("bag-info.txt", "no colon\n"), "“bag-info.txt” has a malformed line"),
        (_append("bag-info.txt", "Payload-Oxum: 99.2\n"), "has been changed"),
        (_declare(""), "malformed"),
        (_declare("BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n"), "malformed"),
        (_declare("BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n"), "malformed"),
        (_declare("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "utf-16"), "malformed"),
        (_declare("BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n"), "BagIt 2.0, which is not known"),
        (_declare("BagIt-Version: 1.0\nTag-File-Character-Encoding: punycode\n"), "“punycode”, which is not read"),
        (_declare("BagIt-Version: 1.0\nTag-File-Character-Encoding: none-such\n"), "“none-such”, which is not read"),
    ],
)
def test_what_is_wrong_is_told(bag: Path, damage: Callable[[Path], object], told: str) -> None:
    damage(bag)
    assert told in problem(bag)


def test_a_bag_without_a_payload_manifest_is_refused(bag: Path) -> None:
    for manifest in bag.glob("*manifest-*"):
        manifest.unlink()
    assert problem(bag) == "it has no manifest of its files"


def test_a_bag_without_a_payload_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    (tmp_path / "manifest-sha256.txt").write_text("")
    assert problem(tmp_path) == "it has no folder “data”"


def test_the_payload_has_to_be_as_large_as_it_says(bag: Path) -> None:
    for manifest in bag.glob("tagmanifest-*"):
        manifest.unlink()
    _append("bag-info.txt", "Payload-Oxum: 9.2\n")(bag)
    assert problem(bag) == "it says that it holds 9.2 (bytes.files), but it does not"


def test_tag_files_in_another_encoding_than_declared_are_refused(bag: Path) -> None:
    (bag / "bag-info.txt").write_bytes("Contact-Name: Олена\n".encode("cp1251"))
    assert problem(seal(bag)) == "“bag-info.txt” is not written in utf-8"


def test_every_algorithm_is_checked(bag: Path) -> None:
    (bag / "manifest-md5.txt").write_text("".join(f"{'0' * 32}  data/{name}.txt\n" for name in "ab"))
    assert "does not agree with “manifest-md5.txt”" in problem(bag)


def test_escaped_names_are_read(bag: Path) -> None:
    (bag / "data" / "100%25.txt").write_text("escaped")
    seal(bag)
    for manifest in bag.glob("manifest-*"):
        manifest.write_text(manifest.read_text().replace("100%25", "100%2525"))
    for manifest in bag.glob("tagmanifest-*"):
        manifest.unlink()
    check(bag)


def test_progress_is_told(bag: Path) -> None:
    with open_bag(bag) as source:
        first = next(check_bag(source))
    assert (first.done, first.total, first.what) == (0, 6, "check")
