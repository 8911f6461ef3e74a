# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray

from archivist.ui import settings as declared
from archivist.ui.settings import LAST_ARCHIVE, READING, RECENT_ARCHIVES, Setting, Settings


def every_setting() -> list[Setting[Any]]:
    return [value for value in vars(declared).values() if isinstance(value, Setting)]


def other_value(default: Any) -> Any:
    return {str: "ґанок", int: 24, list: ["one", "two"], QByteArray: QByteArray(b"\x00\xff")}[type(default)]


@pytest.mark.parametrize("setting", every_setting(), ids=lambda setting: setting.key)
def test_a_value_is_remembered_until_the_next_start(tmp_path: Path, setting: Setting[Any]) -> None:
    settings = Settings(tmp_path / "settings.ini")
    assert settings.get(setting) == setting.default
    settings.set(setting, other_value(setting.default))
    settings.save()
    assert Settings(tmp_path / "settings.ini").get(setting) == other_value(setting.default)


def test_every_setting_has_a_key_of_its_own() -> None:
    keys = [setting.key for setting in every_setting()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("names", [[], ["one"], ["one", "two"]])
def test_a_list_comes_back_at_any_length(tmp_path: Path, names: list[str]) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.set(RECENT_ARCHIVES, names)
    settings.save()
    assert Settings(tmp_path / "settings.ini").get(RECENT_ARCHIVES) == names


def test_what_is_not_of_its_type_counts_as_never_set(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text("[view]\nreading_size=large\n", encoding="utf-8")
    assert Settings(tmp_path / "settings.ini").get(READING) == READING.default


def test_recent_archives_are_the_newest_first_each_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    for name in ("a", "b", "a"):
        settings.remember_archive(tmp_path / name)
    assert settings.get(RECENT_ARCHIVES) == [str(tmp_path / "a"), str(tmp_path / "b")]
    assert settings.get(LAST_ARCHIVE) == str(tmp_path / "a")
