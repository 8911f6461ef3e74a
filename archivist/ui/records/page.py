# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of one record: its passages, its claims if it is a figure, what it says, its relations."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from archivist.model import Claim, Kind, Node, NodeType, Record
from archivist.ui.forms import muted_label
from archivist.ui.icons import Icons
from archivist.ui.jobs import Job, Jobs
from archivist.ui.record_wording import RecordWording
from archivist.ui.records.claims import ClaimsModel, ClaimsTable
from archivist.ui.records.details import DetailsForm
from archivist.ui.records.passages import PassagesModel, PassagesTable
from archivist.ui.relation_list import RelationList
from archivist.ui.session import Session
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_MARGIN = 2 * GRID


class RecordPage(QStackedWidget):
    """Shows a record as the archive has it, each part of it when its tab is open."""

    annotation_wanted = Signal(str)  # id: a passage or a claim to show
    node_wanted = Signal(object)  # Node: the other end of a relation
    relation_wanted = Signal(object, QRect)  # Node whose relation it is; where the choice may open, in global px
    parent_wanted = Signal(str, QRect)  # id of the event; where the choice may open, in global px
    record_wanted = Signal(str)  # id
    claims_shown = Signal()
    shown_changed = Signal(bool)  # whether a record is shown

    def __init__(self, session: Session, jobs: Jobs, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._words = RecordWording(self)
        self._wording = Wording(self)
        self._shown: Record | None = None
        self._stale: set[QWidget] = set()  # tabs that have to be filled when they are opened
        self._asked: Job | None = None
        self._claims_of = ""  # id of the figure whose claims are shown, or asked for
        self._passages = PassagesModel(session.archive, self)
        self._claims = ClaimsModel(self)
        self.passages = PassagesTable(self._passages)
        self.claims = ClaimsTable(self._claims)
        self.details = DetailsForm(session, icons)
        self.relations = RelationList(session, icons)
        self.tabs = QTabWidget()
        self._build()

    @property
    def shown(self) -> Record | None:
        """The record that is shown."""
        return self._shown

    def show_record(self, record_id: str | None) -> None:
        """Show a record, or none."""
        if self._shown is not None and self._shown.id != record_id:
            self.details.clear()
        was_shown, self._shown = self._shown, self._read(record_id)
        if self._shown is None:
            self.details.forget()
            self.setCurrentWidget(self._nothing)
        else:
            self._describe(self._shown)
            self._stale = {self.passages, self.claims, self.details, self._relations_tab}
            self._fill()
            self.setCurrentWidget(self._page)
        if (was_shown is None) != (self._shown is None):
            self.shown_changed.emit(self._shown is not None)

    def refresh(self) -> None:
        """Show what the archive holds now; what is half typed stays."""
        if self._shown is not None:
            self.show_record(self._shown.id)

    def rename(self) -> None:
        """Go to the name."""
        self.tabs.setCurrentWidget(self.details)
        self.details.rename()

    def focus_contents(self) -> None:
        """Go into the open tab."""
        contents = self.tabs.currentWidget()
        if contents is not None:
            contents.setFocus()
            if contents in (self.details, self._relations_tab):
                contents.focusNextChild()

    # Private

    def _read(self, record_id: str | None) -> Record | None:
        found = self._session.archive.records.at([record_id]) if record_id is not None else {}
        return found.get(record_id or "")

    def _describe(self, record: Record) -> None:
        uses = self._session.archive.records.uses(record.id)
        self._name.setText(record.name)
        kind = self._wording.kind(record.kind)
        aliases = ", ".join(alias.name for alias in record.draft.aliases[:4])
        self._detail.setText("  ·  ".join(filter(None, (kind, self._words.detail(record.draft), aliases))))
        titles = {
            self.passages: (self.tr("Passages"), uses.annotations),
            self.claims: (self.tr("Claims"), uses.annotations),
            self.details: (self.tr("Details"), 0),
            self._relations_tab: (self.tr("Relations"), uses.relations),
        }
        for tab, (title, count) in titles.items():
            text = self.tr("{title}  {count}").format(title=title, count=count) if count else title
            self.tabs.setTabText(self.tabs.indexOf(tab), text)
        self.tabs.setTabVisible(self.tabs.indexOf(self.claims), record.kind is Kind.FIGURE)

    def _fill(self) -> None:
        """Fill the open tab, if it does not show what there is."""
        tab, record = self.tabs.currentWidget(), self._shown
        if record is None or tab not in self._stale:
            return
        self._stale.discard(tab)
        if tab is self.passages:
            self._passages.show_record(record.id, record.annotation_count)
        elif tab is self.claims:
            self._ask_claims(record)
        elif tab is self.details:
            self.details.load(record)
        else:
            self.relations.load(Node(NodeType.RECORD, record.id), record.kind)

    def _ask_claims(self, record: Record) -> None:
        if self._asked is not None:
            self._asked.drop()
        id_ = record.id
        if self._claims_of != id_:
            self._claims.show_claims(())  # those of another figure
            self._claims_of = id_
        self.claims.set_hint(self.tr("Reading…"))
        self._asked = self._jobs.ask(lambda archive: archive.claims.of_record(id_), done=self._on_claims)

    def _on_claims(self, claims: list[Claim]) -> None:
        self._asked = None
        self.claims.set_hint(self.tr("There are no claims of this figure yet. Choose a tagged number and press R."))
        self._claims.show_claims(claims)
        self.claims_shown.emit()

    def _build(self) -> None:
        self._nothing = muted_label(
            self.tr(
                "Choose a record in the list. A new one is made of tagged words: press R there, "
                "or make one here with Ctrl+N."
            )
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        self._relations_tab = QScrollArea()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(self.relations)
        column.addStretch(1)
        self._relations_tab.setWidget(inner)
        self._relations_tab.setWidgetResizable(True)
        self._relations_tab.setFrameShape(QFrame.Shape.NoFrame)
        self._relations_tab.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for tab in (self.passages, self.claims, self.details, self._relations_tab):
            self.tabs.addTab(tab, "")
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its tabs have it
        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the record"))
        self.tabs.currentChanged.connect(self._fill)
        self.passages.passage_wanted.connect(self.annotation_wanted)
        self.claims.claim_wanted.connect(self.annotation_wanted)
        self.details.parent_wanted.connect(self.parent_wanted)
        self.details.record_wanted.connect(self.record_wanted)
        self.relations.node_wanted.connect(self.node_wanted)
        self.relations.add_wanted.connect(self.relation_wanted)
        self._page = QWidget()
        page = QVBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(GRID // 2)
        page.addLayout(self._build_head())
        page.addWidget(self.tabs, 1)
        for widget in (self._nothing, self._page):
            self.addWidget(widget)

    def _build_head(self) -> QVBoxLayout:
        self._name = QLabel()
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._name.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._name.setAccessibleName(self.tr("Name of the record"))
        font = self._name.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setWeight(QFont.Weight.DemiBold)
        self._name.setFont(font)
        self._detail = muted_label()
        self._detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = QVBoxLayout()
        head.setContentsMargins(_MARGIN, GRID + GRID // 2, _MARGIN, 0)
        head.setSpacing(GRID // 2)
        head.addWidget(self._name)
        head.addWidget(self._detail)
        return head
