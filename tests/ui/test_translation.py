# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from archivist.store import Archive
from archivist.ui.actions import MENUS, ActionTable
from archivist.ui.plurals import ukrainian_form
from archivist.ui.settings import LANGUAGE, Settings
from archivist.ui.translation import Language, Translation, known_language, locale_of, spoken
from archivist.ui.window import Window

Open = Callable[[Archive], Window]


@pytest.mark.parametrize(
    ("wanted", "system", "shown"),
    [
        (Language.SYSTEM, "uk_UA", Language.UKRAINIAN),
        (Language.SYSTEM, "en_GB", Language.ENGLISH),
        (Language.SYSTEM, "ru_UA", Language.ENGLISH),
        (Language.SYSTEM, "de_DE", Language.ENGLISH),
        (Language.SYSTEM, "C", Language.ENGLISH),
        (Language.UKRAINIAN, "en_GB", Language.UKRAINIAN),
        (Language.ENGLISH, "uk_UA", Language.ENGLISH),
    ],
)
def test_the_language_is_the_one_that_is_wanted_or_that_of_the_system(
    wanted: Language, system: str, shown: Language
) -> None:
    assert spoken(wanted, QLocale(system)) is shown


def test_dates_and_numbers_are_written_as_the_system_has_them_where_that_is_of_the_language() -> None:
    british, ukrainian = QLocale("en_GB"), QLocale("uk_UA")
    assert locale_of(Language.ENGLISH, british) == british
    assert locale_of(Language.ENGLISH, ukrainian).language() is QLocale.Language.English
    assert locale_of(Language.UKRAINIAN, british).language() is QLocale.Language.Ukrainian


def test_settings_that_name_no_language_of_ours_mean_that_of_the_system() -> None:
    assert known_language("uk") is Language.UKRAINIAN
    assert known_language("tlh") is Language.SYSTEM


@pytest.mark.parametrize(
    ("number", "form"),
    [(0, 2), (1, 0), (2, 1), (4, 1), (5, 2), (11, 2), (12, 2), (14, 2), (21, 0), (22, 1), (25, 2), (101, 0), (111, 2)],
)
def test_which_form_follows_which_number(number: int, form: int) -> None:
    assert ukrainian_form(number) == form


class ArticlesPanel(QObject):
    """Asks as the panel of this name does."""

    def found(self, count: int) -> str:
        return self.tr("%n article(s) found", "", count)


class WiderPanel(ArticlesPanel):
    """Asks in the name of a class that has no texts."""


@pytest.mark.usefixtures("ukrainian")
def test_texts_with_numbers_have_the_form_of_their_number(qapp: QApplication) -> None:
    said = [ArticlesPanel().found(count) for count in (1, 3, 11)]
    assert said == ["Знайдено 1 статтю", "Знайдено 3 статті", "Знайдено 11 статей"]
    assert WiderPanel().found(2) == "Знайдено 2 статті"
    assert WiderPanel().found(1578) == "Знайдено 1\N{NO-BREAK SPACE}578 статей"


@pytest.mark.usefixtures("ukrainian")
def test_what_has_no_translation_is_shown_as_it_is(qapp: QApplication) -> None:
    assert QCoreApplication.translate("ArticlesPanel", "No such text") == "No such text"


def test_what_is_not_finished_is_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "x.ts"
    path.write_text(
        "<TS><context><name>A</name><message><source>x</source>"
        '<translation type="unfinished">y</translation></message></context></TS>',
        encoding="utf-8",
    )
    assert Translation(path).translate("A", "x") is None


@pytest.mark.usefixtures("ukrainian")
def test_the_buttons_of_qt_are_translated_too(qtbot: QtBot) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    kinds = QDialogButtonBox.StandardButton
    for kind, text in ((kinds.Cancel, "Скасувати"), (kinds.Close, "Закрити"), (kinds.Save, "Зберегти")):
        assert box.addButton(kind).text() == text


@pytest.mark.usefixtures("ukrainian")
def test_no_two_entries_of_a_menu_share_a_mnemonic(qapp: QApplication) -> None:
    table = ActionTable()
    texts = table.menu_titles() | {action.id: action.text for action in table.actions()}

    def check(content: tuple[object, ...]) -> None:
        names = [each[0] if isinstance(each, tuple) else each.lstrip("…") for each in content if each]  # type: ignore[attr-defined]
        letters = Counter(letter.lower() for name in names for letter in re.findall(r"&(\w)", texts[name]))
        assert [letter for letter, count in letters.items() if count > 1] == [], names
        for each in content:
            if isinstance(each, tuple):
                check(each[1])

    check(MENUS)


def test_a_language_is_remembered_for_the_next_start_and_the_window_offers_to_close(
    open_window: Open, archive: Archive, settings: Settings
) -> None:
    window = open_window(archive)
    assert window.actions_["language_system"].isChecked()
    window.actions_["language_system"].trigger()
    assert window.desk.messages.text() == ""
    window.actions_["language_uk"].trigger()
    assert settings.get(LANGUAGE) == "uk"
    assert "Українська" in window.desk.messages.text()
    next(button for button in window.findChildren(QPushButton) if button.text() == "Close Archivist").click()
    assert window.isHidden()
    again = open_window(Archive.open(archive.folder))
    assert again.actions_["language_uk"].isChecked()


@pytest.mark.usefixtures("ukrainian")
@pytest.mark.parametrize(
    ("context", "source", "shown"),
    [
        ("QFileDialog", "&Look in:", "Перегляд в:"),
        ("QFileDialog", "Files of &type:", "Тип файлів:"),
        ("QFileDialog", "File &name:", "&Ім'я файлу:"),
        ("QAbstractFileIconProvider", "Folder", "Тека"),
    ],
)
def test_texts_of_qt_that_changed_after_they_were_translated_are_still_found(
    context: str, source: str, shown: str
) -> None:
    assert QCoreApplication.translate(context, source) == shown
