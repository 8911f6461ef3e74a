# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from archivist.errors import ArchiveLocked, ArchivistError, NothingToUndo
from archivist.ui.errors import ErrorWording


def _all(kind: type[ArchivistError]) -> Iterator[type[ArchivistError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _all(child)


@pytest.mark.parametrize("kind", list(_all(ArchivistError)), ids=lambda kind: kind.__name__)
def test_every_error_is_described_with_its_own_fields(qapp: QApplication, kind: type[ArchivistError]) -> None:
    texts = ErrorWording().texts()
    assert kind in texts
    sentence, remedy = texts[kind]
    names = set(kind.fields)
    assert {name for _, name, _, _ in string.Formatter().parse(sentence + remedy) if name} <= names


def test_no_remedy_of_the_desktop_sends_one_to_the_terminal(qapp: QApplication) -> None:
    texts = ErrorWording().texts()
    assert not [kind for kind, both in texts.items() if "“archivist " in " ".join(both) or "--" in " ".join(both)]


def test_the_fields_are_filled_in(qapp: QApplication) -> None:
    sentence, remedy = ErrorWording().describe(ArchiveLocked(Path("/kept"), "process 7"))
    assert sentence == "“/kept” is already open in another Archivist (process 7)."
    assert remedy


def test_an_error_may_have_no_remedy(qapp: QApplication) -> None:
    assert ErrorWording().describe(NothingToUndo()) == ("There is nothing to undo.", "")
