# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook: new tags, their order and hierarchy, merging, colours, keys, deleting, files."""

from __future__ import annotations

import json
from functools import partial

from archivist.model import Article, Tag
from archivist.store import Archive
from benchmarks.reading_desk.accessible import Control
from benchmarks.reading_desk.by import By, pause
from benchmarks.reading_desk.desk import Desk, NotSo
from benchmarks.reading_desk.steps import Step, section

PEOPLE = "троє людей"
_MERGING = (
    "{moved} of “{name}” will go to “{other}”, which then has {together}. “{name}” is deleted; the tags "
    "below it come below “{other}”. One undo takes all of it back."
)


def make_tag(desk: Desk, by: By) -> None:
    _open(desk, by)
    by.push(desk.see("push button", "New tag"))
    name = f"вирок {by.name}"
    by.fill(desk.see("text", "Name"), name)
    by.push(desk.see("push button", "Create tag"))
    desk.holds("the new tag", lambda archive: name in _names(archive))


def order_tags(desk: Desk, by: By) -> None:
    tree = _open(desk, by)
    first, second = f"перший {by.name}", f"другий {by.name}"
    if by.is_mouse:
        where, there = _row(by, tree, first), _row(by, tree, second)
        goal = desk.pixels(where.box)
        desk.drag(desk.pixels(there.box).middle, (goal.left + 40, goal.top + 1), steps=12)
    else:
        by.take_row(tree, _row(by, tree, second))
        desk.press("Alt+Up")
    desk.holds("the order", lambda archive: _names(archive).index(second) < _names(archive).index(first))


def nest_tag(desk: Desk, by: By) -> None:
    tree = _open(desk, by)
    above, below = f"верхній {by.name}", f"нижній {by.name}"
    if by.is_mouse:
        goal, dragged = _row(by, tree, above), _row(by, tree, below)
        desk.drag(desk.pixels(dragged.box).middle, desk.pixels(goal.box).middle, steps=12)
    else:
        by.take_row(tree, _row(by, tree, below))
        desk.press("Alt+Right")
    desk.holds("the hierarchy", lambda archive: _tag(archive, below).parent == _tag(archive, above).id)
    desk.picture(f"codebook-nested-{by.name}")
    by.take_row(tree, _row(by, tree, below))
    if by.is_mouse:
        by.push(desk.see("push button", "Move out"))
    else:
        desk.press("Alt+Left")
    desk.holds("the tag taken out", lambda archive: _tag(archive, below).parent is None)


def merge_tags(desk: Desk, by: By) -> None:
    tree = _open(desk, by)
    ours, other = f"зайвий {by.name}", f"спільний {by.name}"
    by.take_row(tree, _row(by, tree, ours))
    by.push(desk.see("push button", "Merge…"))
    choice = desk.see("combo box")
    by.pick(choice, other)
    desk.says(_MERGING)
    desk.picture(f"merge-tags-{by.name}")
    by.push(desk.see("push button", "&Merge"))
    desk.marks((PEOPLE, other))
    desk.gone("push button", "&Merge")  # it is open for a moment yet
    pause(2)
    desk.press("Ctrl+Z")
    desk.marks((PEOPLE, ours))


def check_colour(desk: Desk, by: By) -> None:
    tree = _open(desk, by)
    name = f"колір {by.name}"
    by.take_row(tree, _row(by, tree, name))
    field = desk.see("text", "Colour")
    for colour, said in (
        ("#ffffaa", "Too pale for the light page, so it is drawn darker there."),
        ("#101020", "Too dark for the dark page, so it is drawn lighter there."),
        ("#2f84c8", "Shows well on the light and on the dark page."),
    ):
        by.fill(field, colour)
        desk.says(said)
        desk.picture(f"colour-{colour[1:]}-{by.name}")
    desk.press("Tab")
    desk.holds("the colour", lambda archive: _tag(archive, name).colour == "#2f84c8")


def name_clash_of_key(desk: Desk, by: By) -> None:
    tree = _open(desk, by)
    name = f"клавіша {by.name}"
    by.take_row(tree, _row(by, tree, name))
    field = desk.see("text", "Key")
    by.fill(field, "a")
    desk.says("This key belongs to “{name}”.")
    desk.picture(f"key-of-another-tag-{by.name}")
    by.fill(field, "")
    desk.press("Esc")
    desk.holds("no key", lambda archive: not _tag(archive, name).shortcut)


def delete_after_count(desk: Desk, by: By) -> None:
    tree = _open(desk, by)
    name = f"геть {by.name}"
    by.take_row(tree, _row(by, tree, name))
    delete = desk.see("push button", "Delete…")
    by.push(delete)
    desk.says("%n annotation(s) will go with it. Undo brings them back.")
    desk.picture(f"delete-a-tag-{by.name}")
    by.push(desk.see("push button", "Keep"))
    desk.marks((PEOPLE, name))
    by.push(delete)
    by.push(desk.see("push button", "Delete"))
    desk.marks()
    desk.gone("push button", "Keep")  # it is open for a moment yet
    pause(2)
    desk.press("Ctrl+Z")
    desk.marks((PEOPLE, name))


def write_codebook(desk: Desk, by: By) -> None:
    _open(desk, by)
    by.push(desk.see("push button", "&Export…"))
    path = desk.folder.parent / f"codebook-{by.name}.json"
    desk.give_file(path)
    desk.says("The codebook was written to “{name}”.")
    written = {each["name"] for each in json.loads(path.read_text(encoding="utf-8"))["tags"]}
    if written != set(desk.ask(_names)):
        raise NotSo("not all tags were written")


def take_codebook_over(desk: Desk, by: By) -> None:
    path = desk.folder.parent / f"foreign-{by.name}.json"
    name = f"чужий {by.name}"
    tag = {"name": name, "kind": "event", "colour": "#2f84c8", "shortcut": "", "parent": None, "description": ""}
    same = {"name": "person", "kind": "actor", "colour": "#ff0000", "shortcut": "", "parent": None, "description": ""}
    path.write_text(json.dumps({"tags": [tag, same]}), encoding="utf-8")
    _open(desk, by)
    by.push(desk.see("push button", "&Import…"))
    desk.give_file(path)
    desk.says("{came}, {known} were here.")
    desk.says("“{name}” differs in the file and stayed as it is here.")
    desk.holds("the tag of the file", lambda archive: name in _names(archive))


def _open(desk: Desk, by: By) -> Control:
    by.act("codebook")
    return desk.see("tree", "Codebook")


def _row(by: By, tree: Control, name: str) -> Control:
    """Also where it is scrolled out of view."""
    return by.desk.until(f"the row of {name}", lambda: next((row for row in tree.children() if row.name == name), None))


def _names(archive: Archive) -> list[str]:
    return [tag.name for tag in archive.tags.all()]


def _tag(archive: Archive, name: str) -> Tag:
    return archive.tags.named(name)


def _made(names: tuple[str, ...], archive: Archive, article: Article, *, marked: bool = False) -> None:
    """Tags of a step; the first marks words where one should."""
    by = article.title.rsplit(", ", 1)[1]
    tags = [archive.tags.add(f"{name} {by}", "event") for name in names]
    if marked:
        archive.annotations.add_quote(article.id, PEOPLE, tags[0].id)


STEPS = section(
    "Codebook",
    (
        Step("codebook: a new tag", make_tag),
        Step("codebook: order by dragging", order_tags, prepare=partial(_made, ("перший", "другий"))),
        Step("codebook: hierarchy by dragging", nest_tag, prepare=partial(_made, ("верхній", "нижній"))),
        Step("codebook: merge tags", merge_tags, prepare=partial(_made, ("зайвий", "спільний"), marked=True)),
        Step("codebook: colours are checked", check_colour, prepare=partial(_made, ("колір",))),
        Step("codebook: a key that is taken", name_clash_of_key, prepare=partial(_made, ("клавіша",))),
        Step("codebook: count before deleting", delete_after_count, prepare=partial(_made, ("геть",), marked=True)),
        Step("codebook: export", write_codebook),
        Step("codebook: import", take_codebook_over),
    ),
)
