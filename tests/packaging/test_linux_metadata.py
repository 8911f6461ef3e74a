# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop entry and the AppStream metadata are valid and complete."""

from __future__ import annotations

import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from archivist import __version__

LINUX = Path(__file__).resolve().parents[2] / "packaging" / "linux"
DESKTOP_ENTRY = LINUX / "org.archivist.Archivist.desktop"
METAINFO = LINUX / "org.archivist.Archivist.metainfo.xml"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def desktop_entry() -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # keys are case-sensitive
    parser.read(DESKTOP_ENTRY, "utf-8")
    return dict(parser["Desktop Entry"])


@pytest.fixture
def metainfo() -> ET.Element:
    return ET.fromstring(METAINFO.read_text("utf-8"))  # noqa: S314 - our own file


@pytest.mark.parametrize(
    "command",
    [
        ["desktop-file-validate", "--warn-kde", str(DESKTOP_ENTRY)],
        ["appstreamcli", "validate", "--no-net", str(METAINFO)],
    ],
    ids=lambda command: command[0],
)
def test_the_validator_accepts_it(command: list[str]) -> None:
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("key", ["GenericName", "Comment", "Keywords"])
def test_the_desktop_entry_is_translated(desktop_entry: dict[str, str], key: str) -> None:
    assert desktop_entry[key]
    assert desktop_entry[f"{key}[uk]"]
    assert desktop_entry[f"{key}[ru]"]


@pytest.mark.parametrize("tag", ["summary", "description/p", "description/ul/li"])
def test_the_metainfo_is_translated(metainfo: ET.Element, tag: str) -> None:
    languages = [element.get(LANGUAGE) for element in metainfo.findall(tag)]
    assert languages.count(None) == languages.count("uk") == languages.count("ru") > 0


def test_both_name_the_same_program(desktop_entry: dict[str, str], metainfo: ET.Element) -> None:
    assert metainfo.findtext("launchable") == DESKTOP_ENTRY.name
    assert metainfo.findtext("id") == desktop_entry["Icon"]
    assert metainfo.findtext("provides/binary") == desktop_entry["Exec"].removesuffix(" %u")
    summaries = {element.get(LANGUAGE): element.text for element in metainfo.findall("summary")}
    assert summaries == {
        None: desktop_entry["Comment"],
        "uk": desktop_entry["Comment[uk]"],
        "ru": desktop_entry["Comment[ru]"],
    }


def test_the_newest_release_is_this_version(metainfo: ET.Element) -> None:
    releases = metainfo.findall("releases/release")
    assert releases[0].get("version") == __version__
