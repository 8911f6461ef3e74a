# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import FileUnreadable, ProfileRefused
from archivist.intake.tables.profile import TableProfile, kept_profiles, read_profile
from archivist.model import Profile

FULL: dict[str, Any] = {
    "columns": {"body": "текст", "title": ""},
    "delimiter": ";",
    "encoding": "cp1251",
    "header": False,
    "date_order": "mdy",
    "outlet": "Вісник",
    "language": "uk",
    "exact": True,
    "markup": False,
    "records": "a.b",
    "made_for": ["заголовок", "текст"],
}


def test_a_profile_is_what_its_settings_say_and_the_other_way_round() -> None:
    assert TableProfile.of("п", FULL).settings() == FULL
    assert TableProfile.of("п", {}).settings() == {}


@pytest.mark.parametrize(
    "settings",
    [
        {"colums": {}},
        {"columns": {"text": "a"}},
        {"columns": {"body": 1}},
        {"columns": ["body"]},
        {"delimiter": "x"},
        {"encoding": "klingon"},
        {"date_order": "ymd"},
        {"header": "yes"},
    ],
)
def test_what_is_no_setting_is_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(ProfileRefused):
        TableProfile.of("п", settings)


def test_a_profile_fits_files_with_its_columns_in_any_order() -> None:
    profile = TableProfile(made_for=("a", "b"))
    assert profile.fits(("b", "a"))
    assert not profile.fits(("a", "b", "c"))
    assert not TableProfile().fits(())


def test_a_file_holds_a_profile_or_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "agency.json"
    path.write_text(json.dumps(FULL), encoding="utf-8")
    assert read_profile(path) == TableProfile.of("agency", FULL)
    for wrong in ("[]", "{", "[" * 100_000):
        path.write_text(wrong, encoding="utf-8")
        with pytest.raises(ProfileRefused):
            read_profile(path)
    with pytest.raises(FileUnreadable):
        read_profile(tmp_path / "none.json")


def test_profiles_of_a_newer_program_are_left_alone() -> None:
    kept = [Profile("1", "новий", {"colour": "red"}), Profile("2", "мій", {"outlet": "Вісник"})]
    assert kept_profiles(kept) == (TableProfile("мій", outlet="Вісник"),)
