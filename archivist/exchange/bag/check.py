# SPDX-License-Identifier: GPL-3.0-or-later
"""Checking a bag: its declaration, that it is complete, and every checksum.

BagIt 1.0 (RFC 8493) to the letter; the drafts 0.93 to 0.97 as they were used.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from archivist.errors import BundleRefused, BundleUnsafe
from archivist.exchange.bag.source import DECLARATION, BagSource
from archivist.file_names import shown, unsafe_name
from archivist.model import Progress

_VERSIONS = ("0.93", "0.94", "0.95", "0.96", "0.97", "1.0")
_ENCODINGS = frozenset(
    ("ascii", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "iso8859-1", "iso8859-5", "cp1251", "cp1252", "koi8-r")
)
_ALGORITHMS = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
_LARGEST_TAG_FILE = 1 << 30
_LARGEST_DECLARATION = 1000

_DECLARED = re.compile(r"BagIt-Version: (\d+\.\d+)(?:\r\n|\r|\n)Tag-File-Character-Encoding: (\S+)(?:\r\n|\r|\n)?")
_MANIFEST = re.compile(r"(tag)?manifest-(\w+)\.txt")
_LINE = re.compile(r"[^\r\n]+")
_MANIFEST_LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+(.+)")
_FETCH_LINE = re.compile(r"\S+[ \t]+(?:\d+|-)[ \t]+(.+)")
_INFO_LINE = re.compile(r"([^:\s][^:]*?)[ \t]*:[ \t]*(.*)")
_ESCAPE = re.compile("%(0A|0D|25)", re.IGNORECASE)
_OXUM = re.compile(r"(\d+)\.(\d+)")

_Digests = dict[str, bytes]  # by name


@dataclass(frozen=True, slots=True)
class Bag:
    """What a sound bag says of itself."""

    version: str
    info: dict[str, list[str]]  # values of bag-info.txt by label in lower case


def check_bag(source: BagSource) -> Generator[Progress, None, Bag]:
    """Check a bag whole, without changing or fetching anything. Raises BundleRefused, BundleUnsafe."""
    check = _Check(source)
    check.structure()
    names = sorted({name for manifest in check.all_manifests() for name in manifest.digests})
    for done, name in enumerate(names):
        if done % 50 == 0:
            yield Progress(done, len(names), "check")
        check.checksums(name)
    check.oxum()
    return Bag(check.version, check.info)


@dataclass(frozen=True, slots=True)
class _Manifest:
    name: str
    algorithm: str
    digests: _Digests


class _Check:
    """The state of one check."""

    def __init__(self, source: BagSource) -> None:
        self._source = source
        self.version, self._encoding = self._declaration()
        self.payload_manifests: list[_Manifest] = []
        self.tag_manifests: list[_Manifest] = []
        self.info: dict[str, list[str]] = {}

    def all_manifests(self) -> list[_Manifest]:
        return self.payload_manifests + self.tag_manifests

    def structure(self) -> None:
        """Everything but the checksums."""
        if "data" not in self._source.folders:
            raise self._refused("it has no folder “data”")
        for name in sorted(self._source.sizes):
            match = _MANIFEST.fullmatch(name)
            if match:
                manifest = self._manifest(name, match[2].lower(), payload=not match[1])
                (self.tag_manifests if match[1] else self.payload_manifests).append(manifest)
        if not self.payload_manifests:
            raise self._refused("it has no manifest of its files")
        self._check_completeness()
        self._check_fetch()
        self.info = self._read_info()

    def checksums(self, name: str) -> None:
        """Compare one file with every manifest that lists it."""
        listed = [manifest for manifest in self.all_manifests() if name in manifest.digests]
        hashes = {manifest.algorithm: hashlib.new(manifest.algorithm, usedforsecurity=False) for manifest in listed}
        for chunk in self._source.chunks(name):
            for digest in hashes.values():
                digest.update(chunk)
        for manifest in listed:
            if hashes[manifest.algorithm].digest() != manifest.digests[name]:
                raise self._refused(f"“{shown(name)}” has been changed: it does not agree with “{manifest.name}”")

    def oxum(self) -> None:
        """Compare the number and size of the files with what bag-info.txt says; a changed file is told before."""
        sizes = [size for name, size in self._source.sizes.items() if name.startswith("data/")]
        for value in self.info.get("payload-oxum", ()):
            match = _OXUM.fullmatch(value)
            if match is None or (int(match[1]), int(match[2])) != (sum(sizes), len(sizes)):
                raise self._refused(f"it says that it holds {shown(value)} (bytes.files), but it does not")

    def _declaration(self) -> tuple[str, str]:
        raw = self._source.read(DECLARATION, limit=_LARGEST_DECLARATION)
        try:
            match = _DECLARED.fullmatch(raw.decode("utf-8"))
        except UnicodeDecodeError:
            match = None
        if match is None:
            raise self._refused(f"its “{DECLARATION}” is malformed")
        version, encoding = match.groups()
        if version not in _VERSIONS:
            raise self._refused(f"it follows BagIt {version}, which is not known")
        try:
            known = codecs.lookup(encoding).name
        except LookupError:
            known = ""
        if known not in _ENCODINGS:
            raise self._refused(f"its tag files are in “{shown(encoding)}”, which is not read")
        return version, known

    def _lines(self, name: str) -> Iterator[str]:
        raw = self._source.read(name, limit=_LARGEST_TAG_FILE)
        try:
            text = raw.decode(self._encoding)
        except UnicodeDecodeError as error:
            raise self._refused(f"“{name}” is not written in {self._encoding}") from error
        return (match[0] for match in _LINE.finditer(text))

    def _manifest(self, name: str, algorithm: str, *, payload: bool) -> _Manifest:
        if algorithm not in _ALGORITHMS:
            raise self._refused(f"the algorithm of “{name}” is not known")
        length = hashlib.new(algorithm, usedforsecurity=False).digest_size
        digests: _Digests = {}
        for line in self._lines(name):
            match = _MANIFEST_LINE.fullmatch(line)
            if match is None or len(match[1]) != length * 2:
                raise self._refused(f"“{name}” has a malformed line: “{shown(line)}”")
            listed = self._listed_name(match[2], name)
            if listed.startswith("data/") != payload:
                raise self._refused(f"“{name}” lists “{shown(listed)}”, which does not belong there")
            self._add_digest(digests, listed, bytes.fromhex(match[1]), name)
        return _Manifest(name, algorithm, digests)

    def _listed_name(self, listed: str, manifest: str) -> str:
        if self.version != "1.0":
            listed = listed.removeprefix("*")  # as the tool md5sum marks a file read as binary
        listed = _ESCAPE.sub(self._unescaped, listed.removeprefix("./"))
        problem = unsafe_name(listed)
        if problem:
            raise BundleUnsafe(self._source.path, f"“{shown(listed)}” in its “{manifest}” {problem}")
        return listed

    def _unescaped(self, match: re.Match[str]) -> str:
        # The percent sign itself is escaped only since version 1.0.
        return match[0] if match[1] == "25" and self.version != "1.0" else chr(int(match[1], 16))

    def _add_digest(self, digests: _Digests, listed: str, digest: bytes, manifest: str) -> None:
        known = digests.setdefault(listed, digest)
        if known is not digest and (self.version == "1.0" or known != digest):
            raise self._refused(f"“{manifest}” lists “{shown(listed)}” twice")

    def _check_completeness(self) -> None:
        payload = {name for name in self._source.sizes if name.startswith("data/")}
        listed: set[str] = set()
        for manifest in self.all_manifests():
            missing = manifest.digests.keys() - self._source.sizes.keys()
            if missing:
                raise self._refused(f"“{shown(min(missing))}” is missing")
        for manifest in self.payload_manifests:
            listed |= manifest.digests.keys()
            if self.version == "1.0" and payload - manifest.digests.keys():
                unlisted = min(payload - manifest.digests.keys())
                raise self._refused(f"“{shown(unlisted)}” is not listed in “{manifest.name}”")
        if payload - listed:
            raise self._refused(f"“{shown(min(payload - listed))}” is in no manifest")

    def _check_fetch(self) -> None:
        # What it lists is here, or the bag would not be complete; nothing is ever fetched.
        for line in self._lines("fetch.txt") if "fetch.txt" in self._source.sizes else ():
            match = _FETCH_LINE.fullmatch(line)
            if match is None:
                raise self._refused(f"“fetch.txt” has a malformed line: “{shown(line)}”")
            listed = self._listed_name(match[1], "fetch.txt")
            if not listed.startswith("data/"):
                raise BundleUnsafe(self._source.path, f"its “fetch.txt” would write “{shown(listed)}”")

    def _read_info(self) -> dict[str, list[str]]:
        info: dict[str, list[str]] = {}
        values: list[str] = []
        for name in ("bag-info.txt", "package-info.txt"):
            for line in self._lines(name) if name in self._source.sizes else ():
                match = _INFO_LINE.fullmatch(line)
                if line[0] in " \t" and values:
                    values[-1] += " " + line.strip()
                elif match is not None:
                    values = info.setdefault(match[1].lower(), [])
                    values.append(match[2].strip())
                else:
                    raise self._refused(f"“{name}” has a malformed line: “{shown(line)}”")
        return info

    def _refused(self, detail: str) -> BundleRefused:
        return BundleRefused(self._source.path, detail)
