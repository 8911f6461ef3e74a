# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from pathlib import Path

import pytest

from archivist.errors import FileUnreadable, ProfileRefused
from archivist.exchange import TagMapping, Target, is_mapping, read_mapping
from archivist.exchange.incoming.mapping import suggest
from archivist.exchange.items import ReadTag
from archivist.intake.tables.profile import TableProfile, kept_profiles
from archivist.model import Kind
from archivist.store import Archive


class TestSuggestions:
    @pytest.mark.parametrize(
        ("label", "target"),
        [
            ("Killed", Target("killed", Kind.FIGURE)),  # as the archive has it
            ("PERS", Target("person", Kind.ACTOR)),
            ("ORG", Target("organisation", Kind.ACTOR)),
            ("LocOrg", Target("place", Kind.ACTOR)),
            ("PERIOD", Target("date", Kind.DATE)),
            ("MON", Target("money", Kind.FIGURE)),
            ("PCT", Target("share", Kind.FIGURE)),
            ("CARDINAL", Target("quantity", Kind.FIGURE)),
            ("EVENT", Target("EVENT", Kind.EVENT)),
            ("Щось\n інше", Target("Щось інше", Kind.EVENT)),
            ("", Target("highlight", Kind.EVENT)),
            ("\x00", Target("nameless", Kind.EVENT)),
        ],
    )
    def test_of_labels(self, archive: Archive, label: str, target: Target) -> None:
        assert suggest(label, archive.tags.all()) == target

    def test_what_the_archive_calls_so_comes_before_what_others_mean(self, archive: Archive) -> None:
        archive.tags.add("per", "figure")
        assert suggest("PER", archive.tags.all()) == Target("per", Kind.FIGURE)

    def test_the_kind_is_that_of_the_file(self, archive: Archive) -> None:
        tags = archive.tags.all()
        assert suggest("Щось", tags, kind="actor") == Target("Щось", Kind.ACTOR)
        assert suggest("x", tags, ReadTag("x", name="Щось", kind="date"), "actor") == Target("Щось", Kind.DATE)
        assert suggest("PER", tags, kind="figure") == Target("PER", Kind.FIGURE)
        assert suggest("Щось", tags, kind="unheard of") == Target("Щось", Kind.EVENT)


class TestFiles:
    def write(self, path: Path, value: object) -> Path:
        path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8-sig")
        return path

    def test_say_what_each_label_becomes(self, tmp_path: Path) -> None:
        labels = {"PER": {"tag": " person ", "kind": "actor"}, "Loc": "place", "Y": {"tag": "y"}, "X": None}
        mapping = read_mapping(self.write(tmp_path / "m.json", {"labels": labels}))
        assert mapping.targets == {
            "PER": Target("person", Kind.ACTOR),
            "Loc": Target("place"),
            "Y": Target("y"),
            "X": None,
        }
        assert TagMapping.of("again", mapping.settings()) == mapping

    @pytest.mark.parametrize(
        ("value", "words"),
        [
            ("{", "not JSON"),
            ("[1]", "no object"),
            ({}, "no “labels”"),
            ({"labels": [], "x": 1}, "“x” beside"),
            ({"labels": ["PER"]}, "no object of labels"),
            ({"labels": {"PER": 3}}, "entry “PER” is neither a tag nor null"),
            ({"labels": {"PER": {"kind": "actor"}}}, "entry “PER” names no tag"),
            ({"labels": {"PER": {"tag": " \n"}}}, "entry “PER” names no tag"),
            ({"labels": {"PER": {"tag": "a", "colour": "red"}}}, "entry “PER” holds “colour”"),
            ({"labels": {"PER": {"tag": "a", "kind": "thing"}}}, "kind “thing” of the entry “PER”"),
            ("[" * 100_000, "not JSON"),
            (" " * (1 << 21), "too large"),
        ],
    )
    def test_that_are_mistaken_are_refused_with_the_entry(self, tmp_path: Path, value: object, words: str) -> None:
        with pytest.raises(ProfileRefused, match=words) as refused:
            read_mapping(self.write(tmp_path / "m.json", value))
        assert "m.json" in str(refused.value)

    def test_that_are_not_there_are_told(self, tmp_path: Path) -> None:
        with pytest.raises(FileUnreadable):
            read_mapping(tmp_path / "none.json")


def test_a_mapping_is_kept_as_a_profile_that_tables_are_not_read_by(archive: Archive) -> None:
    mapping = TagMapping({"PER": Target("person", Kind.ACTOR), "X": None})
    archive.profiles.save("ner", mapping.settings())
    archive.profiles.save("agency", {"columns": {"body": "текст"}})
    kept = archive.profiles.named("NER")
    assert is_mapping(kept.settings)
    assert TagMapping.of(kept.name, kept.settings) == mapping
    assert [profile.name for profile in kept_profiles(archive.profiles.all())] == ["agency"]
    with pytest.raises(ProfileRefused, match="maps no labels"):
        TagMapping.of("agency", archive.profiles.named("agency").settings)
    with pytest.raises(ProfileRefused, match="labels"):
        TableProfile.of("ner", kept.settings)
