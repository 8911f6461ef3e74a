# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.exchange.cas import CAS_JSON, CAS_XMI
from tests.exchange.cas.cas_files import cas_json, packed, written, xmi

OTHERS = {
    "a.txt": "Текст про http://www.omg.org/XMI",
    "a.html": "<html><body>http://www.omg.org/XMI XMI</body></html>",
    "a.json": '{"items": ["%TYPES"]}',
    "list.json": "[1]",
    "a.xml": "<TEI/>",
    "empty": "",
}


def _known(path: Path) -> tuple[bool, bool]:
    assert CAS_XMI.recognises
    assert CAS_JSON.recognises
    return CAS_XMI.recognises(path), CAS_JSON.recognises(path)


def test_each_form_is_known_alone_in_a_folder_and_in_a_zip_file(tmp_path: Path) -> None:
    for name, content, expected in (("a.xmi", xmi("Мер"), (True, False)), ("a.json", cas_json("Мер"), (False, True))):
        folder = written(tmp_path / name[2:], **{name.replace(".", "__"): content})
        assert _known(folder / name) == expected
        assert _known(folder) == expected
        assert _known(packed(tmp_path / "a.zip", {name: content})) == expected


@pytest.mark.parametrize("name", list(OTHERS))
def test_other_files_are_not(tmp_path: Path, name: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_text(OTHERS[name])
    assert _known(tmp_path / "in" / name) == (False, False)
    assert _known(tmp_path / "in") == (False, False)
    assert _known(packed(tmp_path / "a.zip", {name: OTHERS[name]})) == (False, False)


def test_what_is_not_there_or_broken_is_not(tmp_path: Path) -> None:
    assert _known(tmp_path / "none") == (False, False)
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 broken")
    assert _known(tmp_path / "a.zip") == (False, False)
