# SPDX-License-Identifier: GPL-3.0-or-later
"""Which column of a table holds what: choices, the rows that they are about, and the article that comes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archivist.errors import ArchivistError, NoTextColumn
from archivist.intake.preview import PreviewedFile
from archivist.intake.reader import ImportOptions
from archivist.intake.tables.preview import TablePreview, files_with_columns
from archivist.intake.tables.profile import TableProfile, kept_profiles
from archivist.model import ArticleDraft, ImportStatus, Unread
from archivist.text import one_line, shortened
from archivist.ui.dialogs.import_preview_details import PreviewDetails
from archivist.ui.dialogs.table_fields import ColumnFields, FieldWording, LayoutFields
from archivist.ui.dialogs.table_rows import RowsTable
from archivist.ui.errors import ErrorWording
from archivist.ui.forms import ChoiceField, dialog_layout, is_enter, message_label, muted_label, set_message
from archivist.ui.jobs import Job, Jobs
from archivist.ui.notes import worded
from archivist.ui.questions.tables import look_at_table
from archivist.ui.session import Session
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_LINES = 12  # of the first article
_LONGEST_LINE = 400  # characters
_NAME_WIDTH = 28 * GRID


class TableColumnsDialog(QDialog):
    """Shows what a table is taken for, anew after each choice."""

    profile_wanted = Signal(object, object)  # TableProfile, the paths that are to be read by it

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        path: Path,
        options: ImportOptions,
        others: Sequence[Path] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`options` is how the file is read so far; `others` are further tables of the same import."""
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._path = path
        self._options = options
        self._others = tuple(others)
        self._alike: tuple[Path, ...] = ()  # of the others, those with the same columns
        self._base = options.profile or TableProfile()
        if options.encoding:
            self._base = replace(self._base, encoding=options.encoding)
        self._preview: TablePreview | None = None
        self._looking: Job | None = None
        self._searching: Job | None = None
        self._news = ""  # of a profile that was kept
        self._searched: TableProfile | None = None  # what the others were last looked at by
        self._wording = Wording(self)
        self._errors = ErrorWording(self)
        self._layout = LayoutFields()
        self._columns = ColumnFields()
        self._build()
        self._show_profile(self._base)
        self._look(replace(options, remembered=self._kept()))

    def profile(self) -> TableProfile:
        """What is chosen, with the columns that were found out where that was left open."""
        chosen, preview = self._chosen(), self._preview
        if preview is None:
            return chosen
        found = preview.profile
        return replace(
            chosen, columns={**chosen.columns, **found.columns}, records=found.records, made_for=found.made_for
        )

    def accept(self) -> None:
        """Say how the file is to be read, and close."""
        wanted = (self._path, *(self._alike if self._also.isChecked() else ()))
        profile = self.profile()
        super().accept()
        self.profile_wanted.emit(profile, wanted)

    def done(self, result: int) -> None:
        """Close, and read no further."""
        for job in (self._looking, self._searching):
            if job is not None:
                job.drop()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and self._name.hasFocus():
            self._keep()
            return
        super().keyPressEvent(event)

    # Looking

    def _look(self, options: ImportOptions) -> None:
        if self._looking is not None:
            self._looking.drop()
        self._looking = self._jobs.ask_process(
            look_at_table, (self._path, options), done=self._on_looked, failed=self._on_failed
        )
        self._check()

    def _on_looked(self, preview: TablePreview) -> None:
        first, self._looking, self._preview = self._preview is None, None, preview
        if first and self._options.profile is None and preview.profile.name:
            self._show_profile(next(each for each in self._kept() if each.name == preview.profile.name))
        self._columns.show_found(preview)
        self._layout.show_found(preview)
        self._rows.show_preview(preview)
        self._show_article(preview)
        if isinstance(preview.error, NoTextColumn):
            problem = self.tr("No column is surely the text. Choose the one that it is in.")
        else:
            problem = " ".join(self._errors.describe(preview.error)) if preview.error else ""
        set_message(self._message, problem, mistaken=bool(problem))
        self._check()
        self._search_others()

    def _on_failed(self, error: ArchivistError) -> None:
        self._looking = self._preview = None
        set_message(self._message, " ".join(self._errors.describe(error)), mistaken=True)
        self._article.show_file(PreviewedFile(self._path, ImportStatus.REFUSED))
        self._check()

    def _show_article(self, preview: TablePreview) -> None:
        drafts = [piece for piece in preview.articles if isinstance(piece, ArticleDraft)]
        doubts = " ".join(map(worded, dict.fromkeys(preview.doubts)))
        if not drafts:
            title = self.tr("No article would come in.")
            unread = next((worded(piece.reason) for piece in preview.articles if isinstance(piece, Unread)), "")
            shown = PreviewedFile(self._path, ImportStatus.REFUSED, title=title, reason=unread or doubts)
            self._article.show_file(shown)
            set_message(self._further, "")
            return
        draft = drafts[0]
        lines = [shortened(line, _LONGEST_LINE) for line in draft.body.split("\n") if line.strip()]
        self._article.show_file(
            PreviewedFile(
                self._path,
                ImportStatus.IMPORTED,
                title=draft.title,
                outlet=draft.outlet,
                byline=draft.byline,
                published=draft.published,
                language=draft.language,
                lines=tuple(lines[:_LINES]),
                reason=" ".join(map(worded, dict.fromkeys((*preview.doubts, *draft.warnings)))),
            )
        )
        titles = FieldWording(self).titles()
        captured = self._wording.date(draft.captured) if draft.captured else ""
        parts = (("section", draft.section), ("url", draft.url), ("captured", captured))
        set_message(
            self._further, "  ·  ".join(f"{titles[name].replace('&', '')}: {value}" for name, value in parts if value)
        )

    def _search_others(self) -> None:
        """Look which of the other tables have these columns; anew when the layout is chosen otherwise."""
        profile = self.profile()
        layout = replace(profile, name="", columns={}, date_order=None, markup=None, exact=None)
        if not self._others or layout == self._searched:
            return
        if self._searching is not None:
            self._searching.drop()
        self._searched, self._alike = layout, ()
        self._also.setEnabled(False)
        self._also.setText(self.tr("Looking for other files with the same columns…"))

        def found(alike: tuple[Path, ...]) -> None:
            self._alike = alike
            self._also.setEnabled(bool(alike))
            self._also.setChecked(bool(alike) and self._also.isChecked())
            self._also.setText(
                self.tr("Read %n other file(s) with the same columns in this wa&y too", "", len(alike))
                if alike
                else self.tr("No other file has the same columns")
            )

        self._searching = self._jobs.start_process(
            files_with_columns,
            (self._others, replace(self._options, profile=profile, encoding=None)),
            title="",
            done=found,
        )

    # What the person does

    def _on_edited(self) -> None:
        self._base = replace(self._base, name="")
        self._profiles.setCurrentIndex(0)
        self._look_by_choices()

    def _on_profile_activated(self) -> None:
        name = self._profiles.currentData()
        wanted = next((profile for profile in self._kept() if profile.name == name), None)
        self._show_profile(wanted or replace(self._chosen(), name=""))
        self._look_by_choices()

    def _on_name_edited(self) -> None:
        names = {profile.name.casefold() for profile in self._kept()}
        taken = one_line(self._name.text()).casefold() in names
        self._keep_button.setText(self.tr("&Replace the profile") if taken else self.tr("Keep as a p&rofile"))
        self._check()

    def _keep(self) -> None:
        name = one_line(self._name.text())
        if not name or not self._can_be_read():
            return
        profile = self.profile().named(name)
        if self._session.save_profile(name, profile.settings()) is None:
            return
        self._show_profile(profile)
        self._name.clear()
        self._on_name_edited()
        self._look_by_choices()
        self._news = self.tr("Kept as “{name}”, for files with the same columns.").format(name=shortened(name))

    # Private

    def _look_by_choices(self) -> None:
        self._news = ""
        self._look(replace(self._options, profile=self._chosen(), encoding=None))

    def _chosen(self) -> TableProfile:
        return self._layout.apply(replace(self._base, columns=self._columns.columns()))

    def _kept(self) -> tuple[TableProfile, ...]:
        return kept_profiles(self._session.archive.profiles.all())

    def _show_profile(self, profile: TableProfile) -> None:
        self._base = profile
        self._profiles.clear()
        self._profiles.addItem(self.tr("As chosen here"), "")
        for each in self._kept():
            self._profiles.addItem(shortened(each.name), each.name)
        self._profiles.choose(profile.name)
        self._columns.show_columns(profile.columns)
        self._layout.show_profile(profile)

    def _can_be_read(self) -> bool:
        return self._looking is None and self._preview is not None and self._preview.error is None

    def _check(self) -> None:
        self._reading.setText(self.tr("Reading…") if self._looking is not None else self._news)
        self._ok.setEnabled(self._can_be_read())
        self._keep_button.setEnabled(self._can_be_read() and bool(one_line(self._name.text())))

    # What it looks like

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Columns of {name}").format(name=shortened(self._path.name, 80)))
        self._message = message_label()
        self._layout.edited.connect(self._on_edited)
        self._columns.edited.connect(self._on_edited)
        column = dialog_layout(self)
        column.addLayout(self._build_head())
        column.addWidget(self._layout)
        column.addLayout(self._build_middle(), 1)
        column.addWidget(self._message)
        column.addWidget(self._build_also())
        column.addWidget(self._build_foot())
        self.resize(150 * GRID, 84 * GRID)
        self._columns.begin()

    def _build_head(self) -> QHBoxLayout:
        self._profiles = ChoiceField()
        self._profiles.setFixedWidth(_NAME_WIDTH)
        self._profiles.setAccessibleName(self.tr("Profile"))
        self._profiles.activated.connect(self._on_profile_activated)
        label = QLabel(self.tr("Pro&file"))
        label.setBuddy(self._profiles)
        self._name = QLineEdit()
        self._name.setFixedWidth(_NAME_WIDTH)
        self._name.setPlaceholderText(self.tr("Name of a profile"))
        self._name.setAccessibleName(self.tr("Name of a profile to keep"))
        self._name.textEdited.connect(self._on_name_edited)
        self._keep_button = QPushButton(self.tr("Keep as a p&rofile"))
        self._keep_button.setAutoDefault(False)
        self._keep_button.clicked.connect(self._keep)
        self._reading = muted_label()
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(label)
        row.addWidget(self._profiles)
        row.addWidget(self._reading, 1)
        row.addWidget(self._name)
        row.addWidget(self._keep_button)
        return row

    def _build_middle(self) -> QHBoxLayout:
        self._rows = RowsTable()
        self._article = PreviewDetails()
        self._further = message_label()
        self._further.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown = QVBoxLayout()
        shown.setSpacing(2 * GRID)
        shown.addWidget(self._rows, 1)
        shown.addWidget(self._article, 1)
        shown.addWidget(self._further)
        row = QHBoxLayout()
        row.setSpacing(3 * GRID)
        row.addWidget(self._columns)
        row.addLayout(shown, 1)
        return row

    def _build_also(self) -> QCheckBox:
        self._also = QCheckBox(self.tr("Looking for other files with the same columns…"))
        self._also.setVisible(bool(self._others))
        return self._also

    def _build_foot(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Read it so"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons
