# SPDX-License-Identifier: GPL-3.0-or-later
"""A text that changes under its annotations: corrected, read again, reviewed, and looked back on."""

from __future__ import annotations

import subprocess
import sys

from archivist.model import Article, Provenance
from archivist.store import Archive
from benchmarks.reading_desk.by import By, pause
from benchmarks.reading_desk.desk import Desk, NotSo
from benchmarks.reading_desk.hands import PEOPLE
from benchmarks.reading_desk.steps import CORRECTED, Step, open_article, section

NAME = "Остап Кривенко"
_READING_S = 60  # which is done in a process of its own
_ARCHIVIST = (sys.executable, "-m", "archivist")


def correct_text(desk: Desk, by: By) -> None:
    body = desk.body
    by.act("correct_here")
    field = desk.see("text", "Text to correct")
    by.go_to(field)
    desk.press("Ctrl+A")
    desk.write(body.replace("стару", "бетонну"), wait=1)
    desk.says("%n annotation(s) will follow")
    desk.picture(f"correct-the-text-{by.name}")
    if by.is_mouse:
        by.push(desk.see("push button", "&Save the text"))
    else:
        desk.press("Ctrl+S")
    desk.until("the corrected text", lambda: "бетонну греблю" in desk.body)
    desk.marks((PEOPLE, "killed"))
    first = desk.annotations[0]
    if desk.body[first.start : first.end] != PEOPLE:
        raise NotSo("the annotation stands on other words")
    if len(desk.told("revisions", desk.article)["revisions"]) != 2:
        raise NotSo("the former text is not kept")


def correct_from_file(desk: Desk, by: By) -> None:
    path = desk.folder.parent / f"corrected-{by.name}.txt"
    path.write_text(desk.body.replace("стару", "нову"), encoding="utf-8")
    by.act("correct_text")
    desk.give_file(path)
    desk.until("the corrected text", lambda: "нову греблю" in desk.body)
    desk.marks((PEOPLE, "killed"))


def read_again(desk: Desk, by: By) -> None:
    """The original is read by the reader of today; the text that was read badly is replaced."""
    by.act("read_again")
    desk.until("the text read again", lambda: "BADLY" not in desk.body, _READING_S)
    desk.marks((PEOPLE, "killed"))


def _read_badly(archive: Archive, article: Article) -> None:
    """Its text is other than what today's reader makes of the original."""
    body = archive.articles.revision(article.id).body
    archive.articles.revise(
        article.id,
        body.replace("біля млина", "біля BADLY млина"),
        Provenance(f"{article.title}.txt", "plain-text", "0", "utf-8"),
    )


def revise_by_command(desk: Desk, by: By) -> None:
    """While the window has the archive open it is refused with a reason; done when it is closed, and shown then."""
    path = desk.folder.parent / f"revised-{by.name}.txt"
    path.write_text(desk.body.replace("стару", "кам’яну"), encoding="utf-8")
    command = (*_ARCHIVIST, "--archive", str(desk.folder), "revise", desk.article, "--text", str(path))
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    if refused.returncode != 1 or "already open" not in refused.stderr:
        raise NotSo(f"beside the window it is not refused: {refused.stderr}")
    desk.marks((PEOPLE, "killed"))
    desk.stop()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    desk.start()
    if done.returncode:
        raise NotSo(f"archivist revise: {done.stderr}")
    open_article(desk, by)
    by.choose(PEOPLE)
    reader = desk.see("text", "Article text")
    desk.until("the new text in the window", lambda: "кам’яну греблю" in reader.text)
    desk.marks((PEOPLE, "killed"))


def settle_review(desk: Desk, by: By) -> None:
    """One is put where it belongs, taken back, and put again; the other is deleted."""
    by.act("review")
    rows = desk.see("list", "Annotations for review")
    desk.see("text", "The passage as it was marked")
    desk.see("text", "The text as it is now")
    desk.says("Place {number} of {count}: “{words}”, {share} alike")
    desk.picture(f"review-{by.name}")
    if not list(rows.all("list item")):
        raise NotSo("nothing is listed")
    put = desk.see("push button", "Put it &here")
    undo = desk.see("push button", "&Undo")
    for button, key, waiting in ((put, "Ctrl+Return", 0), (undo, "Ctrl+Z", 1), (put, "Ctrl+Return", 0)):
        desk.until("the button", lambda: button.is_enabled)  # noqa: B023 - asked at once
        by.push(button) if by.is_mouse else desk.press(key)
        desk.until(
            f"{waiting} waiting",
            lambda: len(desk.told("review", desk.article)["annotations"]) == waiting,  # noqa: B023
        )
    desk.press("Esc")
    pause(2)
    found = desk.annotations
    if [desk.body[each.start : each.end] for each in found] != [each.quote for each in found]:
        raise NotSo("an annotation stands on other words than it says")


def _waiting(archive: Archive, article: Article) -> None:
    body = archive.articles.revision(article.id).body
    new = body.replace(NAME, "Остап Кривонос").replace("Директор заводу", "Колишній керівник")
    archive.articles.revise(article.id, new, CORRECTED)


def look_back(desk: Desk, by: By) -> None:
    """The texts that the article has had, what changed, and the old one with its annotations."""
    by.act("show_texts")
    rows = desk.see("list", "Texts of the article")
    if len(list(rows.all("list item"))) != 2:
        raise NotSo("not both texts are listed")
    desk.until("the difference", lambda: desk.see("text", "What changed").text)
    desk.says("Change {number} of {count}")
    desk.picture(f"difference-{by.name}")
    old = list(rows.all("list item"))[1]
    by.take_row(rows, old)
    tab = desk.see("page tab", "The text with its annotations")
    if by.is_mouse:
        desk.click(tab)
    else:
        by.go_to(desk.see("page tab list", "What changed"))  # which is called by its current tab
        desk.press("Right")
    desk.says("%n annotation(s) stood on this text, as they were when it was last the current one.")
    desk.until("the older text", lambda: any("стару греблю" in each.text for each in desk.windows()[-1].all("text")))
    desk.picture(f"older-text-{by.name}")
    told = desk.told("diff", desk.article, "1", "2")
    if not told["changes"]:
        raise NotSo("archivist diff tells no change")


def _two_texts(archive: Archive, article: Article) -> None:
    body = archive.articles.revision(article.id).body
    archive.articles.revise(article.id, body.replace("стару", "бетонну"), CORRECTED)


ONE = ((PEOPLE, "killed"),)
STEPS = section(
    "Corrections",
    (
        Step("correct the text", correct_text, marks=ONE),
        Step("correct from a file", correct_from_file, marks=ONE),
        Step("read again", read_again, marks=ONE, prepare=_read_badly),
        Step("archivist revise, beside the window and after", revise_by_command, marks=ONE),
        Step("review queue", settle_review, marks=((NAME, "person"),), prepare=_waiting),
        Step("older texts and their difference", look_back, marks=ONE, prepare=_two_texts),
    ),
)
