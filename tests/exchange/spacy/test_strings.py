# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from archivist.exchange.spacy.strings import StringIds, StringTable, string_id
from archivist.exchange.spacy.symbols import SYMBOLS
from tests.exchange.reading_elsewhere import run_elsewhere

STRINGS = ["", "a", "coffee", "12345678", "Уряд", "👩‍👩‍👧", "ORG", "nsubj", "_", "x" * 1000, "é" * 7, "\n", " \t"]


def test_numbers_of_strings_are_those_of_spacy(tmp_path: Path) -> None:
    strings = [*STRINGS, *SYMBOLS, *("я" * length for length in range(40))]
    (tmp_path / "strings.json").write_text(json.dumps(strings), encoding="utf-8")
    assert json.loads(run_elsewhere("spacy_strings", tmp_path / "strings.json")) == [
        string_id(string) for string in strings
    ]


def test_known_hashes() -> None:
    assert string_id("coffee") == 3197928453018144401  # as spaCy's documentation has it
    assert (string_id(""), string_id("ORTH"), string_id("ENT_IOB")) == (0, 65, 77)
    assert len(set(SYMBOLS)) == len(SYMBOLS)


def test_a_table_gives_strings_back() -> None:
    ids = StringIds()
    numbers = [ids[string] for string in STRINGS]
    assert list(ids) == STRINGS
    table = StringTable(ids)
    assert table.words(np.array([*numbers, *numbers], np.uint64)) == STRINGS * 2
    assert [table.get(number) for number in (*numbers, 12345, 2**64 - 1)] == [*STRINGS, "", ""]
    with pytest.raises(KeyError):
        table.words(np.array([numbers[0], 2**64 - 1], np.uint64))
