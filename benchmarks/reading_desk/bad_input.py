# SPDX-License-Identifier: GPL-3.0-or-later
"""What should not be done, or is done elsewhere meanwhile: nothing is lost, and what cannot be done is said why."""

from __future__ import annotations

import subprocess
import sys

from archivist.model import Article
from archivist.store import Archive
from benchmarks.reading_desk.by import By, pause
from benchmarks.reading_desk.desk import Desk, NotSo
from benchmarks.reading_desk.hands import PEOPLE, give_tag, go_to_note
from benchmarks.reading_desk.history import row_of_step, steps_of_article, take_back
from benchmarks.reading_desk.screen import window
from benchmarks.reading_desk.seeing import copy_of
from benchmarks.reading_desk.steps import Step, open_article, section
from benchmarks.reading_desk.texts import long_text

LINE = "рядок нотатки про греблю\n"
_PASTED = 10_000_000  # bytes


def paste_much_into_note(desk: Desk, by: By) -> None:
    """10 MB: kept whole, or refused with a reason; never a part of it."""
    field = go_to_note(desk, by)
    text = LINE * (_PASTED // len(LINE.encode()))
    desk.write(text, wait=1)
    desk.until("an answer of the window", lambda: field.is_showing, 60)
    desk.press("Ctrl+3", wait=2)

    def note() -> str:
        return desk.annotations[0].note

    if not _comes(lambda: note().strip() == text.strip(), desk):
        if note():
            raise NotSo(f"{len(note())} of {len(text)} letters were kept")
        desk.says("long")


def _comes(is_so: object, desk: Desk) -> bool:
    assert callable(is_so)
    try:
        desk.until("the note", is_so, 60)
    except NotSo:
        return False
    return True


def select_all(desk: Desk, by: By) -> None:
    """The whole text is one annotation as well."""
    reader = desk.see("text", "Article text")
    by.put_caret("Абзац 1.")
    desk.press("Ctrl+A")
    length = len(desk.body)
    desk.until("all selected", lambda: sorted(reader.selection()) == [0, length])
    give_tag(desk, by, "statement", "J")
    desk.marks((desk.body, "statement"))
    by.act("undo")
    desk.marks()


def open_second_window(desk: Desk, by: By) -> None:
    """A second program on the archive says who has it; the window goes on, and nothing is lost."""
    command = (sys.executable, "-m", "archivist", "--archive", str(desk.folder), "annotate", desk.article)
    told = subprocess.run((*command, "--quote", "Мер", "--tag", "person"), capture_output=True, text=True, check=False)
    if told.returncode != 1 or "already open" not in told.stderr:
        raise NotSo(f"a second writer was not refused: {told.stderr}")
    count = len(desk.annotations)
    with window(desk.environment, desk.folder):
        pause(60)
        desk.picture(f"second-window-{by.name}")
    pause(10)
    desk.press("Esc")
    by.select(PEOPLE)
    give_tag(desk, by, "missing", "4")
    desk.until("the mark", lambda: len(desk.annotations) == count + 1)


def delete_while_open(desk: Desk, by: By) -> None:
    """Deleted from the list while a note of it is half typed: it is shown no more, and undo brings all of it back."""
    go_to_note(desk, by)
    desk.write("недописана")
    if not by.is_mouse:
        by.act("focus_list")  # in a note the key takes a word
    by.act("delete_articles")
    desk.holds("the article deleted", lambda archive: archive.articles.is_deleted(desk.article))
    desk.says("Choose an article in the list to read it here.")
    desk.says("%n article(s) deleted")
    desk.picture(f"deleted-while-open-{by.name}")
    by.act("undo")
    desk.holds("the article back", lambda archive: not archive.articles.is_deleted(desk.article))
    open_article(desk, by)
    desk.marks((PEOPLE, "killed"))
    if [each.note for each in desk.annotations] != ["недописана"]:
        raise NotSo(f"the note is {[each.note for each in desk.annotations]}")


def undo_import_while_open(desk: Desk, by: By) -> None:
    """In the history: not while an annotation needs it, which is said; then it is shown no more, until undo."""
    title = desk.body.split("\n", 1)[0]
    imported = desk.words.all("Import {name}")[0].split("{")[0]
    by.select(PEOPLE)
    give_tag(desk, by, "missing", "4")
    desk.marks((PEOPLE, "missing"))
    table = steps_of_article(desk, by)
    by.take_row(table, row_of_step(desk, table, title, imported))
    desk.says("It cannot be undone: {why}.")
    desk.picture(f"import-that-is-needed-{by.name}")
    by.take_row(table, row_of_step(desk, table, PEOPLE, "missing"))
    take_back(desk, by)
    desk.marks()
    by.take_row(table, row_of_step(desk, table, title, imported))
    take_back(desk, by)
    desk.holds("the article gone", lambda archive: archive.articles.is_deleted(desk.article))
    desk.says("Choose an article in the list to read it here.")
    desk.picture(f"import-undone-while-open-{by.name}")
    by.act("undo")
    desk.holds("the article back", lambda archive: not archive.articles.is_deleted(desk.article))
    open_article(desk, by)
    by.act("show_history")
    desk.gone("table", "Steps of the history")


def switch_theme(desk: Desk, by: By) -> None:
    """To and fro while the text is painted; it looks as it did before."""
    reader = desk.see("text", "Article text")
    box = desk.pixels(reader.box)
    other = "theme_dark" if desk.look.theme == "light" else "theme_light"
    before = copy_of(desk).at(box.left + 20, box.top + 12)
    for action in (other, f"theme_{desk.look.theme}", other):
        by.act(action)
    desk.until("other colours", lambda: copy_of(desk).at(box.left + 20, box.top + 12) != before)
    desk.picture(f"other-colours-{by.name}")
    by.act(f"theme_{desk.look.theme}")
    desk.until("the colours as before", lambda: copy_of(desk).at(box.left + 20, box.top + 12) == before)


def switch_language(desk: Desk, by: By) -> None:
    """Kept for the next start, which is said."""
    by.act("language_system")
    pause(4)
    desk.picture(f"language-{by.name}")
    by.act(f"language_{desk.look.language}")
    if desk.reader() is None:
        raise NotSo("the article is gone")


def _many_marks(archive: Archive, article: Article) -> None:
    for number in range(1, 60, 2):
        archive.annotations.add_quote(article.id, f"майстер {number} ", archive.tags.named("person").id)


STEPS = section(
    "Bad input",
    (
        Step("10 MB pasted into a note", paste_much_into_note, marks=((PEOPLE, "killed"),)),
        Step("a selection over the whole text", select_all, long_text(30)),
        Step("two windows on one archive", open_second_window),
        Step("deleted while it is open", delete_while_open, marks=((PEOPLE, "killed"),)),
        Step("its import undone while it is open", undo_import_while_open),
        Step("theme switched while painting", switch_theme, long_text(60), prepare=_many_marks),
        Step("another language", switch_language),
    ),
)
