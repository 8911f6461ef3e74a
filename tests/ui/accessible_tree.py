# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is given of a window: every control with its role, name and states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

_MOST_CHILDREN = 60  # of a list or a table; its rows are alike
_NAMELESS = frozenset(
    {
        # Where something stands, and what is said of it by what is in it.
        QAccessible.Role.Client,
        QAccessible.Role.Window,
        QAccessible.Role.Pane,
        QAccessible.Role.Border,
        QAccessible.Role.Grouping,
        QAccessible.Role.Splitter,
        QAccessible.Role.LayeredPane,
        QAccessible.Role.Separator,
        QAccessible.Role.ScrollBar,
        QAccessible.Role.Indicator,
        QAccessible.Role.Grip,
        QAccessible.Role.MenuBar,
        QAccessible.Role.ToolBar,
        QAccessible.Role.StatusBar,
        QAccessible.Role.Dialog,
        QAccessible.Role.ListItem,
        QAccessible.Role.StaticText,
        QAccessible.Role.NoRole,
        QAccessible.Role.Whitespace,
    }
)
_CELLS = frozenset({QAccessible.Role.Cell, QAccessible.Role.TreeItem})  # may be empty, as a page may be
_NO_CONTROLS = frozenset({QAccessible.Role.NoRole, QAccessible.Role.Client})


@dataclass(frozen=True, slots=True)
class Control:
    """One thing that a screen reader may come to."""

    role: QAccessible.Role
    name: str
    path: str  # the classes or names that lead to it
    focusable: bool

    @property
    def mistake(self) -> str:
        """What is missing of it, "" where nothing is."""
        if self.focusable and self.role in _NO_CONTROLS:
            return "no role"
        if not self.name and self.role not in _CELLS and (self.focusable or self.role not in _NAMELESS):
            return "no name"
        return ""

    def __str__(self) -> str:
        return f"{self.path}: {self.role.name} “{self.name}”{' focusable' if self.focusable else ''}"


def controls(window: QWidget) -> Iterator[Control]:
    """All that is visible of a window, in order."""
    interface = QAccessible.queryAccessibleInterface(window)
    assert interface is not None
    yield from _below(interface, type(window).__name__)


def mistakes(window: QWidget) -> list[str]:
    """The controls of a window that lack a name or a role."""
    return [f"{control.mistake}: {control}" for control in controls(window) if control.mistake]


def _given_name(choice: QComboBox) -> str:
    """What a choice is for; Qt gives its value as its name where it has none."""
    labels = choice.window().findChildren(QLabel)
    return choice.accessibleName() or next((label.text() for label in labels if label.buddy() is choice), "")


def _below(interface: QAccessibleInterface, path: str) -> Iterator[Control]:
    for number in range(min(interface.childCount(), _MOST_CHILDREN)):
        child = interface.child(number)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        made = child.object()
        here = f"{path}/{type(made).__name__ if made is not None else child.role().name}"
        name = _given_name(made) if isinstance(made, QComboBox) else child.text(QAccessible.Text.Name)
        yield Control(child.role(), name, here, bool(child.state().focusable))
        yield from _below(child, here)
