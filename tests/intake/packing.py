# SPDX-License-Identifier: GPL-3.0-or-later
"""Files packed into one, for the tests of what unpacks them."""

from __future__ import annotations

import io
import tarfile
import zipfile


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, raw in files.items():
            file.writestr(name, raw)
    return out.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    """A tar file of these files."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as file:
        for name, raw in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            file.addfile(info, io.BytesIO(raw))
    return out.getvalue()
