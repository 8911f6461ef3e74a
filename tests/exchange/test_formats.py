# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import sys
from pathlib import Path

import pytest

from archivist.errors import InvalidValue
from archivist.exchange import format_to_read, format_to_write, formats
from archivist.exchange.formats import _BUILT_IN

PLUGIN = """
from archivist.exchange import Format
only_out = Format("only-out", "Out", (".out",), write=print)
taken = Format("bundle", "Mine", ())
nothing = "no format"
"""


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package, as installed, that adds formats."""
    (tmp_path / "further_formats.py").write_text(PLUGIN)
    metadata = tmp_path / "further_formats-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: further-formats\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text(
        "[archivist.formats]\n"
        + "".join(f"{name} = further_formats:{name}\n" for name in ("only_out", "taken", "nothing", "missing"))
        + "broken = no_such_module:format\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    sys.modules.pop("further_formats", None)


def test_the_bundle_goes_both_ways() -> None:
    [bundle] = [format_ for format_ in formats() if format_.name == "bundle"]
    assert (bundle.reads, bundle.writes, bundle.extensions) == (True, True, (".zip", ""))
    assert format_to_write("bundle").name == format_to_read("bundle").name == "bundle"


def test_an_unknown_format_is_refused_with_those_that_are_known() -> None:
    for find in (format_to_read, format_to_write):
        with pytest.raises(InvalidValue, match="bundle"):
            find("no such")


def test_installed_packages_add_formats(plugin: Path) -> None:
    found = {format_.name: format_.title for format_ in formats()}
    assert found.keys() - {format_.name for format_ in _BUILT_IN} == {"only-out"}
    assert (found["bundle"], found["only-out"]) == ("Archivist bundle (BagIt)", "Out")
    assert not found.keys() & {"nothing", "missing", "broken"}


def test_a_format_that_cannot_be_read_is_no_reader(plugin: Path) -> None:
    assert format_to_write("only-out").title == "Out"
    with pytest.raises(InvalidValue):
        format_to_read("only-out")
