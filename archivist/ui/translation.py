# SPDX-License-Identifier: GPL-3.0-or-later
"""The language of the interface: which one, and its texts, read from resources/i18n as they are edited.

The files are Qt's own format of translations, TS 2.1. Reading one takes some hundredths of a
second, so that nothing has to be compiled and kept beside it.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from archivist import paths
from archivist.ui.plurals import EnglishPlurals, grouped, ukrainian_form


class Language(StrEnum):
    """Which language a person wants; the value is what the settings hold, and the code of ISO 639-1."""

    SYSTEM = "system"
    ENGLISH = "en"
    UKRAINIAN = "uk"


def known_language(value: str) -> Language:
    """The language that the settings name; that of the system where they name none that we have."""
    return Language(value) if value in list(Language) else Language.SYSTEM


_FORMER = {"QAbstractFileIconProvider": "QFileDialog"}  # the class that had the texts of another one before Qt 6

_NAMES = {Language.ENGLISH: "English", Language.UKRAINIAN: "Українська"}


def own_name(language: Language) -> str:
    """What a language calls itself, so that who speaks it finds it."""
    return _NAMES[language]


def spoken(wanted: Language, system: QLocale) -> Language:
    """The language to show: the one that is wanted, else the first of the system's that we have, else English."""
    if wanted is not Language.SYSTEM:
        return wanted
    codes = (QLocale(name).language() for name in system.uiLanguages())
    ours = {QLocale.Language.English: Language.ENGLISH, QLocale.Language.Ukrainian: Language.UKRAINIAN}
    return next((ours[code] for code in codes if code in ours), Language.ENGLISH)


def locale_of(language: Language, system: QLocale) -> QLocale:
    """How dates and numbers are written: as the system has it if that is of this language."""
    locale = QLocale(language.value)
    return system if system.language() == locale.language() else locale


class TextsOfQt(QTranslator):
    """Qt's own words, also for texts that got a mnemonic, or another class, after they were translated."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> Any:
        """The text, or None where there is none."""
        asked = ((context, source), (context, source.replace("&", "")), (_FORMER.get(context, ""), source))
        found = (super(TextsOfQt, self).translate(*each, disambiguation, n) for each in asked)
        return next(filter(None, found), None)


class Translation(QTranslator):
    """The texts of one language. It is asked for those of Qt as well, and has none of them."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forms: dict[tuple[str, str], tuple[str, ...]] = {}
        self._anywhere: dict[str, tuple[str, ...]] = {}
        self._read(path)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> Any:  # noqa: ARG002
        """The text, or None where there is none, so that Qt asks the next one."""
        forms = self._forms.get((context, source))
        if n < 0:
            return forms[0] if forms else None
        # Qt asks for the class of the object first, and takes what has a number in it for translated.
        forms = forms or self._anywhere.get(source)
        return grouped(forms[min(ukrainian_form(n), len(forms) - 1)]) if forms else None

    def _read(self, path: Path) -> None:
        from lxml import etree

        from archivist.foreign_xml import SAFELY

        for context in etree.parse(path, etree.XMLParser(**SAFELY)).iter("context"):
            name = context.findtext("name", "")
            for message in context.iterchildren("message"):
                parts = {part.tag: part for part in message}
                source, translation = parts["source"].text or "", parts["translation"]
                if translation.get("type"):  # unfinished, or no longer in use
                    continue
                plural = [form.text or "" for form in translation]
                self._forms[name, source] = tuple(plural) or (translation.text or "",)
                if plural:
                    self._anywhere[source] = tuple(plural)


def speak(application: QApplication, wanted: Language) -> None:
    """Show everything from now on in a language; what is shown already stays as it is."""
    system = QLocale.system()
    language = spoken(wanted, system)
    QLocale.setDefault(locale_of(language, system))
    for translator in translators(language, application):
        application.installTranslator(translator)


def translators(language: Language, parent: QObject) -> list[QTranslator]:
    """What gives texts in a language: those of Qt, such as Cancel, and ours. Qt asks the last one first."""
    if language is Language.ENGLISH:
        return [EnglishPlurals(parent)]
    of_qt = TextsOfQt(parent)
    of_qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return [of_qt, Translation(file_of(language), parent)]


def file_of(language: Language) -> Path:
    """Where the texts of a language lie."""
    return paths.resources() / "i18n" / f"archivist_{language}.ts"
