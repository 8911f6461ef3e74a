# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page on annotating names the keys that the table of actions has."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from archivist import paths
from archivist.ui.actions import ActionTable


@pytest.mark.parametrize(
    "action",
    [
        "choose_tag", "repeat_tag", "hold_tag", "select_word", "select_noun_phrase", "select_sentence", "unselect",
        "next_annotation", "previous_annotation", "next_unreviewed", "retag", "edit_note", "move_annotation",
        "duplicate_annotation", "delete_annotation", "link_record", "repeat_record", "begin_relation", "palette",
        "shortcuts", "codebook",
        "start_left", "end_left", "start_left_character", "start_right_character", "end_left_character",
        "end_right_character", "start_left_sentence", "start_right_sentence", "end_left_sentence", "end_right_sentence",
    ],
)  # fmt: skip
def test_the_page_on_annotating_names_the_key(qapp: QApplication, action: str) -> None:
    page = (paths.resources() / "manual" / "annotating.md").read_text("utf-8")
    declared = next(each for each in ActionTable().actions() if each.id == action)
    keys = (declared.also_in_article, declared.shortcut)
    assert any(key and key.replace("Return", "Enter") in page for key in keys), keys
