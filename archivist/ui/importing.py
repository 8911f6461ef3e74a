# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing articles in: from the menu, by dropping files on the window, and by pasting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from archivist.errors import ArchivistError, NoFileFound
from archivist.model import ImportStatus, Progress
from archivist.passage_address import is_address
from archivist.store import Archive
from archivist.ui.errors import ErrorWording
from archivist.ui.icons import Icons
from archivist.ui.import_batch import ImportBatch
from archivist.ui.import_wording import ImportWording
from archivist.ui.jobs import Job, Jobs
from archivist.ui.messages import Level, MessageBar
from archivist.ui.session import Session
from archivist.ui.settings import LAST_IMPORT, Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from archivist.exchange import MergeReport, Recognised
    from archivist.intake.pipeline import ImportReport
    from archivist.intake.plan import ImportPlan
    from archivist.intake.preview import PreviewedFile
    from archivist.intake.reader import ImportOptions
    from archivist.intake.tables.profile import TableProfile
    from archivist.intake.unfinished import UnfinishedImport
    from archivist.model import FileReport
    from archivist.ui.deciding import Decided, Deciding
    from archivist.ui.dialogs import ImportPreviewDialog


class Importing(QObject):
    """Asks what to import and how, starts the jobs, and says what came of them."""

    imported = Signal(object)  # ids of the articles, in order
    started = Signal(object)  # files (Path) that a person decided to import
    declined = Signal(object)  # files (Path) that a person looked at and did not import
    article_wanted = Signal(str)  # id, from a report
    address_pasted = Signal(str)  # of a passage, in place of an article

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        messages: MessageBar,
        settings: Settings,
        icons: Icons,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._messages = messages
        self._settings = settings
        self._icons = icons
        self._window = window
        self._bringing: Job | None = None

    # From the menu

    def choose_files(self) -> None:
        """Ask which files to import."""
        if self._bringing is None or not self._bringing.running:
            modules = "archivist.exchange", "archivist.intake.registry"
            self._bringing = self._jobs.bring(*modules, then=self._open_choice_of_files)

    def _open_choice_of_files(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from archivist.exchange import formats as exchange_formats
        from archivist.intake.registry import formats

        endings = [ending for reader in formats() for ending in reader.extensions]
        endings += [ending for each in exchange_formats() if each.reads for ending in each.extensions if ending]
        patterns = " ".join(f"*{ending}" for ending in dict.fromkeys(endings))
        dialog = self._file_dialog(self.tr("Import files"), QFileDialog.FileMode.ExistingFiles)
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)  # it would be a hundred endings
        dialog.setNameFilters(
            [self.tr("Articles and annotations ({patterns})").format(patterns=patterns), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(self._on_files_chosen)
        dialog.open()

    def choose_folder(self) -> None:
        """Ask for a folder, all of whose files are imported."""
        from PySide6.QtWidgets import QFileDialog

        dialog = self._file_dialog(self.tr("Import a folder"), QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self._on_files_chosen)
        dialog.open()

    def choose_bundle(self) -> None:
        """Ask for a bundle."""
        from PySide6.QtWidgets import QFileDialog

        dialog = self._file_dialog(self.tr("Import a bundle"), QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Bundles (*.zip bagit.txt)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(self._on_bundle_chosen)
        dialog.open()

    # From outside

    @staticmethod
    def accepts(data: QMimeData) -> bool:
        """Whether what is dragged or pasted can hold articles."""
        return data.hasUrls() or data.hasText() or data.hasHtml()

    def take(self, data: QMimeData) -> None:
        """Import what was dropped or pasted: files at once, a text after a look at it."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.import_paths(files)
        elif is_address(data.text()):
            self.address_pasted.emit(data.text())
        elif data.hasHtml():
            self._read_page(data.html(), data.text())
        elif data.text().strip():
            self._open_paste(data.text())
        else:
            self._messages.tell(
                self.tr("There is nothing here that could be an article."),
                self.tr("Copy the words of an article, or its file, and paste again."),
            )

    def paste(self) -> None:
        """Import what is on the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    # The jobs

    def begin(self) -> None:
        """Offer to go on with an import that was stopped before the program was closed, or killed."""
        self._offer_to_go_on()

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Show what the files and folders would bring; those with annotations come in with them."""
        self._look_for_annotated(paths, self._open_preview)

    def import_unseen(self, paths: Sequence[Path]) -> None:
        """Import files and folders as they are."""
        self._look_for_annotated(paths, self._import)

    def _look_for_annotated(
        self, paths: Sequence[Path], then: Callable[[ImportPlan, Sequence[Recognised]], None]
    ) -> None:
        """Off the GUI thread, as folders may be large."""

        def look() -> None:
            self._jobs.start(
                lambda _archive: _parted(paths),
                title=self.tr("Looking for files"),
                done=lambda found: then(*found),
                failed=self._on_failed,
            )

        self._jobs.bring("archivist.exchange", "archivist.intake.pipeline", then=look)

    def _open_preview(self, plan: ImportPlan, annotated: Sequence[Recognised]) -> None:
        if not plan.sources and not annotated:
            self._import_mapped(plan, [])
            return
        files = (*plan.sources, *(each.path for each in annotated))
        self._deciding.ask(annotated, partial(self._open_rest, plan, files))

    def _open_rest(self, plan: ImportPlan, files: Sequence[Path], decided: Sequence[Decided]) -> None:
        """Import what was decided; files without annotations are shown before."""
        from archivist.ui.dialogs import ImportPreviewDialog

        if not plan.sources:
            if decided:
                self._import_mapped(plan, decided)
            else:
                self.declined.emit(files)
            return
        dialog = ImportPreviewDialog(self._session, self._jobs, self._icons, plan, self._window)
        dialog.import_wanted.connect(lambda wanted: self._import_mapped(wanted, decided))
        dialog.rejected.connect(lambda: self.declined.emit(files))
        dialog.offer_columns(_formats_of_tables())
        dialog.columns_wanted.connect(partial(self._open_columns, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_columns(self, preview: ImportPreviewDialog, file: PreviewedFile) -> None:
        from archivist.ui.dialogs import TableColumnsDialog

        others = [path for path in preview.files_of(_formats_of_tables()) if path != file.path]
        options = preview.options_of(file.path)
        dialog = TableColumnsDialog(self._session, self._jobs, file.path, options, others, preview)

        def read_by(profile: TableProfile, paths: Sequence[Path]) -> None:
            preview.read_otherwise(paths, profile=profile, encoding=profile.encoding or None)

        dialog.profile_wanted.connect(read_by)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _import(self, plan: ImportPlan, annotated: Sequence[Recognised]) -> None:
        from archivist.ui.deciding import Decided

        self._import_mapped(plan, [Decided(found) for found in annotated])

    def _import_mapped(self, plan: ImportPlan, annotated: Sequence[Decided]) -> None:
        from archivist.intake.pipeline import import_plan

        if not plan.sources and not annotated:
            self._messages.tell(self.tr("No file was found to import."))
        batch = ImportBatch(len(annotated) + bool(plan.sources), self._tell_batch)
        for decided in annotated:
            self._take_in(decided, batch)
        self.started.emit((*plan.sources, *(decided.found.path for decided in annotated)))
        if plan.sources:
            self._import_files(import_plan, plan, batch)

    def _go_on(self, unfinished: UnfinishedImport) -> None:
        def resume() -> None:
            from archivist.intake.pipeline import resume_import

            self._import_files(resume_import, unfinished, ImportBatch(1, self._tell_batch))

        self._jobs.bring("archivist.intake.pipeline", then=resume)

    def _offer_to_go_on(self) -> bool:
        """Whether an import was stopped; asked while none is under way."""
        from archivist.intake.import_notes import notes_in

        folder = self._session.archive.folder
        if not notes_in(folder):  # as nearly always, and what could read them takes long to import
            return False

        from archivist.intake.unfinished import unfinished_imports

        found = unfinished_imports(folder)
        if not found:
            return False
        self._messages.tell(
            self.tr("The import of {name} stopped after {done} of {total} files.").format(
                name=found[0].name, done=QLocale().toString(found[0].done), total=QLocale().toString(found[0].total)
            ),
            self.tr("What had been imported by then is here."),
            level=Level.WARNING,
            button=(self.tr("Continue"), partial(self._go_on, found[0])),
            others=[(self.tr("Leave it at that"), found[0].forget)],
        )
        return True

    def _take_in(self, decided: Decided, batch: ImportBatch) -> None:
        """Import what came with annotations, as was decided; see exchange.take_in."""
        from archivist.exchange import take_in

        found, mapping, decisions, refused = decided
        if refused is not None:
            self._on_refused(found, batch, refused)
            return
        self._jobs.start_work(
            take_in,
            (found.format, found.path, mapping, "", decisions),
            title=self.tr("Importing {name}").format(name=found.path.name),
            done=partial(self._on_taken_in, batch),
            failed=partial(self._on_refused, found, batch),
            cancelled=partial(self._on_cancelled, batch),
            in_background=True,
        )

    def _import_files(
        self, work: Callable[..., Generator[Progress, None, ImportReport]], wanted: object, batch: ImportBatch
    ) -> None:
        self._jobs.start_work(
            work,
            (wanted,),
            title=self.tr("Importing"),
            done=partial(self._on_files_imported, batch),
            failed=partial(self._on_import_failed, batch),
            cancelled=partial(self._on_cancelled, batch),
            in_background=True,
        )

    @cached_property
    def _deciding(self) -> Deciding:
        from archivist.ui.deciding import Deciding

        return Deciding(self._session, self._jobs, self._window)

    def _read_page(self, html: str, text: str) -> None:
        """Find the words in copied markup, off the GUI thread, and show them."""
        from archivist.intake.pages.text import page_blocks

        def read(archive: Archive) -> str:  # noqa: ARG001 - a question is always put to an archive
            return "\n\n".join(page_blocks(html)) or text

        self._jobs.ask(read, done=self._open_paste)

    def _open_paste(self, text: str) -> None:
        from archivist.ui.dialogs import PasteDialog

        dialog = PasteDialog(self._session, self._jobs, text, self._window)
        dialog.article_pasted.connect(self._on_article_pasted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_article_pasted(self, text: str, title: str, options: ImportOptions) -> None:
        self._jobs.start(
            lambda archive: _paste(archive, text, title, options),
            title=self.tr("Pasting"),
            done=self._on_pasted,
            failed=self._on_failed,
        )

    def _on_files_chosen(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        self._settings.set(LAST_IMPORT, str(paths[0].parent))
        self.import_paths(paths)

    def _on_bundle_chosen(self, names: list[str]) -> None:
        from archivist.exchange import Recognised, format_to_read
        from archivist.intake.plan import ImportPlan

        path = Path(names[0])
        self._settings.set(LAST_IMPORT, str(path.parent))
        bundle = path.parent if path.name == "bagit.txt" else path
        self._open_preview(ImportPlan(()), [Recognised(bundle, format_to_read("bundle"))])

    def _on_files_imported(self, batch: ImportBatch, report: ImportReport) -> None:
        if batch.jobs == 1 and not report.files and not report.stopped:
            self._tell([])
        batch.end(report.files, stopped=report.stopped)

    def _on_taken_in(self, batch: ImportBatch, report: MergeReport) -> None:
        self._session.announce_import(with_annotations=True)
        batch.end([report.as_file_report()], with_annotations=True)

    def _on_refused(self, found: Recognised, batch: ImportBatch, error: ArchivistError) -> None:
        """Tell why a file with annotations did not come in: alone at once, else among those that came with it."""
        if batch.jobs == 1:
            self._on_import_failed(batch, error)
            return
        from archivist.model import FileReport

        refused = ImportStatus.REFUSED
        self._session.announce_import(with_annotations=True)
        batch.end([FileReport(found.path, refused, reason=str(error), reader=found.format.name, error=error)])

    def _on_import_failed(self, batch: ImportBatch, error: ArchivistError) -> None:
        if batch.jobs == 1:
            self._on_failed(error)
            return
        self._session.announce_import(with_annotations=True)  # what was done before stays
        batch.end(stopped=error)

    def _on_pasted(self, report: FileReport) -> None:
        self._tell([report])

    def _on_failed(self, error: Exception) -> None:
        self._session.announce_import(with_annotations=True)  # what was done before stays
        self._session.failed.emit(error)

    def _on_cancelled(self, batch: ImportBatch) -> None:
        self._session.announce_import(with_annotations=True)
        batch.end(cancelled=True)

    def _tell_batch(self, batch: ImportBatch) -> None:
        if batch.cancelled and batch.stopped is None and self._offer_to_go_on():
            return
        if batch.reports or batch.stopped:
            self._tell(batch.reports, with_annotations=batch.with_annotations, stopped=batch.stopped)
        else:
            self._messages.tell(self.tr("The import was stopped."), self.tr("What had been imported by then is here."))

    def _tell(
        self,
        reports: Sequence[FileReport],
        *,
        with_annotations: bool = False,
        stopped: ArchivistError | None = None,
    ) -> None:
        self._session.announce_import(with_annotations=with_annotations)
        statuses = Counter(report.status for report in reports)
        doubtful = statuses[ImportStatus.WARNING]
        single = ImportWording(self).summary(reports[0]) if len(reports) == 1 else ""
        look = (self.tr("Report…"), lambda: self._show_report(reports, stopped)) if reports else None
        if stopped is not None:
            sentence, remedy = ErrorWording(self).describe(stopped)
            said = f"{sentence} {self._in_words(reports)}"
            self._messages.tell(said, remedy, level=Level.ERROR, button=look, stays=True)
        else:
            self._messages.tell(
                self._in_words(reports),
                single or (self.tr("%n imported file(s) should be looked at.", "", doubtful) if doubtful else ""),
                level=Level.WARNING if doubtful or statuses[ImportStatus.REFUSED] else Level.INFO,
                button=look,
                stays=True,
            )
        self.imported.emit([id_ for report in reports for id_ in report.articles])

    def _in_words(self, reports: Sequence[FileReport]) -> str:
        counts = Counter(report.counts_as for report in reports)
        here, refused = counts[ImportStatus.DUPLICATE], counts[ImportStatus.REFUSED]
        parts = [
            self._imported_in_words(counts[ImportStatus.IMPORTED], sum(report.new for report in reports)),
            self.tr("%n file(s) already here", "", here) if here else "",
            self.tr("%n file(s) refused", "", refused) if refused else "",
        ]
        sentence = ", ".join(filter(None, parts)) or self.tr("No file was found to import.")
        return f"{sentence}.".replace("..", ".")

    def _imported_in_words(self, files: int, articles: int) -> str:
        """A file may hold many articles, or only annotations of what is here."""
        if articles == files:
            return self.tr("%n article(s) imported", "", articles) if articles else ""
        if not articles:
            return self.tr("%n file(s) imported", "", files)
        from_files = self.tr("%n file(s)", "of which articles came", files)
        return self.tr("%n article(s) imported from {files}", "", articles).format(files=from_files)

    def _show_report(self, reports: Sequence[FileReport], stopped: ArchivistError | None) -> None:
        from archivist.ui.dialogs import ImportReportDialog

        dialog = ImportReportDialog(reports, self._icons, stopped, self._window)
        dialog.article_wanted.connect(self.article_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _file_dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        from PySide6.QtCore import QUrl
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(mode)
        last = self._settings.get(LAST_IMPORT)
        if last:
            dialog.setDirectoryUrl(QUrl.fromLocalFile(last))
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def _parted(paths: Sequence[Path]) -> Generator[Progress, None, tuple[ImportPlan, list[Recognised]]]:
    """What has annotations among files and folders, and a plan of all other files, empty where there is none."""
    from archivist.exchange import recognise
    from archivist.intake.plan import ImportPlan

    yield Progress(0, 0, "bundles")
    annotated = recognise(paths)
    there = frozenset(found.path for found in annotated)
    plan = ImportPlan(tuple(path for path in paths if path not in there), leave_out=there)
    is_file = (not isinstance(file.problem, NoFileFound) for file in plan.files())
    return plan if any(is_file) else ImportPlan(()), annotated


def _paste(archive: Archive, text: str, title: str, options: ImportOptions) -> Generator[Progress, None, FileReport]:
    """A pasted text into the archive, as one step; a job, though a short one."""
    from archivist.intake.pipeline import import_text

    yield Progress(0, 1, "paste")
    with archive.action(f"Paste {title}"):
        report = import_text(archive, text, options)
        [id_] = report.articles
        if title and report.status is not ImportStatus.DUPLICATE and archive.articles.get(id_).title != title:
            archive.articles.update(id_, title=title)
    return report


def _formats_of_tables() -> frozenset[str]:
    """The names of the formats whose columns a person may choose."""
    from archivist.intake.tables.readers import CSV, JSON

    return frozenset((CSV.name, JSON.name))
