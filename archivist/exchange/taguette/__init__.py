# SPDX-License-Identifier: GPL-3.0-or-later
"""Taguette: its database (.sqlite3) of documents in HTML, highlights in them, and their tags."""

from archivist.exchange.format import Format
from archivist.exchange.taguette.reading import read, recognises

__all__ = ["FORMAT"]

FORMAT = Format("taguette", "Taguette database", (".sqlite3",), read=read, recognises=recognises)
