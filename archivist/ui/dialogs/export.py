# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be exported, in which format, and where to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from archivist.exchange import Format
from archivist.model import Kind, Tag
from archivist.ui.format_wording import FormatWording
from archivist.ui.forms import (
    ChoiceField,
    dialog_layout,
    form_layout,
    message_label,
    set_message,
    set_mistaken,
    symbol_icon,
)
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_ZIP = ".zip"
_SOME_TAGS = "tags"  # data of the choice of single tags
_TAG = Qt.ItemDataRole.UserRole


class Scope(StrEnum):
    """Which articles."""

    SELECTED = "selected"
    SHOWN = "shown"  # by the search and the filters
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What a person chose to export."""

    format: str  # name of a Format
    scope: Scope
    path: Path  # of the new file or folder
    tags: frozenset[str] | None = None  # ids of those whose annotations go with the articles; None for all
    kinds: frozenset[Kind] | None = None
    restricted: bool = False  # with articles that are under embargo or redacted


class ExportDialog(QDialog):
    """Scope, annotations, format, folder or zip, name and place; nothing is ever written over."""

    export_chosen = Signal(object)  # ExportChoice
    choice_changed = Signal(object)  # ExportChoice, of which only the place may still be wrong

    def __init__(
        self,
        formats: Sequence[Format],
        counts: Mapping[Scope, int],
        folder: Path,
        name: str,
        parent: QWidget | None = None,
        *,
        tags: Sequence[Tag] = (),
        losses: QWidget | None = None,
    ) -> None:
        """counts: how many articles each scope holds; folder and name: where to, unless changed.

        `losses` is what shows what would be lost, and follows choice_changed.
        """
        super().__init__(parent)
        self._formats = [each for each in formats if each.writes]
        self._counts = counts
        self._wording = Wording(self)
        self._build(tags, losses)
        self._folder.setText(str(folder))
        self._name.setText(f"{name}-{QDate.currentDate().toString('yyyy-MM-dd')}")
        self._on_format_changed()

    def choice(self) -> ExportChoice:
        """What stands in the fields."""
        scope = next(scope for scope, button in self._scopes.items() if button.isChecked())
        chosen = self._annotations.currentData()
        return ExportChoice(
            self._format().name,
            scope,
            self._path(),
            frozenset(self._checked_tags()) if chosen == _SOME_TAGS else None,
            frozenset((Kind(chosen),)) if chosen in list(Kind) else None,
            self._restricted.isChecked(),
        )

    def accept(self) -> None:
        """Say what was chosen, and close."""
        super().accept()
        self.export_chosen.emit(self.choice())

    def _format(self) -> Format:
        return self._formats[max(0, self._format_field.currentIndex())]

    def _path(self) -> Path:
        name = self._name.text().strip()
        suffix = str(self._packing.currentData())
        if suffix and not name.lower().endswith(suffix):
            name += suffix
        return Path(self._folder.text().strip()).expanduser() / name

    def _mistake(self) -> str:
        name, path = self._name.text().strip(), self._path()
        if not name or Path(name).name != name:
            return self.tr("Write a name without slashes.")
        if not self._folder.text().strip() or not path.parent.is_dir():
            return self.tr("This folder does not exist. Choose another.")
        if path.exists():
            return self.tr("“{name}” is there already. Choose another name; nothing is written over.").format(
                name=path.name
            )
        return ""

    def _check(self) -> None:
        mistake = self._mistake()
        if mistake:
            set_message(self._message, mistake, mistaken=True)
        else:
            set_message(self._message, self.tr("It will be {path}").format(path=self._path()))
        name = self._name.text().strip()
        set_mistaken(self._folder, not self._path().parent.is_dir())
        set_mistaken(self._name, not name or self._path().exists())
        self._export.setEnabled(not mistake and any(button.isChecked() for button in self._scopes.values()))

    def _on_format_changed(self) -> None:
        """Offer what the format can be: a file of its extensions, or a folder where it has none or is zipped."""
        extensions = self._format().outgoing
        self._packing.clear()
        for extension in filter(None, extensions):
            words = self.tr("One zip file") if extension == _ZIP else self.tr("{ext} file").format(ext=extension)
            self._packing.addItem(words, extension)
        if "" in extensions:
            self._packing.addItem(self.tr("A folder"), "")
        self._packing.setEnabled(self._packing.count() > 1)
        self._check()
        self._tell_choice()

    def _checked_tags(self) -> list[str]:
        items = (self._tags.item(row) for row in range(self._tags.count()))
        return [item.data(_TAG) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _on_annotations_chosen(self) -> None:
        self._tags.setVisible(self._annotations.currentData() == _SOME_TAGS)
        self._tell_choice()

    def _tell_choice(self) -> None:
        if any(button.isChecked() for button in self._scopes.values()):
            self.choice_changed.emit(self.choice())

    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Export to"), self._folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _build(self, tags: Sequence[Tag], losses: QWidget | None) -> None:
        self.setWindowTitle(self.tr("Export"))
        self._build_annotations(tags)
        self._format_field = ChoiceField()
        for each in self._formats:
            self._format_field.addItem(FormatWording().reworded(each.title), each.name)
        self._format_field.activated.connect(self._on_format_changed)
        self._packing = ChoiceField()
        self._packing.activated.connect(self._check)
        self._name = QLineEdit()
        self._folder = QLineEdit()
        for line in (self._name, self._folder):
            line.textChanged.connect(self._check)
        choose = QPushButton(self.tr("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._on_choose_clicked)
        place = QHBoxLayout()
        place.setSpacing(GRID)
        place.addWidget(self._folder, 1)
        place.addWidget(choose)
        self._message = message_label()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._export = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._export.setText(self.tr("Export"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = form_layout()
        form.addRow(self.tr("Articles"), self._build_scopes())
        form.addRow("", self._restricted)
        form.addRow(self.tr("Ann&otations"), self._annotations)
        form.addRow("", self._tags)
        form.addRow(self.tr("&Format"), self._format_field)
        form.addRow(self.tr("&As"), self._packing)
        form.addRow(self.tr("&Name"), self._name)
        form.addRow(self.tr("&In folder"), place)
        label = form.labelForField(place)
        if isinstance(label, QLabel):
            label.setBuddy(self._folder)
        form.addRow("", self._message)
        for field, title in (
            (self._format_field, self.tr("Format")),
            (self._packing, self.tr("As")),
            (self._name, self.tr("Name")),
            (self._folder, self.tr("In folder")),
        ):
            field.setAccessibleName(title)
        column = dialog_layout(self, 72 * GRID)
        sides = QHBoxLayout()
        sides.setSpacing(3 * GRID)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addStretch(1)
        sides.addLayout(left)
        if losses is not None:
            sides.addWidget(losses, 1)
            self.resize(140 * GRID, 60 * GRID)
        column.addLayout(sides, 1)
        column.addWidget(buttons)

    def _build_annotations(self, tags: Sequence[Tag]) -> None:
        self._restricted = QCheckBox(self.tr("Also those under embargo or redac&ted"))
        self._restricted.toggled.connect(self._tell_choice)
        self._annotations = ChoiceField()
        self._annotations.setAccessibleName(self.tr("Annotations"))
        self._annotations.addItem(self.tr("All"), "")
        for kind in Kind:
            self._annotations.addItem(self._wording.kinds(kind), kind)
        self._annotations.addItem(self.tr("With some tags"), _SOME_TAGS)
        self._annotations.activated.connect(self._on_annotations_chosen)
        self._tags = QListWidget()
        self._tags.setAccessibleName(self.tr("Tags whose annotations are exported"))
        for tag in tags:
            item = QListWidgetItem(symbol_icon(tag.kind, tag.colour, self.palette()), tag.name)
            item.setData(_TAG, tag.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self._tags.addItem(item)
        self._tags.itemChanged.connect(self._tell_choice)
        self._tags.setFixedHeight(20 * GRID)
        self._tags.hide()

    def _build_scopes(self) -> QVBoxLayout:
        titles = {
            Scope.SELECTED: self.tr("&Selected in the list (%Ln)", "", self._counts.get(Scope.SELECTED, 0)),
            Scope.SHOWN: self.tr("Shown &by the search and the filters (%Ln)", "", self._counts.get(Scope.SHOWN, 0)),
            Scope.ALL: self.tr("A&ll of the archive (%Ln)", "", self._counts.get(Scope.ALL, 0)),
        }
        self._scopes = {scope: QRadioButton(title) for scope, title in titles.items()}
        group = QButtonGroup(self)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        for scope, button in self._scopes.items():
            button.setEnabled(self._counts.get(scope, 0) > 0)
            button.toggled.connect(self._check)
            button.clicked.connect(self._tell_choice)
            group.addButton(button)
            column.addWidget(button)
        first = next((button for button in self._scopes.values() if button.isEnabled()), None)
        if first is not None:
            first.blockSignals(True)  # noqa: FBT003 - there is nothing to check yet
            first.setChecked(True)
            first.blockSignals(False)  # noqa: FBT003
        return column
