# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window calls things in its language, and the keys of its actions, as its menus have them."""

from __future__ import annotations

import re

from lxml import etree

from archivist.foreign_xml import SAFELY
from archivist.ui.actions import MENUS, Action, ActionTable
from archivist.ui.translation import Language, file_of

# A semicolon is on the keyboard twice, as both layouts have one: the key is named by its number.
_KEYSYMS = {",": "comma", ".": "period", ";": "47", "'": "apostrophe", "+": "plus", "-": "minus", "=": "equal",
            "Del": "Delete", "Esc": "Escape", "PgDown": "Next", "PgUp": "Prior", "Backspace": "BackSpace",
            "Space": "space",
            "Ctrl": "ctrl", "Shift": "shift", "Alt": "alt"}  # fmt: skip
_PLACEHOLDER = re.compile(r"\\{\w*\\}|%L?n")
_PLURAL = re.escape("(s)")  # of an English text


class Words:
    """The texts of the window in one language, asked by their English sources."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._said: dict[str, list[str]] = {}
        if language is Language.UKRAINIAN:
            for message in etree.parse(file_of(language), etree.XMLParser(**SAFELY)).iter("message"):
                form = message.find("translation")
                said = [each.text or "" for each in form] or [form.text or ""]
                self._said.setdefault(message.findtext("source", ""), []).extend(said)
        table = ActionTable()
        self._actions = {action.id: action for action in table.actions()}
        self._titles = table.menu_titles()

    def all(self, source: str) -> list[str]:
        """What may stand for an English text, without the mnemonics."""
        return [bare(form) for form in self._said.get(source, [source])]

    def pattern(self, source: str) -> re.Pattern[str]:
        """What an English text with places for names and numbers looks like, wherever it stands."""
        forms = (re.escape(form) for form in self.all(source))
        return re.compile("|".join(_PLACEHOLDER.sub(".+", form).replace(_PLURAL, "s?") for form in forms), re.DOTALL)

    def key(self, id_: str) -> str:
        """The usual key of an action, as Qt writes it."""
        return self._actions[id_].shortcut

    def action(self, id_: str) -> Action:
        """An action of the window."""
        return self._actions[id_]

    def way(self, id_: str) -> list[list[str]]:
        """What is to be clicked for an action: the title of its menu, those of submenus, its own text."""
        found = _way(id_, MENUS)
        titles = [self._titles[menu] for menu in found]
        return [self.all(text) for text in (*titles, self._actions[id_].text)]


def keysym(key: str) -> str:
    """A key that Qt writes "Ctrl+Shift+,", as xdotool writes it."""
    *held, last = [*key[:-1].split("+"), key[-1]] if key.endswith("+") else key.split("+")
    held = [each for each in held if each]
    name = _KEYSYMS.get(last, last.lower() if len(last) == 1 else last)
    return "+".join([*(_KEYSYMS.get(each, each) for each in held), name])


def bare(text: str) -> str:
    return text.replace("&", "")


def _way(id_: str, content: object) -> list[str]:
    for each in content if isinstance(content, tuple) else ():
        if isinstance(each, tuple):
            menu, inside = each
            if id_ in inside:
                return [menu]
            deeper = _way(id_, inside)
            if deeper:
                return [menu, *deeper]
    return []
