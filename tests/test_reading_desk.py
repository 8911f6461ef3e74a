# SPDX-License-Identifier: GPL-3.0-or-later
"""What the script that drives the window is built of: D-Bus messages, keys and words of the window, and its steps."""

from __future__ import annotations

import struct

import pytest
from PySide6.QtWidgets import QApplication

from archivist.ui.actions import ActionTable
from archivist.ui.translation import Language
from benchmarks.reading_desk.__main__ import STEPS
from benchmarks.reading_desk.accessible import Box
from benchmarks.reading_desk.bus import Reader, written
from benchmarks.reading_desk.words import Words, keysym


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("Ctrl+Shift+,", "ctrl+shift+comma"),
        ("Ctrl++", "ctrl+plus"),
        ("Ctrl+Alt++", "ctrl+alt+plus"),
        ("Alt+PgDown", "alt+Next"),
        ("Ctrl+Shift+Del", "ctrl+shift+Delete"),
        ("Space", "space"),
        ("N", "n"),
        ("F12", "F12"),
        (".", "period"),
    ],
)
def test_a_key_is_written_as_the_hands_have_it(key: str, expected: str) -> None:
    assert keysym(key) == expected


def test_every_action_of_the_menus_is_found_in_them(qapp: QApplication) -> None:
    words = Words(Language.ENGLISH)
    assert words.way("retag") == [["Annotate"], ["Another tag…"]]
    assert words.way("end_left_sentence")[1] == ["Move an edge"]
    assert all(words.way(action.id) for action in ActionTable().actions())


def test_a_text_with_places_is_known_in_ukrainian(qapp: QApplication) -> None:
    words = Words(Language.UKRAINIAN)
    assert words.pattern("History: %Ln step(s)").fullmatch(words.all("History: %Ln step(s)")[0].replace("%Ln", "12"))
    assert not words.pattern("Codebook").fullmatch("Codebook")


def test_what_is_written_to_the_bus_is_read_from_it() -> None:
    held = written("sui", ("Назва", 7, -3))
    assert Reader(held, "<").values("sui") == ["Назва", 7, -3]


def test_lists_structures_and_variants_are_read() -> None:
    pair = written("so", (":1.5", "/a/b"))
    held = struct.pack("<I4x", len(pair)) + pair
    assert Reader(held, "<").values("a(so)") == [[(":1.5", "/a/b")]]
    assert Reader(b"\x01s\x00\x00" + written("s", ("слово",)), "<").values("v") == ["слово"]


def test_a_box_holds_what_lies_in_it() -> None:
    assert Box(0, 0, 10, 10).holds(Box(2, 2, 8, 8))
    assert not Box(0, 0, 10, 10).holds(Box(2, 2, 9, 8))


def test_no_two_steps_are_called_the_same() -> None:
    names = [step.name for step in STEPS]
    assert len(names) == len(set(names))
