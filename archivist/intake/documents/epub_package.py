# SPDX-License-Identifier: GPL-3.0-or-later
"""The package of an EPUB: what the book is, which of its files are read in which order, and what they are called."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from lxml.etree import _Element

from archivist.errors import ArchivistError, FileDamaged, FileEncrypted
from archivist.intake.packed.zip_files import ZipMembers
from archivist.intake.pages.strings import unescaped
from archivist.intake.xml_trees import parse_xml
from archivist.xml_names import child, children, descendants, value

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
# Ways to make fonts useless outside of the book; the text is left as it is.
_OBFUSCATION = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_LARGEST_XML = 16 << 20  # bytes
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document", "application/xml")
_PAGE_SUFFIXES = (".xhtml", ".html", ".htm", ".xml")
_AUTHORS = ("", "aut", "edt", "editor", "author")
_NOT_PUBLICATION = ("creation", "modification", "conversion", "original-publication")


@dataclass(frozen=True, slots=True)
class Label:
    """An entry of the table of contents: a file, a place in it or "", and what it is called."""

    name: str
    fragment: str
    text: str
    is_top: bool  # of the highest level


@dataclass
class Package:
    """What the package document says; names are those of files in the ZIP."""

    title: str = ""
    authors: list[str] = field(default_factory=list)
    publisher: str = ""
    date: str = ""
    language: str = ""
    identifiers: list[str] = field(default_factory=list)
    spine: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)  # which are named but not there
    pictures: set[str] = field(default_factory=set)  # of the spine, that are no pages
    guide: dict[str, str] = field(default_factory=dict)  # what kinds of page some of the spine are
    navigation: str = ""
    labels: list[Label] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def read_package(files: ZipMembers, path: Path) -> Package:
    """The package of a book. Raises FileEncrypted, FileDamaged."""
    _refuse_encrypted(files, path)
    names = {name.casefold(): name for name in files.names()}
    place = _package_name(files, path, names)
    package = Package(warnings=list(files.warnings))
    root = _tree(files, place, path, package) if place else None
    if root is not None:
        _Reader(files, path, names, posixpath.dirname(place), package).read(root)
    if not package.spine:
        package.spine = [name for name in files.names() if _is_page(name)]
        package.warnings.append(
            "The book does not say in which order it is read; its pages are in that of their names."
        )
        package.spine.sort()
    if not package.spine:
        raise FileDamaged(path, "no page of a book was found in it")
    return package


def _is_page(name: str) -> bool:
    return name.lower().endswith(_PAGE_SUFFIXES) and not name.startswith(("META-INF/", "__MACOSX/"))


def _tree(files: ZipMembers, name: str, path: Path, package: Package) -> _Element | None:
    try:
        parsed = parse_xml(files.read(name, limit=_LARGEST_XML), path, recover=True)
    except ArchivistError:
        package.warnings.append(f"A part of the book, {posixpath.basename(name)}, could not be read.")
        return None
    return parsed.root


def _refuse_encrypted(files: ZipMembers, path: Path) -> None:
    if _ENCRYPTION not in files:
        return
    try:
        root = parse_xml(files.read(_ENCRYPTION, limit=_LARGEST_XML), path, recover=True).root
    except FileEncrypted:
        raise
    except ArchivistError:
        return
    for data in descendants(root, "EncryptedData"):
        if value(child(data, "EncryptionMethod"), "Algorithm") not in _OBFUSCATION:
            raise FileEncrypted(path)


def _package_name(files: ZipMembers, path: Path, names: dict[str, str]) -> str:
    """The name of the package document, as the container says, or the first that looks like one."""
    try:
        container = parse_xml(files.read(names.get(_CONTAINER.casefold(), _CONTAINER)), path, recover=True).root
        said = [value(one, "full-path") for one in descendants(container, "rootfile")]
    except ArchivistError:
        said = []
    for place in said:
        name = names.get(_whole("", place).casefold())
        if name:
            return name
    return next((name for name in files.names() if name.lower().endswith(".opf") and "/._" not in f"/{name}"), "")


def _whole(folder: str, reference: str) -> str:
    """The name of a file that a reference in a folder means, without a place in it."""
    place = unquote(reference.partition("#")[0]).replace("\\", "/").strip()
    return posixpath.normpath(posixpath.join(folder, place)).lstrip("/") if place else ""


class _Reader:
    """Reads a package document."""

    def __init__(self, files: ZipMembers, path: Path, names: dict[str, str], folder: str, package: Package) -> None:
        self._files, self._path, self._names, self._folder = files, path, names, folder
        self._package = package

    def read(self, root: _Element) -> None:
        self._metadata(child(root, "metadata"))
        manifest = {value(item, "id"): item for item in children(child(root, "manifest"), "item")}
        for reference in children(child(root, "spine"), "itemref"):
            item = manifest.get(value(reference, "idref"))
            if item is None:
                continue
            name = self._found(value(item, "href"))
            if not name:
                self._package.missing.append(_whole("", value(item, "href")))
            elif name not in self._package.spine:
                self._package.spine.append(name)
                if value(item, "media-type") not in _PAGES and not _is_page(name):
                    self._package.pictures.add(name)
        for reference in children(child(root, "guide"), "reference"):
            self._package.guide[self._found(value(reference, "href"))] = value(reference, "type").lower()
        navigation = next((one for one in manifest.values() if "nav" in value(one, "properties").split()), None)
        ncx = manifest.get(value(child(root, "spine"), "toc")) if child(root, "spine") is not None else None
        if ncx is None:
            ncx = next((one for one in manifest.values() if value(one, "media-type").endswith("dtbncx+xml")), None)
        self._package.navigation = self._found(value(navigation, "href"))
        self._contents(self._package.navigation, self._found(value(ncx, "href")))

    def _found(self, reference: str, folder: str | None = None) -> str:
        return self._names.get(_whole(self._folder if folder is None else folder, reference).casefold(), "")

    def _metadata(self, metadata: _Element | None) -> None:
        package = self._package
        inner = child(metadata, "dc-metadata")  # of the first version
        said = [one for part in (metadata, inner) if part is not None for one in part]
        refined = {
            (value(one, "refines").lstrip("#"), value(one, "property")): (one.text or "").strip()
            for one in children(metadata, "meta")
        }

        def texts(name: str) -> Iterator[tuple[_Element, str]]:
            for one in said:
                text = unescaped(" ".join("".join(one.itertext()).split()))
                if text and one.tag.rpartition("}")[2].lower() == name:
                    yield one, text

        titles = list(texts("title"))
        main = [text for one, text in titles if refined.get((value(one, "id"), "title-type")) == "main"]
        package.title = next(iter(main), titles[0][1] if titles else "")
        for one, text in texts("creator"):
            role = value(one, "role") or refined.get((value(one, "id"), "role"), "")
            if role in _AUTHORS and text not in package.authors:
                package.authors.append(text)
        package.publisher = next((text for _, text in texts("publisher")), "")
        package.language = next((text for _, text in texts("language")), "")
        package.identifiers = [text for _, text in texts("identifier")]
        dates = [(value(one, "event"), text) for one, text in texts("date")]
        dates.sort(key=lambda date: date[0] != "publication")
        package.date = next((text for event, text in dates if event not in _NOT_PUBLICATION), "")
        package.date = package.date or refined.get(("", "dcterms:date"), "")

    # The table of contents

    def _contents(self, navigation: str, ncx: str) -> None:
        labels: list[Label] = []
        if navigation:
            root = _tree(self._files, navigation, self._path, self._package)
            for nav in descendants(root, "nav") if root is not None else ():
                if "toc" in value(nav, "type").split():
                    labels = list(self._nav_labels(nav, posixpath.dirname(navigation)))
                    break
        if ncx and not labels:
            root = _tree(self._files, ncx, self._path, self._package)
            labels = list(self._ncx_labels(child(root, "navMap"), posixpath.dirname(ncx)))
        self._package.labels = labels

    def _nav_labels(self, nav: _Element, folder: str) -> Iterator[Label]:
        outermost = child(nav, "ol")
        for link in descendants(nav, "a"):
            item = link.getparent()
            while item is not None and item.tag.rpartition("}")[2] != "li":
                item = item.getparent()
            is_top = item is not None and item.getparent() is outermost
            yield from self._label(value(link, "href"), "".join(link.itertext()), folder, is_top=is_top)

    def _ncx_labels(self, nav_map: _Element | None, folder: str) -> Iterator[Label]:
        if nav_map is None:
            return
        for point in descendants(nav_map, "navPoint"):
            text = child(point, "navLabel", "text")
            source = value(child(point, "content"), "src")
            label = "".join(text.itertext()) if text is not None else ""
            yield from self._label(source, label, folder, is_top=point.getparent() is nav_map)

    def _label(self, reference: str, text: str, folder: str, *, is_top: bool) -> Iterator[Label]:
        name = self._found(reference, folder)
        if name and text.strip():
            yield Label(name, unquote(reference.partition("#")[2]), " ".join(text.split()), is_top)
