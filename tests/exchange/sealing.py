# SPDX-License-Identifier: GPL-3.0-or-later
"""Changing a bundle as somebody would who means it: with all checksums right afterwards."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any


def seal(folder: Path) -> Path:
    """Write all manifests of a bag anew."""
    for old in folder.glob("*manifest-*.txt"):
        old.unlink()
    info = folder / "bag-info.txt"
    if info.is_file():
        lines = [line for line in info.read_bytes().splitlines() if not line.startswith(b"Payload-Oxum")]
        info.write_bytes(b"".join(line + b"\n" for line in lines))
    for kind in ("manifest", "tagmanifest"):
        names = _names(folder, payload=kind == "manifest")
        for algorithm in ("sha256", "sha512"):
            digests = {name: hashlib.new(algorithm, (folder / name).read_bytes()).hexdigest() for name in names}
            lines = [f"{digest}  {name}\n" for name, digest in digests.items()]
            (folder / f"{kind}-{algorithm}.txt").write_text("".join(lines))
    return folder


def _names(folder: Path, *, payload: bool) -> list[str]:
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in files if name.startswith("data/") == payload and not name.startswith("tagmanifest-"))


def change_json(path: Path, change: Callable[[Any], object]) -> None:
    """Change the JSON value of a file in place."""
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(_as_json(value), encoding="utf-8")


def change_line(path: Path, change: Callable[[Any], object], number: int = 0) -> None:
    """Change one line of a JSON Lines file in place."""
    lines = path.read_text(encoding="utf-8").splitlines()
    value = json.loads(lines[number])
    change(value)
    lines[number] = _as_json(value)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def zipped(folder: Path, file: Path) -> Path:
    """The folder as a zip file, beside it."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.rglob("*")):
            packed.write(path, Path(folder.name) / path.relative_to(folder))
    return file


def _as_json(value: Any) -> str:
    """JSON of any value, half characters as escapes."""
    text = json.dumps(value, ensure_ascii=False)
    return text if not re.search("[\ud800-\udfff]", text) else json.dumps(value)
