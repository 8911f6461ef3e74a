# SPDX-License-Identifier: GPL-3.0-or-later
"""Every dialog of the desktop, each with something in it, for tests that look at all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog

from archivist.exchange import Decision, MergeReport, Recognised, format_to_read
from archivist.exchange.incoming.conflicts import Conflict
from archivist.exchange.report import MergeLine
from archivist.exchange.report import Outcome as MergeOutcome
from archivist.intake.plan import ImportPlan
from archivist.intake.reader import ImportOptions
from archivist.language.word_diff import Stretch
from archivist.model import (
    Annotation,
    Article,
    Candidate,
    FileReport,
    ImportStatus,
    Kind,
    Progress,
    Provenance,
    RecordDraft,
    Suggestion,
)
from archivist.store.reviewing import Passage
from archivist.store.revising import Foreseen
from archivist.suggest.findings import Group, GroupKey
from archivist.ui.agreement import AgreementDialog
from archivist.ui.crash import CrashDialog
from archivist.ui.dialogs import (
    AboutDialog,
    ArticleDialog,
    BackupDialog,
    ExportDialog,
    ImportPreviewDialog,
    ImportReportDialog,
    LabelMappingDialog,
    MergeBundleDialog,
    MergeDialog,
    NewRecordDialog,
    PasteDialog,
    ProvenanceDialog,
    RescueDialog,
    RestoreDialog,
    ShortcutsDialog,
    TableColumnsDialog,
    TextReportDialog,
    WaitingDialog,
    WatchedFoldersDialog,
)
from archivist.ui.duplicates import DuplicatesDialog
from archivist.ui.icons import Icons
from archivist.ui.questions.hits import Tally
from archivist.ui.questions.revising import Preview, Shown, Waiting
from archivist.ui.reader.view import ArticleView
from archivist.ui.revisions import CorrectDialog, ReviewDialog, RevisionsDialog
from archivist.ui.scanning import FindingsDialog
from archivist.ui.start import StartDialog
from archivist.ui.tagging.codebook_dialog import CodebookDialog
from archivist.ui.tagging.merge_tag_dialog import MergeTagDialog
from archivist.ui.tagging.tag_hits_dialog import TagHitsDialog
from archivist.ui.window import Window

Opener = Callable[[Window, Path, Icons], QDialog]

ROWS = "f1;f2;f3\nПорт відкрито;Кораблі знову виходять у море, і на причалах людно від ранку;03/04/2023\n" * 3


def _by_action(name: str, dialog: type[QDialog]) -> Opener:
    def open_(window: Window, folder: Path, icons: Icons) -> QDialog:
        window.actions_[name].trigger()
        return next(each for each in window.findChildren(dialog) if each.isVisible())

    return open_


def _start(window: Window, folder: Path, icons: Icons) -> QDialog:
    return StartDialog([str(folder / "one"), str(folder / "two")], icons, window)


def _agreement(window: Window, folder: Path, icons: Icons) -> QDialog:
    return AgreementDialog(window.desk.session, [("Олена Дорошенко", 12), ("Anna", 7)], icons, window)


def _findings(window: Window, folder: Path, icons: Icons) -> QDialog:
    offer = Suggestion(0, 2, "18", Kind.FIGURE, {}, confidence=0.9, source="figure")
    article = window.desk.archive.articles.ids(window.desk.archive.articles.rows())[0]
    key = GroupKey(Kind.FIGURE, "figure", "загиблі")
    group = Group(key, "загиблі", 1, 1, Counter({0.9: 1}), [(article, offer)])
    return FindingsDialog(window.desk.session, [group], 1, icons, window)


def _crash(window: Window, folder: Path, icons: Icons) -> QDialog:
    return CrashDialog("Something went wrong at a place that has a rather long name.", "File “x.py”, line 1", window)


def _tag_hits(window: Window, folder: Path, icons: Icons) -> QDialog:
    dialog = TagHitsDialog(window.desk.session, "страйк", 3, window)
    dialog.show_tally(Tally(12, 5, {"strike": 2, "killed": 12}))
    return dialog


def _rescue(window: Window, folder: Path, icons: Icons) -> QDialog:
    return RescueDialog(folder / "damaged", icons, window)


def _columns(window: Window, folder: Path, icons: Icons) -> QDialog:
    path = folder / "table.csv"
    path.write_text(ROWS, encoding="utf-8")
    return TableColumnsDialog(window.desk.session, window.desk.jobs, path, ImportOptions(), (path,), window)


def _backup(window: Window, folder: Path, icons: Icons) -> QDialog:
    return BackupDialog(None, "", window.desk.archive.folder, window)


def _new_record(window: Window, folder: Path, icons: Icons) -> QDialog:
    return NewRecordDialog(window.desk.session, "New", tuple(Kind)[:3], "Why it is made", window)


def _merge(window: Window, folder: Path, icons: Icons) -> QDialog:
    records = window.desk.archive.records
    made = [records.get(records.add(RecordDraft(Kind.ACTOR, name)).id) for name in ("Міністерство", "МВС")]
    return MergeDialog(made, [2, 1], window)


def _merge_tag(window: Window, folder: Path, icons: Icons) -> QDialog:
    tags = window.desk.archive.tags
    tag, other = tags.named("strike"), tags.add("walkout", "event")
    return MergeTagDialog(tag, [other], {tag.id: 12, other.id: 30}, window)


def _merge_bundle(window: Window, folder: Path, icons: Icons) -> QDialog:
    conflict = Conflict({"note": ("перший день", "другий день")}, (Decision.OURS, Decision.THEIRS, Decision.BOTH))
    line = MergeLine("annotation", "1", "Страйк", MergeOutcome.CONFLICT, conflict=conflict)
    counts = Counter({("article", MergeOutcome.NEW): 3, ("annotation", MergeOutcome.CONFLICT): 1})
    report = MergeReport(folder / "ihor.zip", ("1",), 12, counts, (line,), changed=False)
    return MergeBundleDialog(report, window)


def _provenance(window: Window, folder: Path, icons: Icons) -> QDialog:
    window.actions_["provenance"].trigger()
    return next(each for each in window.findChildren(ProvenanceDialog) if each.isVisible())


def _import_report(window: Window, folder: Path, icons: Icons) -> QDialog:
    reports = (
        FileReport(Path("/press/порт.txt"), ImportStatus.IMPORTED, ("first",), encoding="utf-8"),
        FileReport(Path("/press/фото.txt"), ImportStatus.REFUSED, reason="It is an image."),
    )
    return ImportReportDialog(reports, icons, None, window)


def _mapping(window: Window, folder: Path, icons: Icons) -> QDialog:
    brat = folder / "brat"
    brat.mkdir(exist_ok=True)
    (brat / "news.txt").write_text("Страйк на заводі.", encoding="utf-8")
    (brat / "news.ann").write_text("T1\tSTRIKE 0 6\tСтрайк\n", encoding="utf-8")
    return LabelMappingDialog(window.desk.session, window.desk.jobs, Recognised(brat, format_to_read("brat")), window)


def _waiting(window: Window, folder: Path, icons: Icons) -> QDialog:
    dialog = WaitingDialog("Reading again", window)
    dialog.show_progress(Progress(3, 10, "a file with a name.html"))
    return dialog


def _paste(window: Window, folder: Path, icons: Icons) -> QDialog:
    return PasteDialog(window.desk.session, window.desk.jobs, "Порт відкрито\n\nКораблі виходять у море.", window)


def _text_report(window: Window, folder: Path, icons: Icons) -> QDialog:
    return TextReportDialog("Losses", "What it does not hold", "3 · notes\nThe format has none.", icons, window)


def _import_preview(window: Window, folder: Path, icons: Icons) -> QDialog:
    incoming = folder / "incoming"
    incoming.mkdir(exist_ok=True)
    (incoming / "a.txt").write_text("Порт відкрито\n\nКораблі виходять у море.", encoding="utf-8")
    desk = window.desk
    return ImportPreviewDialog(desk.session, desk.jobs, icons, ImportPlan((incoming,)), window)


def _watched(window: Window, folder: Path, icons: Icons) -> QDialog:
    return WatchedFoldersDialog([folder], window)


def _duplicates(window: Window, folder: Path, icons: Icons) -> QDialog:
    articles = window.desk.archive.articles
    found = [articles.get(id_) for id_ in articles.ids(articles.rows())]
    dialog = DuplicatesDialog(found[0], icons, window)
    dialog.show_articles(found)
    return dialog


def _corrected(window: Window) -> tuple[Article, Annotation]:
    """An article that got another text, with an annotation that waits for review since."""
    archive = window.desk.archive
    article = archive.articles.get(archive.articles.ids(archive.articles.rows())[0])
    body = archive.articles.revision(article.id).body
    tag = next(iter(archive.tags.all())).id
    mark = archive.annotations.add(article.id, 0, min(4, len(body)), tag, cut_characters=True)
    archive.articles.revise(article.id, "Зовсім інше.", Provenance("", "correction", "1", None))
    return archive.articles.get(article.id), archive.annotations.get(mark.id)


def _correct(window: Window, folder: Path, icons: Icons) -> QDialog:
    article, mark = _corrected(window)
    dialog = CorrectDialog(article, "Зовсім інше.", window)
    dialog.show_preview(
        Preview(Foreseen(2, ((mark, 0),)), "Зовсім інше.", "Зовсім інше.", (Stretch(0, 6, 0, 6, same=False),))
    )
    return dialog


def _review(window: Window, folder: Path, icons: Icons) -> QDialog:
    article, mark = _corrected(window)
    dialog = ReviewDialog(icons, has_article=True, parent=window)
    dialog.show_list([(mark, article.title)])
    candidate = Candidate(0, 6, "Зовсім", 0.62)
    dialog.show_waiting(Waiting(mark, Passage("", mark.quote, " далі"), "Зовсім інше.", (candidate, candidate)))
    return dialog


def _revisions(window: Window, folder: Path, icons: Icons) -> QDialog:
    article, _ = _corrected(window)
    archive = window.desk.archive
    texts = archive.revisions.of_article(article.id)
    view = ArticleView()
    dialog = RevisionsDialog(article, texts, view, view, icons, window)
    dialog.begin()
    old, new = (archive.revisions.get(article.id, text.id) for text in texts[-2:])
    dialog.show_text(Shown(new, (), old, (Stretch(0, len(old.body), 0, len(new.body), same=False),)))
    return dialog


DIALOGS: dict[type[QDialog], Opener] = {
    AboutDialog: _by_action("about", AboutDialog),
    AgreementDialog: _agreement,
    ArticleDialog: _by_action("edit_article", ArticleDialog),
    BackupDialog: _backup,
    CodebookDialog: _by_action("codebook", CodebookDialog),
    CorrectDialog: _correct,
    CrashDialog: _crash,
    DuplicatesDialog: _duplicates,
    ExportDialog: _by_action("export", ExportDialog),
    FindingsDialog: _findings,
    ImportPreviewDialog: _import_preview,
    ImportReportDialog: _import_report,
    LabelMappingDialog: _mapping,
    MergeBundleDialog: _merge_bundle,
    MergeDialog: _merge,
    MergeTagDialog: _merge_tag,
    NewRecordDialog: _new_record,
    PasteDialog: _paste,
    ProvenanceDialog: _provenance,
    RescueDialog: _rescue,
    RestoreDialog: _by_action("restore_backup", RestoreDialog),
    ReviewDialog: _review,
    RevisionsDialog: _revisions,
    ShortcutsDialog: _by_action("shortcuts", ShortcutsDialog),
    StartDialog: _start,
    TableColumnsDialog: _columns,
    TagHitsDialog: _tag_hits,
    TextReportDialog: _text_report,
    WaitingDialog: _waiting,
    WatchedFoldersDialog: _watched,
}
