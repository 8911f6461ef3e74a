# SPDX-License-Identifier: GPL-3.0-or-later
"""Which tag each label of a file becomes, decided before the file is imported."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from archivist.errors import ArchivistError
from archivist.exchange import Recognised, Scan, TagMapping, Target, is_mapping, scan_labels
from archivist.model import Kind, Profile
from archivist.text import one_line, shortened
from archivist.ui.dialogs.label_mapping_model import LabelColumn, LabelsModel
from archivist.ui.errors import ErrorWording
from archivist.ui.format_wording import FormatWording
from archivist.ui.forms import (
    ChoiceField,
    dialog_layout,
    heading,
    keep_room,
    message_label,
    muted_label,
    set_message,
    size_columns,
    symbol_icon,
)
from archivist.ui.jobs import Job, Jobs
from archivist.ui.session import Session
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_NEW = "new"  # data of a choice that makes a tag
_OUT = "out"  # data of the one that leaves annotations out
_NAME_WIDTH = 28 * GRID


class LabelMappingDialog(QDialog):
    """Shows the labels with what the program suggests; the chosen ones can be given another tag, or none."""

    import_wanted = Signal(object, object)  # Recognised, TagMapping

    def __init__(self, session: Session, jobs: Jobs, found: Recognised, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found = found
        self._format = FormatWording().reworded(found.format.title)
        self._wording = Wording(self)
        self._errors = ErrorWording(self)
        self._tags = session.archive.tags.all()
        self._model = LabelsModel(self._tags, self.palette(), self)
        self._scan: Scan | None = None
        self._build()
        self._show_profiles("")
        self._job: Job | None = jobs.start_work(
            scan_labels,
            (found.format, found.path, TagMapping()),
            title=self.tr("Looking at {name}").format(name=shortened(found.path.name)),
            done=self._on_scanned,
            failed=self._on_failed,
            cancelled=self.reject,
        )

    def accept(self) -> None:
        """Say what was decided, and close."""
        self.import_wanted.emit(self._found, self._model.mapping())  # before it is finished with
        super().accept()

    def done(self, result: int) -> None:
        """Close, and look no further."""
        if self._job is not None:
            self._job.drop()
        super().done(result)

    # Looking

    def _on_scanned(self, scan: Scan) -> None:
        self._job, self._scan = None, scan
        self._model.show_labels(scan.labels)
        documents = self.tr("%Ln text(s)", "", scan.documents)
        annotations = self.tr("%Ln annotation(s)", "", scan.annotations)
        self._summary.setText(f"{self._format} · {documents} · {annotations}")
        self._table.selectRow(0)
        self._ok.setEnabled(True)
        self._say()

    def _on_failed(self, error: ArchivistError) -> None:
        self._job = None
        self._summary.setText(self._format)
        set_message(self._message, " ".join(self._errors.describe(error)), mistaken=True)

    def _say(self) -> None:
        """What is worth knowing before the import."""
        scan = self._scan
        if scan is None:
            return
        said = []
        if not scan.annotations:
            said.append(self.tr("There is no annotation in it that could be read."))
        if scan.problems:
            said.append(self.tr("%Ln piece(s) of it cannot be read; the report will name each.", "", scan.problems))
        left_out = self._model.left_out()
        if left_out:
            said.append(self.tr("%Ln annotation(s) will be left out.", "", left_out))
        set_message(self._message, " ".join(said))

    # Deciding

    def _rows(self) -> list[int]:
        return [index.row() for index in self._table.selectionModel().selectedRows()]

    def _on_selected(self) -> None:
        rows = self._rows()
        for field in (self._tag, self._name, self._kind):
            field.setEnabled(bool(rows))
        if rows:
            self._show_target(self._model.target(rows[0]))

    def _show_target(self, target: Target | None) -> None:
        known = target is not None and any(tag.name.casefold() == target.tag.casefold() for tag in self._tags)
        self._tag.choose(_OUT if target is None else target.tag if known else _NEW)
        self._name.setText("" if target is None or known else target.tag)
        self._kind.choose((target.kind if target is not None else None) or Kind.EVENT)
        self._show_new_fields()

    def _show_new_fields(self) -> None:
        for field in self._of_new:
            field.setVisible(self._tag.currentData() == _NEW)

    def _on_tag_chosen(self) -> None:
        if self._tag.currentData() == _NEW and not self._name.text():
            rows = self._rows()
            label = self._model.index(rows[0], LabelColumn.LABEL).data() if rows else ""
            self._name.setText(label)
        self._show_new_fields()
        self._decide()

    def _decide(self) -> None:
        chosen = self._tag.currentData()
        if chosen == _OUT:
            target = None
        elif chosen == _NEW:
            name = one_line(self._name.text())
            if not name:
                return
            target = Target(name, Kind(self._kind.currentData()))
        else:
            target = Target(chosen)
        self._model.decide(self._rows(), target)
        self._say()

    # Mappings that were kept

    def _kept(self) -> list[Profile]:
        return [profile for profile in self._session.archive.profiles.all() if is_mapping(profile.settings)]

    def _show_profiles(self, chosen: str) -> None:
        self._profiles.clear()
        self._profiles.addItem(self.tr("As chosen here"), "")
        for profile in self._kept():
            self._profiles.addItem(shortened(profile.name), profile.name)
        self._profiles.choose(chosen)
        self._profiles.setEnabled(self._profiles.count() > 1)

    def _on_profile_chosen(self) -> None:
        profile = next((each for each in self._kept() if each.name == self._profiles.currentData()), None)
        if profile is not None:
            self._model.decide_by(TagMapping.of(profile.name, profile.settings))
            self._on_selected()
            self._say()

    def _keep(self) -> None:
        name = one_line(self._profile_name.text())
        if name and self._session.save_profile(name, self._model.mapping().settings()) is not None:
            self._show_profiles(name)
            self._profile_name.clear()

    # What it looks like

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Labels of {name}").format(name=shortened(self._found.path.name, 80)))
        self._summary = heading(self.tr("Looking…"))
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._message = message_label()
        keep_room(self._message)
        column = dialog_layout(self)
        column.addWidget(self._summary)
        column.addWidget(muted_label(self.tr("Choose one label or several, then the tag that their marks become.")))
        column.addWidget(self._build_table(), 1)
        column.addLayout(self._build_choice())
        column.addLayout(self._build_profiles())
        column.addWidget(self._message)
        column.addWidget(self._build_buttons())
        self.resize(112 * GRID, 80 * GRID)
        self._on_selected()

    def _build_table(self) -> QTableView:
        self._table = table = QTableView()
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.tr("Labels and the tags that they become"))
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(4 * GRID)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(LabelColumn.EXAMPLE, QHeaderView.ResizeMode.Stretch)
        size_columns(header, {LabelColumn.LABEL: 26, LabelColumn.MARKS: 10, LabelColumn.TAG: 34})
        table.selectionModel().selectionChanged.connect(self._on_selected)
        return table

    def _build_choice(self) -> QHBoxLayout:
        self._tag = ChoiceField()
        self._tag.setAccessibleName(self.tr("Tag"))
        for tag in self._tags:
            self._tag.addItem(symbol_icon(tag.kind, tag.colour, self.palette()), tag.name, tag.name)
        self._tag.addItem(self.tr("A new tag"), _NEW)
        self._tag.addItem(self.tr("Leave out"), _OUT)
        self._tag.activated.connect(self._on_tag_chosen)
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("Name of the new tag"))
        self._name.textEdited.connect(self._decide)
        self._kind = ChoiceField()
        self._kind.setAccessibleName(self.tr("Kind"))
        for kind in Kind:
            self._kind.addItem(self._wording.kind(kind), kind)
        self._kind.activated.connect(self._decide)
        becomes, named = QLabel(self.tr("&Becomes")), QLabel(self.tr("na&med"))
        self._caption_width = max(becomes.sizeHint().width(), QLabel(self.tr("Ma&pping")).sizeHint().width())
        becomes.setMinimumWidth(self._caption_width)  # so that the fields below each other begin at one edge
        becomes.setBuddy(self._tag)
        named.setBuddy(self._name)
        self._of_new: Sequence[QWidget] = (named, self._name, self._kind)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for widget in (becomes, self._tag, *self._of_new):
            row.addWidget(widget)
        row.addStretch(1)
        self._tag.setMinimumWidth(_NAME_WIDTH)
        self._name.setMinimumWidth(_NAME_WIDTH)
        self._show_new_fields()
        return row

    def _build_profiles(self) -> QHBoxLayout:
        self._profiles = ChoiceField()
        self._profiles.setFixedWidth(_NAME_WIDTH)
        self._profiles.setAccessibleName(self.tr("Kept mapping"))
        self._profiles.activated.connect(self._on_profile_chosen)
        self._profile_name = QLineEdit()
        self._profile_name.setFixedWidth(_NAME_WIDTH)
        self._profile_name.setPlaceholderText(self.tr("Name to keep it under"))
        self._profile_name.setAccessibleName(self._profile_name.placeholderText())
        keep = QPushButton(self.tr("&Keep for next time"))
        keep.setAutoDefault(False)
        keep.setEnabled(False)
        keep.clicked.connect(self._keep)
        self._profile_name.textChanged.connect(lambda text: keep.setEnabled(bool(one_line(text))))
        label = QLabel(self.tr("Ma&pping"))
        label.setMinimumWidth(self._caption_width)
        label.setBuddy(self._profiles)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(label)
        row.addWidget(self._profiles)
        row.addStretch(1)
        row.addWidget(self._profile_name)
        row.addWidget(keep)
        return row

    def _build_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Import"))
        self._ok.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons
