# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window says of itself to assistive programs over AT-SPI 2: controls, where they are, what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from benchmarks.reading_desk.bus import Bus, BusError

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_COMPONENT = "org.a11y.atspi.Component"
_TEXT = "org.a11y.atspi.Text"
_PROPERTIES = "org.freedesktop.DBus.Properties.Get"
_ROOT = "/org/a11y/atspi/accessible/root"
_NULL = "/org/a11y/atspi/null"
_REGISTRY = "org.a11y.atspi.Registry"
_ON_SCREEN = 0  # coordinates
_ENABLED, _FOCUSED, _SHOWING, _CHECKED, _SELECTED = 8, 12, 25, 4, 23  # of the states
_MOST_CHILDREN = 400  # of a list
_DEPTH = 24


class Box(NamedTuple):
    """A rectangle of the screen, in its pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        return self.left + self.width // 2, self.top + self.height // 2

    def holds(self, other: Box) -> bool:
        """Whether another lies in it."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.left + other.width <= self.left + self.width
            and other.top + other.height <= self.top + self.height
        )


@dataclass(frozen=True, slots=True)
class Control:
    """One object of a program. What it says may be asked while it is there; a BusError says that it is gone."""

    bus: Bus
    program: str  # its name on the bus
    path: str

    @property
    def role(self) -> str:
        return str(self._call(f"{_ACCESSIBLE}.GetRoleName")[0])

    @property
    def name(self) -> str:
        return str(self._property(_ACCESSIBLE, "Name"))

    @property
    def description(self) -> str:
        return str(self._property(_ACCESSIBLE, "Description"))

    @property
    def is_showing(self) -> bool:
        return self._has(_SHOWING)

    @property
    def is_enabled(self) -> bool:
        return self._has(_ENABLED)

    @property
    def is_focused(self) -> bool:
        return self._has(_FOCUSED)

    @property
    def is_checked(self) -> bool:
        return self._has(_CHECKED)

    @property
    def is_selected(self) -> bool:
        return self._has(_SELECTED)

    @property
    def box(self) -> Box:
        return Box(*self._call(f"{_COMPONENT}.GetExtents", "u", _ON_SCREEN)[0])

    @property
    def text(self) -> str:
        """What is written in a field."""
        length = int(self._property(_TEXT, "CharacterCount"))
        return str(self._call(f"{_TEXT}.GetText", "ii", 0, length)[0])

    def letter(self, position: int) -> Box:
        """Where a letter of a text is, by its position in UTF-16 units."""
        return Box(*self._call(f"{_TEXT}.GetCharacterExtents", "iu", position, _ON_SCREEN))

    def selection(self) -> tuple[int, int]:
        """What of a text is selected, in UTF-16 units."""
        start, end = self._call(f"{_TEXT}.GetSelection", "i", 0)
        return int(start), int(end)

    @property
    def parent(self) -> Control:
        """What it is in."""
        return Control(self.bus, *self._property(_ACCESSIBLE, "Parent"))

    def ancestors(self) -> Iterator[Control]:
        """What it is in, from the inside out, up to a window, a dialog or a popup."""
        control = self
        while (parent := control.parent).path not in (control.path, _ROOT, _NULL):
            yield parent
            control = parent

    def window(self) -> Control:
        """The window, the dialog or the popup that it is in."""
        return ([self, *self.ancestors()])[-1]

    def children(self) -> list[Control]:
        """What is in it."""
        return [Control(self.bus, *each) for each in self._call(f"{_ACCESSIBLE}.GetChildren")[0]][:_MOST_CHILDREN]

    def walk(self, depth: int = _DEPTH) -> Iterator[Control]:
        """It and all that shows in it, in order."""
        yield self
        if depth:
            for child in self.children():
                if child.is_showing:
                    yield from child.walk(depth - 1)

    def find(self, role: str = "", name: str = "", *, fits: Callable[[Control], bool] | None = None) -> Control | None:
        """The first that shows in it with a role and a name, so far as they are given."""
        return next(self.all(role, name, fits=fits), None)

    def all(
        self, role: str = "", name: str = "", *, fits: Callable[[Control], bool] | None = None
    ) -> Iterator[Control]:
        """All that show in it with a role and a name, so far as they are given."""
        for control in self.walk():
            try:
                is_it = (not role or control.role == role) and (not name or control.name == name)
                if is_it and (fits is None or fits(control)):
                    yield control
            except BusError:
                continue

    def _has(self, state: int) -> bool:
        words = self._call(f"{_ACCESSIBLE}.GetState")[0]
        return bool(words[state // 32] >> state % 32 & 1)

    def _property(self, interface: str, name: str) -> Any:
        return self._call(_PROPERTIES, "ss", interface, name)[0]

    def _call(self, method: str, signature: str = "", *arguments: object) -> list[Any]:
        return self.bus.call(self.program, self.path, method, signature, *arguments)


def programs(bus: Bus) -> list[Control]:
    """The programs that speak to assistive ones."""
    return Control(bus, _REGISTRY, _ROOT).children()


class Focus:
    """What has the focus, followed. A popup is in no list of windows, and found by what has the focus in it."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._control: Control | None = None
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry.RegisterEvent")
        bus.call(*registry, "s", "object:state-changed:focused")
        bus.listen("type='signal',interface='org.a11y.atspi.Event.Object',member='StateChanged'")

    @property
    def control(self) -> Control | None:
        """The control that was focused last."""
        for signal in self._bus.signals():
            if signal.member == "StateChanged" and signal.arguments[:2] == ["focused", 1]:
                self._control = Control(self._bus, signal.sender, signal.path)
        return self._control
