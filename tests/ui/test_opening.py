# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from archivist.ui.opening import roles
from archivist.ui.reader import Role


def test_the_first_paragraphs_are_set_by_what_they_are() -> None:
    body = (
        "Dockers walk out at Tarnhavn\n\nThe union speaks of four hundred, the port of two hundred and fifty\n"
        "Photo: Port of Tarnhavn\n\nThe strike began on Thursday morning when the night shift did not go home."
    )
    assert roles(body, "Dockers walk out at Tarnhavn") == [Role.HEADLINE, Role.STANDFIRST, Role.CREDIT]


def test_a_text_without_a_headline_is_all_body() -> None:
    assert roles("one line that goes on and on, and is no headline at all, as it ends in a full stop.", "") == []
