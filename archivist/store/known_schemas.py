# SPDX-License-Identifier: GPL-3.0-or-later
"""What the database of every version looks like, by digest, so that to open one no other need be made to compare it.

To make one takes as long as a tenth of the start of a window, most of it to import sqlite_utils.
"""

from __future__ import annotations

import hashlib
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archivist.store.database import Database

APPLICATION_ID = 0x41524356  # "ARCV": what `file` and SQLite show for an archive.db

# By version: of nothing, then of what each migration of schema.migrations comes to. Only ever added to.
_DIGESTS = (
    "732bfd676f41d9ea32e11e7f049993d308b3f29af5d4a82442b7b27ac41b7bd2",
    "aaf9e78ef845f00c0d74a52cb2099cf45c0419a61e966c7bca25b384710224be",
    "623aa73914b9e959eacdaabeacac4ba3d44fe020e1c4d5281f3998bd2e060bef",
    "b78d9561c34fea3ac944511dae5f267b1efddf6a892a4bd3df52d27d92b6b7ee",
    "1cd8b3aab93f04c249d37580281b9ad8f77ab02ffc35d42668a94caaea4dee32",
    "cae1ac284e853dbd5b5556e57e6c705f2cd48d9172a47df0e4bac768e3010bd7",
    "aab5499d5220911b1368d4546a07a16d61223c1c2308c4c63cf804f9c1982bde",
    "dcf168d039b3542425c6b4393a4e26c657d0404e4499df70332c2948c7ff1869",
    "9cf5e00d4d77be648d96f602cba7c4516a2313b226d083e7178004aa66f77213",
)

VERSION = len(_DIGESTS) - 1
"""The version of the schema that this program writes."""


def description(db: Database | sqlite3.Connection) -> frozenset[tuple[str, str]]:
    """Name and definition of everything that a database holds, but for how the SQL is laid out."""
    rows = db.execute(
        """SELECT name, sql FROM sqlite_schema
           WHERE sql IS NOT NULL AND name NOT IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')"""
    ).fetchall()
    return frozenset((name, " ".join(sql.split())) for name, sql in rows)


def digest(described: frozenset[tuple[str, str]]) -> str:
    """The digest of a description, in hexadecimal digits."""
    return hashlib.sha256("\0".join(f"{name}\0{sql}" for name, sql in sorted(described)).encode()).hexdigest()


def is_known(version: int, described: frozenset[tuple[str, str]]) -> bool:
    """Whether this is the description of a database of this version, as this program makes them."""
    return 0 <= version <= VERSION and digest(described) == _DIGESTS[version]
