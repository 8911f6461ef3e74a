# SPDX-License-Identifier: GPL-3.0-or-later
"""The history: who did what when, narrowed; a step undone after a restart, or why it cannot be."""

from __future__ import annotations

from benchmarks.reading_desk.accessible import Control
from benchmarks.reading_desk.by import By, pause
from benchmarks.reading_desk.desk import Desk, NotSo
from benchmarks.reading_desk.hands import PEOPLE, give_tag
from benchmarks.reading_desk.steps import Step, open_article, section

NAME = "Остап Кривенко"


def narrow_history(desk: Desk, by: By) -> None:
    """By article, tag, person and day: as many as the command lists."""
    table = steps_of_article(desk, by)
    of_article = desk.told("history", "--article", desk.article)["total"]
    _listed(desk, of_article)
    tags = desk.see("combo box", "Any tag")
    by.pick(tags, "person")
    _listed(desk, desk.told("history", "--article", desk.article, "--tag", "person")["total"])
    by.pick(tags, desk.words.all("Any tag")[0])
    people = desk.see("combo box", "Anybody")
    who = desk.annotations[0].created_by
    by.pick(people, who)
    _listed(desk, desk.told("history", "--article", desk.article, "--who", who)["total"])
    by.pick(people, desk.words.all("Anybody")[0])
    day = desk.see("text", "Day of the steps")
    by.fill(day, "2001-01-01")
    desk.says("No such step. Choose another article, tag, person or day, or leave them open.")
    by.fill(day, "")
    _listed(desk, of_article)
    desk.picture(f"history-{by.name}")
    del table
    _close(desk, by)


def undo_after_restart(desk: Desk, by: By) -> None:
    """A step in the middle, after the program was ended and started."""
    for words, tag, key in ((NAME, "person", "A"), (PEOPLE, "missing", "4")):
        by.select(words)
        give_tag(desk, by, tag, key)
        desk.until(f"{words} marked", lambda: any(each.quote == words for each in desk.annotations))  # noqa: B023 - asked at once
    desk.stop()
    desk.start()
    open_article(desk, by)
    table = steps_of_article(desk, by)
    by.take_row(table, row_of_step(desk, table, NAME, "person"))
    take_back(desk, by)
    desk.marks((PEOPLE, "missing"))
    _close(desk, by)
    by.act("undo")
    desk.marks((NAME, "person"), (PEOPLE, "missing"))


def tell_why_not(desk: Desk, by: By) -> None:
    """A later step changed the same annotation."""
    by.select(PEOPLE)
    give_tag(desk, by, "missing", "4")
    desk.marks((PEOPLE, "missing"))
    by.act("retag")
    by.take_offered("money")
    desk.marks((PEOPLE, "money"))
    table = steps_of_article(desk, by)
    by.take_row(table, row_of_step(desk, table, PEOPLE, "missing"))
    desk.says("It cannot be undone: {why}.")
    button = desk.see("push button", "Undo this step")
    if button.is_enabled:
        raise NotSo("it is offered to be undone nevertheless")
    desk.picture(f"why-not-{by.name}")
    _close(desk, by)


def undo_and_redo(desk: Desk, by: By) -> None:
    by.select(PEOPLE)
    by.act("choose_tag")
    by.take_offered("missing")
    desk.marks((PEOPLE, "missing"))
    by.act("undo")
    desk.marks()
    by.act("redo")
    desk.marks((PEOPLE, "missing"))


def take_back(desk: Desk, by: By) -> None:
    """Undo the chosen step."""
    desk.says("Nothing that was done later depends on it: it can be undone.")
    if by.is_mouse:
        by.push(desk.see("push button", "Undo this step"))
    else:
        by.act("take_back")


def steps_of_article(desk: Desk, by: By) -> Control:
    """Open the history of the article that a step is about; its list."""
    if desk.find("table", "Steps of the history") is None:
        by.act("show_history")
    table = desk.see("table", "Steps of the history")
    box = desk.see("check box", "This article")
    if not box.is_checked:
        _push(desk, by, box)
    desk.until("the steps of the article", lambda: box.is_checked)
    pause(4)
    return table


def _push(desk: Desk, by: By, box: Control) -> None:
    """By keys from the list of steps, which has a key of its own."""
    if not by.is_mouse:
        desk.press("Ctrl+7")
        by.go_to(box, back=True)
    by.push(box)


def row_of_step(desk: Desk, table: Control, *words: str) -> Control:
    """The step of which these words are told."""
    told = f"the step of {words}"
    return desk.until(
        told, lambda: next((each for each in table.children() if all(word in each.name for word in words)), None)
    )


def _listed(desk: Desk, count: int) -> None:
    desk.until(
        f"{count} steps listed",
        lambda: desk.program.find(
            fits=lambda each: (
                desk.words.pattern("History: %Ln step(s)").fullmatch(each.name) is not None and str(count) in each.name
            )
        ),
    )


def _close(desk: Desk, by: By) -> None:
    box = desk.see("check box", "This article")
    if box.is_checked:
        _push(desk, by, box)
    by.act("show_history")
    desk.gone("table", "Steps of the history")


STEPS = section(
    "History",
    (
        Step("history by article, tag, person, day", narrow_history, marks=((PEOPLE, "killed"), (NAME, "person"))),
        Step("undo a step after a restart", undo_after_restart),
        Step("why a step cannot be undone", tell_why_not),
        Step("undo and redo", undo_and_redo),
    ),
)
