# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.errors import FileUnreadable, InvalidValue, NameTaken, ShortcutTaken, TagNotFound
from archivist.model import Article
from archivist.store import Archive


def test_tags_are_listed_by_kind_then_in_their_order(archive: Archive) -> None:
    archive.tags.add("rally", "event")
    assert [tag.name for tag in archive.tags.all()] == ["strike", "rally", "ministry", "killed"]


def test_a_tag_is_found_in_any_letter_case(archive: Archive) -> None:
    archive.tags.add("Загиблі", "figure")
    assert archive.tags.named(" зАГИБЛІ ").name == "Загиблі"


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"name": "STRIKE", "kind": "event"}, NameTaken),
        ({"name": "", "kind": "event"}, InvalidValue),
        ({"name": "x", "kind": "rumour"}, InvalidValue),
        ({"name": "x", "kind": "event", "colour": "red"}, InvalidValue),
        ({"name": "x", "kind": "event", "shortcut": "S"}, ShortcutTaken),
        ({"name": "x", "kind": "event", "shortcut": "abc"}, InvalidValue),
        ({"name": "x", "kind": "event", "shortcut": "+"}, InvalidValue),
        ({"name": "x", "kind": "event", "parent": "nobody"}, TagNotFound),
    ],
)
def test_an_impossible_tag_is_refused(archive: Archive, values: dict[str, str], error: type[Exception]) -> None:
    before = archive.tags.all()
    with pytest.raises(error):
        archive.tags.add(**values)
    assert archive.tags.all() == before


def test_a_tag_can_be_changed(archive: Archive) -> None:
    strike = archive.tags.named("strike")
    parent = archive.tags.add("unrest", "event")
    changed = archive.tags.update(strike.id, name="walkout", shortcut="", colour="#AA0000", parent=parent.id)
    assert (changed.name, changed.shortcut, changed.colour, changed.parent) == ("walkout", "", "#aa0000", parent.id)


def test_a_tag_cannot_be_below_itself(archive: Archive) -> None:
    strike = archive.tags.named("strike")
    below = archive.tags.add("sit-in", "event", parent=strike.id)
    with pytest.raises(InvalidValue):
        archive.tags.update(strike.id, parent=below.id)


def test_deleting_a_tag_says_what_goes_with_it_and_is_undone_whole(
    archive: Archive, add_article: Callable[..., Article]
) -> None:
    article = add_article("Страйк триває")
    strike = archive.tags.named("strike")
    below = archive.tags.add("sit-in", "event", parent=strike.id)
    annotation = archive.annotations.add_quote(article.id, "Страйк", strike.id)
    assert archive.tags.counts() == {strike.id: 1}
    assert archive.tags.delete(strike.id) == 1
    assert archive.annotations.of_article(article.id) == []
    assert archive.tags.get(below.id).parent is None
    archive.history.undo()
    assert archive.annotations.get(annotation.id) == annotation
    assert archive.tags.get(below.id).parent == strike.id


def test_the_name_and_key_of_a_deleted_tag_are_free(archive: Archive) -> None:
    archive.tags.delete(archive.tags.named("strike").id)
    assert archive.tags.add("strike", "actor", shortcut="s").kind == "actor"


def test_a_codebook_is_loaded_with_parents(archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / "codebook.json"
    entries = [
        {"name": "person", "kind": "actor", "shortcut": "p"},
        {"name": "mayor", "kind": "actor", "parent": "person"},
    ]
    file.write_text(json.dumps({"tags": entries}))
    archive.tags.load_codebook(file)
    assert archive.tags.named("mayor").parent == archive.tags.named("person").id
    archive.history.undo()
    assert [tag.name for tag in archive.tags.all()] == ["strike", "ministry", "killed"]


@pytest.mark.parametrize("content", ["", "[]", '{"tags": 3'])
def test_a_broken_codebook_is_refused(archive: Archive, tmp_path: Path, content: str) -> None:
    (tmp_path / "codebook.json").write_text(content)
    with pytest.raises(FileUnreadable):
        archive.tags.load_codebook(tmp_path / "codebook.json")


def test_the_same_codebook_has_the_same_ids_in_every_archive(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "codebook.json").write_text('{"tags": [{"name": "person", "kind": "actor"}]}')
    archive.tags.load_codebook(tmp_path / "codebook.json")
    with Archive.create(tmp_path / "other", codebook=tmp_path / "codebook.json") as other:
        assert other.tags.named("person").id == archive.tags.named("person").id


def test_a_tag_of_the_codebook_that_was_renamed_is_not_written_over(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "codebook.json").write_text('{"tags": [{"name": "person", "kind": "actor"}]}')
    archive.tags.load_codebook(tmp_path / "codebook.json")
    renamed = archive.tags.update(archive.tags.named("person").id, name="human")
    archive.tags.load_codebook(tmp_path / "codebook.json")
    assert archive.tags.get(renamed.id) == renamed
    assert archive.tags.named("person").id != renamed.id


def test_a_description_keeps_its_lines(archive: Archive) -> None:
    tag = archive.tags.add("rally", "event", description="When people meet.\r\nNot a strike. ")
    assert tag.description == "When people meet.\nNot a strike."
    assert archive.tags.update(tag.id, description="A\nB").description == "A\nB"


def test_a_key_may_be_two_and_follows_that_of_the_tag_above(archive: Archive) -> None:
    killed = archive.tags.named("killed")
    child = archive.tags.add("soldiers", "figure", shortcut="KS", parent=killed.id)
    assert child.shortcut == "ks"
    archive.tags.update(killed.id, shortcut="x")
    assert archive.tags.get(child.id).shortcut == "xs"
    archive.history.undo()
    assert archive.tags.get(child.id).shortcut == "ks"


def test_a_key_that_a_tag_below_would_get_is_taken(archive: Archive) -> None:
    killed = archive.tags.named("killed")
    archive.tags.add("soldiers", "figure", shortcut="ks", parent=killed.id)
    archive.tags.add("others", "figure", shortcut="xs")
    before = archive.tags.all()
    with pytest.raises(ShortcutTaken):
        archive.tags.update(killed.id, shortcut="x")
    assert archive.tags.all() == before


def names(archive: Archive) -> list[str]:
    return [tag.name for tag in archive.tags.all()]


def test_a_tag_is_moved_in_front_of_another_and_below_one(archive: Archive) -> None:
    strike = archive.tags.named("strike")
    flood, picket = archive.tags.add("flood", "event"), archive.tags.add("picket", "event")
    archive.tags.move(picket.id, parent=strike.id, before=strike.id)
    assert names(archive) == ["picket", "strike", "flood", "ministry", "killed"]
    assert archive.tags.get(picket.id).parent == strike.id
    archive.tags.move(strike.id, parent=None)
    assert names(archive) == ["picket", "flood", "strike", "ministry", "killed"]
    archive.history.undo()
    archive.history.undo()
    assert names(archive) == ["strike", "flood", "picket", "ministry", "killed"]
    assert archive.tags.get(picket.id).parent is None
    with pytest.raises(InvalidValue):
        archive.tags.move(flood.id, parent=flood.id)


def test_merged_tags_are_one_step(archive: Archive, add_article: Callable[..., Article]) -> None:
    article = add_article("Страйк і пікет тривають")
    strike = archive.tags.named("strike")
    picket = archive.tags.add("picket", "event", parent=strike.id, description="At the gates.")
    below = archive.tags.add("sit-in", "event", parent=picket.id)
    annotation = archive.annotations.add_quote(article.id, "пікет", picket.id, note="перший")
    before = archive.tags.all()
    assert archive.tags.merge(picket.id, strike.id) == 1
    assert archive.annotations.get(annotation.id).tag.name == "strike"
    assert archive.annotations.get(annotation.id).note == "перший"
    assert archive.tags.get(below.id).parent == strike.id
    assert archive.tags.named("strike").description == "At the gates."
    assert "picket" not in names(archive)
    archive.history.undo()
    assert archive.tags.all() == before
    assert archive.annotations.get(annotation.id) == annotation


def test_a_tag_merges_into_one_below_it(archive: Archive) -> None:
    strike = archive.tags.named("strike")
    picket = archive.tags.add("picket", "event", parent=strike.id)
    archive.tags.merge(strike.id, picket.id)
    assert archive.tags.get(picket.id).parent is None


def test_tags_of_two_kinds_are_not_merged(archive: Archive) -> None:
    with pytest.raises(InvalidValue, match="kind"):
        archive.tags.merge(archive.tags.named("strike").id, archive.tags.named("killed").id)
    with pytest.raises(InvalidValue):
        archive.tags.merge(archive.tags.named("strike").id, archive.tags.named("strike").id)


def test_a_tag_in_front_of_itself_stays_where_it_is(archive: Archive) -> None:
    ministry = archive.tags.named("ministry")
    before = archive.tags.all()
    assert archive.tags.move(ministry.id, parent=None, before=ministry.id) == ministry
    assert archive.tags.all() == before
