# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication

from archivist.ui import plurals
from archivist.ui.plurals import EnglishPlurals


@pytest.fixture(autouse=True)
def _plurals(qapp: QApplication) -> Iterator[None]:
    translator = EnglishPlurals()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.parametrize(("count", "text"), [(0, "0 articles"), (1, "1 article"), (22, "22 articles")])
def test_a_number_decides_the_ending(count: int, text: str) -> None:
    assert QObject().tr("%n article(s)", "", count) == text


def test_a_number_is_written_as_the_language_writes_it() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    said = QObject().tr("%n article(s)", "", 1578), QObject().tr("%n found", "", 1578)
    QLocale.setDefault(before)
    assert said == ("1,578 articles", "1,578 found")


def test_a_text_without_a_number_is_as_it_is() -> None:
    assert QObject().tr("Open archive(s)…") == "Open archive(s)…"


def test_no_english_text_with_a_counted_noun_goes_on_as_of_many() -> None:
    plural_verb = re.compile(
        r"(?:\(s\)(?: below it)?|\{moved\} of “\{name\}”) (?:are|follow|go|move|carry|stay|wait)\b"
    )
    package = Path(plurals.__file__).parent
    found = [path.name for path in package.rglob("*.py") if plural_verb.search(path.read_text(encoding="utf-8"))]
    assert found == []
