# SPDX-License-Identifier: GPL-3.0-or-later
"""The two ways to do a thing: by mouse alone, and by keyboard alone. A step is written once, and done by both."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from functools import partial

from archivist.text import Utf16Map
from benchmarks.reading_desk.accessible import Box, Control
from benchmarks.reading_desk.desk import MOMENT_S, Desk, NotSo, is_right_to_left

_MOST_STEPS = 120  # of Tab or an arrow key, to come to a control or a row


class By(ABC):
    """What hands can do, whichever they have."""

    name: str

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def is_mouse(self) -> bool:
        return isinstance(self, Mouse)

    def place(self, words: str) -> tuple[int, int]:
        """Where words stand first in the article, in code points."""
        start = self.desk.body.index(words)
        return start, start + len(words)

    @abstractmethod
    def act(self, action: str) -> None:
        """Do an action of the window, by its id."""

    @abstractmethod
    def select(self, words: str) -> None:
        """Select words of the article that stand in it once."""

    @abstractmethod
    def put_caret(self, words: str) -> None:
        """Put the caret into words of the article."""

    @abstractmethod
    def choose(self, words: str) -> None:
        """Choose the annotation on these words."""

    @abstractmethod
    def push(self, control: Control) -> None:
        """Push a button, or tick a box."""

    @abstractmethod
    def go_to(self, control: Control, *, back: bool = False) -> None:
        """Go into a field; by keys forth, or back."""

    @abstractmethod
    def take_row(self, holder: Control, row: Control) -> None:
        """Make a row of a list, a table or a tree the current one."""

    @abstractmethod
    def take_offered(self, beginning: str) -> None:
        """Take what is offered in a popup, by how it begins."""

    @abstractmethod
    def take_from_menu(self, source: str) -> None:
        """Take an item of the menu that has just opened at the pointer or the caret."""

    @abstractmethod
    def pick(self, choice: Control, wanted: str) -> None:
        """Take one of the values of a choice, by how it begins."""

    def fill(self, field: Control, text: str) -> None:
        """Put a text into a field, in place of what is there."""
        self.go_to(field)
        self.desk.press("Ctrl+A")
        self.desk.write(text)

    def field_of_popup(self) -> tuple[Control, Control]:
        """The field and the list of the popup that is open."""
        desk = self.desk
        popup = desk.until("a popup", lambda: next((each for each in desk.windows()[1:] if each.find("list")), None))
        field, rows = popup.find("text"), popup.find("list")
        assert field is not None
        assert rows is not None
        return field, rows


class Mouse(By):
    """The pointer and its buttons; letters are typed only where a text is wanted."""

    name = "mouse"

    def act(self, action: str) -> None:
        desk = self.desk
        where: Control | None = None
        for number, titles in enumerate(desk.words.way(action)):
            item = desk.until(f"the menu item {titles}", partial(self._item, titles))
            if not item.is_enabled:
                desk.press("Esc", times=number)
                raise NotSo(f"{titles[0]} is not enabled in the menu")
            desk.click(item)
            where = item
        assert where is not None

    def _item(self, titles: list[str]) -> Control | None:
        wanted = {_bare(title) for title in titles}
        for place in reversed(self.desk.windows()):
            for role in ("menu item", "check menu item", "radio menu item"):
                found = place.find(
                    role, fits=lambda each: _bare(each.name).split(": ", 1)[0] in wanted
                )  # “Undo: Tag …”
                if found is not None and found.box.width:
                    return found
        return None

    def select(self, words: str) -> None:
        start, end = self.place(words)
        first, *_, last, after = self.desk.letters(start, end + 1)
        if is_right_to_left(words):
            begin, until = first.left + first.width - 1, last.left + last.width // 3
        else:  # the last letter may be one of several code points, and ends where the next one begins
            ends = after.left if after.top == last.top and after.left > first.left else last.left + last.width
            begin, until = first.left + 1, ends - 1
        self.desk.drag((begin, first.middle[1]), (until, last.middle[1]))
        self._check_selected(start, end)

    def _check_selected(self, start: int, end: int) -> None:
        reader = self.desk.reader()
        assert reader is not None
        places = Utf16Map(self.desk.body)
        wanted = (places.to_utf16(start), places.to_utf16(end))
        self.desk.until(f"{wanted} selected, not {reader.selection()}", lambda: sorted(reader.selection()) == [*wanted])

    def put_caret(self, words: str) -> None:
        start, _ = self.place(words)
        box = self.desk.letters(start + 1, start + 2)[0]
        self.desk.click(Box(box.left + 1, box.top, 2, box.height))

    def choose(self, words: str) -> None:
        start, end = self.place(words)
        middle = (start + end) // 2
        at = next(at for at in range(middle, end) if not self.desk.body[at].isspace())  # a line may end with a space
        self.desk.click(self.desk.letters(at, at + 1)[0])

    def push(self, control: Control) -> None:
        self.bring_into_view(control)
        self.desk.click(control)

    def go_to(self, control: Control, *, back: bool = False) -> None:  # noqa: ARG002 - the keys need it
        self.push(control)

    def take_row(self, holder: Control, row: Control) -> None:  # noqa: ARG002 - the keys need it
        self.bring_into_view(row)
        self.desk.click(row)

    def bring_into_view(self, control: Control) -> None:
        """Turn the wheel over what scrolls around a control, until it is seen."""
        desk = self.desk
        box = control.box
        around = next((each for each in control.ancestors() if not each.box.holds(box)), None)
        if around is None:
            return
        for _ in range(_MOST_STEPS):
            box, view = control.box, around.box
            if view.holds(box):
                return
            desk.point(*desk.pixels(view).middle)
            desk.tool("click", "5" if box.top >= view.top else "4")  # the wheel, down or up
            time.sleep(0.05)
        raise NotSo(f"the wheel does not bring {control.role} “{control.name}” into view")

    def take_offered(self, beginning: str) -> None:
        desk = self.desk
        _, rows = self.field_of_popup()
        for _ in range(_MOST_STEPS):
            row = rows.find(fits=lambda each: each.name.startswith(beginning))
            if row is not None and rows.box.holds(row.box):
                desk.click(row)
                return
            desk.point(*desk.pixels(rows.box).middle)
            desk.tool("click", "5")  # the wheel
            time.sleep(MOMENT_S)
        raise NotSo(f"“{beginning}” is not offered")

    def pick(self, choice: Control, wanted: str) -> None:
        self.push(choice)
        row = self.desk.until(
            f"the value {wanted}", lambda: choice.find("list item", fits=lambda each: each.name.startswith(wanted))
        )
        self.desk.click(row)
        self.desk.until(f"{wanted} picked", lambda: choice.name.startswith(wanted))

    def take_from_menu(self, source: str) -> None:
        """A menu that is in no other tells only what is under the pointer."""
        desk = self.desk
        where = desk.tool("getmouselocation", "--shell")
        left, top = (int(line.split("=")[1]) for line in where.splitlines()[:2])
        for down in range(6, desk.look.size[1], 8):
            desk.point(left + 24, top + down)
            time.sleep(0.04)
            if desk.is_under_hand(source):
                desk.tool("click", "1")
                return
        raise NotSo(f"“{source}” is not in the menu")


class Keys(By):
    """The keyboard; the pointer stays in a corner."""

    name = "keys"

    def act(self, action: str) -> None:
        self.desk.press(self.desk.words.key(action))

    def select(self, words: str) -> None:
        """By the find bar: its hit is what is selected when it closes."""
        desk = self.desk
        start, end = self.place(words)
        desk.press("Ctrl+3", "Ctrl+Home", "Ctrl+F")
        desk.write(words)
        desk.press("Esc")
        reader = desk.reader()
        assert reader is not None
        places = Utf16Map(desk.body)
        wanted = [places.to_utf16(start), places.to_utf16(end)]
        desk.until(f"{words} selected", lambda: sorted(reader.selection()) == wanted)

    def put_caret(self, words: str) -> None:
        """By the find bar; Left goes to where what it found begins."""
        self.select(words)
        self.desk.press("Left", "Right")

    def choose(self, words: str) -> None:
        desk = self.desk
        start, _ = self.place(words)
        above = next(
            number for number, each in enumerate(desk.annotations) if (each.start, each.quote) == (start, words)
        )
        desk.press("Ctrl+3", "Esc", "Esc", "Ctrl+Home")
        desk.press("Alt+Down", times=above + 1)

    def push(self, control: Control) -> None:
        self.go_to(control)
        self.desk.press("Space")

    def go_to(self, control: Control, *, back: bool = False) -> None:
        for _ in range(_MOST_STEPS):
            if control.is_focused:
                return
            self.desk.press("Shift+Tab" if back else "Tab", wait=0.06)
        raise NotSo(f"Tab does not lead to {control.role} “{control.name}”")

    def take_row(self, holder: Control, row: Control) -> None:
        self.go_to(holder)
        if self._is_current(row):
            return
        self.desk.press("Ctrl+Home")
        for _ in range(_MOST_STEPS):
            if self._is_current(row):
                return
            self.desk.press("Down", wait=0.05)
        raise NotSo(f"the arrow keys do not lead to “{row.name}”")

    def _is_current(self, row: Control) -> bool:
        return row.is_selected

    def take_offered(self, beginning: str) -> None:
        desk = self.desk
        _, rows = self.field_of_popup()
        desk.write(beginning.rstrip(","))
        first = desk.until("an offer", lambda: next(iter(rows.children()), None))
        if not first.name.startswith(beginning):
            raise NotSo(f"“{first.name}” is offered for “{beginning}”")
        desk.press("Return")

    def pick(self, choice: Control, wanted: str) -> None:
        self.go_to(choice)
        self.desk.press("Home")
        for _ in range(_MOST_STEPS):
            if choice.name.startswith(wanted):
                return
            self.desk.press("Down", wait=0.05)
        raise NotSo(f"the arrow keys do not lead to the value “{wanted}”")

    def take_from_menu(self, source: str) -> None:
        for _ in range(_MOST_STEPS):
            self.desk.press("Down", wait=0.05)
            if self.desk.is_under_hand(source):
                self.desk.press("Return")
                return
        raise NotSo(f"“{source}” is not in the menu")


def _bare(title: str) -> str:
    return title.replace("&", "").strip()


def pause(times: float = 1) -> None:
    """Give the window a moment, for what shows in it only."""
    time.sleep(times * MOMENT_S)
