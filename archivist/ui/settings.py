# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop remembers between two starts, each thing declared once.

What belongs to the material, such as the colours of tags, is in the archive and not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from archivist.ui.theme import READING_MEASURE, READING_SIZE

_T = TypeVar("_T", str, int, QByteArray, list[str])

_RECENT = 8


@dataclass(frozen=True, slots=True)
class Setting(Generic[_T]):
    """One remembered value; its type is that of the default."""

    key: str
    default: _T


GEOMETRY = Setting("window/geometry", QByteArray())
DESK_SPLITTER = Setting("window/columns", QByteArray())  # sidebar, list, records, reader
RIGHT_SPLITTER = Setting("window/right", QByteArray())  # reader, inspector
SCHEME = Setting("view/scheme", "system")  # a theme.Scheme
LANGUAGE = Setting("view/language", "system")  # a translation.Language
READING = Setting("view/reading_size", READING_SIZE)  # px
MEASURE = Setting("view/measure", READING_MEASURE)  # letters of a line, at the most
MINIMAP = Setting("view/minimap", 1)  # 0: hidden
SORT = Setting("view/sort", "date")  # a questions.articles.Sort, while no search is on
SHUT_SECTIONS = Setting("view/shut_sections", list[str]())  # of the sidebar
BELOW_SPLITTER = Setting("window/below", QByteArray())  # the desk, below it the concordance or the history
RECENT_SEARCHES = Setting("searches/recent", list[str]())  # the newest first
RECENT_COMMANDS = Setting("commands/recent", list[str]())  # ids of actions done from the palette, the newest first
CHANGED_KEYS = Setting("keys/changed", list[str]())  # the id of an action and its keys, with tabs between them
LAST_ARCHIVE = Setting("archives/last", "")
RECENT_ARCHIVES = Setting("archives/recent", list[str]())  # the newest first
LAST_IMPORT = Setting("folders/import", "")
LAST_EXPORT = Setting("folders/export", "")
BACKUP_FOLDER = Setting("backup/folder", "")
BACKUP_KEEP = Setting("backup/keep", 12)  # backups
BACKUP_DAYS = Setting("backup/remind_after", 7)  # days without a good one; 0: never
BACKUP_LATER = Setting("backup/later", "")  # the day on which the reminder was put off, and the archive's identity
CHECK_DAYS = Setting("check/after", 30)  # days; 0: never


def watched_folders(archive: str) -> Setting[list[str]]:
    """The folders that are watched for an archive, by its identity: until when each was seen to, a tab, its path."""
    return Setting(f"watched/{archive}", list[str]())


class Settings:
    """The settings in one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, setting: Setting[_T]) -> _T:
        """The remembered value, or the default if there is none or it is of another type."""
        value: Any = self._store.value(setting.key)
        default = setting.default
        if value is None:
            return default
        if isinstance(default, int):
            return int(value) if str(value).lstrip("-").isdigit() else default
        if isinstance(default, list):  # QSettings gives a list of one back as a string, an empty one as ""
            return [value] if isinstance(value, str) and value else list(value or [])
        return value if isinstance(value, type(default)) else default

    def set(self, setting: Setting[_T], value: _T) -> None:
        """Remember a value."""
        self._store.setValue(setting.key, value)

    def remember_archive(self, folder: Path) -> None:
        """Put an archive at the head of the recent ones."""
        name = str(folder)
        others = [each for each in self.get(RECENT_ARCHIVES) if each != name]
        self.set(RECENT_ARCHIVES, [name, *others][:_RECENT])
        self.set(LAST_ARCHIVE, name)

    def save(self) -> None:
        """Write what has changed to disk now."""
        self._store.sync()
