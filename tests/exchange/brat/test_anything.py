# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is in the files, it is read or told of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archivist.exchange.brat import FORMAT
from tests.exchange.brought_back import documents_of, items_of, problems_of

_PIECES = (
    "T1¦T2¦E1¦R1¦A1¦N1¦#1¦*¦\t¦ ¦\n¦X¦0¦3¦-1¦999999999999¦;¦:¦T1:T2¦Arg1:T1¦Arg2:E1¦Archivist¦"
    '{"id": 5}¦{¦xn--¦а¦\x00¦\u2028¦\r¦Reference¦AnnotatorNotes'
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(_PIECES.split("¦")), max_size=40), raw=st.binary(max_size=20))
def test_any_lines(tmp_path_factory: pytest.TempPathFactory, pieces: list[str], raw: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "a.txt").write_text("абв где", encoding="utf-8")
    (folder / "a.ann").write_text("".join(pieces), encoding="utf-8", newline="")
    for name in (
        "b.ann",
        "b.txt",
        "annotation.conf",
        "visual.conf",
        "archivist.jsonl",
        "c.spans",
        "c.coref",
        "c.facts",
    ):
        (folder / name).write_bytes(raw)
    items = items_of(FORMAT, folder)
    assert next(document for document in documents_of(items) if document.name == "a").text == "абв где"
    lines = [line for line in "".join(pieces).split("\n") if line.strip()]
    marks = sum(len(document.annotations) + len(document.relations) for document in documents_of(items))
    assert marks + len(problems_of(items)) > 0 or all(line.startswith(("A", "#", "N")) for line in lines)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=60))
def test_any_file_may_be_asked_about(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path: Path = tmp_path_factory.mktemp("any") / "a.ann"
    path.write_bytes(raw)
    assert FORMAT.recognises is not None
    assert FORMAT.recognises(path) in (True, False)
