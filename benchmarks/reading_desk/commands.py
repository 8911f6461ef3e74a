# SPDX-License-Identifier: GPL-3.0-or-later
"""The palette, and keys that a person changes."""

from __future__ import annotations

from benchmarks.reading_desk.accessible import Control
from benchmarks.reading_desk.by import By, pause
from benchmarks.reading_desk.desk import Desk, NotSo
from benchmarks.reading_desk.steps import Step, section

PEOPLE = "троє людей"
TWICE = ((PEOPLE, "killed"), (PEOPLE, "killed"))


def use_palette(desk: Desk, by: By) -> None:
    by.choose(PEOPLE)
    by.act("palette")
    by.take_offered(f"{desk.words.all('Dupl&icate')[0]},")
    desk.marks(*TWICE)


def find_in_palette_in_english(desk: Desk, by: By) -> None:
    """Whatever the language of the window is."""
    by.choose(PEOPLE)
    by.act("palette")
    field, rows = by.field_of_popup()
    by.fill(field, "duplicate")
    wanted = desk.words.all("Dupl&icate")[0]
    row = desk.until("the command", lambda: rows.find(fits=lambda each: each.name.startswith(wanted)))
    desk.picture(f"palette-{by.name}")
    if by.is_mouse:
        desk.click(row)
    else:
        desk.press("Return")
    desk.marks(*TWICE)


def change_key(desk: Desk, by: By) -> None:
    _find_row(desk, by, "Dupl&icate")
    field = desk.see("text", "New key")
    by.go_to(field)
    desk.press("Ctrl+F12")
    by.push(desk.see("push button", "&Set"))
    desk.says("Ctrl+F12")
    desk.picture(f"key-changed-{by.name}")
    desk.press("Esc")
    by.choose(PEOPLE)
    desk.press("Ctrl+F12")
    desk.marks(*TWICE)
    desk.press("Ctrl+Shift+K")
    pause(4)
    desk.marks(*TWICE)
    _find_row(desk, by, "Dupl&icate")
    by.push(desk.see("push button", "&Usual key"))
    desk.says("Ctrl+Shift+K")


def name_clash(desk: Desk, by: By) -> None:
    """With an action, whose key can be taken; with a tag, whose key cannot; with what edits in every field."""
    _find_row(desk, by, "Dupl&icate")
    field = desk.see("text", "New key")
    for key, said, can_take in (
        ("Ctrl+D", "This key belongs to “{action}”.", True),
        ("A", "In the article this is the key of the tag “{tag}”. Change it in the codebook first.", False),
        ("Ctrl+C", "This key edits or moves in every field, so no action can have it.", False),
    ):
        by.go_to(field)
        desk.press(key)
        desk.says(said)
        desk.picture(f"clash-{key}-{by.name}")
        offered = desk.find("push button", "&Take it")
        if (offered is not None and offered.is_enabled) != can_take:
            raise NotSo(f"{key} can be taken, or cannot, against what is said")
    by.go_to(field)
    desk.press("Ctrl+D")
    by.push(desk.see("push button", "&Take it"))
    desk.says("Ctrl+D")
    reset = desk.see("push button", "Reset &all")
    by.push(reset)
    desk.until("all keys usual again", lambda: not reset.is_enabled)


def tell_changed_key(desk: Desk, by: By) -> None:
    """What the window says of a key is the key as it is now."""
    _find_row(desk, by, "&Keep a tag in hand")
    by.go_to(desk.see("text", "New key"))
    desk.press("Ctrl+F11")
    by.push(desk.see("push button", "&Set"))
    desk.press("Esc")
    by.act("palette")
    field, rows = by.field_of_popup()
    by.fill(field, desk.words.all("&Keep a tag in hand")[0])
    desk.until("the new key in the palette", lambda: rows.find(fits=lambda each: "Ctrl+F11" in each.name))
    desk.press("Esc")
    _find_row(desk, by, "&Keep a tag in hand")
    by.push(desk.see("push button", "Reset &all"))


def _find_row(desk: Desk, by: By, source: str) -> Control:
    """Open the list of keys, and make the row of an action the current one."""
    by.act("shortcuts")
    tree = desk.see("tree", "Shortcuts")
    text = desk.words.all(source)[0].removesuffix("…")
    by.fill(desk.see("text", "Type what you want to do, or a key"), text)
    row = desk.until(f"the row of {text}", lambda: tree.find("tree item", text))
    by.take_row(tree, row)
    return tree


ONE = ((PEOPLE, "killed"),)
STEPS = section(
    "Commands",
    (
        Step("palette", use_palette, marks=ONE),
        Step("palette in English", find_in_palette_in_english, marks=ONE),
        Step("another key", change_key, marks=ONE),
        Step("a shortcut already taken", name_clash, marks=ONE),
        Step("a changed key is told", tell_changed_key),
    ),
)
