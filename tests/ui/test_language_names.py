# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from archivist.ui.language_names import LanguageNames


@pytest.mark.parametrize(
    ("code", "name"),
    [("", "Unknown"), ("uk", "Ukrainian"), ("de", "German"), ("crh", "Crimean Tatar"), ("fy", "Frysk"), ("xx", "xx")],
)
def test_a_language_has_its_name_or_its_own_or_at_least_its_code(qapp: QApplication, code: str, name: str) -> None:
    assert LanguageNames().name(code) == name
