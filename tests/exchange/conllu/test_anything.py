# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is in the file, it is read, told of or refused in a sentence."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archivist.errors import ArchivistError
from archivist.exchange.conllu import FORMAT
from tests.exchange.brought_back import documents_of, items_of

_PIECES = (
    "\t¦\n¦\n\n¦1¦2-3¦3.1¦а¦б¦_¦\t_\t_\t_\t_\t_\t_\t_\t¦# newdoc¦# newdoc id = x¦# text = ¦NE=B-X¦"
    "NEId=1¦NE2Id=1¦|¦Entity=(e1-¦e1)¦(¦)¦SpaceAfter=No¦SpacesAfter=\\s¦\\u0¦\r¦"
    '# archivist.annotation.1 = {"span": [0, 1]}¦# archivist.blank = x¦# global.columns = ID¦'
    "-DOCSTART- O¦ O¦ B-X"
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(_PIECES.split("¦")), max_size=40))
def test_any_rows(tmp_path_factory: pytest.TempPathFactory, pieces: list[str]) -> None:
    path = tmp_path_factory.mktemp("any") / "a.conllu"
    path.write_text("1\tтак\t_\t_\t_\t_\t_\t_\t_\tNE=B-X\n\n" + "".join(pieces), encoding="utf-8", newline="")
    with suppress(ArchivistError):
        for document in documents_of(items_of(FORMAT, path)):
            assert document.text is not None
            assert all(document.text[mark.start : mark.end] == mark.quote for mark in document.annotations)
