# SPDX-License-Identifier: GPL-3.0-or-later
"""What files there are of a REFI-QDA project or codebook, and which of them is the XML document."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from archivist.errors import ArchivistError, UnsupportedFile
from archivist.exchange.files.packed import Files, ZipFiles, is_zip, open_files

CODEBOOK, PROJECT = "CodeBook", "Project"
_HEAD = 4096  # bytes in which the name space of the root stands
_ROOT = re.compile(r"<(?:[\w.-]+:)?(Project|CodeBook)\b[^>]*\burn:QDA-XML:(?:project|codebook):")


def recognises(path: Path) -> bool:
    """Whether a path is a project, packed or not, or a codebook."""
    try:
        if path.is_dir():
            return any(entry.suffix.lower() == ".qde" and entry.is_file() for entry in path.iterdir())
        if is_zip(path):
            with ZipFiles(path) as files:
                return _inner(files) is not None
        with path.open("rb") as file:
            return root_of(file.read(_HEAD)) != ""
    except OSError:
        return False
    except ArchivistError:
        return path.suffix.lower() == ".qdpx"  # so that reading it says what is wrong


def open_project(path: Path) -> tuple[Files, str, str]:
    """The files of a project, the name of its XML document, and the name of its root.

    Raises UnsupportedFile (it is none), and what open_files() does.
    """
    files = ZipFiles(path) if path.suffix.lower() == ".qdpx" else open_files(path)
    try:
        inner = _inner(files)
        if inner is None and len(files.sizes) == 1:
            [inner] = files.sizes
        if inner is None:
            raise UnsupportedFile(path, "it holds no project.qde")
        root = root_of(next(files.chunks(inner), b"")[:_HEAD])
        if not root:
            raise UnsupportedFile(path, f"“{inner}” is neither a project nor a codebook of REFI-QDA")
    except BaseException:
        files.close()
        raise
    return files, inner, root


def root_of(head: bytes) -> str:
    """The name of the root that a document begins with: Project, CodeBook, or "" for any other."""
    text = head.replace(b"\0", b"").decode("utf-8", "ignore")  # so that it need not be known whether it is UTF-16
    match = _ROOT.search(text)
    return match[1] if match else ""


def _inner(files: Files) -> str | None:
    """The document that is called project.qde, or else the first .qde there is, the highest before what lies deeper."""
    named = [name for name in files.sizes if name.lower().endswith(".qde") and not name.startswith("__MACOSX/")]
    named.sort(key=lambda name: (name.count("/"), PurePosixPath(name).name.lower() != "project.qde", name))
    return named[0] if named else None
