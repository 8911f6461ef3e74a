# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.errors import InvalidValue, ProfileNotFound
from archivist.store import Archive

SETTINGS = {"columns": {"body": "текст", "title": "заголовок"}, "delimiter": ";", "header": True}


def test_a_profile_is_kept_as_it_was(archive: Archive) -> None:
    saved = archive.profiles.save(" Новини\nагенції ", SETTINGS)
    assert (saved.name, saved.settings) == ("Новини агенції", SETTINGS)
    assert archive.profiles.named("НОВИНИ АГЕНЦІЇ") == saved
    assert archive.profiles.all() == [saved]


def test_saving_under_a_name_that_is_there_replaces_its_settings(archive: Archive) -> None:
    first = archive.profiles.save("Новини", SETTINGS)
    second = archive.profiles.save("новини", {"columns": {"body": "text"}})
    assert second.id == first.id
    assert [profile.settings for profile in archive.profiles.all()] == [{"columns": {"body": "text"}}]
    archive.history.undo()
    assert archive.profiles.all() == [first]


def test_profiles_are_listed_in_alphabetical_order(archive: Archive) -> None:
    for name in ("Яблуко", "їжак", "Ґанок", "гора"):
        archive.profiles.save(name, SETTINGS)
    assert [profile.name for profile in archive.profiles.all()] == ["гора", "Ґанок", "їжак", "Яблуко"]


def test_a_deleted_profile_comes_back_by_undo(archive: Archive) -> None:
    saved = archive.profiles.save("Новини", SETTINGS)
    archive.profiles.delete("новини")
    assert archive.profiles.all() == []
    for missing in (lambda: archive.profiles.named("Новини"), lambda: archive.profiles.delete("Новини")):
        with pytest.raises(ProfileNotFound):
            missing()
    archive.history.undo()
    assert archive.profiles.all() == [saved]
    archive.history.redo()
    assert archive.profiles.all() == []


def test_a_profile_has_a_name(archive: Archive) -> None:
    with pytest.raises(InvalidValue):
        archive.profiles.save(" \n", SETTINGS)
